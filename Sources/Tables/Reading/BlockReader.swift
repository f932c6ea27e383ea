/// What reading one block gives.
struct BlockResult: Sendable {
  /// The columns asked for that the file has, in the order asked for.
  var columns: [AnyColumn]
  /// Rows in the block, and line feeds.
  var rows: Int, lines: Int
  var faults: FaultTally
  /// Whether the block is UTF-8 although the format says otherwise; nil where it does not, or the block does not tell.
  var isUTF8: Bool?
}

/// Reads blocks into columns, one after another.
struct BlockReader: ~Copyable {
  private let format: CSVFormat
  private let parsers: [ColumnParser]
  private var index: FieldIndex

  /// A reader of blocks with `width` columns, of which `parsers` read some.
  init(format: CSVFormat, width: Int, parsers: [ColumnParser]) {
    (self.format, self.parsers) = (format, parsers)
    index = FieldIndex(width: width, format: format)
  }

  /// What `block` holds from the byte at `start` on.
  mutating func read(_ block: Block, from start: Int = 0) -> BlockResult {
    let isUTF8 = BlockText.isUTF8(block, format.encoding)
    return BlockText.withUTF8(of: block, format.encoding) { bytes, isSound in
      let bytes = bytes.part(start..<bytes.count)
      var faults = BlockFaults(bytes)
      index.fill(bytes, faults: &faults)
      // Only then a line break stands in quotes.
      if index.lineCount > index.scannedRows { findSwallowedRows(bytes, &faults) }
      if format.hasTrailingDelimiter { checkEnds(&faults) }
      if format.hasFormulaTexts { unwrapFormulas(bytes) }
      if format.trimsBlanks { trim(bytes) }
      let selectors = parsers.filter { $0.spec.filter != nil }
      if !isSound { findUnsound(bytes, in: selectors.map(\.position), &faults) }
      if !format.missing.isEmpty { for parser in parsers { markMissing(format.missing, in: parser, bytes) } }
      let selecting = selectors.map { $0.parse(bytes, index, &faults) }
      for (parser, column) in zip(selectors, selecting) { leaveOut(by: parser, column) }
      passOverBlankRows(&faults)
      if !isSound { findUnsound(bytes, in: Array(0..<index.width), &faults) }
      let columns = parse(bytes, selecting, &faults)
      return BlockResult(
        columns: columns, rows: index.scannedRows, lines: index.lineCount, faults: faults.tally, isUTF8: isUTF8)
    }
  }

  /// The columns of all parsers, of which `selecting` are those by which rows are selected.
  private func parse(_ bytes: Bytes, _ selecting: [AnyColumn], _ faults: inout BlockFaults) -> [AnyColumn] {
    var columns: [Int: AnyColumn] = [:]
    // What stands for a missing value in one column may be a value in another that is read of the same fields.
    for hasMissing in [false, true] {
      for (place, parser) in parsers.enumerated()
      where parser.spec.filter == nil && parser.spec.missing.isEmpty != hasMissing {
        if hasMissing { markMissing(parser.spec.missing, in: parser, bytes) }
        columns[place] = parser.parse(bytes, index, &faults)
      }
    }
    var selected = selecting[...]
    return parsers.indices.map { columns[$0] ?? selected.removeFirst() }
  }

  /// Empties the fields of a column that are one of `markers`, which stand for a missing value.
  private func markMissing(_ markers: [String], in parser: ColumnParser, _ bytes: Bytes) {
    let markers = markers.map { Array($0.utf8) }
    for row in 0..<index.rowCount where !index[row, parser.position].isFaulty {
      let field = index[row, parser.position]
      let text = bytes.part(field.start..<field.start + field.length)
      if markers.contains(where: { $0.elementsEqual(text) }) {
        index[row, parser.position] = Field(start: field.start, length: 0)
      }
    }
  }

  /// Takes texts out of quoted fields in which they stand as formulas; those that are not quoted are taken out before.
  private func unwrapFormulas(_ bytes: Bytes) {
    guard let quote = format.quote.byte else { return }
    for row in 0..<index.rowCount {
      for parser in parsers where index[row, parser.position].isEscaped {
        let field = index[row, parser.position]
        let inner = field.start + 3..<max(field.start + 3, field.start + field.length - 2)
        guard field.length > 4,
          bytes.part(field.start..<inner.lowerBound).elementsEqual([UInt8(ascii: "="), quote, quote]),
          bytes.part(inner.upperBound..<inner.upperBound + 2).elementsEqual([quote, quote]),
          !bytes.part(inner).contains(quote)
        else { continue }
        index[row, parser.position] = Field(start: inner.lowerBound, length: inner.count, isQuoted: true)
      }
    }
  }

