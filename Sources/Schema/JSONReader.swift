public import Language

/// Why a text is not JSON as this project reads it, and the byte offset where that shows.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong with the text.
  public enum Reason: Sendable {
    case unexpectedEnd, unexpectedByte, badString, badNumber, duplicateKey, tooDeep, notUTF8, trailing

    fileprivate var words: Text {
      switch self {
      case .unexpectedEnd: Text(en: "the text ends too early", es: "el texto termina demasiado pronto")
      case .unexpectedByte: Text(en: "unexpected character", es: "un carácter inesperado")
      case .badString:
        Text(
          en: "a string that is not closed, or holds a control character or a broken escape",
          es: "una cadena que no se cierra, o que contiene un carácter de control o un escape incorrecto")
      case .badNumber: Text(en: "a number that JSON does not know", es: "un número que JSON no conoce")
      case .duplicateKey: Text(en: "a key that the object already has", es: "una clave que el objeto ya tiene")
      case .tooDeep: Text(en: "nested more than 128 levels deep", es: "más de 128 niveles, uno dentro de otro")
      case .notUTF8: Text(en: "not UTF-8", es: "no es UTF-8")
      case .trailing: Text(en: "text after the end of the value", es: "texto después del final del valor")
      }
    }
  }
  /// What is wrong.
  public var reason: Reason
  /// Where: an offset in bytes from the start.
  public var offset: Int
  /// The sentence for people, without what it is about.
  public var sentence: Text {
    Text(
      en: "not valid JSON at byte \(offset): \(reason.words.en)",
      es: "no es JSON válido en el byte \(offset): \(reason.words.es)")
  }
  /// The sentence in English, as programs read it.
  public var description: String { sentence.en }
}

extension Value {
  /// Reads one JSON text (RFC 8259), strictly: UTF-8 only, no duplicate keys, at most 128 levels, nothing behind it.
  ///
  /// Whole numbers that fit become ``integer(_:)``, all others ``number(_:)``; what overflows a double is refused.
  /// - Throws: ``JSONError``.
  public init(json bytes: some Sequence<UInt8>) throws(JSONError) {
    var reader = JSONReader(Array(bytes))
    self = try reader.document()
  }
}

private struct JSONReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONError) -> Value {
    let value = try self.value(depth: 0)
    skipBlanks()
    guard at == bytes.count else { throw error(.trailing) }
    return value
  }

  private func error(_ reason: JSONError.Reason) -> JSONError { JSONError(reason: reason, offset: at) }

  private mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  private mutating func next() throws(JSONError) -> UInt8 {
    skipBlanks()
    guard at < bytes.count else { throw error(.unexpectedEnd) }
    return bytes[at]
  }

  private mutating func value(depth: Int) throws(JSONError) -> Value {
    guard depth <= 128 else { throw error(.tooDeep) }
    switch try next() {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw error(.unexpectedByte)
    }
  }

  private mutating func word(_ word: String, _ value: Value) throws(JSONError) -> Value {
    guard bytes[at...].starts(with: word.utf8) else { throw error(.unexpectedByte) }
    at += word.utf8.count
    return value
  }

  private mutating func list(depth: Int) throws(JSONError) -> Value {
    at += 1
    var elements: [Value] = []
    if try next() == UInt8(ascii: "]") { at += 1; return .list([]) }
    while true {
      elements.append(try value(depth: depth + 1))
      switch try next() {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "]"): at += 1; return .list(elements)
      default: throw error(.unexpectedByte)
      }
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> Value {
    at += 1
    var members: [String: Value] = [:]
    if try next() == UInt8(ascii: "}") { at += 1; return .object([:]) }
    while true {
      guard try next() == UInt8(ascii: "\"") else { throw error(.unexpectedByte) }
      let start = at
      let key = try string()
      guard try next() == UInt8(ascii: ":") else { throw error(.unexpectedByte) }
      at += 1
      let value = try self.value(depth: depth + 1)
      guard members.updateValue(value, forKey: key) == nil else {
        throw JSONError(reason: .duplicateKey, offset: start)
      }
      switch try next() {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "}"): at += 1; return .object(members)
      default: throw error(.unexpectedByte)
      }
    }
  }

  private mutating func string() throws(JSONError) -> String {
    let start = at
    at += 1
    var text: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        guard let valid = String(validating: text, as: UTF8.self) else {
          throw JSONError(reason: .notUTF8, offset: start)
        }
        return valid
      case UInt8(ascii: "\\"):
        at += 1
        try escape(into: &text)
      case ..<0x20: throw error(.badString)
      default:
        text.append(byte)
        at += 1
      }
    }
    throw error(.badString)
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard at < bytes.count else { throw error(.badString) }
    if let byte = Self.simpleEscape(bytes[at]) {
      at += 1
      text.append(byte)
      return
    }
    var code = try hexadecimal()
    if 0xD800..<0xDC00 ~= code {
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\\") else { throw error(.badString) }
      at += 1
      let low = try hexadecimal()
      guard 0xDC00..<0xE000 ~= low else { throw error(.badString) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw error(.badString) }
    text += String(Character(scalar)).utf8
  }

  private static func simpleEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// The code of an escape: u and four hexadecimal digits.
  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard at + 5 <= bytes.count, bytes[at] == UInt8(ascii: "u"), bytes[at + 1] != UInt8(ascii: "+"),
      bytes[at + 1] != UInt8(ascii: "-"),
      let code = UInt32(String(decoding: bytes[(at + 1)..<(at + 5)], as: UTF8.self), radix: 16)
    else { throw error(.badString) }
    at += 5
    return code
  }

  private mutating func number() throws(JSONError) -> Value {
    let start = at
    func digits(_ at: inout Int) -> Int {
      let first = at
      while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
      return at - first
    }
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    let first = at
    let whole = digits(&at)
    guard whole == 1 || whole > 1 && bytes[first] != UInt8(ascii: "0") else { throw error(.badNumber) }
    var isWhole = true
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      isWhole = false
      at += 1
      guard digits(&at) > 0 else { throw error(.badNumber) }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      guard digits(&at) > 0 else { throw error(.badNumber) }
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else { throw error(.badNumber) }
    return .number(number)
  }
}
