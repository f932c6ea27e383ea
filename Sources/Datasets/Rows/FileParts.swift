/// Several files whose rows stand one behind another in a dataset.
struct FileParts: Sendable, Equatable {
  /// The files as users see them.
  let names: [String]
  /// The row, from 0, with which each begins.
  private let starts: [Int]

  /// The files `names`, of so many rows each.
  init(_ names: [String], rows: [Int]) {
    self.names = names
    starts = rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }.dropLast()
  }

  /// The file that holds `row`, by its place among the files, and which of the file's rows it is; all from 0.
  func place(of row: Int) -> (file: Int, row: Int) {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= row { low = middle } else { high = middle }
    }
    return (low, row - starts[low])
  }
}
