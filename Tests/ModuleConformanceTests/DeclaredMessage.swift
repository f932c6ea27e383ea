/// A message as the source of its enumeration declares it.
struct DeclaredMessage {
  /// The stable code, such as `W012`.
  var code: String
  /// The file that declares it.
  var path: String
  /// What its sentence says whatever the particulars: the stretches between them.
  var wording: [String]
  /// What it can say, and what to do about it.
  var saying: MessageWording
  /// Whether the work goes on behind it.
  var isWarning: Bool

  /// Every message of the rooms and plugins.
  static func all() throws -> [DeclaredMessage] {
    try RepositoryFile.all(in: ["Sources", "Plugins"]).filter {
      $0.text.contains("MessageText {") && !$0.path.hasPrefix("Sources/Diagnostics/")
    }.flatMap(declared)
  }

  private static func declared(in file: RepositoryFile) -> [DeclaredMessage] {
    let codes = file.text.matches(of: /"([A-Z][0-9]{3})"/)
    let warnings = warnings(of: file.text)
    var (name, start) = ("", file.text.startIndex)
    return codes.indices.map { index in
      let code = codes[index]
      name = file.text[start..<code.range.lowerBound].matches(of: /case \.(\w+)/).last.map { String($0.1) } ?? name
      start = code.range.upperBound
      let end = index + 1 < codes.count ? codes[index + 1].range.lowerBound : file.text.endIndex
      let call = file.text[start..<end]
      var rest = call
      for stop in ["hint:", " es: ", "\n    case ", "\n    }"] {
        if let range = rest.firstRange(of: stop) { rest = rest[..<range.lowerBound] }
      }
      return DeclaredMessage(
        code: String(code.1), path: file.path, wording: wording(of: Array(rest)),
        saying: MessageWording(arguments(behind: call, in: file.text), in: file.text),
        isWarning: warnings.map { $0.contains(name) } ?? true)
    }
  }

  /// What stands behind a code in the call that makes its message: the call may have the code from a function beside it.
  private static func arguments(behind code: Substring, in text: String) -> Substring {
    guard code.first != ",", let call = text.firstRange(of: "(\n        Self.code(of: ") else {
      return code.dropFirst()
    }
    return text[call.upperBound...].drop { $0 != "," }.dropFirst()
  }

  /// The cases that are warnings, as the enumeration's `severity` has them; nil where all are.
  private static func warnings(of text: String) -> Set<String>? {
    guard let start = text.firstRange(of: "var severity: Diagnostic.Severity {")?.upperBound else { return [] }
    let body = text[start...].prefix(upTo: text[start...].firstRange(of: "\n  }")?.lowerBound ?? text.endIndex)
    if body.hasPrefix(" .warning }") { return nil }
    let lists = body.matches(of: /case ((?:\.\w+,?\s*)+):\s*\.warning/).map(\.1)
    let single = body.matches(of: /case (\.\w+)[^=\n]* = self \{ return \.warning/).map(\.1)
    return Set((lists + single).flatMap { $0.matches(of: /\w+/).map { String($0.0) } })
  }

  /// The stretches of the texts in `source` that no particulars stand in, rules left out.
  private static func wording(of source: [Character]) -> [String] {
    var out: [String] = []
    var place = 0
    while place < source.count {
      if source[place] == "\"" {
        let before = String(source[..<place]).split(whereSeparator: \.isWhitespace).last
        let found = stretches(of: source, from: &place)
        if before?.hasSuffix("rule:") != true { out += found }
      } else {
        place += 1
      }
    }
    return out.filter { !$0.isEmpty }
  }

  /// The stretches of the text whose opening quote stands at `place`, which moves behind the closing one.
  private static func stretches(of source: [Character], from place: inout Int) -> [String] {
    var out = [""]
    place += 1
    while source[place] != "\"" {
      guard source[place] == "\\" else {
        out[out.count - 1].append(source[place])
        place += 1
        continue
      }
      place += 2
      guard source[place - 1] == "(" else { continue }
      out.append("")
      var depth = 1
      while depth > 0 {
        switch source[place] {
        case "(": depth += 1
        case ")": depth -= 1
        case "\"":
          _ = stretches(of: source, from: &place)
          continue
        default: break
        }
        place += 1
      }
    }
    place += 1
    return out
  }
}
