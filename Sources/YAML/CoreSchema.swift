/// What scalars mean by the core schema: YAML 1.2.2, section 10.3.2.
enum CoreSchema {
  /// The tags of the core schema, as libyaml spells them out.
  enum Tag: String, CaseIterable {
    case null, bool, int, float, str, seq, map

    init?(uri: String) {
      guard uri.hasPrefix(Self.prefix) else { return nil }
      self.init(rawValue: String(uri.dropFirst(Self.prefix.count)))
    }

    static let prefix = "tag:yaml.org,2002:"
  }

  /// What the plain scalar `text` means without a tag.
  static func value(ofPlain text: String) throws(YAMLMessage) -> Scalar.Value {
    if isNull(text) { return .null }
    if let bool = bool(text) { return .bool(bool) }
    if let integer = try integer(text) { return integer }
    return try float(text) ?? .string
  }

  /// What `text` means with the tag `tag`; nil where it does not fit.
  static func value(of text: String, as tag: Tag) throws(YAMLMessage) -> Scalar.Value? {
    switch tag {
    case .null: isNull(text) ? .null : nil
    case .bool: bool(text).map { .bool($0) }
    case .int: try integer(text)
    case .float: try float(text)
    case .str: .string
    case .seq, .map: nil
    }
  }

  private static func isNull(_ text: String) -> Bool {
    switch text {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }

  private static func bool(_ text: String) -> Bool? {
    switch text {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  /// `[-+]? [0-9]+`, `0o [0-7]+` or `0x [0-9a-fA-F]+`; nil where `text` is none of them.
  private static func integer(_ text: String) throws(YAMLMessage) -> Scalar.Value? {
    let value: Int?
    if text.hasPrefix("0o"), isAll(text.utf8.dropFirst(2), isOctal) {
      value = Int(text.dropFirst(2), radix: 8)
    } else if text.hasPrefix("0x"), isAll(text.utf8.dropFirst(2), isHexadecimal) {
      value = Int(text.dropFirst(2), radix: 16)
    } else if isAll(unsigned(text), isDigit) {
      value = Int(text)
    } else {
      return nil
    }
    guard let value else { throw .integerTooLarge(text) }
    return .integer(value)
  }

  /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`, `[-+]? \.inf` or `\.nan`; nil where `text`
  /// is none of them.
  private static func float(_ text: String) throws(YAMLMessage) -> Scalar.Value? {
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
    case ".nan", ".NaN", ".NAN": return .float(.nan)
    default: break
    }
    var rest = unsigned(text)
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: isDigit)
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard isAll(rest, isDigit) else { return nil }
    } else if !rest.isEmpty {
      return nil
    }
    let hasDigits = !whole.allSatisfy(isZero) || !fraction.allSatisfy(isZero)
    guard let value = Double(text), value.isFinite, value != 0 || !hasDigits else { throw .floatOutOfRange(text) }
    return .float(value)
  }

  private typealias Bytes = Substring.UTF8View

  private static func unsigned(_ text: String) -> Bytes {
    let bytes = text[...].utf8
    return bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes
  }

  private static func isAll(_ bytes: Bytes, _ fits: (UInt8) -> Bool) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy(fits)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isZero(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "0") }

  private static func isOctal(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}
