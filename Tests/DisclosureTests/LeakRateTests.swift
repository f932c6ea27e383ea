import Disclosure
import TestSupport
import Testing

/// How much of what is planted in 10,000 texts of reports, in English and Spanish, is found, and what is found besides.
///
/// The counts are those of this generator and seed: they say when the scan finds less, or more that is none. `Docs/security.md` states them.
@Suite struct LeakRateTests {
  @Test func plantedLeaksAreFound() {
    var texts = PlantedTexts(seed: 1_126_2017)
    var (planted, found): ([LeakKind: Int], [LeakKind: Int]) = ([:], [:])
    var (besides, clean, wrong): (Int, Int, [String]) = (0, 0, [])
    let scan = LeakScan(names: PlantedTexts.roster)
    for _ in 0..<10_000 {
      let text = texts.next()
      let report = scan.report(on: text.text)
      let hit = text.leaks.filter { leak in
        report.leaks.contains { $0.kind == leak.kind && leak.columns.contains($0.column) }
      }
      for leak in text.leaks { planted[leak.kind, default: 0] += 1 }
      for leak in hit { found[leak.kind, default: 0] += 1 }
      if hit.count < text.leaks.count || report.total > hit.count, wrong.count < 40 { wrong.append(text.text) }
      if text.leaks.isEmpty { clean += 1 }
      besides += report.total - hit.count
    }
    let rates = LeakKind.allCases.map { "\($0.rawValue) \(found[$0] ?? 0) of \(planted[$0] ?? 0)" }
    #expect(
      rates == [
        "phone 1991 of 1991", "email 2012 of 2012", "identity 2016 of 2016", "coordinates 1987 of 1987",
        "name 1986 of 1986",
      ], "\(wrong.joined(separator: "\n"))")
    #expect([besides, clean] == [0, 3334])
  }
}

/// Texts as observers write them, some with something planted.
struct PlantedTexts {
  static let roster = [
    "María José Pérez López", "Juan Carlos Ramírez Zúniga", "Ana de la Paz Núñez", "Óscar Andino",
    "Wendy Xiomara Funes Discua",
    "Carlos Roberto Mejía Bú", "Iris Yaneth Zapata", "Tomás Ávila Ordóñez", "Grace O'Connor", "Peter Müller",
  ]

  struct Planted {
    let kind: LeakKind
    /// The columns it stands in, from 1.
    let columns: ClosedRange<Int>
  }

  private var generator: Seeded
  init(seed: UInt64) { generator = Seeded(seed: seed) }

