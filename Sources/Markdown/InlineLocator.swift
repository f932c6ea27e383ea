internal import Diagnostics

/// Finds where inline nodes of one block really stand.
///
/// libcmark-gfm gives inline nodes their true line, but counts columns as if every line of the block were indented
/// like its first one, and in a table's cell as if no `\|` had been shortened. Both can be put right from the source;
/// a text that still is not where it should be (after a link's definition, say) is searched for.
struct InlineLocator {
  private let source: SourceBytes
  private var firstLine = 1
  private var firstColumn = 1
  private var lastLine = 1
  private var quotes = 0
  /// In a table's cell, the columns, as libcmark-gfm counts them, of the bars written `\|`.
  private var bars: [Int]?
  /// Added to the positions that inline nodes report.
  private var shift = (line: 0, column: 0)
  /// Whether what is reported is worth a look; else texts are searched for at once.
  private var isTrusted = true
  /// Behind the last text that was found; searches go on from here.
  private var cursor = 0
  /// Bytes that searches may still look at, over the whole text.
  private var budget = 1_000_000

  init(source: SourceBytes) { self.source = source }

  /// Begins the block whose content starts at `line` and `column`, inside `quotes` block quotes.
  mutating func open(line: Int, column: Int, lastLine: Int, quotes: Int, isCell: Bool) {
    (firstLine, firstColumn, self.lastLine, self.quotes) = (line, column, lastLine, quotes)
    (shift, isTrusted) = ((0, 0), true)
    bars = isCell ? escapedBars() : nil
    cursor = source.offset(line: line, column: column)
  }

  /// Begins a paragraph that a table's header cut short: its inline nodes count lines and columns from 0.
  mutating func openCut(line: Int, column: Int, lastLine: Int, quotes: Int) {
    open(line: line, column: column, lastLine: lastLine, quotes: quotes, isCell: false)
    shift = (line, column)
  }

  /// Begins a cell of such a header, whose positions are those of the paragraph.
  mutating func openLost(lastLine: Int) {
    let behind = cursor
    open(line: firstLine, column: firstColumn, lastLine: lastLine, quotes: quotes, isCell: false)
    (cursor, isTrusted) = (behind, false)
  }

  /// The true position of what is said to stand at `line` and byte `column`.
  func mark(line: Int, column: Int) -> Mark {
    guard isTrusted else { return source.mark(line: firstLine, offset: source.line(firstLine).lowerBound) }
    let (line, column) = (line + shift.line, column + shift.column)
    return source.mark(line: line, offset: offset(line: line, column: column))
  }

  /// `text` with the position of each of its scalars, and its range.
  mutating func locate(_ text: String, line: Int, column: Int) -> (text: MarkdownText, range: MarkRange) {
    let (line, column) = (line + shift.line, column + shift.column)
    if isTrusted, let found = aligned(text, line: line, at: offset(line: line, column: column)) { return found }
    if let found = search(text) { return found }
    let mark = source.mark(line: firstLine, offset: source.offset(line: firstLine, column: firstColumn))
    return (MarkdownText(text, at: mark), MarkRange(mark, mark))
  }

  private func offset(line: Int, column: Int) -> Int {
    if let bars {
      let before = bars.partitionPoint { $0 >= column }
      return min(source.offset(line: firstLine, column: column) + before, source.line(firstLine).upperBound)
    }
    let range = source.line(line)
    guard line != firstLine else { return source.offset(line: line, column: column) }
    return min(max(contentStart(line) + column - firstColumn, range.lowerBound), range.upperBound)
  }

  /// Where the paragraph's own text starts on one of its later lines: behind blanks and the signs of block quotes.
  private func contentStart(_ line: Int) -> Int {
    let range = source.line(line)
    var (offset, left) = (range.lowerBound, quotes)
    while offset < range.upperBound {
      switch source.bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): offset += 1
      case UInt8(ascii: ">") where left > 0: (offset, left) = (offset + 1, left - 1)
      default: return offset
      }
    }
    return offset
  }

  /// Where the cell at the first column, which ends at the first bar that is not escaped, has escaped ones.
  private func escapedBars() -> [Int] {
    let end = source.line(firstLine).upperBound
    var (offset, bars) = (source.offset(line: firstLine, column: firstColumn), [Int]())
    var column = firstColumn
    while offset < end, source.bytes[offset] != UInt8(ascii: "|") {
      if source.bytes[offset] == UInt8(ascii: "\\"), offset + 1 < end, source.bytes[offset + 1] == UInt8(ascii: "|") {
        bars.append(column)
        offset += 1
      }
      (offset, column) = (offset + 1, column + 1)
    }
    return bars
  }

  // MARK: Alignment

  /// `text` read off the source from `start`, through escapes and character references; nil where it is not there.
  private mutating func aligned(
    _ text: String, line: Int, at start: Int
  ) -> (text: MarkdownText, range: MarkRange)? {
    let range = source.line(line)
    guard line >= 1, range.contains(start) else { return nil }
    var runs = [MarkdownText.Run(offset: 0, column: source.mark(line: line, offset: start).column)]
    var (offset, scalars) = (start, 0)
    var rest = Substring(text).utf8
    while let byte = rest.first {
      guard offset < range.upperBound else { return nil }
      if let (length, meant) = escape(at: offset, before: range.upperBound), rest.starts(with: meant.utf8) {
        let column = source.mark(line: line, offset: offset).column
        if runs.last?.offset != scalars { runs.append(.init(offset: scalars, column: column)) }
        rest = rest.dropFirst(meant.utf8.count)
        scalars += meant.unicodeScalars.count
        offset += length
        runs.append(.init(offset: scalars, column: source.mark(line: line, offset: offset).column))
      } else {
        guard source.bytes[offset] == byte else { return nil }
        rest = rest.dropFirst()
        if byte & 0xC0 != 0x80 { scalars += 1 }
        offset += 1
      }
    }
    cursor = offset
    let startMark = source.mark(line: line, offset: start)
    return (
      MarkdownText(text, line: line, runs: runs), MarkRange(startMark, source.mark(line: line, offset: offset))
    )
  }

  /// The length and the meaning of the escape or character reference at `offset`.
  private func escape(at offset: Int, before end: Int) -> (length: Int, meant: String)? {
    let byte = source.bytes[offset]
    if byte == UInt8(ascii: "\\"), offset + 1 < end, isPunctuation(source.bytes[offset + 1]) {
      return (2, String(UnicodeScalar(source.bytes[offset + 1])))
    }
    guard byte == UInt8(ascii: "&") else { return nil }
    guard let stop = source.bytes[offset..<min(end, offset + 40)].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    return characterReference(source.bytes[offset...stop]).map { (stop + 1 - offset, $0) }
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// Looks for `text` between the last one found and the end of the block, within the budget.
  private mutating func search(_ text: String) -> (text: MarkdownText, range: MarkRange)? {
    guard let first = text.utf8.first else { return nil }
    for line in firstLine...max(firstLine, lastLine) {
      let range = source.line(line)
      guard range.upperBound > cursor else { continue }
      for offset in max(cursor, range.lowerBound)..<range.upperBound {
        budget -= 1
        guard budget > 0 else { return nil }
        let byte = source.bytes[offset]
        guard byte == first || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") else { continue }
        budget -= text.utf8.count
        if let found = aligned(text, line: line, at: offset) { return found }
      }
    }
    return nil
  }
}

extension Array {
  /// The first index whose element meets `condition`, which later elements must meet as well; by halving.
  fileprivate func partitionPoint(_ condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
