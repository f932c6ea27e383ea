/// The names of a sheet's columns: those in the row of the header, and what merged cells say above them.
///
///     | Mesa | PN       | PL       |      the columns are called
///     |      | Votos  % | Votos  % |      Mesa, PN Votos, PN %, PL Votos, PL %
///
/// A column whose head is merged with cells above has the name of these. Where a name stands twice, what stands above it,
/// over several columns perhaps, is put before it. Line breaks and blanks at the ends and in rows are one blank.
struct ColumnHeads {
  /// Cells that are merged to one, by rows and columns from 0.
  struct Merge { var rows: ClosedRange<Int>, columns: ClosedRange<Int> }

  /// The row of the header, from 0.
  let row: Int
  /// The texts above and in it.
  private var texts: [Int: [Int: String]] = [:]
  private var count = 0
  /// The cells that are merged.
  var merges: [Merge] = []

  /// The most cells above a header that are looked at.
  private static let most = 1 << 16

  init(row: Int) { self.row = row }

  /// Takes in the text of a cell that stands above the header or in it.
  mutating func add(_ text: String, row: Int, column: Int) {
    let name = text.split { $0.isWhitespace }.joined(separator: " ")
    guard !name.isEmpty, row == self.row || count < Self.most else { return }
    texts[row, default: [:]][column] = name
    count += 1
  }

  /// Whether anything stands in `row`.
  func has(_ row: Int) -> Bool { texts[row] != nil }

  /// Whether names depend on which cells are merged.
  var needMerges: Bool {
    let heads = texts[row] ?? [:]
    return Set(heads.values).count < heads.count
      || texts.contains { $0.key < row && $0.value.contains { heads[$0.key] == nil } }
  }

  /// The names, from the first column to the last that has one; empty where none has.
  var names: [String] {
    var heads = texts[row] ?? [:]
    for merge in merges where merge.rows.contains(row) && merge.rows.lowerBound < row {
      let column = merge.columns.lowerBound
      if heads[column] == nil { heads[column] = texts[merge.rows.lowerBound]?[column] }
    }
    guard let last = heads.keys.max() else { return [] }
    let times = heads.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return (0...last).map { column in
      guard let name = heads[column] else { return "" }
      guard times[name, default: 0] > 1, let above = above(column) else { return name }
      return above == name ? name : above + " " + name
    }
  }

  /// What stands above the head of `column`, from the nearest row that says something.
  private func above(_ column: Int) -> String? {
    for row in stride(from: row - 1, through: 0, by: -1) {
      if let text = texts[row]?[column] { return text }
      for merge in merges where merge.rows.contains(row) && merge.columns.contains(column) {
        if let text = texts[merge.rows.lowerBound]?[merge.columns.lowerBound] { return text }
      }
    }
    return nil
  }
}
