import Incidents
import ModuleKit
import TestSupport
import Testing

/// The rules, read naively, on claims drawn at random; and what must not matter.
struct PropertyTests {

  private static let measures = ["killed", "injured"]
  private static let qualifiers = ["", "exact", "at_least", "at_most", "approx"]

  private func day(_ ordinal: Int) -> String { Day(ordinal: 17_496 + ordinal).iso }

  private func rows(_ generator: inout Seeded) -> [Row] {
    (0..<generator.number(below: 14)).map { index in
      let from = generator.number(below: 30)
      return Row(
        id: "c\(index)", source: "s\(generator.number(below: 4))", published: day(20 + generator.number(below: 8)),
        from: day(from), to: day(from + generator.number(below: 40)),
        measure: Self.measures[generator.number(below: 2)],
        population: generator.number(below: 5) == 0 ? "police" : "all",
        qualifier: Self.qualifiers[generator.number(below: 5)], value: "\(generator.number(below: 12))")
    }
  }

  private func window(_ generator: inout Seeded) -> (from: Int, to: Int, tolerance: Int) {
    let from = generator.number(below: 30)
    return (from, from + generator.number(below: 40), generator.number(below: 20))
  }

  private func parameters(_ window: (from: Int, to: Int, tolerance: Int)?) -> [String: Value] {
    guard let window else { return ["measure": "killed"] }
    return [
      "measure": "killed", "window_from": .string(day(window.from)), "window_to": .string(day(window.to)),
      "tolerance_days": .integer(window.tolerance),
    ]
  }

  /// What the rules say, row by row, with days as texts and nothing shared with the module.
  private struct Naive: Equatable {
    var used: [String] = []
    var apart: [String] = []
    var low: Int?
    var high: Int?
    var isOpen = false
    var contradictions: Set<[String]> = []
    var decreases: Set<[String]> = []
    var differ = false
  }

  private func naive(_ rows: [Row], _ window: (from: Int, to: Int, tolerance: Int)?) -> Naive {
    var found = Naive()
    var fitting: [Row] = []
    for row in rows where row.measure == "killed" && row.population != "police" {
      if let window {
        let begins = row.from <= day(window.from + window.tolerance)
        let ends = row.to >= day(window.to - window.tolerance) && row.to <= day(window.to + 7)
        if !(begins && ends) {
          found.apart.append(row.id)
          continue
        }
      }
      fitting.append(row)
    }
    func number(_ row: Row) -> Int { Int(row.value) ?? -1 }
    func isLater(_ a: Row, _ b: Row) -> Bool { (a.published, a.id) > (b.published, b.id) }
    func contains(_ a: Row, _ b: Row) -> Bool { a.from <= b.from && b.to <= a.to }
    let used = fitting.filter { row in !fitting.contains { $0.source == row.source && isLater($0, row) } }
    found.used = used.map(\.id).sorted()
    found.apart.sort()
    found.differ = Set(used.map { $0.from + $0.to }).count > 1
    // Without a window nobody says that different periods are one.
    if window != nil || !found.differ {
      found.low = used.map(number).min()
      found.high = used.map(number).max()
      found.isOpen = used.contains { $0.qualifier == "at_least" }
    }
    for a in used {
      for b in used
      where ["", "exact"].contains(a.qualifier) && b.qualifier == "at_least" && number(a) < number(b) && contains(a, b)
      {
        found.contradictions.insert([a.id, b.id])
      }
    }
    for a in fitting {
      for b in fitting
      where a.source == b.source && a.published < b.published && number(b) < number(a) && contains(b, a) {
        found.decreases.insert([a.id, b.id])
      }
    }
    return found
  }

  private func read(_ outcome: Outcome) throws -> Naive {
    let toll = outcome.all("toll_range").first?.values["toll"]
    return Naive(
      used: try outcome.claims("used"), apart: try outcome.claims("not_comparable"), low: toll?.low.map { Int($0) },
      high: toll?.high.map { Int($0) }, isOpen: toll?.isOpenAbove ?? false,
      contradictions: Set(outcome.all("contradiction").map { $0.evidence[0].rows.map(\.text) }),
      decreases: Set(outcome.all("decrease").map { $0.evidence[0].rows.map(\.text) }),
      differ: outcome.codes.contains("periods_differ"))
  }

  @Test func theRulesReadNaivelyGiveTheSame() async throws {
    var generator = Seeded(seed: 11)
    var seen = Naive()
    for round in 0..<250 {
      let rows = rows(&generator)
      let window = round % 3 == 0 ? nil : window(&generator)
      let expected = naive(rows, window)
      #expect(
        try read(try await OperationRun.casualties.with(parameters(window)).outcome(Row.csv(rows))) == expected,
        "round \(round)")
      seen.contradictions.formUnion(expected.contradictions)
      seen.decreases.formUnion(expected.decreases)
    }
    // The draws reach the rarer rules at all.
    #expect(!seen.contradictions.isEmpty && !seen.decreases.isEmpty)
  }

  @Test func theOrderOfRowsDoesNotMatter() async throws {
    var generator = Seeded(seed: 12)
    for _ in 0..<40 {
      let rows = rows(&generator)
      let window = window(&generator)
      let shuffled = rows.shuffled(using: &generator)
      let (a, b) = (
        try await OperationRun.casualties.with(parameters(window)).outcome(Row.csv(rows)),
        try await OperationRun.casualties.with(parameters(window)).outcome(Row.csv(shuffled))
      )
      #expect(a.findings == b.findings && a.tables == b.tables && a.figures == b.figures)
    }
  }

  @Test func anotherMeasureDoesNotMatter() async throws {
    var generator = Seeded(seed: 13)
    for _ in 0..<40 {
      let rows = rows(&generator)
      let window = window(&generator)
      let more = rows + [Row(id: "x", source: "s1", published: day(99), measure: "detained", value: "7")]
      let (a, b) = (
        try await OperationRun.casualties.with(parameters(window)).outcome(Row.csv(rows)),
        try await OperationRun.casualties.with(parameters(window)).outcome(Row.csv(more))
      )
      #expect(a == b)
    }
  }

  @Test func theNamesOfSourcesDoNotMatter() async throws {
    var generator = Seeded(seed: 14)
    let names = ["s0": "t3", "s1": "t0", "s2": "t2", "s3": "t1"]
    for _ in 0..<40 {
      let rows = rows(&generator)
      let window = window(&generator)
      let renamed = rows.map { row in
        var row = row
        row.source = names[row.source] ?? row.source
        return row
      }
      let (a, b) = (
        try await OperationRun.casualties.with(parameters(window)).outcome(Row.csv(rows)),
        try await OperationRun.casualties.with(parameters(window)).outcome(Row.csv(renamed))
      )
      #expect(try read(a) == read(b))
      #expect(a.findings.map(\.values) == b.findings.map(\.values))
    }
  }

  @Test func laterClaimsAreNotKnownEarlier() async throws {
    var generator = Seeded(seed: 15)
    for _ in 0..<40 {
      let rows = rows(&generator)
      let asOf = day(20 + generator.number(below: 8))
      let known = try await OperationRun.casualties.known(by: asOf).giving(Row.csv(rows), as: "claims").outcome(
        parameters(nil))
      #expect(try read(known) == naive(rows.filter { $0.published <= asOf }, nil))
    }
  }
}
