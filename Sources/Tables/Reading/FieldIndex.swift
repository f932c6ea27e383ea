/// The fields of a block: for every row with the right number of fields, where they stand.
///
/// Its memory serves one block after another.
struct FieldIndex: ~Copyable {
  /// The number of fields of a row.
  let width: Int
  /// The number of rows held.
  private(set) var rowCount = 0
  /// The number of rows of the block, of any number of fields.
  private(set) var scannedRows = 0
  /// The number of line feeds in the block.
  private(set) var lineCount = 0
  /// The row of the block that each row held is, where some rows of the block are not held.
  private var rowNumbers: [Int]?
  private let format: CSVFormat
  private var fields: UnsafeMutablePointer<Field>
  private var capacity: Int

  /// An empty index for blocks that hold `width` fields a row.
  init(width: Int, format: CSVFormat) {
    (self.width, self.format) = (width, format)
    (fields, capacity) = (.allocate(capacity: 1), 1)
  }

  deinit { fields.deallocate() }

  /// Holds the fields of `bytes`, which begin with a row, instead of those before.
  ///
  /// Rows that cannot be held, as they have the wrong number of fields, are noted in `faults`.
  mutating func fill(_ bytes: Bytes, faults: inout BlockFaults) {
    // Every field but the last takes a byte at least: its own, or what ends it.
    if capacity <= bytes.count {
      fields.deallocate()
      capacity = bytes.count + 1
      fields = .allocate(capacity: capacity)
    }
    rowNumbers = nil
    if !fillRegular(bytes) { fillAny(bytes, &faults) }
  }

  /// Fills the index where every row has the right number of fields and no rule of quoting is broken; else false.
  private mutating func fillRegular(_ bytes: Bytes) -> Bool {
    guard let base = bytes.baseAddress else {
      (rowCount, scannedRows, lineCount) = (0, 0, 0)
      return true
    }
    let (fields, width) = (fields, width)
    // No field begins with a delimiter, so that this finds no quote where there is none.
    let quote = format.quote.byte ?? format.delimiter.byte
    var marks = RowMarks(format)
    var lines = 0
    /// Where the field begins that is looked at, and its number.
    var (start, used) = (0, 0)
    /// The number of fields up to the end of the row that is looked at, and whether rows differ from that.
    var (due, isRagged) = (width, false)
    bytes.forEach64 { pointer, place, valid in
      let found = marks.next(pointer)
      let inner = found.lineFeeds & ~found.ends & valid
      if inner != 0 { lines &+= inner.nonzeroBitCount }
      var ends = found.ends & valid
      while ends != 0 {
        let bit = UInt64(truncatingIfNeeded: ends.trailingZeroBitCount)
        let end = place &+ Int(truncatingIfNeeded: bit)
        var stop = end
        if found.lineFeeds &>> bit & 1 != 0 {
          if stop > start, base[stop &- 1] == UInt8(ascii: "\r") { stop &-= 1 }
          if used &+ 1 != due { isRagged = true }
          due &+= width
          lines &+= 1
        }
        fields[used] = Self.field(base, start, stop, quote)
        used &+= 1
        start = end &+ 1
        ends &= ends &- 1
      }
    }
    guard marks.isRegular, marks.isOutside, bytes.last != UInt8(ascii: "\r") else { return false }
    // The last row of a file may lack its line break.
    if used &+ width != due || start < bytes.count {
      fields[used] = Self.field(base, start, bytes.count, quote)
      used += 1
      isRagged = isRagged || used != due
      due += width
    }
    guard !isRagged else { return false }
    (rowCount, scannedRows, lineCount) = (due / width - 1, due / width - 1, lines)
    return true
  }

  /// The field from `start` to `stop`, quotes included, which break no rule.
  @inline(__always)
  private static func field(_ base: UnsafePointer<UInt8>, _ start: Int, _ stop: Int, _ quote: UInt8) -> Field {
    guard start < stop, base[start] == quote else { return Field(start: start, length: stop &- start) }
    let content = Bytes(start: base + start + 1, count: stop &- start &- 2)
    return Field(
      start: start &+ 1, length: content.count, isQuoted: true, isEscaped: content.first(quote, from: 0) != nil)
  }

  /// Fills the index whatever the rows are like.
  private mutating func fillAny(_ bytes: Bytes, _ faults: inout BlockFaults) {
    var scanner = RowScanner(bytes, format)
    let fields = fields
    (rowCount, scannedRows, lineCount) = (0, 0, bytes.count(of: UInt8(ascii: "\n")))
    var used = 0
    var at = 0
    while at < bytes.count {
      let start = at
      let first = used
      at = scanner.scan(from: at) {
        fields[used] = $0
        used &+= 1
      }
      let found = used - first
      if found != width || !scanner.faults.isEmpty {
        note(
          scanner.faults, row: scannedRows, start: start, last: used > first ? fields[used - 1] : nil, found, &faults)
      }
      if found == width, !scanner.faults.contains(where: { $0.fault == .unclosedQuote }) {
        rowNumbers?.append(scannedRows)
        rowCount += 1
      } else {
        if rowNumbers == nil { rowNumbers = Array(0..<rowCount) }
        used = first
      }
      scannedRows += 1
    }
  }

  /// The field of row `row`, of those held, in column `column`.
  subscript(row: Int, column: Int) -> Field {
    @inline(__always) get { fields[row &* width &+ column] }
    nonmutating set { fields[row * width + column] = newValue }
  }

  /// The row of the block that row `row` of those held is.
  func number(_ row: Int) -> Int { rowNumbers?[row] ?? row }

  private func note(
    _ found: [RowScanner.Fault], row: Int, start: Int, last: Field?, _ count: Int, _ faults: inout BlockFaults
  ) {
    for fault in found { faults.add(.field(fault.fault), row: row, column: fault.field, fault.range) }
    // Where a quote is out of place, the number of fields says nothing.
    guard count != width, !found.contains(where: { $0.fault.isOfQuoting }) else { return }
    let end = last?.written.upperBound ?? start
    let isEmptyLine = count == 1 && start == end
    let isTrailing = count == width + 1 && !format.hasTrailingDelimiter && last?.isMissing == true
    let kind: Fault.Kind =
      isEmptyLine ? .emptyLine : isTrailing ? .trailingDelimiter : .fieldCount(count, expected: width)
    faults.add(kind, row: row, column: nil, start..<end)
  }
}
