internal import Diagnostics
internal import Markdown

/// Checks what the template's author wrote outside tags: no figure without a binding.
struct UnboundFigures {
  private(set) var problems: [Problem] = []

  /// Checks the text of `node` and of what it holds.
  mutating func check(_ node: TemplateNode) {
    switch node.kind {
    case .text(let text): check(text)
    case .markup(.code(let text)), .markup(.codeBlock(_, let text)): check(text, node.range)
    case .markup(.link(let url, let title)):
      check(title, node.range)
      // An address that stands for itself, as in <https://example.org/2017>, states no figure.
      if node.children.count == 1, case .text(let text) = node.children[0].kind,
        url == text.string || url == "mailto:" + text.string
      {
        return
      }
    case .markup, .tag, .section: break
    }
    for child in node.children { check(child) }
  }

  private mutating func check(_ text: MarkdownText) {
    for range in Self.figures(in: text.string) {
      let marks = MarkRange(text.mark(atScalar: range.lowerBound), text.mark(atScalar: range.upperBound))
      problems.append(Problem(message: .unboundFigure(text.slice(range).string), range: marks))
    }
  }

  private mutating func check(_ text: String, _ range: MarkRange) {
    let scalars = Array(text.unicodeScalars)
    for found in Self.figures(in: text) {
      let figure = String(String.UnicodeScalarView(scalars[found]))
      problems.append(Problem(message: .unboundFigure(figure), range: range))
    }
  }

  /// The figures of a text: digits, with the points, commas and colons between them.
  private static func figures(in text: String) -> [Range<Int>] {
    let scalars = Array(text.unicodeScalars)
    var (figures, index) = ([Range<Int>](), 0)
    while index < scalars.count {
      guard isDigit(scalars[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < scalars.count {
        if isDigit(scalars[end]) {
          end += 1
        } else if end + 1 < scalars.count, [".", ",", ":", "-", "/"].contains(scalars[end]), isDigit(scalars[end + 1]) {
          end += 2
        } else {
          break
        }
      }
      figures.append(index..<end)
      index = end
    }
    return figures
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }
}
