internal import Diagnostics

extension TableReading {
  /// The lines, from 1, on which those of `rows`, from 0, begin that the file has; the file is read up to the last of them.
  func lines(of rows: Set<Int>) throws(DiagnosticsError) -> [Int: Int] {
    var (wanted, found) = (rows.sorted()[...], [Int: Int]())
    var source = try openSource()
    guard source.places == nil, let first = try nextBlock(of: &source) else { return [:] }
    let header = try BlockText.withUTF8(of: first, reader.format.encoding) { (bytes, _) throws(DiagnosticsError) in
      try Header(bytes, reader, file: file, beginning: { nil })
    }
    var (row, line, start) = (0, header.lines, header.length)
    var next: Block? = first
    while let block = next, !wanted.isEmpty {
      let (rows, lines) = BlockText.withUTF8(of: block, reader.format.encoding) { bytes, _ in
        let bytes = bytes.part(start..<bytes.count)
        var faults = BlockFaults(bytes)
        var index = FieldIndex(width: header.width, format: reader.format)
        index.fill(bytes, faults: &faults)
        let inside = wanted.prefix { $0 < row + index.scannedRows }
        // Where rows have other numbers of fields, their places are not held.
        for one in inside where index.rowCount == index.scannedRows {
          let before = bytes.part(0..<index[one - row, 0].written.lowerBound)
          found[one] = line + before.count(of: UInt8(ascii: "\n")) + 1
        }
        wanted = wanted.dropFirst(inside.count)
        return (index.scannedRows, index.lineCount)
      }
      (row, line, start) = (row + rows, line + lines, 0)
      next = try nextBlock(of: &source)
    }
    return found
  }
}
