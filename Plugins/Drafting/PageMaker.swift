internal import Diagnostics
internal import Language
internal import Markdown

/// Fills a template that passed its check.
struct PageMaker {
  private let edition: Edition
  private let results: [String: BoundResult]
  private let words: PageWords
  private var sources: [Source] = []
  private var numbers: [String: Int] = [:]
  private var figures = 0
  private var tables = 0

  /// The findings that the sections around are going through, innermost last.
  private typealias Current = [(path: FindingPath, finding: BoundFinding)]

  init(_ edition: Edition) {
    self.edition = edition
    results = Dictionary(edition.results.map { ($0.analysis, $0) }) { $1 }
    words = PageWords(edition.language)
  }

  /// The page that `template` makes.
  mutating func make(_ template: TemplateNode) -> Page {
    let blocks = filled(template.children, [])
    return Page(blocks: blocks, sources: sources)
  }

  private mutating func filled(_ nodes: [TemplateNode], _ current: Current) -> [PageNode] {
    nodes.compactMap { filled($0, current) }
  }

  private mutating func filled(_ node: TemplateNode, _ current: Current) -> PageNode? {
    switch node.kind {
    case .text(let text): return PageNode(kind: .text(text), range: node.range)
    case .tag(let content): return filled(content, at: node.range, current)
    case .section(.annex, _):
      return PageNode(kind: .annex, children: filled(node.children, current), range: node.range)
    case .section(.findings(let path, let isInverted), _):
      return section(node, path, isInverted: isInverted, current)
    case .markup(let kind):
      let children = filled(node.children, current)
      // A paragraph or an item that held nothing but sections goes with them.
      if kind.goesWhenEmpty, !node.children.isEmpty, children.allSatisfy(\.isEmpty) { return nil }
      return PageNode(kind: .markup(kind), children: children, range: node.range)
    }
  }

  private mutating func section(
    _ node: TemplateNode, _ path: FindingPath, isInverted: Bool, _ current: Current
  ) -> PageNode {
    var children: [PageNode] = []
    if let result = results[path.analysis], result.isPresent {
      let findings = current.lastFinding(path).map { [$0] } ?? result.findings(path)
      if isInverted {
        if findings.isEmpty { children = filled(node.children, current) }
      } else {
        for finding in findings {
          _ = source(path.analysis, finding, at: node.range)
          children = Self.joined(children, filled(node.children, current + [(path.about(finding), finding)]))
        }
      }
    }
    // An absent sentence leaves nothing behind; an absent part of one leaves a sentence that rests on its absence.
    let analyses = children.isEmpty && node.endsSentence ? [] : [path.analysis]
    return PageNode(kind: .section, children: children, analyses: analyses, range: node.range)
  }

  /// One round behind the other; where a round is a list, its items go on the list of the round before.
  private static func joined(_ rounds: [PageNode], _ round: [PageNode]) -> [PageNode] {
    guard round.count == 1, var last = rounds.last, case .markup(.list(let ordered, _, let tight)) = last.kind,
      case .markup(.list(ordered, _, tight)) = round[0].kind
    else { return rounds + round }
    last.children += round[0].children
    return rounds.dropLast() + [last]
  }

  // MARK: Tags

  private mutating func filled(_ content: TagContent, at range: MarkRange, _ current: Current) -> PageNode? {
    switch content {
    case .fact(let fact):
      let (text, machine) = value(of: fact)
      return PageNode(kind: .fact(text, machine: machine), range: range)
    case .verbatim(let text): return PageNode(kind: .verbatim(text), range: range)
    case .figure(let analysis, let name):
      figures += 1
      let content = results[analysis]?.figures[name]
      let figure = PageFigure(analysis: analysis, name: name, number: figures, content: content)
      return PageNode(kind: .figure(figure), analyses: [analysis], range: range)
    case .table(let analysis, let name):
      tables += 1
      let content = results[analysis]?.tables[name]
      let table = PageTable(analysis: analysis, name: name, number: tables, content: content)
      return PageNode(kind: .table(table), analyses: [analysis], range: range)
    case .current(let name, let format):
      guard let (path, finding) = current.last else { return nil }
      return bound(path, finding, name, format, at: range)
    case .value(let path, let name, let format):
      let finding = current.lastFinding(path) ?? results[path.analysis]?.findings(path).first
      return bound(path, finding, name, format, at: range)
    case .open, .close: return nil
    }
  }

  private mutating func bound(
    _ path: FindingPath, _ finding: BoundFinding?, _ name: String, _ format: TagFormat?, at range: MarkRange
  ) -> PageNode {
    var text = BoundText(text: words.noValue, path: path, name: name)
    if let finding, let value = finding.text(name, format) {
      let number = source(path.analysis, finding, at: range)
      text = BoundText(
        text: value, machine: finding.quantities[name]?.machine, path: path.about(finding), name: name,
        source: number)
      if !sources[number - 1].uses.contains(where: { $0 == (name, value) }) {
        sources[number - 1].uses.append((name, value))
      }
    }
    return PageNode(kind: .bound(text), analyses: [path.analysis], range: range)
  }

  private func value(of fact: Fact) -> (text: String, machine: String?) {
    switch fact {
    case .title: (edition.title, nil)
    case .electionDay: (edition.electionDay, nil)
    case .notice: (edition.notice, nil)
    case .asOf: (edition.asOf?.text ?? "", edition.asOf?.machine)
    }
  }

  /// The number of the finding in the list of sources, from 1.
  private mutating func source(_ analysis: String, _ finding: BoundFinding, at range: MarkRange) -> Int {
    let key = FindingPath(analysis: analysis, code: finding.code, subject: finding.subject).text
    if let number = numbers[key] { return number }
    let operation = results[analysis]?.operation ?? ""
    sources.append(Source(analysis: analysis, operation: operation, finding: finding, range: range))
    numbers[key] = sources.count
    return sources.count
  }
}

extension FindingPath {
  /// The path that means `finding` and no other of its code.
  fileprivate func about(_ finding: BoundFinding) -> FindingPath {
    FindingPath(analysis: analysis, code: finding.code, subject: finding.subject)
  }
}

extension [(path: FindingPath, finding: BoundFinding)] {
  /// The finding that `path` means inside the sections around.
  fileprivate func lastFinding(_ path: FindingPath) -> BoundFinding? {
    last { $0.path.covers(path) }?.finding
  }
}

extension MarkdownNode.Kind {
  /// Whether a node is left out when all it held is.
  fileprivate var goesWhenEmpty: Bool {
    switch self {
    case .paragraph, .heading, .item, .list, .blockQuote, .tableRow, .emphasis, .strong, .link, .footnoteDefinition:
      true
    default: false
    }
  }
}

extension PageNode {
  /// Whether a reader sees nothing of it.
  var isEmpty: Bool {
    switch kind {
    case .section, .markup(.tableCell): children.allSatisfy(\.isEmpty)
    case .markup(.softBreak), .markup(.lineBreak): true
    case .text(let text): text.string.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    default: false
    }
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
