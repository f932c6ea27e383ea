import Schema

/// Reads bytes that must be the canonical JSON of entries: RFC 8785 with keys of `[a-z0-9_]`, whole numbers within
/// 2^53 - 1 either way, and no others. It builds nothing, so that a feed can be checked as fast as it is read.
struct CanonicalScanner {
  /// The byte at which the text is no longer canonical.
  struct Fault: Error { let offset: Int }

  /// Objects and lists in one another.
  static let deepest = 32

  private let bytes: UnsafeRawBufferPointer
  private(set) var at = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  private var fault: Fault { Fault(offset: at) }

  /// Whether `text` comes next, which is then passed.
  mutating func passes(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count - at >= count, (0..<count).allSatisfy({ bytes[at + $0] == text.utf8Start[$0] }) else {
      return false
    }
    at += count
    return true
  }

  /// Passes `text`.
  mutating func pass(_ text: StaticString) throws(Fault) {
    guard passes(text) else { throw fault }
  }

  /// Passes a string without escapes; its content.
  mutating func plainText() throws(Fault) -> String {
    let start = at + 1
    try string()
    let content = bytes[start..<(at - 1)]
    guard !content.contains(UInt8(ascii: "\\")), let text = String(validating: content, as: UTF8.self) else {
      throw Fault(offset: start)
    }
    return text
  }

  /// Passes a whole number; its value.
  mutating func integer() throws(Fault) -> Int {
    let start = at
    let isNegative = passes("-")
    let first = at
    var value = 0
    while at < bytes.count, case let digit = bytes[at] &- UInt8(ascii: "0"), digit < 10 {
      guard at - first < 16 else { throw Fault(offset: start) }
      value = value * 10 + Int(digit)
      at += 1
    }
    let isWritten = at - first == 1 ? !(isNegative && value == 0) : at > first && bytes[first] != UInt8(ascii: "0")
    guard isWritten, value < 1 << 53 else { throw Fault(offset: start) }
    return isNegative ? -value : value
  }

  /// Passes any value.
  mutating func value(depth: Int = 0) throws(Fault) {
    guard at < bytes.count, depth <= Self.deepest else { throw fault }
    switch bytes[at] {
    case UInt8(ascii: "{"): try object(depth)
    case UInt8(ascii: "["): try list(depth)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try pass("true")
    case UInt8(ascii: "f"): try pass("false")
    case UInt8(ascii: "n"): try pass("null")
    default: _ = try integer()
    }
  }

  private mutating func list(_ depth: Int) throws(Fault) {
    try pass("[")
    if passes("]") { return }
    repeat { try value(depth: depth + 1) } while passes(",")
    try pass("]")
  }

  private mutating func object(_ depth: Int) throws(Fault) {
    try pass("{")
    if passes("}") { return }
    var last: Range<Int>?
    repeat {
      try pass("\"")
      let start = at
      while at < bytes.count, Self.isKeyByte(bytes[at]) { at += 1 }
      let key = start..<at
      guard !key.isEmpty, last.map({ bytes[$0].lexicographicallyPrecedes(bytes[key]) }) ?? true else {
        throw Fault(offset: start)
      }
      last = key
      try pass("\":")
      try value(depth: depth + 1)
    } while passes(",")
    try pass("}")
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    default: false
    }
  }

  /// Passes a string whose escapes are the ones that RFC 8785, section 3.2.2.2, demands.
  private mutating func string() throws(Fault) {
    try pass("\"")
    let start = at
    var isASCII = true
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      switch bytes[at] {
      case UInt8(ascii: "\\"): try escape()
      case ..<0x20: throw fault
      case 0x80...:
        isASCII = false
        at += 1
      default: at += 1
      }
    }
    if !isASCII, String(validating: bytes[start..<at], as: UTF8.self) == nil { throw Fault(offset: start) }
    try pass("\"")
  }

  private mutating func escape() throws(Fault) {
    for short in [#"\""#, #"\\"#, #"\b"#, #"\f"#, #"\n"#, #"\r"#, #"\t"#] as [StaticString] where passes(short) {
      return
    }
    try pass(#"\u00"#)
    guard bytes.count - at >= 2 else { throw fault }
    let (high, low) = (bytes[at], bytes[at + 1])
    let digits = Array("0123456789abcdef".utf8)
    guard high == UInt8(ascii: "0") || high == UInt8(ascii: "1"), let last = digits.firstIndex(of: low) else {
      throw fault
    }
    // Those that have a short escape must use it.
    guard high == UInt8(ascii: "1") || ![8, 9, 10, 12, 13].contains(last) else { throw fault }
    at += 2
  }
}
