import Drawings
import Markdown
import ModuleKit
import Pages

/// Fills a template that passed its check.
struct TemplateFiller {
  private let results: [String: StoredResult]
  private let context: Context
  private let words: PageWords
  /// Figures that hold more than drawing, and what is more than a page may hold.
  private(set) var problems: [Problem] = []
  private var budget = PageBudget(template: 0, findings: 0)
  private var sources: [Source] = []
  private var numbers: [FindingPath: Int] = [:]
  private var figures = 0
  private var tables = 0

  /// The findings that the sections around are going through, innermost last.
  private typealias Current = [(path: FindingPath, finding: Finding)]

  /// Fills with `results` in `language`.
  init(_ results: [StoredResult], _ context: Context, _ language: Language) {
    self.results = Dictionary(results.map { ($0.analysis, $0) }) { $1 }
    self.context = context
    words = PageWords(language)
  }

  /// What `template` becomes.
  mutating func fill(_ template: TemplateNode) -> FilledTemplate {
    budget = PageBudget(
      template: template.count, findings: results.values.reduce(0) { $0 + $1.outcome.findings.count })
    let nodes = EmptyHeadings.dropped(from: filled(template.children, []))
    return FilledTemplate(nodes: nodes, sources: sources)
  }

  private mutating func filled(_ nodes: [TemplateNode], _ current: Current) -> [DraftNode] {
    nodes.compactMap { budget.excess == nil ? filled($0, current) : nil }
  }

  /// Whether the page has room for `nodes` more nodes and `bytes` bytes of a result; that it has not is told once.
  private mutating func takes(nodes: Int = 0, bytes: Int = 0, at range: MarkRange) -> Bool {
    if budget.take(nodes: nodes, bytes: bytes) { return true }
    if let excess = budget.excess, !problems.contains(where: { $0.message == excess }) {
      problems.append(Problem(message: excess, range: range))
    }
    return false
  }

  private mutating func filled(_ node: TemplateNode, _ current: Current) -> DraftNode? {
    guard takes(nodes: 1, at: node.range) else { return nil }
    switch node.kind {
    case .text(let text): return DraftNode(kind: .text(text), range: node.range)
    case .tag(let content): return filled(content, at: node.range, current)
    case .section(.annex, _):
      return DraftNode(kind: .annex, children: filled(node.children, current), range: node.range)
    case .section(.known(let instant, let isInverted), _):
      let isShown = instant.isKnown(in: context.asOf) != isInverted
      return DraftNode(kind: .section, children: isShown ? filled(node.children, current) : [], range: node.range)
    case .section(.findings(let path, let isInverted), _):
      return section(node, path, isInverted: isInverted, current)
    case .markup(let kind):
      let children = filled(node.children, current)
      // A paragraph or an item that held nothing but sections goes with them.
      if !kind.isGrid, !node.children.isEmpty, children.allSatisfy(\.isEmpty) { return nil }
      return DraftNode(kind: .markup(kind), children: children, range: node.range)
    }
  }

  private mutating func section(
    _ node: TemplateNode, _ path: FindingPath, isInverted: Bool, _ current: Current
  ) -> DraftNode {
    var children: [DraftNode] = []
    if let result = results[path.analysis], result.isPresent {
      let findings = current.lastFinding(path).map { [$0] } ?? result.findings(path)
      if isInverted {
        if findings.isEmpty { children = filled(node.children, current) }
      } else {
        for finding in findings where budget.excess == nil {
          _ = source(result, finding, at: node.range)
          Self.join(filled(node.children, current + [(result.path(of: finding), finding)]), to: &children)
        }
      }
    }
    // An absent sentence leaves nothing behind; an absent part of one leaves a sentence that rests on its absence.
    let analyses = children.isEmpty && node.endsSentence ? [] : [path.analysis]
    return DraftNode(kind: .section, children: children, analyses: analyses, range: node.range)
  }

  /// One round behind the other; where a round is a list, its items go on the list of the round before.
  private static func join(_ round: [DraftNode], to rounds: inout [DraftNode]) {
    guard round.count == 1, case .markup(.list(let ordered, _, let tight)) = rounds.last?.kind,
      case .markup(.list(ordered, _, tight)) = round[0].kind
    else { return rounds += round }
    rounds[rounds.count - 1].children += round[0].children
  }

