extension [Diagnostic] {
  /// The diagnostics of one dataset in the order of its rows: the first `limit` of each rule and column in full, the
  /// rest counted.
  func byRow(limit: Int = 20) -> [Diagnostic] {
    struct Kind: Hashable { let rule, field: String? }
    func row(_ problem: Diagnostic) -> Int { problem.datum?.row ?? 0 }
    let sorted = enumerated().sorted { (row($0.element), $0.offset) < (row($1.element), $1.offset) }.map(\.element)
    var counts: [Kind: Int] = [:]
    var firstLeftOut: [(kind: Kind, problem: Diagnostic)] = []
    var out: [Diagnostic] = []
    for problem in sorted {
      let kind = Kind(rule: problem.datum?.rule, field: problem.datum?.field)
      let count = counts[kind, default: 0] + 1
      counts[kind] = count
      if count <= limit { out.append(problem) }
      if count == limit + 1 { firstLeftOut.append((kind, problem)) }
    }
    for (kind, problem) in firstLeftOut {
      var datum = problem.datum
      datum?.value = nil
      let more = RowMessage.more(counts[kind, default: 0] - limit, rule: kind.rule ?? problem.code, row: row(problem))
      out.append(Diagnostic(more, at: problem.location, datum: datum))
    }
    return out
  }
}
