internal import Diagnostics

/// Footnotes that are referred to and not defined, or defined and not referred to.
///
/// libcmark-gfm leaves the former in the text as it stands and drops the latter without a word.
func footnoteProblems(in document: MarkdownNode, _ source: SourceBytes) -> [Problem] {
  var finder = FootnoteFinder()
  finder.visit(document)
  return finder.undefined + finder.unused(in: source)
}

private struct FootnoteFinder {
  var undefined: [Problem] = []
  /// Lines on which something of the tree starts: a definition that stands there was kept, or is no definition.
  private var claimed: Set<Int> = []

  mutating func visit(_ node: MarkdownNode) {
    if case .text(let text) = node.kind {
      claimed.insert(node.range.start.line)
      visit(text)
    } else if case .codeBlock(_, let text) = node.kind {
      let lines = text.utf8.reduce(2) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
      claimed.formUnion(node.range.start.line...node.range.start.line + lines)
    } else if case .footnoteDefinition = node.kind {
      claimed.insert(node.range.start.line)
    }
    for child in node.children { visit(child) }
  }

  private mutating func visit(_ text: MarkdownText) {
    let scalars = Array(text.string.unicodeScalars)
    for start in scalars.indices.dropLast(3) where scalars[start] == "[" && scalars[start + 1] == "^" {
      guard !text.isEscaped(atScalar: start), !text.isEscaped(atScalar: start + 1) else { continue }
      let name = scalars[(start + 2)...].prefix { $0 != "]" && $0 != "[" && !$0.properties.isWhitespace }
      guard !name.isEmpty, name.endIndex < scalars.count, scalars[name.endIndex] == "]" else { continue }
      let range = MarkRange(text.mark(atScalar: start), text.mark(atScalar: name.endIndex + 1))
      undefined.append(Problem(message: .undefinedFootnote(string(name)), range: range))
    }
  }

  func unused(in source: SourceBytes) -> [Problem] {
    (1...source.lineStarts.count).compactMap { line in
      guard !claimed.contains(line) else { return nil }
      let range = source.line(line)
      let text = source.bytes[range].drop { [0x20, 0x09, UInt8(ascii: ">")].contains($0) }
      guard text.starts(with: "[^".utf8), let end = text.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      guard end + 1 < text.endIndex, text[end + 1] == UInt8(ascii: ":"), end > text.startIndex + 2 else { return nil }
      let name = String(decoding: text[(text.startIndex + 2)..<end], as: UTF8.self)
      let marks = MarkRange(
        source.mark(line: line, offset: text.startIndex), source.mark(line: line, offset: end + 1))
      return Problem(message: .unusedFootnote(name), range: marks)
    }
  }

  private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
