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
      if !isSound { findUnsound(bytes, &faults) }
      if !format.missing.isEmpty { markMissing(bytes) }
      let columns = parsers.map { $0.parse(bytes, index, &faults) }
      return BlockResult(columns: columns, rows: index.scannedRows, lines: index.lineCount, faults: faults.tally)
    }
  }

  /// Empties the fields that the format says stand for a missing value.
  private func markMissing(_ bytes: Bytes) {
    let markers = format.missing.map { Array($0.utf8) }
    for row in 0..<index.rowCount {
      for parser in parsers where !index[row, parser.position].isFaulty {
        let field = index[row, parser.position]
        let text = bytes.part(field.start..<field.start + field.length)
        if markers.contains(where: { $0.elementsEqual(text) }) {
          index[row, parser.position] = Field(start: field.start, length: 0)
        }
      }
    }
  }

  /// Marks the fields that are not valid text.
  private func findUnsound(_ bytes: Bytes, _ faults: inout BlockFaults) {
    for row in 0..<index.rowCount {
      for column in 0..<index.width where !index[row, column].isFaulty {
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
