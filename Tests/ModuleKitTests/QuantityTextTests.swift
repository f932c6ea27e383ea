import ModuleKit
import Testing

/// Quantities as people read them.
@Suite struct QuantityTextTests {
  /// A quantity with its text in English and in Spanish.
  struct Example: Sendable {
    var quantity: Quantity
    var en, es: String

    init(_ quantity: Quantity, _ en: String, _ es: String) { (self.quantity, self.en, self.es) = (quantity, en, es) }
  }

  static let examples: [Example] = [
    Example(Quantity(0, .votes), "0 votes", "0 votos"),
    Example(Quantity(1, .votes), "1 vote", "1 voto"),
    Example(Quantity(-1, .votes), "−1 vote", "−1 voto"),
    Example(Quantity(4_753, .votes), "4,753 votes", "4,753 votos"),
    Example(Quantity(18_128, .votes), "18,128 votes", "18,128 votos"),
    Example(Quantity(57.18, .percent), "57.18%", "57.18%"),
    Example(Quantity(100, .percent), "100%", "100%"),
    Example(Quantity(6.6, .points), "6.60 points", "6.60 puntos"),
    Example(Quantity(1, .points), "1.00 point", "1.00 punto"),
    Example(Quantity(0.5, .share), "0.5", "0.5"),
    Example(Quantity(-0.00001, .share), "0", "0"),
    Example(Quantity(6, .hours), "6 hours", "6 horas"),
    Example(Quantity(1.5, .days), "1.5 days", "1.5 días"),
    Example(Quantity(3, .sheets), "3 sheets", "3 actas"),
    Example(Quantity(1, .boxes), "1 box", "1 urna"),
    Example(Quantity(2, .copies), "2 copies", "2 copias"),
    Example(Quantity(1, .people), "1 person", "1 persona"),
    Example(Quantity(2, .claims), "2 claims", "2 afirmaciones"),
    Example(Quantity(2, .bulletins), "2 bulletins", "2 boletines"),
    Example(Quantity(12.5, .number), "12.5", "12.5"),
    Example(Quantity(2, .named("pages")), "2 pages", "2 pages"),
    Example(
      Quantity(nil, .hours, low: 30, high: 42, interval: .reportedRange), "between 30 and 42 hours",
      "entre 30 y 42 horas"),
    Example(Quantity(nil, .hours, low: 6, high: 6, interval: .reportedRange), "6 hours", "6 horas"),
    Example(Quantity(nil, .hours, low: 6, interval: .reportedRange), "at least 6 hours", "al menos 6 horas"),
    Example(Quantity(nil, .hours, high: 6, interval: .reportedRange), "at most 6 hours", "como máximo 6 horas"),
    Example(Quantity(nil, .hours), "unknown", "sin dato"),
    Example(Quantity(0.6, .hours), "36 minutes", "36 minutos"),
    Example(Quantity(1.0 / 60, .hours), "1 minute", "1 minuto"),
    Example(Quantity(0, .hours), "0 hours", "0 horas"),
    Example(
      Quantity(nil, .hours, low: 0, high: 0.5, interval: .reportedRange), "between 0 and 30\u{A0}minutes",
      "entre 0 y 30\u{A0}minutos"),
    Example(
      Quantity(nil, .hours, low: 0.5, high: 1.5, interval: .reportedRange), "between 0.5 and 1.5\u{A0}hours",
      "entre 0.5 y 1.5\u{A0}horas"),
    Example(Quantity(nil, .hours, low: 0.25, interval: .reportedRange), "at least 15 minutes", "al menos 15 minutos"),
    Example(
      Quantity(nil, .people, low: 22, high: 38, interval: .reportedRange, isOpenAbove: true),
      "between 22 and 38 people or more", "entre 22 y 38 personas o más"),
    Example(
      Quantity(nil, .people, low: 22, high: 22, interval: .reportedRange, isOpenAbove: true), "22 people or more",
      "22 personas o más"),
    Example(Quantity(23, .people, isOpenAbove: true), "23 people or more", "23 personas o más"),
    Example(
      Quantity(6.63, .points, low: 6.02, high: 8.28, interval: .confidence(level: 0.95)), "6.63 points (6.02 to 8.28)",
      "6.63 puntos (6.02 a 8.28)"),
    Example(
      Quantity(2, .boxes, low: 0, high: 2, interval: .hardBound), "2 boxes (at least 0 and at most 2)",
      "2 urnas (al menos 0 y como máximo 2)"),
    Example(
      Quantity(nil, .boxes, low: 0, high: 2, interval: .hardBound), "at least 0 and at most 2 boxes",
      "al menos 0 y como máximo 2 urnas"),
    Example(
      Quantity(nil, .percent, low: 1, high: 2.5, interval: .assumptionRange([])), "between 1 and 2.5%",
      "entre 1 y 2.5%"),
    // No value within a range of assumptions is more than another.
    Example(
      Quantity(2, .percent, low: 1, high: 2.5, interval: .assumptionRange([])), "between 1 and 2.5%",
      "entre 1 y 2.5%"),
    Example(Quantity(2, .percent, low: 2, high: 2, interval: .assumptionRange([])), "2%", "2%"),
    Example(Quantity(2, .percent, low: 1, interval: .assumptionRange([])), "2%", "2%"),
    Example(
      Quantity(3, .hours, low: 2, high: 4, interval: .reportedRange), "3 hours (between 2 and 4)",
      "3 horas (entre 2 y 4)"),
    Example(Quantity(nil, .hours, low: 30, high: 42), "30 to 42 hours", "30 a 42 horas"),
  ]

