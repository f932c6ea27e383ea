/// The fields of a file with delimiters, byte for byte as they are written; nothing is held against any rule.
struct DelimitedRows {
  /// One field.
  struct Field {
    /// What it holds, without the quotes around it; quotes inside are doubled still.
    let content: Range<Int>
    /// All of it, with its quotes, without the delimiter.
    let written: Range<Int>
    /// Its place in the row, from 0.
    let index: Int
    /// The line on which it begins, from 1, and where that begins.
    let line: Int, lineStart: Int
    /// Whether the row ends behind it.
    let isLast: Bool
  }

  let bytes: UnsafeRawBufferPointer
  let delimiter: UInt8
  let quote: UInt8?

  /// Hands `body` each field, in the order of the file.
  func forEach(_ body: (Field) throws -> Void) rethrows {
    // The mark of UTF-8 is no part of the first field, which can have quotes behind it.
    var (place, index, line, lineStart) = (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, 0, 1, 0)
    while place < bytes.count {
      let (start, startLine, startOfLine) = (place, line, lineStart)
      var content: Range<Int>?
      if let quote, bytes[place] == quote {
        place += 1
        while place < bytes.count {
          if bytes[place] == quote {
            guard place + 1 < bytes.count, bytes[place + 1] == quote else { break }
            place += 1
          } else if bytes[place] == UInt8(ascii: "\n") {
            (line, lineStart) = (line + 1, place + 1)
          }
          place += 1
        }
        content = start + 1..<max(start + 1, min(place, bytes.count))
        place = min(place + 1, bytes.count)
      }
      while place < bytes.count, bytes[place] != delimiter, bytes[place] != UInt8(ascii: "\n") { place += 1 }
      let isLast = place == bytes.count || bytes[place] == UInt8(ascii: "\n")
      let isReturn = isLast && place > start && bytes[place - 1] == UInt8(ascii: "\r")
      let written = start..<(isReturn ? place - 1 : place)
      // What stands behind a closing quote is no field of ours, and is looked at all the same.
      let isWhole = content.map { $0.upperBound + 1 >= written.upperBound } ?? false
      try body(
        Field(
          content: isWhole ? content ?? written : written, written: written, index: index, line: startLine,
          lineStart: startOfLine, isLast: isLast))
      place += 1
      if isLast { (index, line, lineStart) = (0, line + 1, place) } else { index += 1 }
      // A delimiter that ends the file has an empty field behind it.
      if place == bytes.count, !isLast {
        try body(
          Field(
            content: place..<place, written: place..<place, index: index, line: line, lineStart: lineStart, isLast: true
          ))
      }
    }
  }
}