  /// Takes the blanks off the ends of fields.
  private func trim(_ bytes: Bytes) {
    func isBlank(_ place: Int) -> Bool { bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\t") }
    for row in 0..<index.rowCount {
      for parser in parsers {
        let field = index[row, parser.position]
        var (start, end) = (field.start, field.start + field.length)
        while start < end, isBlank(start) { start += 1 }
        while start < end, isBlank(end - 1) { end -= 1 }
        guard end - start < field.length, !field.isFaulty else { continue }
        index[row, parser.position] = Field(
          start: start, length: end - start, isQuoted: field.isQuoted && end > start, isEscaped: field.isEscaped)
      }
    }
  }

  /// Notes the rows that hold nothing but delimiters, of which nothing is read; where no column needs a value they are rows.
  private func passOverBlankRows(_ faults: inout BlockFaults) {
    guard index.width > 1, parsers.contains(where: { !$0.spec.mayMiss }) else { return }
    for row in 0..<index.rowCount where (0..<index.width).allSatisfy({ index[row, $0].isNothing }) {
      faults.addBlankRow(index.number(row), index[row, 0].written)
      for column in 0..<index.width { index[row, column].isFaulty = true }
    }
  }

  /// Notes the rows that do not end with the delimiter that all are said to end with.
  private func checkEnds(_ faults: inout BlockFaults) {
    for row in 0..<index.rowCount where !index[row, index.width - 1].isMissing {
      faults.add(.behindTrailingDelimiter, row: index.number(row), column: nil, index[row, index.width - 1].written)
    }
  }

  /// Sees to it that nothing is read of the rows that the filter of `parser` leaves out by `column`, nor found wrong with
  /// them. A row whose value there is itself at fault stays.
  private func leaveOut(by parser: ColumnParser, _ column: AnyColumn) {
    guard let filter = parser.spec.filter, case .text(let texts) = column else { return }
    let admitsMissing = filter.admits("", format.decimalMark)
    var known: [TextColumn.Slot: Bool] = [:]
    func admits(_ row: Int) -> Bool {
      guard !texts.isMissing(row) else { return admitsMissing || index[row, parser.position].isFaulty }
      if let known = known[texts.slots[row]] { return known }
      let admits = filter.admits(texts[row] ?? "", format.decimalMark)
      known[texts.slots[row]] = admits
      return admits
    }
    for row in 0..<index.rowCount where !admits(row) {
      for column in 0..<index.width { index[row, column].isFaulty = true }
    }
  }

  /// Marks the quoted fields that hold rows: a quote at the beginning of a field and one at the end of another make one field
  /// of all between them. The lines of such a field have the delimiters of rows, and numbers where numbers are asked for;
  /// those of a text hardly ever have both.
  private func findSwallowedRows(_ bytes: Bytes, _ faults: inout BlockFaults) {
    let numbers = Set(parsers.filter { [.integer, .decimal, .number].contains($0.spec.type) }.map(\.position))
    for row in 0..<index.rowCount {
      for column in 0..<index.width where index[row, column].isQuoted && !index[row, column].isFaulty {
        let field = index[row, column]
        let text = bytes.part(field.start..<field.start + field.length)
        guard text.contains(UInt8(ascii: "\n")), let rows = swallowedRows(text, from: column, numbers) else { continue }
        index[row, column].isFaulty = true
        faults.add(.field(.runsOverRows(rows)), row: index.number(row), column: column, field.written)
      }
    }
  }

  /// Over how many further rows `text` runs on: what is left of a row behind `column`, whole rows, and the beginning of one up to
  /// `column`, with values in columns of `numbers` that can be such. Nil where it is no such rows.
  private func swallowedRows(_ text: Bytes, from column: Int, _ numbers: Set<Int>) -> Int? {
    var (rest, first, rows, known) = (text[...], column, 0, 0)
    while true {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      let isLast = line.endIndex == rest.endIndex
      let last = isLast ? column : index.width - 1
      // A field can be long: a line at a time, and no more of it than a row has.
      let fields = line.split(
        separator: format.delimiter.byte, maxSplits: index.width, omittingEmptySubsequences: false)
      guard fields.count == last - first + 1 else { return nil }
      // What is cut by a quote may be the part of a number.
      for (position, field) in zip(first...last, fields) where position != column && numbers.contains(position) {
        guard let sign = field.first, sign != UInt8(ascii: "\r") else { continue }
        guard 48...57 ~= sign, field.allSatisfy({ 48...57 ~= $0 || Self.marksInNumbers.contains($0) }) else {
          return nil
        }
        known += 1
      }
      if isLast { return known > 0 ? rows : nil }
      (rest, first, rows) = (rest[(line.endIndex + 1)...], 0, rows + 1)
    }
  }

  /// What stands in numbers besides digits, and behind the last field of a row.
  private static let marksInNumbers = Array(".,' \r".utf8)

  /// Marks the fields of `columns` that are not valid text.
  private func findUnsound(_ bytes: Bytes, in columns: [Int], _ faults: inout BlockFaults) {
    for row in 0..<index.rowCount {
      for column in columns where !index[row, column].isFaulty {
        let field = index[row, column]
        guard
          let (fault, place) = BlockText.fault(
            in: bytes.part(field.start..<field.start + field.length), format.encoding)
        else {
          continue
        }
        index[row, column].isFaulty = true
        let range = field.start + place..<field.start + place + 1
        faults.add(
          .field(fault), row: index.number(row), column: column, range, value: field.start..<field.start + field.length)
      }
    }
  }
}
