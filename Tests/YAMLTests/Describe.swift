import Diagnostics
import YAML

/// A node in one line: scalars as the core schema reads them, strings in quotes.
func describe(_ node: Node?) -> String {
  guard let node else { return "nothing" }
  switch node.content {
  case .scalar(let scalar):
    switch scalar.value {
    case .null: return "null"
    case .bool(let value): return "\(value)"
    case .integer(let value): return "\(value)"
    case .float(let value): return "float \(value)"
    case .string: return scalar.text.debugDescription
    }
  case .sequence(let items): return "[" + items.map(describe).joined(separator: ", ") + "]"
  case .mapping(let entries):
    return "{" + entries.map { describe($0.key) + ": " + describe($0.value) }.joined(separator: ", ") + "}"
  }
}

/// `describe` for the document `text`, which must be free of problems.
func describe(_ text: String) -> String {
  let parsed = parseYAML(SourceText(name: "t", text))
  return parsed.diagnostics.isEmpty ? describe(parsed.root) : render(parsed.diagnostics)
}

/// What users see below one another, without the file's name: `line:column code message | hint`.
func render(_ diagnostics: [Diagnostic]) -> String {
  diagnostics.map { diagnostic in
    let position = (diagnostic.location?.range).map { place($0) + " " } ?? ""
    return position + diagnostic.code + " " + diagnostic.message + (diagnostic.hint.map { " | " + $0 } ?? "")
  }.joined(separator: "\n")
}

/// `line:column-column`, or with the end's line where that is another one.
func place(_ range: MarkRange) -> String {
  let (start, end) = (range.start, range.end)
  return "\(start.line):\(start.column)-" + (end.line == start.line ? "" : "\(end.line):") + "\(end.column)"
}
