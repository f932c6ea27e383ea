/// What reading one block gives.
struct BlockResult: Sendable {
  /// The columns asked for that the file has, in the order asked for.
  var columns: [AnyColumn]
  /// Rows in the block, and line feeds.
  var rows: Int, lines: Int
  var faults: FaultTally
}

/// Reads blocks into columns.
struct BlockReader: Sendable {
  let format: CSVFormat
  /// The number of columns in the file.
  let width: Int
  let parsers: [ColumnParser]

  /// What `block` holds from the byte at `start` on.
  func read(_ block: Block, from start: Int = 0) -> BlockResult {
    BlockText.withUTF8(of: block, format.encoding) { bytes, isSound in
      let bytes = bytes.part(start..<bytes.count)
      var faults = BlockFaults(bytes)
      let index = FieldIndex(bytes, width: width, format: format, faults: &faults)
      if !isSound { findUnsound(bytes, index, &faults) }
      if !format.missing.isEmpty { markMissing(bytes, index) }
      let columns = parsers.map { $0.parse(bytes, index, &faults) }
      return BlockResult(
        columns: columns, rows: index.scannedRows, lines: bytes.count(of: UInt8(ascii: "\n")), faults: faults.tally)
    }
  }

  /// Empties the fields that the format says stand for a missing value.
  private func markMissing(_ bytes: Bytes, _ index: borrowing FieldIndex) {
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
  private func findUnsound(_ bytes: Bytes, _ index: borrowing FieldIndex, _ faults: inout BlockFaults) {
    for row in 0..<index.rowCount {
      for column in 0..<width where !index[row, column].isFaulty {
        let field = index[row, column]
        guard let (fault, place) = BlockText.fault(in: bytes.part(field.start..<field.start + field.length)) else {
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
