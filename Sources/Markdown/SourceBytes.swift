internal import Diagnostics

/// The bytes of a text, with its lines and the scalars before each byte.
struct SourceBytes {
  let bytes: [UInt8]
  /// Byte offset at which each line starts; there is always a first line.
  let lineStarts: [Int]
  /// For each byte offset, and for the end, how many scalars start before it.
  private let scalarsBefore: [Int]

  init(_ text: some Sequence<UInt8>) {
    bytes = Array(text)
    var starts = [0]
    var scalars = [Int]()
    scalars.reserveCapacity(bytes.count + 1)
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      scalars.append(count)
      if byte & 0xC0 != 0x80 { count += 1 }
      if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    }
    scalars.append(count)
    (lineStarts, scalarsBefore) = (starts, scalars)
  }

  /// The offsets of line `number`, from 1, without its line break; the number is clamped to the lines there are.
  func line(_ number: Int) -> Range<Int> {
    let index = min(max(number, 1), lineStarts.count) - 1
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The offset of the byte at `line` and `column`, both from 1, clamped to the line.
  func offset(line: Int, column: Int) -> Int {
    let range = self.line(line)
    return min(range.lowerBound + max(column - 1, 0), range.upperBound)
  }

  /// The position of the byte at `offset`, which must stand on `line`.
  func mark(line: Int, offset: Int) -> Mark {
    let number = min(max(line, 1), lineStarts.count)
    return Mark(line: number, column: max(scalarsBefore[offset] - scalarsBefore[lineStarts[number - 1]], 0) + 1)
  }

  /// What keeps the text from being parsed.
  func problems(_ limits: MarkdownLimits) -> [Problem] {
    let start = Mark(line: 1, column: 1)
    guard bytes.count <= limits.bytes else {
      return [Problem(message: .tooLarge(bytes: bytes.count, limit: limits.bytes), range: MarkRange(start, start))]
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      let mark = firstInvalid()
      return [Problem(message: .notUTF8, range: MarkRange(mark, mark))]
    }
    return controlCharacters()
  }

  private func firstInvalid() -> Mark {
    // The longest valid beginning ends where decoding first goes wrong.
    var (decoder, bytesIterator, offset) = (UTF8(), bytes.makeIterator(), 0)
    while case .scalarValue(let scalar) = decoder.decode(&bytesIterator) { offset += UTF8.width(scalar) }
    let line = lineStarts.lastIndex { $0 <= offset } ?? 0
    return mark(line: line + 1, offset: offset)
  }

  private func controlCharacters() -> [Problem] {
    var (problems, line) = ([Problem](), 1)
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: "\t"): break
      case UInt8(ascii: "\r") where offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n"): break
      case 0..<0x20, 0x7F:
        let mark = mark(line: line, offset: offset)
        let end = Mark(line: mark.line, column: mark.column + 1)
        problems.append(Problem(message: .controlCharacter(byte), range: MarkRange(mark, end)))
        if problems.count == 20 { return problems }
      default: break
      }
    }
    return problems
  }
}
