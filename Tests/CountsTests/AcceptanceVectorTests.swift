import ModuleKit
import TestSupport
import Testing

/// The shared vectors of the reference workspace; skipped where the folder is not there.
struct AcceptanceVectorTests {
  @Test(.enabled(if: SharedFolder.isPresent, "VEEDOR_SHARED has no vectors"))
  func everyFigureOfTheCount() async throws {
    let vectors = try SharedFolder.vector("honduras_2017_acceptance")
    let outcome = try await OperationRun.timeline(Samples.honduras).outcome(file: Samples.bulletins)
    func number(_ keys: String...) throws -> Double {
      try #require(keys.reduce(Optional(vectors)) { $0?[$1] }?.double)
    }

    let steps = try #require(vectors["lead_steps"]?["value"]?.list).map(\.double)
    #expect(try outcome.all("lead_step").map { try $0.value("step").value } == steps)
    #expect(try outcome.one("lead_change_total").value("total").value == number("lead_steps", "total"))

    let batches = try outcome.rows("batches", "first_to_fourth", "hindsight", "counted")
    let shares = ["g=0.895", "g=0.900", "g=0.905"]
    #expect(batches.count == shares.count)
    for (share, row) in zip(shares, batches) {
      #expect(try near(row[4], number("batch_margin_points", share)), "\(share)")
    }
    let margin = try outcome.one("batch_margin_hindsight").value("margin")
    #expect(try near(margin.high, number("batch_margin_points", "g=0.895")))
    #expect(try near(margin.value, number("batch_margin_points", "g=0.900")))
    #expect(try near(margin.low, number("batch_margin_points", "g=0.905")))

    for (size, name) in [(0.8, "r=0.8"), (1, "r=1"), (1.1, "r=1.1")] {
      let rows = try outcome.rows("needed", "first", "as_known_then", "size", .number(size))
      #expect(rows.count == 1)
      #expect(try near(rows.first?.last, number("needed_points_as_known_then", name)), "\(name)")
    }
    let needed = try outcome.one("needed_margin").value("needed")
    #expect(try near(needed.value, number("needed_points_as_known_then", "r=1")))
    #expect(try near(needed.low, number("needed_points_as_known_then", "r=1.1")))
    #expect(try near(needed.high, number("needed_points_as_known_then", "r=0.8")))
    let hindsight = try outcome.one("needed_margin_hindsight").value("needed")
    #expect(try near(hindsight.value, number("needed_points_hindsight", "value")))

    // The vectors know of no reading between the first bulletin and the second, by which the silence is shorter.
    let gap = try outcome.one("silence").value("gap")
    let hours = vectors["silence"]?["hours"]?.list?.compactMap(\.double) ?? []
    let (low, high) = (try #require(gap.low), try #require(gap.high))
    #expect(hours.count == 2 && low < hours[0] && high < hours[1] && high > hours[0])

    let valid = try outcome.rows("leads", "first").first?[8]
    #expect(try valid == .integer(Int64(number("inputs", "first_bulletin", "valid_implied"))))
    let declared = try outcome.rows("leads", "declared").first?[8]
    #expect(try declared == .integer(Int64(number("inputs", "declared", "valid_implied"))))
  }

  private func near(_ cell: Cell?, _ expected: Double) -> Bool {
    guard case .number(let value) = cell else { return false }
    return near(value, expected)
  }

  /// Equal to the two decimals printed.
  private func near(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) <= 0.005 + 1e-9 } ?? false
  }
}

/// The casualty claims of the reference workspace are those of the shared data, retyped, and one of a news story behind them.
struct CasualtyClaimDataTests {
  @Test(.enabled(if: SharedFolder.isPresent, "VEEDOR_SHARED has no data"))
  func all26() throws {
    let names = [
      "id", "source", "measure", "population", "qualifier", "value", "period_from", "period_to", "published",
    ]
    let columns = DatasetKind.claims.columns(for: nil).map(\.name)
    let reader = CSVReader(columns: columns.map { ColumnSpec($0, .text, names.contains($0) ? .required : .optional) })
    let ours = try reader.read(path: Repository.path + "/Workspaces/honduras_2017/data/casualty_claims.csv")
    let shared = try reader.read(path: SharedFolder.data("incidents/honduras_2017_claims.csv"))
    #expect(shared.rowCount == 26 && ours.rowCount == 27)
    for (place, name) in columns.enumerated() where names.contains(name) {
      for row in 0..<26 { #expect(ours.cells(row)[place] == shared.cells(row)[place], "\(name) \(row)") }
    }
  }
}
