import Diagnostics

extension Problem {
  /// The head of YAML with which `template` begins, where it does: other programs read one, and Markdown makes a line and a
  /// heading of it.
  static func ofHead(_ template: some Sequence<UInt8>) -> [Problem] {
    let text = String(decoding: Array(template), as: UTF8.self).drop { $0 == "\u{FEFF}" }
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: { $0.isNewline })[...]
    func isFence(_ line: Substring) -> Bool { line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace) }
    guard let first = lines.popFirst(), isFence(first) else { return [] }
    let head = lines.prefix { !isFence($0) && $0 != "..." }
    // A line of a page that stands between two lines is no head.
    guard head.count < lines.count, head.contains(where: { $0.contains(":") }),
      head.allSatisfy({ $0.isEmpty || $0.contains(":") || " \t#-]}".contains($0.first ?? " ") })
    else { return [] }
    return [Problem(message: .headOfYAML, range: MarkRange(Mark(line: 1, column: 1), Mark(line: 1, column: 4)))]
  }
}
