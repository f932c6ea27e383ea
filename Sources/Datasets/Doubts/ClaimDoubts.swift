import Diagnostics
import Tables
import Times

extension Claims: SecondRead {
  func read(_ reading: inout SecondReading) {
    for (row, claim) in all.enumerated() {
      readContent(of: claim, row, &reading)
      readUnit(of: claim, row, &reading)
      readTimes(of: claim, row, &reading)
    }
    readTopics(&reading)
    for column in ["topic", "measure", "population", "unit", "answer", "source"] { reading.readSpelling(column) }
  }

  /// Claims of which nothing can be made.
  private func readContent(of claim: Claim, _ row: Int, _ reading: inout SecondReading) {
    guard !claim.hasNumber, claim.answer == nil, claim.option == nil, claim.dueTo == nil else { return }
    if let topic = claim.topic {
      reading.doubt(DoubtMessage.nothingToCompare(topic: topic), row: row, column: "topic")
    } else if claim.says == nil {
      reading.doubt(DoubtMessage.statesNothing, row: row, column: "id")
    }
  }

  /// Units that the program knows by another name, and numbers of people that are none.
  private func readUnit(of claim: Claim, _ row: Int, _ reading: inout SecondReading) {
    guard claim.hasNumber else { return }
    let known = claim.unit.flatMap(UnitName.known)
    if let unit = claim.unit, let known, known != unit {
      reading.doubt(DoubtMessage.unitWrittenOtherwise(unit, known: known), row: row, column: "unit")
    }
    guard let measure = claim.measureOfPeople else { return }
    if let unit = claim.unit, (known ?? unit) != "people" {
      reading.doubt(DoubtMessage.notInPeople(unit, measure: measure), row: row, column: "unit")
    } else if let least = [claim.value, claim.low, claim.high].compactMap(\.self).min(), least < 0 {
      reading.doubt(
        DoubtMessage.belowZero, row: row, column: claim.value == nil ? "value_low" : "value")
    }
  }

  /// Periods and promises that lie the wrong way round to their publication.
  private func readTimes(of claim: Claim, _ row: Int, _ reading: inout SecondReading) {
    guard let published = claim.provenance.publication.to else { return }
    if let last = claim.periodTo, reading.source.zone.start(of: last) > published {
      reading.doubt(DoubtMessage.periodBehindPublication, row: row, column: "period_to")
    }
    if let due = claim.dueTo, let from = claim.provenance.publication.from, due < from {
      reading.doubt(DoubtMessage.dueBeforePublication, row: row, column: "due_to")
    }
  }

  /// Numbers without the unit of the others of their topic, and numbers that are a hundredth of these.
  private func readTopics(_ reading: inout SecondReading) {
    let rows = all.indices.filter { all[$0].hasNumber && all[$0].topic != nil }
    let topics = Dictionary(grouping: rows) { [all[$0].topic ?? "", all[$0].measure ?? "", all[$0].population] }
    for (key, rows) in topics.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) {
      let units = rows.compactMap { all[$0].unit }
      if let unit = units.first {
        for row in rows where all[row].unit == nil && all[row].measureOfPeople == nil {
          reading.doubt(DoubtMessage.withoutUnit(others: unit, of: key[0]), row: row, column: "unit")
        }
      }
      readHundredths(
        rows.filter { all[$0].unit.flatMap(UnitName.known) == "percent" && all[$0].value != nil }, &reading)
    }
  }

  /// Percentages of at most one that are about a hundredth of the middle one of the others.
  private func readHundredths(_ rows: [Int], _ reading: inout SecondReading) {
    let others = rows.compactMap { all[$0].value }.filter { $0 > 1 }.sorted()
    for row in rows {
      guard let value = all[row].value, value > 0, value <= 1, value.scale > 0, !others.isEmpty else { continue }
      let middle = others[others.count / 2]
      if 0.5...2 ~= value.number * 100 / middle.number {
        reading.doubt(
          DoubtMessage.hundredthOfOthers(value.description, middle: middle.description), row: row, column: "value")
      }
    }
  }
}

extension Claim {
  fileprivate var hasNumber: Bool { value != nil || low != nil || high != nil }

  /// What is counted, where it is a number of people killed, injured, detained, missing or displaced: by its measure, or
  /// by its topic, which may say so in other words.
  public var measureOfPeople: String? { (measure ?? topic).flatMap(Self.measureOfPeople) }

  private static func measureOfPeople(_ word: String) -> String? { measuresOfPeople[FoldedText(word)] }

  private static let measuresOfPeople = FoldedText.index([
    "killed": [
      "killed", "deaths", "dead", "death toll", "fatalities", "muertes", "muertos", "fallecidos", "asesinados",
      "asesinatos",
    ],
    "injured": ["injured", "wounded", "injuries", "heridos", "lesionados"],
    "detained": ["detained", "arrested", "detentions", "arrests", "detenidos", "detenciones"],
    "missing": ["missing", "disappeared", "disappearances", "desaparecidos", "desapariciones"],
    "displaced": ["displaced", "desplazados"],
  ])
}

/// The names of units, as people write them too.
private enum UnitName {
  /// The unit's name in results, where `unit` means one.
  static func known(_ unit: String) -> String? { names[FoldedText(unit)] }

  private static let names = FoldedText.index([
    "percent": ["percent", "%", "per cent", "pct", "percentage", "por ciento", "porcentaje"],
    "points": ["points", "point", "percentage points", "pp", "puntos", "punto", "puntos porcentuales"],
    "votes": ["votes", "vote", "votos", "voto"],
    "people": ["people", "persons", "person", "personas", "persona"],
    "sheets": ["sheets", "sheet", "actas", "acta"],
    "h": ["h", "hours", "hour", "hrs", "hr", "horas", "hora"],
    "days": ["days", "day", "días", "día"],
    "min": ["min", "minutes", "minute", "minutos", "minuto"],
  ])
}

extension FoldedText {
  /// The names by the words for each.
  fileprivate static func index(_ words: KeyValuePairs<String, [String]>) -> [FoldedText: String] {
    let pairs = words.flatMap { name, words in words.map { (FoldedText($0), name) } }
    return Dictionary(pairs) { first, _ in first }
  }
}
