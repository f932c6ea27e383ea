internal import CMarkdown
internal import Diagnostics

/// Turns libcmark-gfm's tree into nodes, walking it without recursion.
struct TreeReader {
  let source: SourceBytes
  let limits: MarkdownLimits
  var problems: [Problem] = []
  private var locator: InlineLocator

  /// A node whose children are still being read.
  private struct Frame {
    var kind: MarkdownNode.Kind
    var children: [MarkdownNode] = []
    var range: MarkRange
  }

  private var open: [Frame] = []
  private var quoteDepth = 0
  private var footnotes = 0
  private var alignments: [MarkdownNode.Alignment] = []
  private var cell = 0
  /// Whether the table that follows took its header from the end of a paragraph.
  private var headerIsLost = false

  /// A reader of `source`, which must be within the limits and UTF-8.
  init(source: SourceBytes, limits: MarkdownLimits) {
    (self.source, self.limits) = (source, limits)
    locator = InlineLocator(source: source)
  }

  /// The table extension, registered once: registering is not safe on several threads, reading is.
  private nonisolated(unsafe) static let tableExtension: OpaquePointer? = {
    cmark_gfm_core_extensions_ensure_registered()
    return cmark_find_syntax_extension("table")
  }()

  /// Parses the source; nil where it is nested too deep.
  mutating func read() -> MarkdownNode? {
    // Tables are the only extension: others register characters in a table that all threads share.
    guard let table = Self.tableExtension, let parser = cmark_parser_new(veedor_cmark_options()) else { return nil }
    defer { cmark_parser_free(parser) }
    cmark_parser_attach_syntax_extension(parser, table)
    source.bytes.withUnsafeBytes { bytes in
      guard let start = bytes.bindMemory(to: CChar.self).baseAddress else { return }
      cmark_parser_feed(parser, start, bytes.count)
    }
    guard let root = cmark_parser_finish(parser) else { return nil }
    defer { cmark_node_free(root) }
    guard let iterator = cmark_iter_new(root) else { return nil }
    defer { cmark_iter_free(iterator) }

    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return nil }
      if event == CMARK_EVENT_ENTER {
        guard enter(node) else { return nil }
      } else if let document = exit(node) {
        return document
      }
    }
  }

  // MARK: Entering

  /// Opens a container or adds a leaf; false where the tree is too deep.
  private mutating func enter(_ node: OpaquePointer) -> Bool {
    if let kind = containerKind(of: node) {
      guard open.count <= limits.depth else {
        let mark = open.last?.range.start ?? Mark(line: 1, column: 1)
        problems.append(Problem(message: .tooDeep(limit: limits.depth), range: MarkRange(mark, mark)))
        return false
      }
      open.append(Frame(kind: kind, range: openRange(of: node, kind)))
    } else {
      addLeaf(node)
    }
    return true
  }

  private mutating func containerKind(of node: OpaquePointer) -> MarkdownNode.Kind? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_LIST:
      let ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      let start = ordered ? Int(cmark_node_get_list_start(node)) : 1
      return .list(ordered: ordered, start: start, tight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_BLOCK_QUOTE:
      quoteDepth += 1
      return .blockQuote
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      footnotes += 1
      return .footnoteDefinition(number: footnotes)
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK:
      let url = string(cmark_node_get_url(node))
      return .link(url: url, title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      let url = string(cmark_node_get_url(node))
      return .image(url: url, title: string(cmark_node_get_title(node)))
    default: return tablePart(of: node)
    }
  }

  private mutating func tablePart(of node: OpaquePointer) -> MarkdownNode.Kind? {
    // The kinds of extensions have no constants in the installed headers, only names.
    switch string(cmark_node_get_type_string(node)) {
    case "table":
      alignments = columnAlignments(of: node)
      return .table(alignments: alignments)
    case "table_header":
      cell = 0
      return .tableRow(header: true)
    case "table_row":
      cell = 0
      return .tableRow(header: false)
    case "table_cell":
      defer { cell += 1 }
      return .tableCell(cell < alignments.count ? alignments[cell] : .none)
    default: return nil
    }
  }

  private func columnAlignments(of node: OpaquePointer) -> [MarkdownNode.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    guard let letters = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return UnsafeBufferPointer(start: letters, count: count).map {
      switch $0 {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  private mutating func openRange(
    of node: OpaquePointer, _ kind: MarkdownNode.Kind
  ) -> MarkRange {
    let (line, column) = start(of: node)
    if kind.content == .partOfText {
      let mark = locator.mark(line: line, column: column)
      return MarkRange(mark, mark)
    }
    guard kind.content == .wholeText else { return emptyRange(line: line, column: column) }
    if case .tableCell = kind {
      if headerIsLost {
        locator.openLost(lastLine: lastLine(of: cmark_node_parent(cmark_node_parent(node))))
      } else {
        locator.open(line: line, column: column, lastLine: line, quotes: quoteDepth, isCell: true)
      }
    } else if line == 0, let table = cmark_node_next(node) {
      // A table's header right below a paragraph leaves the paragraph without a position of its own.
      let (line, column) = start(of: table)
      locator.openCut(line: line, column: column, lastLine: lastLine(of: table), quotes: quoteDepth)
      headerIsLost = true
      return emptyRange(line: line, column: column)
    } else {
      locator.open(line: line, column: column, lastLine: lastLine(of: node), quotes: quoteDepth, isCell: false)
    }
    return emptyRange(line: line, column: column)
  }

  private func start(of node: OpaquePointer) -> (line: Int, column: Int) {
    (Int(cmark_node_get_start_line(node)), Int(cmark_node_get_start_column(node)))
  }

  private func emptyRange(line: Int, column: Int) -> MarkRange {
    let mark = source.mark(line: line, offset: source.offset(line: line, column: column))
    return MarkRange(mark, mark)
  }

  private func lastLine(of node: OpaquePointer?) -> Int {
    max(Int(cmark_node_get_end_line(node)), Int(cmark_node_get_start_line(node)))
  }

  // MARK: Leaves

  private mutating func addLeaf(_ node: OpaquePointer) {
    let (line, column) = start(of: node)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT:
      let text = string(cmark_node_get_literal(node))
      guard !text.isEmpty else { return }
      let located = locator.locate(text, line: line, column: column)
      append(MarkdownNode(.text(located.text), range: located.range))
    case CMARK_NODE_SOFTBREAK: append(MarkdownNode(.softBreak, range: here))
    case CMARK_NODE_LINEBREAK: append(MarkdownNode(.lineBreak, range: here))
    case CMARK_NODE_CODE:
      append(MarkdownNode(.code(string(cmark_node_get_literal(node))), range: inlineRange(of: node)))
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      let number = Int(string(cmark_node_get_literal(node))) ?? 0
      append(MarkdownNode(.footnoteReference(number: number), range: inlineRange(of: node)))
    case CMARK_NODE_HTML_INLINE:
      let html = string(cmark_node_get_literal(node))
      problems.append(Problem(message: .rawHTML(html), range: inlineRange(of: node)))
    case CMARK_NODE_HTML_BLOCK:
      let html = string(cmark_node_get_literal(node))
      problems.append(Problem(message: .rawHTML(html), range: blockRange(line: line, column: column)))
    case CMARK_NODE_CODE_BLOCK:
      let info = string(cmark_node_get_fence_info(node))
      let word = info.split(separator: " ").first.map(String.init) ?? ""
      let kind = MarkdownNode.Kind.codeBlock(info: word, text: string(cmark_node_get_literal(node)))
      append(MarkdownNode(kind, range: blockRange(line: line, column: column)))
    case CMARK_NODE_THEMATIC_BREAK:
      append(MarkdownNode(.thematicBreak, range: blockRange(line: line, column: column)))
    default: break
    }
  }

  /// Where the last node ended: breaks carry no position of their own.
  private var here: MarkRange {
    let end = open.last?.children.last?.range.end ?? open.last?.range.start ?? Mark(line: 1, column: 1)
    return MarkRange(end, end)
  }

  private func inlineRange(of node: OpaquePointer) -> MarkRange {
    let (line, column) = start(of: node)
    let start = locator.mark(line: line, column: column)
    let end = locator.mark(line: Int(cmark_node_get_end_line(node)), column: Int(cmark_node_get_end_column(node)) + 1)
    return MarkRange(start, max(start, end))
  }

  /// The first line of a block, from its first character.
  private func blockRange(line: Int, column: Int) -> MarkRange {
    let start = source.offset(line: line, column: column)
    return MarkRange(
      source.mark(line: line, offset: start), source.mark(line: line, offset: source.line(line).upperBound))
  }

  private mutating func append(_ node: MarkdownNode) {
    guard !open.isEmpty else { return }
    let last = open.count - 1
    // What is left out (HTML) may have parted two texts, which a tag must not straddle unseen: they stay apart.
    open[last].children.append(node)
    open[last].range.end = max(open[last].range.end, node.range.end)
  }

  // MARK: Leaving

  /// Closes a container; the document's own node where it is that.
  private mutating func exit(_ node: OpaquePointer) -> MarkdownNode? {
    // References to footnotes are left like containers, though they hold nothing.
    guard cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_REFERENCE else { return nil }
    guard var frame = open.popLast() else { return nil }
    // Inline containers that span lines report a start on their last one, so they stand where their children do.
    if frame.kind.content == .partOfText, let first = frame.children.first {
      frame.range = MarkRange(first.range.start, frame.range.end)
    }
    if case .blockQuote = frame.kind { quoteDepth -= 1 }
    if case .tableRow = frame.kind { headerIsLost = false }
    if let message = frame.kind.address.flatMap(addressProblem) {
      problems.append(Problem(message: message, range: frame.range))
    }
    let done = MarkdownNode(frame.kind, frame.children, range: frame.range)
    if open.isEmpty { return done }
    append(done)
    return nil
  }
}

extension MarkdownNode.Kind {
  /// Where a link or an image leads.
  fileprivate var address: String? {
    if case .link(let url, _) = self { url } else if case .image(let url, _) = self { url } else { nil }
  }
}

/// The C string as a Swift one, empty where there is none.
private func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
