import ModuleKit
import TestSupport
import Testing

/// Generated series held against computations of another make.
struct TimelinePropertyTests {
  /// One made-up bulletin: what it states of two options, and when it was published, in hours of January 2020.
  struct Row {
    var oak: Int?, elm: Int?
    var lead: Int?, leader: String?
    var sheets: Int?
    var from: Int?, to: Int?
    var follows = false

    func csv(_ key: String, swapped: Bool = false) -> String {
      func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
      func hour(_ hour: Int?) -> String {
        hour.map { "2020-01-\($0 / 24 + 1 < 10 ? "0" : "")\($0 / 24 + 1)T\($0 % 24 < 10 ? "0" : "")\($0 % 24):00:00Z" }
          ?? ""
      }
      let (first, second) = swapped ? (elm, oak) : (oak, elm)
      let leader = swapped ? self.leader.map { $0 == "oak" ? "elm" : "oak" } : self.leader
      return [
        key, text(first), text(second), text(lead), leader ?? "", text(sheets), sheets == nil ? "" : "100", hour(from),
        hour(to), follows ? "true" : "",
      ].joined(separator: ",")
    }

    static let columns =
      "id,votes_oak,votes_elm,lead,leader,counted_sheets,total_sheets,published_from,published_to,follows_previous"

    /// Oak's lead as the row states it.
    var signed: Int? {
      if let oak, let elm { return oak - elm }
      return lead.map { leader == "elm" ? -$0 : $0 }
    }
  }

  private func rows(_ random: inout Seeded) -> [Row] {
    var hour = Int.random(in: 0..<24, using: &random)
    var sheets = 0
    return (0..<Int.random(in: 1...6, using: &random)).map { place in
      var row = Row()
      if random.once(in: 3) {
        row.lead = Int.random(in: 0...50, using: &random)
        row.leader = row.lead == 0 ? nil : random.once(in: 2) ? "oak" : "elm"
      } else {
        row.oak = Int.random(in: 0...500, using: &random)
        row.elm = Int.random(in: 0...500, using: &random)
      }
      sheets += Int.random(in: 1...15, using: &random)
      row.sheets = random.once(in: 3) ? nil : sheets
      if !random.once(in: 4) {
        row.from = hour
        row.to = hour + Int.random(in: 0...5, using: &random)
      }
      hour += Int.random(in: 0...30, using: &random)
      row.follows = place > 0 && random.once(in: 3)
      return row
    }
  }

  private func csv(_ rows: [Row], swapped: Bool = false) -> String {
    Samples.bulletins(Row.columns, rows.enumerated().map { $1.csv("r\($0)", swapped: swapped) })
  }

  @Test(arguments: 0..<60) func leadsStepsAndWhatWasNeeded(seed: UInt64) async throws {
    var random = Seeded(seed: seed)
    let rows = rows(&random)
    let outcome = try await OperationRun.timeline().outcome(csv(rows))
    let leads = rows.map { $0.signed ?? 0 }
    #expect(outcome.all("lead").count + outcome.all("level").count == rows.count)
    guard let first = leads.first(where: { $0 != 0 }) else {
      #expect(outcome.all("lead_step").isEmpty)
      return
    }
    let sign = first > 0 ? 1.0 : -1.0
    let steps = zip(leads, leads.dropFirst()).map { sign * Double($1 - $0) }
    #expect(try outcome.all("lead_step").map { try $0.value("step").value } == steps)
    if rows.count > 1 {
      #expect(try outcome.one("lead_change_total").value("total").value == steps.reduce(0, +))
    }
    for (place, row) in rows.enumerated() {
      guard let oak = row.oak, let elm = row.elm, let sheets = row.sheets, oak != elm else { continue }
      // As many votes on an outstanding sheet as on a counted one: the margin that levels the count.
      let rest = Double(oak + elm) * Double(100 - sheets) / Double(sheets)
      let needed = try outcome.one("needed_margin", about: "r\(place)").value("needed")
      #expect(abs((needed.value ?? 0) * rest / 100 - Double(abs(oak - elm))) < 1e-6)
      let isOpen = 0.8 * rest > Double(abs(oak - elm))
      #expect(outcome.all("open_outcome").contains { $0.subject == "r\(place)" } == isOpen)
    }
  }

