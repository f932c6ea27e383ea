import Schema

extension Value {
  /// The value as canonical JSON of RFC 8785. It differs from ``canonicalJSON`` in three escapes, and entries hold no
  /// numbers that are not whole.
  var ledgerText: [UInt8] {
    let written = canonicalJSON
    guard written.contains(UInt8(ascii: "\\")) else { return written }
    var out: [UInt8] = []
    var at = 0
    while at < written.count {
      guard written[at] == UInt8(ascii: "\\") else {
        out.append(written[at])
        at += 1
        continue
      }
      let escapes: [(String, [UInt8])] = [
        (#"\u0008"#, Array(#"\b"#.utf8)), (#"\u000c"#, Array(#"\f"#.utf8)), (#"\u007f"#, [0x7F]),
      ]
      if let (long, short) = escapes.first(where: { written[at...].starts(with: $0.0.utf8) }) {
        out += short
        at += long.utf8.count
      } else {
        out += written[at..<(at + 2)]
        at += 2
      }
    }
    return out
  }
}
