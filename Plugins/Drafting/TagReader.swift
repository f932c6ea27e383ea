internal import Diagnostics
internal import Markdown
internal import ModuleKit

/// Splits a text at its tags.
struct TagReader {
  /// Plain text, or a tag.
  enum Piece {
    case text(MarkdownText)
    case tag(Tag)
  }

  private(set) var problems: [Problem] = []

  /// The pieces of `text` in order; what is no tag is reported and left out.
  mutating func pieces(of text: MarkdownText) -> [Piece] {
    let scalars = Array(text.string.unicodeScalars)
    func isPair(_ scalar: Unicode.Scalar, _ index: Int) -> Bool {
      index + 1 < scalars.count && scalars[index] == scalar && scalars[index + 1] == scalar
        && !text.isEscaped(atScalar: index)
    }
    var (pieces, plain, index) = ([Piece](), 0, 0)
    func close(_ end: Int) { if plain < end { pieces.append(.text(text.slice(plain..<end))) } }
    while index < scalars.count {
      if isPair("{", index) {
        close(index)
        guard let end = (index + 2..<scalars.count).first(where: { isPair("}", $0) }) else {
          report(.unclosedTag, text, index, scalars.count)
          return pieces
        }
        let inner = String(String.UnicodeScalarView(scalars[(index + 2)..<end]))
        let range = MarkRange(text.mark(atScalar: index), text.mark(atScalar: end + 2))
        if let content = content(of: inner, at: range) { pieces.append(.tag(Tag(content: content, range: range))) }
        (index, plain) = (end + 2, end + 2)
      } else {
        if isPair("}", index) {
          report(.strayBraces, text, index, index + 2)
          index += 1
        }
        index += 1
      }
    }
    close(scalars.count)
    return pieces
  }

  private mutating func report(_ message: DraftMessage, _ text: MarkdownText, _ start: Int, _ end: Int) {
    let range = MarkRange(text.mark(atScalar: start), text.mark(atScalar: end))
    problems.append(Problem(message: message, range: range))
  }

  // MARK: Grammar

  private mutating func content(of inner: String, at range: MarkRange) -> TagContent? {
    let text = inner.trimmingBlanks()
    if let content = keyword(text) ?? known(text, at: range) ?? section(text) { return content }
    if let content = value(text, at: range) { return content }
    if problems.last?.range != range { problems.append(Problem(message: .notATag(text), range: range)) }
    return nil
  }

  private func keyword(_ text: String) -> TagContent? {
    if let rest = text.dropping(prefix: "verbatim ")?.trimmingBlanks() {
      guard rest.unicodeScalars.count > 2, rest.first == "\"", rest.last == "\"" else { return nil }
      let quoted = String(rest.dropFirst().dropLast())
      return quoted.contains("\"") ? nil : .verbatim(quoted)
    }
    for (word, make) in Self.outputs {
      guard let rest = text.dropping(prefix: word + " ")?.trimmingBlanks() else { continue }
      let names = rest.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      return names.count == 2 && names.allSatisfy(\.isName) ? make(names[0], names[1]) : nil
    }
    return Fact(rawValue: text).map(TagContent.fact)
  }

  private static let outputs: [(word: String, make: @Sendable (String, String) -> TagContent)] = [
    ("figure", { .figure(analysis: $0, name: $1) }), ("table", { .table(analysis: $0, name: $1) }),
  ]

  /// `#known INSTANT`, `^known INSTANT` or `/known`; an instant that is none is told.
  private mutating func known(_ text: String, at range: MarkRange) -> TagContent? {
    let name = "known"
    if text.dropping(prefix: "/")?.trimmingBlanks() == name { return .close(name: name) }
    guard let sign = text.unicodeScalars.first, ["#", "^"].contains(sign),
      let rest = String(text.unicodeScalars.dropFirst()).trimmingBlanks().dropping(prefix: name),
      rest.isEmpty || rest.hasPrefix(" ")
    else { return nil }
    guard let instant = Instant(rfc3339: rest.trimmingBlanks()) else {
      problems.append(Problem(message: .notAnInstant(rest.trimmingBlanks()), range: range))
      return nil
    }
    return .open(.known(instant, isInverted: sign == "^"), name: name)
  }

  private func section(_ text: String) -> TagContent? {
    guard let sign = text.unicodeScalars.first, ["#", "^", "/"].contains(sign) else { return nil }
    let name = String(text.unicodeScalars.dropFirst()).trimmingBlanks()
    if name == "annex", sign != "^" { return sign == "#" ? .open(.annex, name: name) : .close(name: name) }
    guard let (path, rest) = path(name), rest.isEmpty else { return nil }
    return sign == "/" ? .close(name: name) : .open(.findings(path, isInverted: sign == "^"), name: name)
  }

  private mutating func value(_ text: String, at range: MarkRange) -> TagContent? {
    let found = path(text)
    // A subject may hold a bar, so the path is read before the format is looked for.
    let parts = (found?.rest ?? text).split(separator: "|", omittingEmptySubsequences: false)
      .map { String($0).trimmingBlanks() }
    guard let name = parts.first, parts.count <= 2 else { return nil }
    var format: TagFormat?
    if parts.count == 2 {
      format = TagFormat(rawValue: parts[1])
      guard format != nil else {
        problems.append(Problem(message: .unknownFormat(parts[1]), range: range))
        return nil
      }
    }
    if text.hasPrefix("mission.") || text.hasPrefix("draft.") {
      problems.append(Problem(message: .unknownFact(text), range: range))
      return nil
    }
    guard let last = name.dropping(prefix: "."), last.isName else { return nil }
    return found.map { .value($0.path, name: last, format) } ?? .current(name: last, format)
  }

  /// `analysis.code` or `analysis.code[subject]`, and what stands behind it.
  private func path(_ text: String) -> (path: FindingPath, rest: String)? {
    let names = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard names.count == 2, names[0].isName else { return nil }
    let code = names[1].prefix { $0 != "." && $0 != "[" }
    guard String(code).isName else { return nil }
    var path = FindingPath(analysis: names[0], code: String(code))
    var rest = names[1].dropFirst(code.count)
    if rest.first == "[" {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      path.subject = String(rest[rest.index(after: rest.startIndex)..<end]).trimmingBlanks()
      rest = rest[rest.index(after: end)...]
    }
    return (path, String(rest))
  }
}

extension String {
  /// Whether the text is a name in snake_case.
  fileprivate var isName: Bool {
    guard let first = utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
      default: false
      }
    }
  }

  /// The text behind `prefix`; nil where it does not begin so.
  fileprivate func dropping(prefix: String) -> String? { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil }

  fileprivate func trimmingBlanks() -> String {
    let start = drop { $0 == " " || $0 == "\t" }
    return String(String(start.reversed().drop { $0 == " " || $0 == "\t" }).reversed())
  }
}
