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
  enum Found { case scalar(String), list, mapping }

  var code: String {
    switch self {
    case .fileTooLarge: "Y001"
    case .foreignEncoding: "Y002"
    case .brokenUTF8: "Y003"
    case .forbiddenCharacter: "Y004"
    case .lineSeparator: "Y005"
    case .innerByteOrderMark: "Y006"
    case .loneReturn: "Y007"
    case .moreProblems: "Y008"
    case .outOfMemory: "Y009"
    case .otherVersion: "Y010"
    case .secondVersion: "Y011"
    case .unknownDirective: "Y012"
    case .noDocumentStart: "Y013"
    case .directiveInText: "Y014"
    case .noDocument: "Y015"
    case .secondDocument: "Y016"
    case .textBehindDocument: "Y017"
    case .tooDeep: "Y018"
    case .tooManyNodes: "Y019"
    case .unknownAlias: "Y020"
    case .recursiveAlias: "Y021"
    case .duplicateKey: "Y022"
    case .collectionAsKey: "Y023"
    case .mergeKey: "Y024"
    case .unknownTag: "Y025"
    case .tagMismatch: "Y026"
    case .integerTooLarge: "Y027"
    case .floatOutOfRange: "Y028"
    case .tabIndent: "Y029"
    case .reservedStart: "Y030"
    case .strayColon: "Y031"
    case .strayQuestionMark: "Y032"
    case .strayDash: "Y033"
    case .keyWithoutColon: "Y034"
    case .notInMapping: "Y035"
    case .notInList: "Y036"
    case .neverClosed: "Y037"
    case .missingComma: "Y038"
    case .missingValue: "Y039"
    case .tightColon: "Y040"
    case .markerInQuotes: "Y041"
    case .unknownEscape: "Y042"
    case .brokenEscape: "Y043"
    case .brokenName: "Y044"
    case .brokenBlockHeader: "Y045"
    case .brokenTag: "Y046"
    case .otherSyntax: "Y047"
    }
  }

  var message: String {
    switch self {
    case .fileTooLarge(let bytes, let limit): "the file has \(bytes) bytes, and at most \(limit) are read"
    case .foreignEncoding(let name): "the file is in \(name), not in UTF-8"
    case .brokenUTF8(let bytes):
      "the \(bytes.count == 1 ? "byte" : "bytes") \(bytes.map { "0x" + hex($0, digits: 2) }.joined(separator: " ")) "
        + "\(bytes.count == 1 ? "is" : "are") not UTF-8"
    case .forbiddenCharacter(let scalar): "the character U+\(hex(scalar.value, digits: 4)) is not allowed in YAML"
    case .lineSeparator(let scalar):
      "the character U+\(hex(scalar.value, digits: 4)) ends a line for some programs and not for others"
    case .innerByteOrderMark: "a byte order mark (U+FEFF) stands inside the text"
    case .loneReturn: "a carriage return without a line feed ends no line"
    case .moreProblems(let count): count == 1 ? "1 more problem is not shown" : "\(count) more problems are not shown"
    case .outOfMemory: "the memory does not suffice to read this file"
    case .otherVersion(let version):
      version.isEmpty
        ? "the %YAML directive names no version"
        : "the file declares YAML \(excerpt(version)), and is read as YAML 1.2"
    case .secondVersion: "the %YAML directive stands twice"
    case .unknownDirective(let name): "the directive \(excerpt(name)) is not allowed"
    case .noDocumentStart: "a line '---' must stand between the directives and the document"
    case .directiveInText: "a line of the document cannot start with '%'"
    case .noDocument: "the file is empty, or holds only comments"
    case .secondDocument: "a second document starts here; the file must hold exactly one"
    case .textBehindDocument: "the document ends before this text"
    case .tooDeep(let limit): "lists and mappings are nested more than \(limit) deep"
    case .tooManyNodes(let limit): "the document holds more than \(limit) values, its aliases followed"
    case .unknownAlias(let name, _): "the alias *\(excerpt(name)) has no anchor &\(excerpt(name)) before it"
    case .recursiveAlias(let name):
      "the alias *\(excerpt(name)) stands inside the very value that &\(excerpt(name)) names"
    case .duplicateKey(let key, let first): "the key '\(excerpt(key))' was already given at \(place(first))"
    case .collectionAsKey: "a key must be a single value, not a list or a mapping"
    case .mergeKey: "merge keys ('<<') are not part of YAML 1.2"
    case .unknownTag(let tag): "the tag \(excerpt(tag)) is not known"
    case .tagMismatch(let tag, .scalar(let text)): "the tag !!\(tag) does not fit '\(excerpt(text))'"
    case .tagMismatch(let tag, .list): "the tag !!\(tag) does not fit a list"
    case .tagMismatch(let tag, .mapping): "the tag !!\(tag) does not fit a mapping"
    case .integerTooLarge(let text): "the integer \(excerpt(text)) does not fit in 64 bits"
    case .floatOutOfRange(let text): "the number \(excerpt(text)) does not fit in a 64-bit float"
    case .tabIndent: "a tab stands where the indentation needs spaces"
    case .reservedStart(let character): "a value cannot start with '\(character)'"
    case .strayColon: "this ':' belongs to no key"
    case .strayQuestionMark: "a key marked with '?' cannot start here"
    case .strayDash: "a list item cannot start here"
    case .keyWithoutColon: "no ':' follows this key"
    case .notInMapping(let start): "this does not go on with the mapping that starts at \(place(start))"
    case .notInList(let start): "this does not go on with the list that starts at \(place(start))"
    case .neverClosed("\""), .neverClosed("'"): "this quote is never closed"
    case .neverClosed(let opening): "this '\(opening)' is never closed"
    case .missingComma(let closing, let start):
      "a ',' or '\(closing)' is missing here, in the \(closing == "]" ? "list" : "mapping") that starts at \(place(start))"
    case .missingValue(let next):
      "a value is missing here, before \(next.map { "'\($0)'" } ?? "the end of the file")"
    case .tightColon: "a blank is missing behind this ':'"
    case .markerInQuotes(let start): "a line '---' or '...' stands inside the quotes that open at \(place(start))"
    case .unknownEscape(let character): "the escape \\\(character) is not known"
    case .brokenEscape: "this escape names no character"
    case .brokenName(let sign):
      "the name of \(sign == "*" ? "an alias" : "an anchor") is missing behind this '\(sign)', or has other characters "
        + "than letters a to z, digits, '-' and '_'"
    case .brokenBlockHeader(let sign):
      "only '+' or '-', an indentation from 1 to 9 and a comment may follow this '\(sign)'"
    case .brokenTag: "this is no tag"
    case .otherSyntax(let words): "this is not YAML (in the words of libyaml: \(words))"
    }
  }

  var hint: String? {
    switch self {
    case .foreignEncoding, .brokenUTF8: "save the file as UTF-8"
    case .forbiddenCharacter(let scalar), .lineSeparator(let scalar):
      "within double quotes it is written \(escape(of: scalar))"
    case .innerByteOrderMark: "delete this invisible character"
    case .loneReturn: "save the file with Unix line ends"
    case .otherVersion("1.1"):
      "YAML 1.1 reads values such as no, 010 and 1:30 otherwise: check them, then write %YAML 1.2"
    case .otherVersion: "write %YAML 1.2, or remove the line"
    case .unknownDirective: "the only directive is %YAML 1.2"
    case .directiveInText: "quote the value, or move the directive to the top"
    case .secondDocument: "put it in a file of its own"
    case .textBehindDocument: "check the indentation"
    case .unknownAlias(let name, let known): didYouMean(name, among: known)
    case .mergeKey: "write the keys out, or quote '<<' where it is a name"
    case .unknownTag: "known are !!null, !!bool, !!int, !!float, !!str, !!seq, !!map; quote a text that starts with '!'"
    case .integerTooLarge: "quote it if it is a name or a code"
    case .tabIndent: "indent with spaces"
    case .reservedStart: "quote it"
    case .strayColon: "quote the value if the ':' is part of it, or check the indentation and the line before"
    case .strayQuestionMark: "quote the text if it starts with '?'"
    case .strayDash: "start the list on a line of its own"
    case .keyWithoutColon: "write 'key: value', or check the indentation and the quotes before"
    case .notInMapping: "check the indentation and the quotes"
    case .notInList: "check the indentation; each item starts with '- '"
    case .tightColon: "or quote the text if the ':' is part of it"
    case .unknownEscape: "a backslash is written \\\\ in double quotes, and \\ in single quotes"
    case .brokenEscape: "\\x takes 2 hexadecimal digits, \\u 4 and \\U 8"
    case .brokenName(let sign): "quote a text that starts with '\(sign)'"
    case .brokenBlockHeader: "start the text on the next line"
    case .brokenTag: "quote a text that starts with '!'"
    default: nil
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
