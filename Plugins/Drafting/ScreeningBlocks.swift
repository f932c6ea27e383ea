import ModuleKit

/// The blocks of an annex, those of screening apart: their cautions come first, and they are shown on demand.
struct ScreeningBlocks {
  /// Blocks that stand together.
  struct Run {
    var nodes: [DraftNode]
    /// What is to be read before them; empty where no block is of screening.
    var cautions: [String]
  }

  private let screening: [String: StoredResult]
  private let language: Language

  init(_ results: [StoredResult], _ language: Language) {
    screening = Dictionary(results.filter(\.isScreening).map { ($0.analysis, $0) }) { $1 }
    self.language = language
  }

  /// The blocks in their order, each run of screening with the cautions of what it shows.
  func runs(_ nodes: [DraftNode], _ sources: [Source]) -> [Run] {
    var runs: [Run] = []
    for node in nodes {
      let cautions = cautions(of: node, sources)
      if let last = runs.last, node.isEmpty || last.cautions.isEmpty == cautions.isEmpty {
        runs[runs.count - 1].nodes.append(node)
        runs[runs.count - 1].cautions += cautions.filter { !last.cautions.contains($0) }
      } else {
        runs.append(Run(nodes: [node], cautions: cautions))
      }
    }
    return runs
  }

  /// The caution of each result of screening that a node shows something of, and those of the findings shown.
  private func cautions(of node: DraftNode, _ sources: [Source]) -> [String] {
    var all: [String] = []
    func add(_ caution: String?) { if let caution, !all.contains(caution) { all.append(caution) } }
    func add(_ analysis: String, _ source: Int?) {
      guard let result = screening[analysis] else { return }
      add(result.outcome.findings.first?.caution[language])
      if let source { add(sources[source - 1].finding.caution[language]) }
    }
    if case .bound(let bound) = node.kind { add(bound.path.analysis, bound.source) }
    if case .figure(let figure) = node.kind { add(figure.analysis, nil) }
    if case .table(let table) = node.kind { add(table.analysis, nil) }
    for child in node.children { cautions(of: child, sources).forEach(add) }
    return all
  }
}
