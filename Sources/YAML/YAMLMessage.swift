import Diagnostics

/// Everything that this room says about a text.
enum YAMLMessage: DiagnosticMessage, Error {
  // The text as a whole.
  case fileTooLarge(bytes: Int, limit: Int)
  case foreignEncoding(String)
  case brokenUTF8([UInt8])
  case forbiddenCharacter(Unicode.Scalar)
  case lineSeparator(Unicode.Scalar)
  case innerByteOrderMark
  case loneReturn
  case moreProblems(Int)
  case outOfMemory
  // The document.
  case otherVersion(String)
  case secondVersion
  case unknownDirective(String)
  case noDocumentStart
  case directiveInText
  case noDocument
  case secondDocument
  case textBehindDocument
  case tooDeep(limit: Int)
  case tooManyNodes(limit: Int)
  case tooMuchText(limit: Int)
  // Values.
  case unknownAlias(String, known: [String])
  case recursiveAlias(String)
  case duplicateKey(String, first: Mark)
  case collectionAsKey
  case mergeKey
  case unknownTag(String)
  case tagMismatch(tag: String, found: Found)
  case integerTooLarge(String)
  case floatOutOfRange(String)
  // Syntax.
  case tabIndent
  case reservedStart(Unicode.Scalar)
  case strayColon
  case strayQuestionMark
  case strayDash
  case keyWithoutColon
  case notInMapping(start: Mark)
  case notInList(start: Mark)
  case neverClosed(Unicode.Scalar)
  case missingComma(closing: Unicode.Scalar, start: Mark)
  case missingValue(before: Unicode.Scalar?)
  case tightColon
  case markerInQuotes(start: Mark)
  case unknownEscape(Unicode.Scalar)
  case brokenEscape
  case brokenName(Unicode.Scalar)
  case brokenBlockHeader(Unicode.Scalar)
  case brokenTag
  case otherSyntax(String)

  /// What stands where a tag promises something else.
  enum Found {
    case scalar(String), list, mapping

    var phrase: String {
      switch self {
      case .scalar(let text): "'\(excerpt(text))'"
      case .list: "a list"
      case .mapping: "a mapping"
      }
    }
  }

