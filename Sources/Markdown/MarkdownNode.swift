public import Diagnostics

/// A node of a parsed Markdown text: what it is, what it holds and where it stands.
///
/// Block nodes hold blocks or inline nodes, inline nodes hold inline nodes. Raw HTML has no case: a text that holds
/// any is refused. The tree is at most `MarkdownLimits.depth` deep, so that functions over it may recurse.
public struct MarkdownNode: Sendable, Hashable {
  /// How the cells of a table's column are set.
  public enum Alignment: Sendable, Hashable { case none, left, center, right }

  /// What a node is.
  public enum Kind: Sendable, Hashable {
    /// The whole text; its children are blocks, the footnotes' definitions last.
    case document
    /// A heading of level 1 to 6.
    case heading(level: Int)
    /// A paragraph.
    case paragraph
    /// A list of items; `start` is the first number of an ordered one, and 1 where it is not ordered.
    case list(ordered: Bool, start: Int, tight: Bool)
    /// An item of a list.
    case item
    /// A quotation set apart.
    case blockQuote
    /// A block of code: the word behind the fence, and the text as it stands.
    case codeBlock(info: String, text: String)
    /// A rule between two parts.
    case thematicBreak
    /// A table of rows, the first of them its header.
    case table(alignments: [Alignment])
    /// A row of cells.
    case tableRow(header: Bool)
    /// A cell, with its column's alignment.
    case tableCell(Alignment)
    /// What footnote `number` says: blocks. Numbers count from 1 in the order of the first references.
    case footnoteDefinition(number: Int)
    /// A reference to footnote `number`.
    case footnoteReference(number: Int)
    /// Text within one line of the source. No two text nodes stand side by side.
    case text(MarkdownText)
    /// A line break in the source that means a space.
    case softBreak
    /// A line break that the author asked for.
    case lineBreak
    /// Emphasis.
    case emphasis
    /// Strong emphasis.
    case strong
    /// Code within a line, as it stands.
    case code(String)
    /// A link, its address of a scheme that is safe.
    case link(url: String, title: String)
    /// An image, its children the text that stands in for it.
    case image(url: String, title: String)

    /// What a node of the kind holds.
    public var content: Content {
      switch self {
      case .document, .list, .item, .blockQuote, .table, .tableRow, .footnoteDefinition: .blocks
      case .heading, .paragraph, .tableCell: .wholeText
      case .emphasis, .strong, .link, .image: .partOfText
      case .text(let text): .literal(text.string)
      case .code(let text), .codeBlock(_, let text): .literal(text)
      case .softBreak, .lineBreak: .literal(" ")
      case .thematicBreak, .footnoteReference: .literal("")
      }
    }

    /// What is read where a node of the kind stands; nil where that is what its children say.
    public var literal: String? {
      if case .literal(let text) = content { text } else { nil }
    }
  }

  /// What a node holds.
  public enum Content: Sendable, Hashable {
    /// Blocks, or the rows and cells of a table.
    case blocks
    /// Inline nodes that are a text of their own, in which sentences begin and end.
    case wholeText
    /// Inline nodes that are a part of the text around.
    case partOfText
    /// Nothing; the text is what is read in its place, breaks being spaces and code as it stands.
    case literal(String)
  }

  /// What the node is.
  public var kind: Kind
  /// What it holds, in order; empty for leaves.
  public var children: [MarkdownNode]
  /// Where it stands. The marks of emphasis, links and code are those of what stands inside.
  public var range: MarkRange

  /// A node of `kind` at `range` that holds `children`.
  public init(_ kind: Kind, _ children: [MarkdownNode] = [], range: MarkRange) {
    (self.kind, self.children, self.range) = (kind, children, range)
  }

  /// The node's text without markup: breaks are spaces, code stands as it is.
  public var plainText: String { kind.literal ?? children.map(\.plainText).joined() }
}

/// The text of a node, and where each of its scalars stands in the source.
///
/// Escapes and character references make the text shorter than its source, so a position is not simply an offset.
public struct MarkdownText: Sendable, Hashable {
  /// A stretch whose scalars stand side by side in the source.
  struct Run: Sendable, Hashable {
    /// The offset of the first scalar in the text.
    var offset: Int
    /// The column of that scalar in the source.
    var column: Int
  }

  /// The text, escapes and character references resolved.
  public let string: String
  let line: Int
  /// Ordered by offset; the first one starts at 0.
  let runs: [Run]

  init(_ string: String, line: Int, runs: [Run]) { (self.string, self.line, self.runs) = (string, line, runs) }

  /// The text `string`, which stands at `mark` without escapes.
  public init(_ string: String, at mark: Mark) {
    self.init(string, line: mark.line, runs: [Run(offset: 0, column: mark.column)])
  }

  /// The position of the scalar at `offset`, which may be just behind the last one.
  public func mark(atScalar offset: Int) -> Mark {
    let run = runs.last { $0.offset <= offset } ?? Run(offset: 0, column: 1)
    return Mark(line: line, column: run.column + offset - run.offset)
  }

  /// The scalars in `range`, which must be within the text, with their positions.
  public func slice(_ range: Range<Int>) -> MarkdownText {
    let inside = runs.filter { range.contains($0.offset) && $0.offset > range.lowerBound }
    let first = Run(offset: 0, column: mark(atScalar: range.lowerBound).column)
    let scalars = string.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
    return MarkdownText(
      String(String.UnicodeScalarView(scalars)), line: line,
      runs: [first] + inside.map { Run(offset: $0.offset - range.lowerBound, column: $0.column) })
  }

  /// Whether the scalar at `offset` is written as an escape or a character reference.
  public func isEscaped(atScalar offset: Int) -> Bool {
    guard let index = runs.lastIndex(where: { $0.offset <= offset }), runs[index].offset == offset else { return false }
    guard index + 1 < runs.count, let next = runs[index...].dropFirst().first else { return false }
    return next.column - runs[index].column > next.offset - runs[index].offset
  }
}
