/// Finds where rows end, without cutting them into fields, so that a file can be read in blocks.
///
/// It follows the rules of `RowScanner` exactly, also where a file breaks them: cut anywhere, a file gives the same
/// fields and the same faults.
struct RowCutter {
  private let format: CSVFormat

  init(_ format: CSVFormat) { self.format = format }

  /// The place just behind the last row that ends in `bytes` behind the first `lines` lines, which are no rows and may hold
  /// quotes that nobody closes; nil where none ends there.
  func endOfRows(in bytes: Bytes, behind lines: Int) -> Int? {
    var start = 0
    for _ in 0..<max(0, lines) {
      guard let end = bytes.first(UInt8(ascii: "\n"), from: start) else { return nil }
      start = end + 1
    }
    return endOfRows(in: bytes.part(start..<bytes.count)).map { start + $0 }
  }

  /// The place just behind the last row that ends in `bytes`, which begin with a row; nil where none ends there.
  func endOfRows(in bytes: Bytes) -> Int? {
    var marks = RowMarks(format)
    var end: Int?
    bytes.forEach64 { pointer, place, valid in
      let found = marks.next(pointer)
      let rowEnds = found.ends & found.lineFeeds & valid
      if rowEnds != 0 { end = place &+ 64 &- rowEnds.leadingZeroBitCount }
    }
    return marks.isRegular ? end : endOfIrregularRows(in: bytes)
  }

  private func endOfIrregularRows(in bytes: Bytes) -> Int? {
    let (delimiter, lineFeed) = (format.delimiter.byte, UInt8(ascii: "\n"))
    var last: Int?
    /// Where the stretch outside quotes that is looked at begins.
    var outside = 0
    var from = 0
    if let quote = format.quote.byte {
      while let found = bytes.first(quote, from: from) {
        from = found + 1
        guard found == 0 || bytes[found - 1] == delimiter || bytes[found - 1] == lineFeed else { continue }
        last = bytes.last(lineFeed, in: outside..<found) ?? last
        guard let close = closing(quote, in: bytes, from: from) else { return last.map { $0 + 1 } }
        (from, outside) = (close + 1, close + 1)
      }
    }
    last = bytes.last(lineFeed, in: outside..<bytes.count) ?? last
    return last.map { $0 + 1 }
  }

  private func closing(_ quote: UInt8, in bytes: Bytes, from start: Int) -> Int? {
    var from = start
    while let found = bytes.first(quote, from: from) {
      guard found + 1 < bytes.count, bytes[found + 1] == quote else { return found }
      from = found + 2
    }
    return nil
  }
}
