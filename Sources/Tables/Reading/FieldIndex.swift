/// The fields of a block: for every row with the right number of fields, where they stand.
struct FieldIndex: ~Copyable {
  /// The number of fields of a row.
  let width: Int
  /// The number of rows held.
  private(set) var rowCount = 0
  /// The row of the block that each row held is, where some rows of the block are not held.
  private var rowNumbers: [Int]?
  /// The number of rows of the block, of any number of fields.
  private(set) var scannedRows = 0
  private let fields: UnsafeMutablePointer<Field>
  private let capacity: Int

  /// An index of `bytes`, which begin with a row and hold `width` fields a row.
  ///
  /// Rows that cannot be held, as they have the wrong number of fields, are noted in `faults`.
  init(_ bytes: Bytes, width: Int, format: CSVFormat, faults: inout BlockFaults) {
    self.width = width
    // Every field but the last takes a byte at least: its own, or what ends it.
    capacity = bytes.count + 1
    fields = .allocate(capacity: capacity)
    var scanner = RowScanner(bytes, format)
    let fields = fields
    var used = 0
    var at = 0
    while at < bytes.count {
      let start = at
      let first = used
      at = scanner.scan(from: at) {
        fields[used] = $0
        used &+= 1
      }
      let found = used &- first
      if found == width, scanner.faults.isEmpty {
        if rowNumbers != nil { rowNumbers?.append(scannedRows) }
        rowCount &+= 1
      } else {
        note(
          scanner.faults, row: scannedRows, start: start, last: used > first ? fields[used - 1] : nil, found, &faults)
        if found == width, !scanner.faults.contains(where: { $0.fault == .unclosedQuote }) {
          rowNumbers?.append(scannedRows)
          rowCount += 1
        } else {
          if rowNumbers == nil { rowNumbers = Array(0..<rowCount) }
          used = first
        }
      }
      scannedRows &+= 1
    }
  }

  deinit { fields.deallocate() }

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
    faults.add(isEmptyLine ? .emptyLine : .fieldCount(count, expected: width), row: row, column: nil, start..<end)
  }
}