  @Test(arguments: 0..<60) func swappingTheOptionsSwapsTheNamesAlone(seed: UInt64) async throws {
    var random = Seeded(seed: seed)
    let rows = rows(&random)
    let timeline = OperationRun.timeline()
    let (plain, swapped) = (
      try await timeline.outcome(csv(rows)), try await timeline.outcome(csv(rows, swapped: true))
    )
    func mirrored(_ text: String) -> String {
      text.replacing("Oak", with: "#").replacing("Elm", with: "Oak").replacing("#", with: "Elm")
    }
    #expect(plain.findings.map(\.statement.en) == swapped.findings.map { mirrored($0.statement.en) })
    #expect(plain.findings.map(\.statement.es) == swapped.findings.map { mirrored($0.statement.es) })
    #expect(plain.findings.map(\.values) == swapped.findings.map(\.values))
    #expect(plain.findings.map(\.severity) == swapped.findings.map(\.severity))
  }

  /// Every assignment of hours that the rows admit is tried: a silence holds in all of them, and a reversal too.
  @Test(arguments: 0..<80) func silencesAndReversalsHoldHoweverTheTimesFell(seed: UInt64) async throws {
    var random = Seeded(seed: seed)
    let last = 14
    let rows = (0..<4).map { place -> Row in
      var row = Row()
      row.lead = 1
      row.leader = random.once(in: 2) ? "oak" : "elm"
      if !random.once(in: 5) {
        row.from = Int.random(in: 0...last - 2, using: &random)
        row.to = min(last, (row.from ?? 0) + Int.random(in: 0...2, using: &random))
      }
      row.follows = place > 0 && random.once(in: 2)
      return row
    }
    guard
      zip(rows, rows.dropFirst()).allSatisfy({ before, after in
        !after.follows || (after.to ?? last) >= (before.from ?? 0)
      })
    else { return }  // the kind refuses such a file
    let outcome = try await OperationRun.timeline().with(["silence": "4h"]).outcome(csv(rows))
    let histories = histories(rows, last)
    for silence in outcome.all("silence") {
      let pair = try pair(silence)
      for hours in histories {
        let (before, after) = (hours[pair.0], hours[pair.1])
        #expect(after - before >= 4)
        #expect(Double(after - before) >= silence.values["gap"]?.low ?? 0)
        #expect(Double(after - before) <= silence.values["gap"]?.high ?? 99)
        let (start, end) = (rows[pair.0].to ?? 0, rows[pair.1].from ?? 0)
        #expect(!hours.contains { start < $0 && $0 < end }, "seed \(seed)")
      }
    }
    for reversal in outcome.all("lead_reversal") {
      let pair = try pair(reversal)
      #expect(histories.allSatisfy { $0[pair.0] <= $0[pair.1] })
    }
  }

  /// Rows with disjoint times in order: the definition of a gap, [from₂ − to₁, to₂ − from₁], as it stands.
  @Test(arguments: 0..<40) func silencesOfOrderedRows(seed: UInt64) async throws {
    var random = Seeded(seed: seed)
    var hour = 0
    let rows = (0..<5).map { _ -> Row in
      var row = Row(lead: 1, leader: "oak")
      (row.from, row.to) = (hour, hour + Int.random(in: 0...4, using: &random))
      hour = (row.to ?? 0) + Int.random(in: 1...12, using: &random)
      return row
    }
    let outcome = try await OperationRun.timeline().outcome(csv(rows))
    var expected: [String] = []
    for (place, (a, b)) in zip(rows, rows.dropFirst()).enumerated() {
      guard let low = b.from.flatMap({ from in a.to.map { from - $0 } }),
        let high = b.to.flatMap({ to in a.from.map { to - $0 } })
      else { continue }
      if low >= 6 { expected.append("silence r\(place)_to_r\(place + 1) \(low) \(high)") }
      if low < 6, high >= 6 { expected.append("possible_silence r\(place)_to_r\(place + 1) \(low) \(high)") }
    }
    let found = outcome.findings.compactMap { finding in
      finding.values["gap"].map { "\(finding.code) \(finding.subject) \(Int($0.low ?? -1)) \(Int($0.high ?? -1))" }
    }
    #expect(found == expected)
  }

  private func pair(_ finding: Finding) throws -> (Int, Int) {
    let places = finding.subject.split(separator: "_").compactMap { Int($0.dropFirst()) }
    try #require(places.count == 2)
    return (places[0], places[1])
  }

  private func histories(_ rows: [Row], _ last: Int) -> [[Int]] {
    rows.reduce([[]]) { histories, row in
      histories.flatMap { hours in
        ((row.from ?? 0)...(row.to ?? last)).compactMap { hour in
          row.follows && hour < (hours.last ?? 0) ? nil : hours + [hour]
        }
      }
    }
  }
}