  private mutating func pick<Element>(_ list: [Element]) -> Element { list[generator.number(below: list.count)] }
  private mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(generator.number(below: 10)) }.joined()
  }
  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + generator.number(below: range.count)
  }

  /// A text of four to ten pieces, of which each third text has one or two planted.
  mutating func next() -> (text: String, leaks: [Planted]) {
    let isSpanish = generator.once(in: 2)
    var (text, leaks): (String, [Planted]) = ("", [])
    let plants = generator.once(in: 3) ? 0 : number(1...2)
    for piece in 0..<number(4...8) {
      text += ordinary(isSpanish)
      if piece < plants { plant(isSpanish, into: &text, &leaks) }
      text += pick([". ", "; ", ", ", ". "])
    }
    return (text, leaks)
  }

  private mutating func plant(_ isSpanish: Bool, into text: inout String, _ leaks: inout [Planted]) {
    let kind = pick(LeakKind.allCases)
    let lead: [String]
    let value: String
    switch kind {
    case .phone:
      lead =
        isSpanish
        ? [" al ", " tel. ", ", cel ", " (", " WhatsApp: ", " comuníquese con "]
        : [" at ", " phone ", ", mobile ", " (", " contact "]
      value = phone()
    case .email:
      lead = isSpanish ? [" correo ", " escribir a ", " <"] : [" e-mail ", " write to ", " <"]
      value = email()
    case .identity:
      lead = isSpanish ? [" con identidad ", " DNI ", " portador del ", " ("] : [" with ID ", " identity card ", " ("]
      value = identity()
    case .coordinates:
      lead = isSpanish ? [" en ", " ubicación ", " GPS: ", " ("] : [" at ", " location ", " GPS: ", " ("]
      value = coordinates()
    case .name:
      lead = isSpanish ? [" según ", " presenció ", " el observador "] : [" according to ", " seen by ", " observer "]
      value = name()
    }
    text += pick(lead)
    let start = text.unicodeScalars.count + 1
    text += value
    leaks.append(Planted(kind: kind, columns: start...(start + value.unicodeScalars.count - 1)))
  }

  // MARK: - What is planted

  private mutating func phone() -> String {
    let (one, other) = (pick(["2", "3", "8", "9"]) + pick(["2", "3", "5", "7", "8"]) + digits(2), digits(4))
    let joint = pick(["-", " ", "-", "", ".", "–", "\u{A0}"])
    switch generator.number(below: 8) {
    case 0: return "+504 \(one)\(joint)\(other)"
    case 1: return "(504) \(one)\(joint)\(other)"
    case 2: return "504-\(one)-\(other)"
    case 3: return "+504\(one)\(other)"
    case 4: return "+1 (\(number(201...989))) \(number(201...989))-\(other)"
    case 5: return "+503 7\(digits(3))-\(digits(4))"
    default: return one + joint + other
    }
  }

  private mutating func email() -> String {
    let name = pick(["ana", "juan.perez", "mesa_12", "obs-7", "j.p+hn", "maría"])
    let (host, top) = (pick(["example", "correo.example", "gmail", "mail-hn"]), pick(["org", "com", "hn", "org.hn"]))
    switch generator.number(below: 8) {
    case 0: return "\(name) (at) \(host).\(top)"
    case 1: return "\(name)[arroba]\(host).\(top)"
    case 2: return "\(name) arroba gmail punto com"
    default: return "\(name)@\(host).\(top)"
    }
  }

  private mutating func identity() -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (place, year) = (two(number(1...18)) + two(number(1...28)), "\(number(1930...2006))")
    switch generator.number(below: 8) {
    case 0: return "\(place) \(year) \(digits(5))"
    case 1: return place + year + digits(5)
    case 2: return "\(place)-\(year)-\(digits(6))"
    case 3: return "\(digits(8))-\(digits(1))"
    case 4: return "\(number(1000...9999)) \(digits(5)) \(place)"
    case 5: return "001-\(digits(6))-\(digits(4))\(pick(["A", "K", "Q"]))"
    default: return "\(place)-\(year)-\(digits(5))"
    }
  }

  private mutating func coordinates() -> String {
    let (lat, lon) = (number(13...16), number(83...89))
    let (one, other) = (digits(number(4...7)), digits(number(4...7)))
    switch generator.number(below: 7) {
    case 0: return "\(lat).\(one) N, \(lon).\(other) W"
    case 1: return "lat \(lat).\(one) lon -\(lon).\(other)"
    case 2:
      return
        "\(lat)°\(number(10...59))'\(number(10...59)).\(digits(1))\"N \(lon)°\(number(10...59))'\(number(10...59))\"W"
    case 3: return "\(lat),\(one); -\(lon),\(other)"
    case 4: return "\(lat).\(digits(3)), -\(lon).\(digits(3))"
    case 5: return "https://maps.example/@\(lat).\(one),-\(lon).\(other),17z"
    default: return "\(lat).\(one), -\(lon).\(other)"
    }
  }

  private mutating func name() -> String {
    let parts = pick(Self.roster).split(separator: " ").map { String($0) }
    let last = parts.suffix(parts.count > 3 ? 2 : 1).joined(separator: " ")
    switch generator.number(below: 6) {
    case 0: return parts.joined(separator: " ").uppercased()
    case 1: return "\(last), \(parts[0])"
    case 2: return parts.joined(separator: " ").lowercased()
    case 3: return "\(parts[0]) \(parts[parts.count - 1])"
    default: return parts.joined(separator: " ")
    }
  }

  // MARK: - What is not

  private mutating func ordinary(_ isSpanish: Bool) -> String {
    let (hour, minute) = (number(6...20), number(10...59))
    let votes = number(100...399)
    let spanish = [
      "La JRV \(digits(5)) abrió a las \(hour):\(minute)",
      "se contaron \(votes) votos para la planilla \(number(1...9))",
      "el acta \(digits(5)) dice 1,\(votes),\(number(100...999)) en total", "según el Decreto \(number(10...300))-2004",
      "el Acuerdo No. \(number(1000...9999))-2017 del TSE", "entre 2013-2017 no hubo cambios",
      "el 26/11/2017 por la tarde",
      "la diferencia fue de \(number(1...9)).\(digits(2)) puntos", "cerca de 14.07, -87.19",
      "faltaban \(votes) papeletas de \(number(400...600))",
      "a las 2017-11-26T\(hour):\(minute):00-06:00 cayó el sistema", "costó L \(number(10...90)),500.00",
      "el artículo 201 lo exige",
      "la maría que vendía pan", "don Juan no quiso hablar", "un Pérez de otra parroquia",
      "en la boleta \(digits(6)) había tachones",
      "el lote \(number(1...99))/\(number(100...999)) llegó abierto",
      "\(number(40...60)).\(digits(4)) % de participación",
      "ver https://example.org/2017/11/28/nota-\(digits(7)).html", "@tse_hn lo publicó",
      "el folio \(digits(4)) de \(digits(4))",
      "la señora de la mesa 3", "serie \(pick(["A", "B", "C"]))-\(digits(7))",
      "los \(number(100...999)) 000 habitantes",
    ]
    let english = [
      "Station \(digits(5)) opened at \(hour):\(minute)", "\(votes) votes were counted for list \(number(1...9))",
      "the sheet \(digits(5)) says 1,\(votes),\(number(100...999)) in all", "under Decree \(number(10...300))-2004",
      "case no. \(number(1000...9999))-2017 is pending", "nothing changed in 2013-2017",
      "on 26/11/2017 in the afternoon",
      "the margin was \(number(1...9)).\(digits(2)) points", "near 14.07, -87.19",
      "\(votes) ballots of \(number(400...600)) were missing",
      "the system fell at 2017-11-26T\(hour):\(minute):00-06:00", "it cost $\(number(10...90)),500.00",
      "article 201 asks for it",
      "a man called Juan spoke", "one Carlos from elsewhere", "ballot \(digits(6)) had marks",
      "batch \(number(1...99))/\(number(100...999)) came open",
      "turnout of \(number(40...60)).\(digits(4)) %", "see https://example.org/2017/11/28/note-\(digits(7)).html",
      "@tse_hn said so",
      "page \(digits(4)) of \(digits(4))", "the woman at table 3", "serial \(pick(["A", "B", "C"]))-\(digits(7))",
      "0.\(digits(4)) against 0.\(digits(4))",
      "between \(number(12...20)).\(digits(3)) and \(number(21...30)).\(digits(3)) %",
    ]
    return pick(isSpanish ? spanish : english)
  }
}
