import Markdown

/// Marks what on a page rests on results that are not current: sentences, figures and tables, and nothing else.
struct Marking {
  /// The analyses whose results are not current.
  let notCurrent: Set<String>
  private(set) var sentences = 0
  private(set) var figures = 0
  private(set) var tables = 0

  init(notCurrent: Set<String>) { self.notCurrent = notCurrent }

  /// `blocks` with the marks, inside sections over `scope`.
  mutating func marked(_ blocks: [DraftNode], scope: [String] = []) -> [DraftNode] {
    guard !notCurrent.isEmpty else { return blocks }
    return blocks.map { marked($0, scope) }
  }

  private mutating func marked(_ node: DraftNode, _ scope: [String]) -> DraftNode {
    var node = node
    switch node.kind {
    // A heading is no sentence of the section it opens; it is marked for what it states itself.
    case .markup(.heading): node.children = markedInlines(node.children, [])
    case .markup(let kind) where kind.content == .wholeText: node.children = markedInlines(node.children, scope)
    case .figure:
      guard let mark = mark(around: [node], node.analyses + scope) else { return node }
      figures += 1
      return mark
    case .table:
      guard let mark = mark(around: [node], node.analyses + scope) else { return node }
      tables += 1
      return mark
    case .markup, .text, .bound, .fact, .verbatim, .annex, .section, .marked:
      node.children = marked(node.children, scope: scope + node.analyses)
    }
    return node
  }

  /// `nodes` under a mark that names what is not current; nil where all of `analyses` is.
  private func mark(around nodes: [DraftNode], _ analyses: [String]) -> DraftNode? {
    let named = notCurrent.intersection(analyses).sorted()
    guard !named.isEmpty, let first = nodes.first else { return nil }
    return DraftNode(kind: .marked(named), children: nodes, range: first.range)
  }

  // MARK: Sentences

  private mutating func markedInlines(_ nodes: [DraftNode], _ scope: [String]) -> [DraftNode] {
    var flat = FlatText()
    for node in nodes { flat.append(node, scope) }
    var (out, done) = ([DraftNode](), 0)
    for range in Sentences.ranges(in: flat.units) {
      guard let mark = mark(around: slice(nodes, range, of: flat.units.count), flat.analyses(in: range)) else {
        continue
      }
      sentences += 1
      out += slice(nodes, done..<range.lowerBound, of: flat.units.count)
      out.append(mark)
      done = range.upperBound
    }
    guard done > 0 else { return nodes }
    return out + slice(nodes, done..<flat.units.count, of: flat.units.count)
  }

  /// The part of `nodes` that stands in `range`: markup that reaches beyond is cut in two.
  private func slice(_ nodes: [DraftNode], _ range: Range<Int>, of total: Int, from start: Int = 0) -> [DraftNode] {
    var (out, position) = ([DraftNode](), start)
    for node in nodes {
      let length = FlatText.length(of: node)
      let place = position..<(position + length)
      position += length
      let isEmpty = length == 0
      // What has no length belongs to what follows it, at the end to what stands before.
      guard
        isEmpty
          ? range.contains(place.lowerBound) || place.lowerBound == total && range.upperBound == total
          : place.overlaps(range)
      else { continue }
      if isEmpty || range.lowerBound <= place.lowerBound && place.upperBound <= range.upperBound {
        out.append(node)
        continue
      }
      var part = node
      if case .text(let text) = node.kind {
        let cut = place.clamped(to: range)
        let piece = text.slice((cut.lowerBound - place.lowerBound)..<(cut.upperBound - place.lowerBound))
        (part.kind, part.range) = (.text(piece), piece.range)
      } else {
        part.children = slice(node.children, range, of: total, from: place.lowerBound)
      }
      out.append(part)
    }
    return out
  }
}

/// The inline nodes of a block as one text, with what each scalar rests on.
struct FlatText {
  private(set) var units: [Sentences.Unit] = []
  private var stretches: [(range: Range<Int>, analyses: [String])] = []

  /// What a sentence in `range` rests on.
  func analyses(in range: Range<Int>) -> [String] {
    stretches.filter {
      $0.range.isEmpty
        ? range.contains($0.range.lowerBound) || $0.range.lowerBound == range.upperBound
        : $0.range.overlaps(range)
    }.flatMap(\.analyses)
  }

  mutating func append(_ node: DraftNode, _ scope: [String]) {
    let (start, analyses) = (units.count, scope + node.analyses)
    switch Self.content(of: node) {
    case .text(let text): units += text.map { Sentences.Unit(scalar: $0) }
    case .value(let text):
      // What comes from elsewhere counts as one word, but for the point it may end with.
      for (index, scalar) in text.enumerated() {
        units.append(.init(scalar: index > text.count - 3 ? scalar : "x", beginsValue: index == 0))
      }
    case .children:
      for child in node.children { append(child, analyses) }
    }
    let isLeaf = node.children.isEmpty
    if isLeaf, !analyses.isEmpty { stretches.append((start..<units.count, analyses)) }
  }

  static func length(of node: DraftNode) -> Int {
    switch content(of: node) {
    case .text(let text), .value(let text): text.count
    case .children: node.children.reduce(0) { $0 + length(of: $1) }
    }
  }

  private enum Content {
    case text([Unicode.Scalar])
    case value([Unicode.Scalar])
    case children
  }

  private static func content(of node: DraftNode) -> Content {
    switch node.kind {
    case .text(let text): .text(Array(text.string.unicodeScalars))
    case .bound(let bound): .value(Array(bound.text.unicodeScalars))
    case .fact(let text, _), .verbatim(let text), .markup(.code(let text)): .value(Array(text.unicodeScalars))
    case .markup(.softBreak), .markup(.lineBreak): .text([" "])
    case .markup(.footnoteReference): .text([Sentences.footnote])
    case .markup, .figure, .table, .annex, .section, .marked: .children
    }
  }
}
