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

  /// ``prettyJSON`` of an object of `members` and the list `name`, which is none of them: its elements are made into
  /// values one at a time, so that a long list never stands in memory as such.
  public static func prettyJSON<Element>(
    _ members: [String: Value], _ name: String, _ elements: [Element], _ value: (Element) -> Value
  ) -> [UInt8] {
    var out: [UInt8] = []
    let keys = (members.keys + [name]).sorted(by: precedes)
    write(keys, between: ("{", "}"), to: &out, indent: 0) { key, out, indent in
      write(key, to: &out)
      out += ": ".utf8
      if key == name {
        write(elements, between: ("[", "]"), to: &out, indent: indent) { value($0).write(to: &$1, indent: $2) }
      } else {
        members[key]?.write(to: &out, indent: indent)
      }
    }
    out.append(UInt8(ascii: "\n"))
    return out
  }

  private static func precedes(_ key: String, _ other: String) -> Bool {
    key.utf8.lexicographicallyPrecedes(other.utf8)
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
      let keys = members.keys.sorted(by: Self.precedes)
      Self.write(keys, between: ("{", "}"), to: &out, indent: indent) { key, out, indent in
        Self.write(key, to: &out)
        out += (indent == nil ? ":" : ": ").utf8
        members[key]?.write(to: &out, indent: indent)
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
    var text = text
    text.withUTF8 { bytes in
      // What stands as it is goes over in one piece.
      var plain = 0
      for place in bytes.indices where !isPlain(bytes[place]) {
        out += bytes[plain..<place]
        out += escape(bytes[place]).utf8
        plain = place + 1
      }
      out += bytes[plain...]
    }
    out.append(UInt8(ascii: "\""))
  }

  /// Whether `byte` stands for itself in a JSON text.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F
  }

  /// What stands for a `byte` that is not plain in a JSON text.
  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): return #"\""#
    case UInt8(ascii: "\\"): return #"\\"#
    case UInt8(ascii: "\n"): return #"\n"#
    case UInt8(ascii: "\r"): return #"\r"#
    case UInt8(ascii: "\t"): return #"\t"#
    default:
      let digits = String(byte, radix: 16)
      return #"\u00"# + (digits.utf8.count == 1 ? "0" : "") + digits
    }
  }
}
