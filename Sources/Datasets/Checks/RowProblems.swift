public import Diagnostics

extension [Diagnostic] {
  /// How many of each rule and column are told in full.
  static var toldInFull: Int { 20 }

  /// The diagnostics of one dataset in the order of its files and rows: the first of each rule and column in full, the rest
  /// counted.
  public func byRow() -> [Diagnostic] {
    let limit = Self.toldInFull
    func row(_ problem: Diagnostic) -> Int { problem.datum?.row ?? 0 }
    func file(_ problem: Diagnostic) -> String { problem.location?.file ?? "" }
    let sorted = enumerated().sorted {
      (file($0.element), row($0.element), $0.offset) < (file($1.element), row($1.element), $1.offset)
    }.map(\.element)
    var counts: [RuleInColumn: Int] = [:]
    var firstLeftOut: [(broken: RuleInColumn, problem: Diagnostic)] = []
    var out: [Diagnostic] = []
    for problem in sorted {
      let broken = RuleInColumn(rule: problem.datum?.rule ?? problem.code, field: problem.datum?.field)
      let count = counts[broken, default: 0] + 1
      counts[broken] = count
      if count <= limit { out.append(problem) }
      if count == limit + 1 { firstLeftOut.append((broken, problem)) }
    }
    for (broken, problem) in firstLeftOut {
      var datum = problem.datum
      datum?.value = nil
      let count = counts[broken, default: 0] - limit
      let more = RowMessage.more(count, rule: broken.rule, row: row(problem))
      var rest = Diagnostic(more, at: problem.location, datum: datum)
      rest.severity = problem.severity
      out.append(rest)
    }
    return out
  }
}

private struct RuleInColumn: Hashable {
  let rule: String
  let field: String?
}
