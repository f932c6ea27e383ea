/// What reading one block gives.
struct BlockResult: Sendable {
  /// The columns asked for that the file has, in the order asked for.
  var columns: [AnyColumn]
  /// Rows in the block, and line feeds.
  var rows: Int, lines: Int
  var faults: FaultTally
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
    BlockText.withUTF8(of: block, format.encoding) { bytes, isSound in
      let bytes = bytes.part(start..<bytes.count)
      var faults = BlockFaults(bytes)
      index.fill(bytes, faults: &faults)
      if format.hasTrailingDelimiter { checkEnds(&faults) }
      let selectors = parsers.filter { $0.spec.filter != nil }
      if !isSound { findUnsound(bytes, in: selectors.map(\.position), &faults) }
      if !format.missing.isEmpty { for parser in parsers { markMissing(format.missing, in: parser, bytes) } }
      let selecting = selectors.map { $0.parse(bytes, index, &faults) }
      for (parser, column) in zip(selectors, selecting) { leaveOut(by: parser, column) }
      if !isSound { findUnsound(bytes, in: Array(0..<index.width), &faults) }
      for parser in parsers where !parser.spec.missing.isEmpty { markMissing(parser.spec.missing, in: parser, bytes) }
      var selected = selecting[...]
      let columns = parsers.map { parser in
        parser.spec.filter == nil ? parser.parse(bytes, index, &faults) : selected.removeFirst()
      }
      return BlockResult(columns: columns, rows: index.scannedRows, lines: index.lineCount, faults: faults.tally)
    }
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
