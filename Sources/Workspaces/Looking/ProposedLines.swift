import Language

/// Lines of YAML with comments: why something stands there, and what is not sure.
struct ProposedLines: Sendable, Equatable {
  /// A line: what stands there, and the comment behind it; a comment alone where nothing does.
  private struct Line: Equatable {
    var level: Int
    var text: String
    var comment: Text?
  }

  private var lines: [Line] = []

  /// Adds a line at `level`; `why` stands behind it, what is `unsure` above it.
  mutating func add(_ level: Int, _ text: String, _ why: Text? = nil, unsure: Text?...) {
    for unsure in unsure.compactMap(\.self) { doubt(level, unsure) }
    lines.append(Line(level: level, text: text, comment: why))
  }

  /// Adds at `level` what is not sure.
  mutating func doubt(_ level: Int, _ text: Text) {
    comment(level, Text(en: "not sure: \(text.en)", es: "no es seguro: \(text.es)"))
  }

  /// Adds a comment at `level`.
  mutating func comment(_ level: Int, _ text: Text) { lines.append(Line(level: level, text: "", comment: text)) }

  /// Adds all lines of `other`.
  mutating func append(_ other: ProposedLines) { lines += other.lines }

  /// The text with comments in `language`, each line behind `indent` spaces and two for each of its levels, and ended.
  func text(indent: Int, in language: Language) -> String {
    lines.map { line in
      let comment = line.comment.map { "# " + Self.oneLine($0[language]) }
      let parts = [line.text.isEmpty ? nil : line.text, comment].compactMap(\.self)
      return String(repeating: " ", count: indent + 2 * line.level) + parts.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// A comment ends with its line, whatever a file's header holds.
  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isPrintable ? $0 : " " }))
  }
}

extension String {
  /// The text as a scalar of YAML: plain where that can mean nothing else.
  var inYAML: String {
    let isPlain =
      (first?.isASCII ?? false) && (first?.isLetter ?? false) && last != " "
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "):
          true
        default: false
        }
      }
      && !["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf"].contains(lowercased())
    return isPlain ? self : quotedInYAML
  }

  /// The text, a path in the workspace, as a scalar of YAML.
  var inPathYAML: String {
    split(separator: "/").allSatisfy { part in
      part.utf8.allSatisfy {
        $0 < 0x80
          && (Character(Unicode.Scalar($0)).isLetter || Character(Unicode.Scalar($0)).isNumber
            || "._-".utf8.contains($0))
      }
    } && (first?.isLetter ?? false) ? self : quotedInYAML
  }

  /// The text as a scalar of YAML in quotation marks.
  var quotedInYAML: String {
    var out = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case _ where scalar.isPrintable: out.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        out += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return out + "\""
  }
}

extension [String] {
  /// The texts as one scalar or a list of YAML.
  var inYAML: String { count == 1 ? self[0].inYAML : "[" + map(\.inYAML).joined(separator: ", ") + "]" }

  /// The texts as one scalar or a list of YAML, in quotation marks: as the file writes them, whatever they look like.
  var quotedInYAML: String {
    count == 1 ? self[0].quotedInYAML : "[" + map(\.quotedInYAML).joined(separator: ", ") + "]"
  }

  /// The texts in quotation marks, for comments; of many the first ones.
  var listed: Text {
    let (first, more) = (prefix(6), count - 6)
    return Text(
      en: first.map { "'\($0)'" }.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""),
      es: first.map { "«\($0)»" }.joined(separator: ", ") + (more > 0 ? " y \(more) más" : ""))
  }
}

extension Unicode.Scalar {
  /// Whether it can stand in a line of YAML as it is.
  fileprivate var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
    default: self != "\u{FEFF}"
    }
  }
}
