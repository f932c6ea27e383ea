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
  /// The bytes that they take.
  private(set) var bytes = 0
  /// The cells that are merged.
  var merges: [Merge] = []

  /// The most cells above a header that are looked at, and those that are merged.
  private static let most = 1 << 16

  init(row: Int) { self.row = row }

  /// Takes in the text of a cell that stands above the header or in it.
  mutating func add(_ text: String, row: Int, column: Int) {
    let name = text.split { $0.isWhitespace }.joined(separator: " ")
    guard !name.isEmpty, row == self.row || count < Self.most else { return }
    texts[row, default: [:]][column] = name
    count += 1
    bytes += name.utf8.count
  }

  /// Whether anything stands in `row`.
  func has(_ row: Int) -> Bool { texts[row] != nil }

  /// Whether names depend on which cells are merged.
  var needMerges: Bool {
    let heads = texts[row] ?? [:]
    return Set(heads.values).count < heads.count
      || texts.contains { $0.key < row && $0.value.contains { heads[$0.key] == nil } }
  }

  /// The names, from the first column to the last that has one; empty where none has, nil where they take more than
  /// `limit` bytes.
  func names(atMost limit: Int) -> [String]? {
    var heads = texts[row] ?? [:]
    for merge in merges where merge.rows.contains(row) && merge.rows.lowerBound < row {
      let column = merge.columns.lowerBound
      if heads[column] == nil { heads[column] = texts[merge.rows.lowerBound]?[column] }
    }
    guard let last = heads.keys.max() else { return [] }
    let times = heads.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let above = times.count < heads.count ? self.above : [:]
    var (names, bytes) = ([String](), 0)
    for column in 0...last {
      var name = heads[column] ?? ""
      if times[name, default: 0] > 1, let above = above[column]?.text, above != name { name = above + " " + name }
      bytes += name.utf8.count
      guard bytes <= limit else { return nil }
      names.append(name)
    }
    return names
  }

  /// What stands above the head of each column, from the nearest row that says something.
  private var above: [Int: (row: Int, text: String)] {
    var above: [Int: (row: Int, text: String)] = [:]
    var room = Self.most
    for merge in merges where merge.rows.lowerBound < row && room > 0 {
      guard let text = texts[merge.rows.lowerBound]?[merge.columns.lowerBound] else { continue }
      let nearest = min(merge.rows.upperBound, row - 1)
      for column in merge.columns.clamped(to: 0...(RowWriter.columns - 1)) where above[column]?.row ?? -1 < nearest {
        above[column] = (nearest, text)
      }
      room -= merge.columns.count
    }
    for (row, line) in texts where row < self.row {
      for (column, text) in line where above[column]?.row ?? -1 <= row { above[column] = (row, text) }
    }
    return above
  }
}
