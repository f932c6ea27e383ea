import Foundation
import Language
import Testing
import Times

private let (en, es) = (Language.english, Language.spanish)

@Test(arguments: Language.allCases) func wholeNumbers(language: Language) {
  #expect(language.number(1_410_888) == "1,410,888")
  #expect(language.number(4753) == "4,753")
  #expect(language.number(999) == "999")
  #expect(language.number(-45_587) == "−45,587")
  #expect(language.number(0) == "0")
  #expect(language.number(.min) == "−9,223,372,036,854,775,808")
}

@Test(arguments: Language.allCases) func decimals(language: Language) {
  #expect(language.number(12.0849, places: 2) == "12.08")
  #expect(language.number(93_975.5, places: 1) == "93,975.5")
  #expect(language.number(-0.001, places: 2) == "0.00")
  #expect(language.number(-4.531, places: 2) == "−4.53")
  #expect(language.number(2.5, places: 0) == "2")
  #expect(
    language.number(1e300, places: 0).hasPrefix("1000000000000000052504760255204420248704468581108159154915854"))
  #expect(language.number(-1e300, places: 1).hasSuffix("160.0"))
  #expect(language.percent(50.1, places: 1) == "50.1%")
}

/// The system's own conversion writes the digits.
@Test(arguments: 0...4) func decimalsAreThoseOfTheDouble(places: Int) {
  let ends: [Double] = [0, 0.5, 1.5, 0.005, 0.125, 999.995, 0x1p53, 1e22]
  let near = ends.map(\.nextDown.magnitude) + ends.map(\.nextUp)
  let divisors: [Double] = [1, 2, 8, 1000, 7]
  let usual = (0..<4000).map { (round: Int) -> Double in Double(round * 7919 % 100_003) / divisors[round % 5] }
  let wrong = (ends + near + usual).filter { (value: Double) -> Bool in
    let text = en.number(value, places: places).replacing(",", with: "")
    return text != String(format: "%.\(places)f", value)
  }
  #expect(wrong == [])
}

@Test func datesAndTimes() throws {
  let instant = try #require(Instant(rfc3339: "2017-11-28T00:00:00-06:00"))
  let clock = ClockTime(instant, offset: -21_600)
  #expect(en.time(clock) == "28\u{A0}Nov\u{A0}2017, 00:00")
  #expect(es.time(clock) == "28\u{A0}nov\u{A0}2017, 00:00")
  #expect(en.moment(clock) == "00:00 on 28 November 2017")
  #expect(es.moment(clock) == "las 00:00 del 28 de noviembre de 2017")
  #expect(en.moment(clock, hasYear: false) == "00:00 on 28 November")
  #expect(es.moment(clock, hasYear: false) == "las 00:00 del 28 de noviembre")
  let hours = try ["2017-11-28T01:30:00Z", "2017-11-28T13:30:00Z"].map {
    es.hour(ClockTime(try #require(Instant(rfc3339: $0)), offset: 0))
  }
  #expect(hours == ["la 01:30", "las 13:30"])
  #expect(en.shortDay(clock.day) == "28 Nov")
  #expect(es.shortDay(try #require(Day(iso: "2017-01-05"))) == "5 ene")
  #expect(en.offset(-21_600) == "UTC−06:00")
  #expect(es.offset(20_700) == "UTC+05:45")
  #expect(en.offset(0) == "UTC")
}

@Test func listsAndPlurals() {
  #expect(en.list([]) == "")
  #expect(en.list(["a"]) == "a")
  #expect(en.list(["a", "b", "c"]) == "a, b and c")
  #expect(es.list(["a", "b"]) == "a y b")
  #expect(es.list(["Nasralla", "Iglesias"]) == "Nasralla e Iglesias")
  #expect(es.list(["agua", "hielo"]) == "agua y hielo")
  #expect(es.plural(1, one: "acta", other: "actas") == "acta")
  #expect(en.plural(0, one: "sheet", other: "sheets") == "sheets")
}

@Test(arguments: [
  "He is the winner.", "A VICTORY for all", "the fraudulent count", "a rigged vote", "la ganadora", "su Victoria",
  "un fraude", "elección amañada", "el vencedor", "el triunfo", "the winners’ party", "victória",
  "“never closed: winner",
])
func decidingWordsAreSlips(text: String) { #expect(Wording.slips(in: text).count == 1) }

@Test(arguments: [
  "The coalition says “the vote was fraudulent”.", "Según la Alianza, «fraude» y «victoria».", "a window opened",
  "the bridge was rigid", "mañana", "gana ventaja", "won 50 %", "",
])
func quotationsAndOtherWordsAreNot(text: String) { #expect(Wording.slips(in: text).isEmpty) }

@Test func slipsTellWhereTheyStand() {
  #expect(
    Wording.slips(in: "é winner “winner” fraude") == [
      Wording.Slip(word: "winner", offset: 2), Wording.Slip(word: "fraude", offset: 18),
    ])
}
