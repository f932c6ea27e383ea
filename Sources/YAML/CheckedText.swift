import Diagnostics

/// A source's text as libyaml gets it: decoded, without the byte order mark, and with every character that YAML does
/// not allow replaced, so that one bad character does not hide the problems behind it.
///
/// libyaml counts positions in characters; here they are offsets into `scalars`. Its own line numbers are not used: it
/// takes U+0085, U+2028 and U+2029 for line breaks, as YAML 1.1 did.
struct CheckedText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Offset at which each line starts.
  private var lineStarts = [0]

  /// Reads `source`, and adds what is wrong with its characters to `problems`; nil where reading on makes no sense.
  init?(_ source: SourceText, limits: YAMLLimits, _ problems: inout ProblemList) {
    guard source.bytes.count <= limits.bytes else {
      problems.add(.fileTooLarge(bytes: source.bytes.count, limit: limits.bytes), at: nil)
      return nil
    }
    if let encoding = foreignEncoding(of: source.bytes) {
      problems.add(.foreignEncoding(encoding), at: nil)
      return nil
    }
    decode(source.bytes, &problems)
    guard checkCharacters(&problems) else { return nil }
  }

  /// The text in UTF-8.
  var utf8: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(scalars.count)
    for scalar in scalars { out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    return out
  }

  /// The scalar at `offset`; nil behind the end.
  subscript(offset: Int) -> Unicode.Scalar? { scalars.indices.contains(offset) ? scalars[offset] : nil }

  /// The text between two offsets.
  subscript(range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(view)
  }

  mutating func replace(at offset: Int, by scalar: Unicode.Scalar) { scalars[offset] = scalar }

  /// The position of `offset`.
  func mark(_ offset: Int) -> Mark {
    let offset = min(max(offset, 0), scalars.count)
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return Mark(line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// The positions of `range`.
  func marks(_ range: Range<Int>) -> MarkRange { MarkRange(mark(range.lowerBound), mark(range.upperBound)) }

  /// The offset at which the line of `offset` ends, its line break not included.
  func lineEnd(from offset: Int) -> Int {
    scalars[min(offset, scalars.count)...].firstIndex { $0 == "\n" || $0 == "\r" } ?? scalars.count
  }

  private mutating func decode(_ bytes: [UInt8], _ problems: inout ProblemList) {
    let hasMark = bytes.starts(with: UTF8.byteOrderMark)
    scalars.reserveCapacity(bytes.count)
    var offset = hasMark ? UTF8.byteOrderMark.count : 0
    var rest = bytes[offset...].makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        scalars.append(UTF8.decode(encoded))
        offset += encoded.count
        if scalars.last == "\n" { lineStarts.append(scalars.count) }
      case .error(let length):
        let end = min(offset + length, bytes.count)
        scalars.append("\u{FFFD}")
        problems.add(.brokenUTF8(Array(bytes[offset..<end])), at: marks(scalars.count - 1..<scalars.count))
        offset = end
      case .emptyInput: return
      }
    }
  }

  /// Replaces what YAML does not allow; false where a character leaves the lines of the text in doubt.
  private mutating func checkCharacters(_ problems: inout ProblemList) -> Bool {
    for offset in scalars.indices {
      let scalar = scalars[offset]
      let message: YAMLMessage
      switch scalar.value {
      case 0x09, 0x0A, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
        0x10000...0x10FFFF:
        continue
      case 0x0D:
        if self[offset + 1] == "\n" { continue }
        problems.add(.loneReturn, at: marks(offset..<offset + 1))
        return false
      case 0x85, 0x2028, 0x2029: message = .lineSeparator(scalar)
      case 0xFEFF: message = .innerByteOrderMark
      default: message = .forbiddenCharacter(scalar)
      }
      problems.add(message, at: marks(offset..<offset + 1))
      scalars[offset] = "\u{FFFD}"
    }
    return true
  }
}

extension UTF8 {
  fileprivate static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

/// The name of the encoding, where `bytes` are UTF-16 or UTF-32 by their byte order mark or by their zero bytes.
///
/// A YAML text starts with an ASCII character or a byte order mark, which tells the encodings apart (YAML 1.2.2,
/// section 5.2).
private func foreignEncoding(of bytes: [UInt8]) -> String? {
  let start = Array(bytes.prefix(4))
  if start == [0, 0, 0xFE, 0xFF] || start == [0xFF, 0xFE, 0, 0] { return "UTF-32" }
  if start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0xFF, 0xFE]) { return "UTF-16" }
  guard start.count >= 2 else { return nil }
  if start.count == 4, start.filter({ $0 == 0 }).count == 3, start[0] != 0 || start[3] != 0 { return "UTF-32" }
  return (start[0] == 0) != (start[1] == 0) ? "UTF-16" : nil
}