  // MARK: Tags

  private mutating func filled(_ content: TagContent, at range: MarkRange, _ current: Current) -> DraftNode? {
    switch content {
    case .fact(let fact):
      let (text, machine) = fact.text(context, words.language)
      return DraftNode(kind: .fact(text, machine: machine), range: range)
    case .verbatim(let text): return DraftNode(kind: .verbatim(text), range: range)
    case .figure(let analysis, let name):
      let drawing = results[analysis]?.figure(name)?.svg[words.language]
      guard takes(bytes: drawing?.utf8.count ?? 0, at: range) else { return nil }
      return DraftNode(kind: .figure(figure(analysis, name, at: range)), analyses: [analysis], range: range)
    case .table(let analysis, let name):
      let content = results[analysis]?.table(name)
      guard takes(bytes: content?.table.pageBytes ?? 0, at: range) else { return nil }
      tables += 1
      let table = DraftTable(
        analysis: analysis, name: name, number: tables, content: content, options: results[analysis]?.options ?? [:])
      return DraftNode(kind: .table(table), analyses: [analysis], range: range)
    case .current(let name, let format):
      guard let (path, finding) = current.last else { return nil }
      return bound(path, finding, name, format, at: range)
    case .value(let path, let name, let format):
      let finding = current.lastFinding(path) ?? results[path.analysis]?.findings(path).first
      return bound(path, finding, name, format, at: range)
    case .open, .close: return nil
    }
  }

  private mutating func figure(_ analysis: String, _ name: String, at range: MarkRange) -> DraftFigure {
    figures += 1
    var figure = DraftFigure(analysis: analysis, name: name, number: figures)
    guard let (svg, title) = results[analysis]?.figure(name) else { return figure }
    figure.caption = title[words.language]
    do {
      figure.drawing = try SafeDrawing(svg[words.language])
    } catch {
      problems.append(Problem(message: .unsafeFigure("\(analysis).\(name)", reason: error.reason), range: range))
    }
    return figure
  }

  private mutating func bound(
    _ path: FindingPath, _ finding: Finding?, _ name: String, _ format: TagFormat?, at range: MarkRange
  ) -> DraftNode? {
    var text = BoundText(text: words.noValue, path: path, name: name)
    if let finding, let result = results[path.analysis],
      let value = result.text(name, of: finding, format, words.language)
    {
      guard takes(bytes: value.utf8.count, at: range) else { return nil }
      let number = source(result, finding, at: range)
      text = BoundText(
        text: value, machine: finding.values[name]?.machine, path: result.path(of: finding), name: name,
        source: number)
      if !sources[number - 1].uses.contains(where: { $0 == (name, value) }) {
        sources[number - 1].uses.append((name, value))
      }
    }
    return DraftNode(kind: .bound(text), analyses: [path.analysis], range: range)
  }

  /// The number of the finding in the list of sources, from 1.
  private mutating func source(_ result: StoredResult, _ finding: Finding, at range: MarkRange) -> Int {
    let path = result.path(of: finding)
    if let number = numbers[path] { return number }
    sources.append(Source(result: result, finding: finding, range: range))
    numbers[path] = sources.count
    return sources.count
  }
}

extension [(path: FindingPath, finding: Finding)] {
  /// The finding that `path` means inside the sections around.
  fileprivate func lastFinding(_ path: FindingPath) -> Finding? {
    last { $0.path.covers(path) }?.finding
  }
}

extension MarkdownNode.Kind {
  /// Whether it is a table or a cell, which keeps its place when all it held is left out.
  fileprivate var isGrid: Bool {
    if case .table = self { true } else if case .tableCell = self { true } else { false }
  }
}

extension TemplateNode {
  /// Whether the node's own text ends with the end of a sentence.
  fileprivate var endsSentence: Bool {
    if case .text(let text) = kind {
      let last = text.string.unicodeScalars.last { !$0.properties.isWhitespace }
      return last.map { [".", "!", "?", "…", "”", "»", ")"].contains($0) } ?? false
    }
    return children.last?.endsSentence ?? false
  }
}
