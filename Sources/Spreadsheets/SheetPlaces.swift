/// Where the rows of a table stand in their sheet, and what of them is hidden; complete once the sheet is read.
public final class SheetPlaces: @unchecked Sendable {
  // Sendable because one reader writes it, and it is read once that is done.

  /// The sheet's name.
  public let sheet: String
  /// Whether the sheet is hidden.
  let isHidden: Bool
  /// The sheet's row of the header, from 1.
  public let headerRow: Int
  /// Rows of the table, from 0, with their rows in the sheet, where these do not follow on those before.
  private var steps: [(data: Int, sheet: Int)] = []
  private var count = 0
  private var hiddenRows = (count: 0, first: 0)
  private var hiddenColumns: [ClosedRange<Int>] = []
  private var names: [String] = []

  init(sheet: String, isHidden: Bool, headerRow: Int) {
    (self.sheet, self.isHidden, self.headerRow) = (sheet, isHidden, headerRow)
  }

  /// The row of the sheet, from 1, that row `data` of the table is, from 0.
  public func row(_ data: Int) -> Int {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].data <= data { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return headerRow + 1 + data }
    return steps[low - 1].sheet + data - steps[low - 1].data
  }

  /// The cell in `column`, from 0, of row `data` of the table, from 0, as spreadsheets call it: `C12`.
  public func cell(row data: Int, column: Int) -> String { Self.letters(column) + "\(row(data))" }

  /// What a reader should know of what is hidden.
  public var remarks: [SpreadsheetMessage] {
    var remarks: [SpreadsheetMessage] = []
    if isHidden { remarks.append(.hiddenSheet(sheet)) }
    if hiddenRows.count > 0 {
      remarks.append(.hiddenRows(sheet: sheet, count: hiddenRows.count, first: hiddenRows.first))
    }
    let hidden = names.indices.filter { place in !names[place].isEmpty && hiddenColumns.contains { $0 ~= place } }
    if !hidden.isEmpty { remarks.append(.hiddenColumns(sheet: sheet, hidden.map { names[$0] })) }
    return remarks
  }

  func add(row: Int, isHidden: Bool) {
    if row != (steps.last.map { $0.sheet + count - $0.data } ?? headerRow + 1 + count) { steps.append((count, row)) }
    count += 1
    if isHidden { hiddenRows = (hiddenRows.count + 1, hiddenRows.count == 0 ? row : hiddenRows.first) }
  }

  func hide(_ columns: ClosedRange<Int>) { if hiddenColumns.count < 16_384 { hiddenColumns.append(columns) } }

  func name(_ columns: [String]) { names = columns }

  /// The letters of `column`, from 0: A to Z, AA and so on.
  static func letters(_ column: Int) -> String {
    var (letters, rest) = ("", column + 1)
    while rest > 0 {
      letters = String(Unicode.Scalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