  /// The code, the sentence and what to do about it.
  var text: MessageText {
    switch self {
    case .fileTooLarge(let bytes, let limit):
      .init("Y001", "the file has \(bytes) bytes, and at most \(limit) are read")
    case .foreignEncoding(let name):
      .init("Y002", "the file is in \(name), not in UTF-8", hint: "save the file as UTF-8")
    case .brokenUTF8(let bytes):
      .init(
        "Y003",
        "the \(bytes.count == 1 ? "byte" : "bytes") \(bytes.map { "0x" + hex($0, digits: 2) }.joined(separator: " ")) "
          + "\(bytes.count == 1 ? "is" : "are") not UTF-8",
        hint: "save the file as UTF-8")
    case .forbiddenCharacter(let scalar):
      .init(
        "Y004", "the character U+\(hex(scalar.value, digits: 4)) is not allowed in YAML",
        hint: "within double quotes it is written \(escape(of: scalar))")
    case .lineSeparator(let scalar):
      .init(
        "Y005", "the character U+\(hex(scalar.value, digits: 4)) ends a line for some programs and not for others",
        hint: "within double quotes it is written \(escape(of: scalar))")
    case .innerByteOrderMark:
      .init("Y006", "a byte order mark (U+FEFF) stands inside the text", hint: "delete this invisible character")
    case .loneReturn:
      .init("Y007", "a carriage return without a line feed ends no line", hint: "save the file with Unix line ends")
    case .moreProblems(let count):
      .init("Y008", count == 1 ? "1 more problem is not shown" : "\(count) more problems are not shown")
    case .outOfMemory: .init("Y009", "the memory does not suffice to read this file")
    case .otherVersion(let version):
      .init(
        "Y010",
        version.isEmpty
          ? "the %YAML directive names no version"
          : "the file declares YAML \(excerpt(version)), and is read as YAML 1.2",
        hint: version == "1.1"
          ? "YAML 1.1 reads values such as no, 010 and 1:30 otherwise: check them, then write %YAML 1.2"
          : "write %YAML 1.2, or remove the line")
    case .secondVersion: .init("Y011", "the %YAML directive stands twice")
    case .unknownDirective(let name):
      .init("Y012", "the directive \(excerpt(name)) is not allowed", hint: "the only directive is %YAML 1.2")
    case .noDocumentStart: .init("Y013", "a line '---' must stand between the directives and the document")
    case .directiveInText:
      .init(
        "Y014", "a line of the document cannot start with '%'",
        hint: "quote the value, or move the directive to the top")
    case .noDocument: .init("Y015", "the file is empty, or holds only comments")
    case .secondDocument:
      .init(
        "Y016", "a second document starts here; the file must hold exactly one",
        hint: "put it in a file of its own")
    case .textBehindDocument: .init("Y017", "the document ends before this text", hint: "check the indentation")
    case .tooDeep(let limit): .init("Y018", "lists and mappings are nested more than \(limit) deep")
    case .tooManyNodes(let limit): .init("Y019", "the document holds more than \(limit) values, its aliases followed")
    case .tooMuchText(let limit):
      .init("Y048", "the texts of the document take more than \(limit) bytes, its aliases followed")
    case .unknownAlias(let name, let known):
      .init(
        "Y020", "the alias *\(excerpt(name)) has no anchor &\(excerpt(name)) before it",
        hint: didYouMean(name, among: known))
    case .recursiveAlias(let name):
      .init("Y021", "the alias *\(excerpt(name)) stands inside the very value that &\(excerpt(name)) names")
    case .duplicateKey(let key, let first):
      .init("Y022", "the key '\(excerpt(key))' was already given at \(place(first))")
    case .collectionAsKey: .init("Y023", "a key must be a single value, not a list or a mapping")
    case .mergeKey:
      .init(
        "Y024", "merge keys ('<<') are not part of YAML 1.2",
        hint: "write the keys out, or quote '<<' where it is a name")
    case .unknownTag(let tag):
      .init(
        "Y025", "the tag \(excerpt(tag)) is not known",
        hint: "known are !!null, !!bool, !!int, !!float, !!str, !!seq, !!map; quote a text that starts with '!'")
    case .tagMismatch(let tag, let found): .init("Y026", "the tag !!\(tag) does not fit \(found.phrase)")
    case .integerTooLarge(let text):
      .init("Y027", "the integer \(excerpt(text)) does not fit in 64 bits", hint: "quote it if it is a name or a code")
    case .floatOutOfRange(let text): .init("Y028", "the number \(excerpt(text)) does not fit in a 64-bit float")
    case .tabIndent: .init("Y029", "a tab stands where the indentation needs spaces", hint: "indent with spaces")
    case .reservedStart(let character): .init("Y030", "a value cannot start with '\(character)'", hint: "quote it")
    case .strayColon:
      .init(
        "Y031", "this ':' belongs to no key",
        hint: "quote the value if the ':' is part of it, or check the indentation and the line before")
    case .strayQuestionMark:
      .init("Y032", "a key marked with '?' cannot start here", hint: "quote the text if it starts with '?'")
    case .strayDash: .init("Y033", "a list item cannot start here", hint: "start the list on a line of its own")
    case .keyWithoutColon:
      .init(
        "Y034", "no ':' follows this key",
        hint: "write 'key: value', or check the indentation and the quotes before")
    case .notInMapping(let start):
      .init(
        "Y035", "this does not go on with the mapping that starts at \(place(start))",
        hint: "check the indentation and the quotes")
    case .notInList(let start):
      .init(
        "Y036", "this does not go on with the list that starts at \(place(start))",
        hint: "check the indentation; each item starts with '- '")
    case .neverClosed(let opening):
      .init(
        "Y037",
        opening == "\"" || opening == "'" ? "this quote is never closed" : "this '\(opening)' is never closed")
    case .missingComma(let closing, let start):
      .init(
        "Y038",
        "a ',' or '\(closing)' is missing here, in the \(closing == "]" ? "list" : "mapping") that starts at \(place(start))"
      )
    case .missingValue(let next):
      .init("Y039", "a value is missing here, before \(next.map { "'\($0)'" } ?? "the end of the file")")
    case .tightColon:
      .init("Y040", "a blank is missing behind this ':'", hint: "or quote the text if the ':' is part of it")
    case .markerInQuotes(let start):
      .init("Y041", "a line '---' or '...' stands inside the quotes that open at \(place(start))")
    case .unknownEscape(let character):
      .init(
        "Y042", "the escape \\\(character) is not known",
        hint: "a backslash is written \\\\ in double quotes, and \\ in single quotes")
    case .brokenEscape:
      .init("Y043", "this escape names no character", hint: "\\x takes 2 hexadecimal digits, \\u 4 and \\U 8")
    case .brokenName(let sign):
      .init(
        "Y044",
        "the name of \(sign == "*" ? "an alias" : "an anchor") is missing behind this '\(sign)', or has other characters "
          + "than letters a to z, digits, '-' and '_'",
        hint: "quote a text that starts with '\(sign)'")
    case .brokenBlockHeader(let sign):
      .init(
        "Y045", "only '+' or '-', an indentation from 1 to 9 and a comment may follow this '\(sign)'",
        hint: "start the text on the next line")
    case .brokenTag: .init("Y046", "this is no tag", hint: "quote a text that starts with '!'")
    case .otherSyntax(let words): .init("Y047", "this is not YAML (in the words of libyaml: \(words))")
    }
  }
}

private func place(_ mark: Mark) -> String { "\(mark.line):\(mark.column)" }

/// The start of a text that may be very long.
private func excerpt(_ text: String) -> String {
  let scalars = text.unicodeScalars
  return scalars.count <= 60 ? text : String(scalars.prefix(60)) + "..."
}

private func escape(of scalar: Unicode.Scalar) -> String {
  scalar.value < 0x100 ? "\\x" + hex(scalar.value, digits: 2) : "\\u" + hex(scalar.value, digits: 4)
}

private func hex(_ value: some BinaryInteger, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