  /// Decimals that say nothing are left out, and what is not nothing does not read as nothing, in every style.
  @Test func readsInTheStyleOfACountry() {
    NumberStyles.$current.withValue(NumberStyles(zone: "Europe/Madrid")) {
      let texts = [
        Quantity(57.5, .percent), Quantity(100, .percent), Quantity(0.00001, .share), Quantity(4753, .votes),
      ]
      .map { $0.text(.spanish) }
      #expect(texts == ["57,5\u{A0}%", "100\u{A0}%", "<0,0001", "4.753\u{A0}votos"])
    }
  }

  @Test(arguments: examples) func reads(_ example: Example) {
    #expect(example.quantity.text(.english) == plain(example.en, likeIn: example.quantity.text(.english)))
    #expect(example.quantity.text(.spanish) == plain(example.es, likeIn: example.quantity.text(.spanish)))
  }

  /// Units are tied to their numbers by a no-break space; the examples are written with plain ones.
  private func plain(_ wanted: String, likeIn text: String) -> String {
    let spaces = text.filter { $0 == " " || $0 == "\u{00A0}" }
    var next = spaces.makeIterator()
    return String(wanted.map { $0 == " " ? next.next() ?? $0 : $0 })
  }

  @Test func tiesTheUnitToItsNumber() {
    #expect(Quantity(3, .votes).text(.english) == "3\u{00A0}votes")
    #expect(Quantity(57.18, .percent).text(.english) == "57.18%")
    let short = Quantity(nil, .hours, low: 0.75, high: 2, interval: .reportedRange)
    #expect(short.text(\.low, .spanish) == "45\u{00A0}minutos" && short.text(\.high, .english) == "2\u{00A0}hours")
    #expect(Quantity(57.18, .percent).text(.spanish) == "57.18%")
  }

  @Test func partsStandAlone() {
    let gap = Quantity(nil, .hours, low: 30, high: 42, interval: .reportedRange)
    #expect(gap.text(\.low, .english) == "30\u{00A0}hours")
    #expect(gap.text(\.high, .spanish) == "42\u{00A0}horas")
    #expect(gap.text(\.value, .english) == "unknown")
    #expect(gap.number(.english) == "between 30 and 42")
    #expect(gap.number(.spanish) == "entre 30 y 42")
    #expect(Quantity(-24_473, .votes).number(.english) == "−24,473")
    #expect(Quantity(nil, .hours, low: 6).number(.english) == "6")
    #expect(Quantity(nil, .hours).number(.spanish) == "sin dato")
  }

  /// A double would have taken this for the even number beside it.
  @Test func countsAreExactToTheLastDigit() throws {
    let quantity = Quantity(9_007_199_254_740_993, .votes)
    #expect(quantity.text(.english) == "9,007,199,254,740,993\u{00A0}votes")
    #expect(quantity.text(\.value, .english) == "9,007,199,254,740,993\u{00A0}votes")
    let bytes = quantity.document.canonicalJSON
    #expect(String(decoding: bytes, as: UTF8.self).contains("\"value\":9007199254740993"))
    let back = try #require(Quantity(document: try Value(json: bytes)))
    #expect(back == quantity && back.count == 9_007_199_254_740_993)
    #expect(Quantity(9_007_199_254_740_993, .votes) != Quantity(9_007_199_254_740_992, .votes))
    #expect(Quantity(3.0, .votes) == Quantity(3, .votes))
    #expect(Quantity(3, .points).text(.english) == "3.00\u{00A0}points")
  }

  @Test func unitsKeepTheirNames() {
    for unit in [
      Unit.votes, .sheets, .boxes, .copies, .people, .claims, .hours, .days, .points, .percent, .share, .number,
      .bulletins,
    ] {
      #expect(Unit.named(unit.id) == unit)
    }
  }
}
