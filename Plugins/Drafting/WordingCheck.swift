import Markdown
import ModuleKit

/// Looks for the words that a mission does not use, in what a page says itself.
struct WordingCheck {
  private(set) var problems: [Problem] = []
  private let names: [String]

  /// A check to which `names` are nobody's judgement.
  init(names: [String]) { self.names = names }

  /// Checks a template, shown or not: tags count as nothing.
  mutating func check(_ node: TemplateNode) {
    guard case .markup(let kind) = node.kind else { return node.children.forEach { check($0) } }
    guard kind.content == .wholeText else {
      if case .codeBlock(_, let text) = kind { check([(text, .fixed(node.range))]) }
      return node.children.forEach { check($0) }
    }
    var pieces: [(String, Origin)] = []
    collect(node, into: &pieces)
    check(pieces)
  }

  /// Where a stretch of a block's text comes from.
  private enum Origin {
    case text(MarkdownText)
    case fixed(MarkRange)

    func range(_ offset: Int, _ length: Int) -> MarkRange {
      switch self {
      case .text(let text): MarkRange(text.mark(atScalar: offset), text.mark(atScalar: offset + length))
      case .fixed(let range): range
      }
    }
  }

  private func collect(_ node: TemplateNode, into pieces: inout [(String, Origin)]) {
    switch node.kind {
    case .text(let text): pieces.append((text.string, .text(text)))
    case .tag(.verbatim(let text)), .markup(.code(let text)): pieces.append((text, .fixed(node.range)))
    case .tag: pieces.append(("\u{FFFC}", .fixed(node.range)))
    case .markup(.softBreak), .markup(.lineBreak): pieces.append((" ", .fixed(node.range)))
    case .markup(.link(_, let title)) where !title.isEmpty: pieces.append((title + " ", .fixed(node.range)))
    case .markup, .section: break
    }
    for child in node.children { collect(child, into: &pieces) }
  }

  private mutating func check(_ pieces: [(text: String, origin: Origin)]) {
    for slip in Wording.slips(in: pieces.map(\.text).joined(), names: names) {
      var start = 0
      for piece in pieces {
        let length = piece.text.unicodeScalars.count
        if slip.offset < start + length {
          let range = piece.origin.range(slip.offset - start, slip.word.unicodeScalars.count)
          problems.append(Problem(message: .forbiddenWord(slip.word), range: range))
          break
        }
        start += length
      }
    }
  }
}
