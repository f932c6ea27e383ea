extension Value {
  /// The value as canonical JSON: members in the byte order of their keys, no blanks, text as UTF-8 with only what
  /// JSON demands escaped, numbers as ``canonicalNumber(_:)`` writes them (null where they have no text).
  public var canonicalJSON: [UInt8] {
    var out: [UInt8] = []
    write(to: &out, indent: nil)
    return out
  }

  /// The same members in the same order, laid out for people: two blanks a level, and a last line break.
  public var prettyJSON: [UInt8] {
    var out: [UInt8] = []
    write(to: &out, indent: 0)
    out.append(UInt8(ascii: "\n"))
    return out
  }

  private func write(to out: inout [UInt8], indent: Int?) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let it): out += (it ? "true" : "false").utf8
    case .integer(let it): out += String(it).utf8
    case .number(let it): out += (canonicalNumber(it) ?? "null").utf8
    case .string(let it): Self.write(it, to: &out)
    case .list(let elements):
      Self.write(elements, between: ("[", "]"), to: &out, indent: indent) { $0.write(to: &$1, indent: $2) }
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      Self.write(sorted, between: ("{", "}"), to: &out, indent: indent) { member, out, indent in
        Self.write(member.key, to: &out)
        out += (indent == nil ? ":" : ": ").utf8
        member.value.write(to: &out, indent: indent)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], between brackets: (String, String), to out: inout [UInt8], indent: Int?,
    _ each: (Element, inout [UInt8], Int?) -> Void
  ) {
    func breakLine(_ level: Int) {
      out.append(UInt8(ascii: "\n"))
      out += repeatElement(UInt8(ascii: " "), count: level * 2)
    }
    out += brackets.0.utf8
    for (index, element) in elements.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      if let indent { breakLine(indent + 1) }
      each(element, &out, indent.map { $0 + 1 })
    }
    if let indent, !elements.isEmpty { breakLine(indent) }
    out += brackets.1.utf8
  }

  private static func write(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): out += #"\n"#.utf8
      case UInt8(ascii: "\r"): out += #"\r"#.utf8
      case UInt8(ascii: "\t"): out += #"\t"#.utf8
      case ..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        out += (#"\u00"# + (digits.utf8.count == 1 ? "0" : "") + digits).utf8
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
