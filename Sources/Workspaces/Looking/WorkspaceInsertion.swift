import ModuleKit
import YAML

/// A workspace file with entries written into its sections: every other byte stays as it is, comments and order with it.
struct WorkspaceInsertion {
  private let source: SourceText
  private let root: Node
  /// The lines of the file with their ends.
  private var lines: [[UInt8]]
  /// What is put behind so many lines, in the order in which it was asked for.
  private var added: [(behind: Int, text: String)] = []

  /// The file `source`, whose document is `root`.
  init(_ source: SourceText, _ root: Node) {
    (self.source, self.root) = (source, root)
    lines = []
    var line: [UInt8] = []
    for byte in source.bytes {
      line.append(byte)
      if byte == UInt8(ascii: "\n") {
        lines.append(line)
        line = []
      }
    }
    if !line.isEmpty { lines.append(line) }
  }

  /// Writes `entry` behind the last one of the section named `section`; where there is none, a section behind the one
  /// named `previous`, or behind the mission. Its comments are in `language`.
  ///
  /// Throws a `DiagnosticsError` where the section is not written line by line.
  mutating func add(
    _ entry: ProposedLines, in language: Language, to section: String, behind previous: String
  ) throws(DiagnosticsError) {
    guard let node = root[section], let key = root.keyRange(of: section) else {
      let last = [previous, "mission"].compactMap { root[$0].map(lastLine) }.first ?? lines.count
      return put(section + ":\n" + entry.text(indent: 2, in: language), behind: last, at: 0)
    }
    guard case .mapping(let entries) = node.content, let first = entries.first, node.alias == nil, !isInBraces(node)
    else {
      throw DiagnosticsError(
        [Diagnostic(LookMessage.notLineByLine(section: section), at: .init(file: source.name, range: key))])
    }
    let indent = first.key.place.start.column - 1
    put(entry.text(indent: indent, in: language), behind: lastLine(node), at: indent)
  }

  /// The file with what was added.
  var bytes: [UInt8] {
    let end = lines.first.map { $0.suffix(2) == Array("\r\n".utf8)[...] } ?? false ? "\r\n" : "\n"
    var out: [UInt8] = []
    for place in 0...lines.count {
      if place > 0 { out += lines[place - 1] }
      for (_, text) in added.filter({ $0.behind == place }) {
        if let last = out.last, last != UInt8(ascii: "\n") { out += Array(end.utf8) }
        out += Array(text.replacing("\n", with: end).utf8)
      }
    }
    return out
  }

  /// Puts `text` behind `line`, and behind the comments there that stand further in than `indent`: they are of what stands
  /// above.
  private mutating func put(_ text: String, behind line: Int, at indent: Int) {
    var line = min(line, lines.count)
    while line < lines.count, case let blanks = lines[line].prefix(while: { $0 == UInt8(ascii: " ") }).count,
      blanks > indent, lines[line][blanks] == UInt8(ascii: "#")
    { line += 1 }
    added.append((line, text))
  }

  // MARK: - Places

  private func isInBraces(_ node: Node) -> Bool { ["{", "["].contains(character(at: node.range.start)) }

  private func character(at mark: Mark) -> Character? {
    guard let line = source.line(mark.line) else { return nil }
    let scalars = line.unicodeScalars
    return scalars.index(scalars.startIndex, offsetBy: mark.column - 1, limitedBy: scalars.endIndex)
      .flatMap { $0 < scalars.endIndex ? Character(scalars[$0]) : nil }
  }

  /// The last line on which something of `node` stands. The mark behind a block is where the next token begins, so that of
  /// a block the parts are asked.
  private func lastLine(_ node: Node) -> Int {
    if node.alias != nil { return node.place.end.line }
    switch node.content {
    case .mapping(let entries) where !isInBraces(node):
      return entries.flatMap { [lastLine($0.key), lastLine($0.value)] }.max() ?? node.range.end.line
    case .sequence(let items) where !isInBraces(node):
      return items.map(lastLine).max() ?? node.range.end.line
    case .mapping, .sequence, .scalar:
      let end = node.range.end
      return end.column == 1 && end.line > node.range.start.line ? end.line - 1 : end.line
    }
  }
}
