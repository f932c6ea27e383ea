import ModuleKit

/// The results that templates are filled with: a timeline with a few findings, a table and a figure, and one that is
/// not current.
enum SampleResults {
  static let all = [result("count_line", .current, steps: 12), result("claims", .stale, steps: 1)]

  static let context: Context = {
    guard let zone = Zone("America/Tegucigalpa") else { fatalError("every machine knows this zone") }
    let mission = Mission(
      id: "test", title: Text("General election"), electionDay: Day(ordinal: 17_496), zone: zone,
      languages: Language.allCases, notice: Text("Made up; issued by no mission"))
    return Context(mission: mission, asOf: Instant(rfc3339: "2017-11-28T00:00:00-06:00"))
  }()

  private static let gaps = TableKind<(from: String, hours: Double)>(
    "gaps", Text("Gaps"),
    columns: [.init("from", Text("from")) { $0.from }, .init("hours", Text("hours")) { $0.hours }])

  private static func result(_ name: String, _ status: StoredResult.Status, steps: Int) -> StoredResult {
    func kind(_ code: String, _ statement: String, _ number: String, _ unit: Unit, words: [String] = [])
      -> DeclaredFinding
    {
      DeclaredFinding(
        code, .notice, tier: .fact, placement: .body, Text(statement), caution: Text("It shows no more."),
        method: Text("Differences"), numbers: [.init(number, unit, Text(number))], words: words)
    }
    var operation = OperationManifest("timeline", summary: Text("timeline"))
    operation.findings = [
      kind("silence", "Nothing was published for {gap}.", "gap", .hours),
      kind("step", "The lead of {leader} changed by {votes}.", "votes", .votes, words: ["leader"]),
    ]
    operation.figures = [FigureKind("lead", Text("The lead shrinks."))]
    operation.tables = [gaps.declared]
    var checked = CheckedOutcome(operation)
    let source = Evidence(dataset: "bulletins", rows: ["first", "second"], sources: ["press"], basis: .reported)
    checked.add(
      "silence", about: "first", ["gap": Quantity(nil, .hours, low: 30, high: 42, interval: .hardBound)], words: [:],
      from: [source])
    for step in 0..<steps {
      checked.add(
        "step", about: "step_\(step)", ["votes": Quantity(-45_587 * step, .votes)],
        words: ["leader": Text("Ana <b> & \"Co\" *\(step)*")], from: [source])
    }
    checked.add(
      figure: Text(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\"/></svg>"),
      as: "lead")
    guard let table = try? gaps.table(of: (0..<20).map { ("<td>\($0)", Double($0) / 3) }) else {
      fatalError("the cells are those of the columns")
    }
    checked.add(table: table, as: "gaps")
    return StoredResult(
      analysis: name, module: "counts", operation: operation, status: status, outcome: checked.outcome)
  }
}
