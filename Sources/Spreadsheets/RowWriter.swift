/// Writes the cells of a sheet as lines of fields: first the names of the columns, then every row that holds something.
///
/// Handlers call `begin`, then `place` before each value, which they append to `out`, and `end`.
struct RowWriter: ~Copyable {
  /// The most rows and columns of a sheet.
  static let (rows, columns) = (1 << 20, 1 << 14)
  /// The most bytes of one cell, of all names of columns, and of the lines that a piece of the part gives: cells and rows
  /// that are repeated, and texts that are shared, make much of few bytes.
  static let most = 64 << 20

  /// The lines written so far.
  var out = ByteBuffer(capacity: 1 << 16)
  /// What stands in and above the header, until it is written.
  var heads: ColumnHeads
  /// Where rows stand.
  let places: SheetPlaces
  private let isForeign: Bool
  /// The columns with names; nil until the header is written.
  private(set) var width: Int?
  /// The row, from 0, and whether it is hidden.
  private var row = -1, isHidden = false, isInRow = false
  /// The field that is written at, where the row begins, and where the value does.
  private var field = 0, rowStart = 0, valueStart = 0

  /// A writer of the sheet that `places` names; `isForeign` says whether values in columns without a name are passed over.
  init(_ places: SheetPlaces, isForeign: Bool) {
    (self.places, self.isForeign) = (places, isForeign)
    heads = ColumnHeads(row: places.headerRow - 1)
  }

  /// Whether `row`, from 0, belongs to the table.
  var isBody: Bool { width != nil }

  /// Hands over the lines written so far: whole ones, since what stands in a row is known at its end.
  mutating func take(into lines: inout [UInt8]) {
    let whole = isInRow ? rowStart : out.count
    lines.append(contentsOf: out.bytes[..<whole])
    out.removeFirst(whole)
    (rowStart, valueStart) = (rowStart - whole, valueStart - whole)
  }

  /// Begins row `row`, from 0.
  @inline(__always)
  mutating func begin(_ row: Int, isHidden: Bool) {
    (self.row, self.isHidden, isInRow) = (row, isHidden, true)
    (field, rowStart) = (0, out.count)
  }

  /// Goes to `column`, from 0, which is behind all that were written; what is appended to `out` then is its value, until
  /// `done`.
  @inline(__always)
  mutating func place(_ column: Int) {
    if width != nil {
      while field < column {
        out.append(FieldText.delimiter)
        field &+= 1
      }
    }
    valueStart = out.count
  }

  /// Ends the value of the cell in `column`. Gives what is wrong where no value may stand there.
  @inline(__always)
  mutating func done(_ column: Int) -> SpreadsheetMessage? {
    guard let width else {
      let value = UnsafeBufferPointer(rebasing: out.bytes[valueStart...])
      heads.add(FieldText.text(value), row: row, column: column)
      out.cut(to: valueStart)
      return heads.bytes > Self.most ? tooLong : nil
    }
    if out.count > Self.most { return tooLong }
    guard column >= width, out.count > valueStart else { return nil }
    out.cut(to: rowStart)
    return .beyondHeader(sheet: places.sheet, cell: SheetPlaces.letters(column) + "\(row + 1)")
  }

  /// Whether the value of `column` is looked at.
  @inline(__always)
  func takes(_ column: Int) -> Bool {
    guard let width else { return row <= heads.row }
    return column < width || !isForeign
  }

  /// Whether a value stands in the row of the table that is written: one of tabs alone holds nothing.
  var holdsSomething: Bool { out.count - rowStart > field }

  /// Ends the row, which stands `times` times in the sheet. `merges` gives the merged cells, where they are asked for.
  mutating func end(times: Int = 1, merges: () -> [ColumnHeads.Merge]) -> SpreadsheetMessage? {
    isInRow = false
    guard let width else {
      guard row + times > heads.row else { return nil }
      if times > 1, heads.has(row) { return .misplacedRow(sheet: places.sheet, row: row + 2) }
      return writeHeader(merges)
    }
    guard holdsSomething else {
      out.cut(to: rowStart)
      return nil
    }
    if field < width - 1 { out.append(FieldText.delimiter, times: width - 1 - field) }
    out.append(UInt8(ascii: "\n"))
    places.add(row: row + 1, isHidden: isHidden)
    guard times > 1 else { return nil }
    let line = Array(out.bytes[rowStart...])
    guard out.count + line.count * (times - 1) <= Self.most else { return tooLong }
    for copy in 1..<times {
      line.withUnsafeBufferPointer { out.append($0) }
      places.add(row: row + 1 + copy, isHidden: isHidden)
    }
    return nil
  }

  private mutating func writeHeader(_ merges: () -> [ColumnHeads.Merge]) -> SpreadsheetMessage? {
    if heads.needMerges { heads.merges += merges() }
    guard let names = heads.names(atMost: Self.most) else { return tooLong }
    guard !names.isEmpty else { return noHeader }
    // Lines above the header keep its number.
    out.append(UInt8(ascii: "\n"), times: heads.row)
    for (place, name) in names.enumerated() {
      if place > 0 { out.append(FieldText.delimiter) }
      var name = name
      name.withUTF8 { FieldText.append($0, to: &out) }
    }
    out.append(UInt8(ascii: "\n"))
    width = names.count
    places.name(names)
    return nil
  }

  /// That what stands in the row is too long.
  var tooLong: SpreadsheetMessage { .tooLong(sheet: places.sheet, row: row + 1, limit: Self.most) }

  /// That the header's row is not there, or holds nothing.
  var noHeader: SpreadsheetMessage { .noHeader(sheet: places.sheet, row: places.headerRow) }
}
