import ModuleKit

/// Which sheets have the same figures, and how many pairs of them chance would make.
///
/// The expectation comes from the sheets themselves. Let two sheets be near each other where their votes, blank and null
/// votes agree once those of 10 and more are halved and rounded down, and let `k` figures be so large. Where the last
/// binary digits fall as they may, one pair in `2^k` of all near ones is equal, so that each near pair that is not
/// equal stands for `1/(2^k - 1)` equal ones. Copied sheets are equal, and so do not raise the expectation.
struct EqualSheets {
  /// For each sheet the first one with its figures, itself where there is none before it; -1 where it is not compared.
  private(set) var first: [Int32]
  /// The number of pairs of equal sheets.
  private(set) var pairs = 0
  /// The number that chance would make.
  private(set) var expected = 0.0

  private static let large: Int64 = 10

  init(_ input: CheckedSheets) throws {
    let sheets = input.sheets
    let valid = sheets.validVotes
    first = [Int32](repeating: -1, count: sheets.count)
    let rows = (0..<sheets.count).filter { row in
      !input.voteSums.isMissing(row) && (valid[row] ?? 0) >= Int64(input.sameFrom)
    }
    let free = sheets.votes + [sheets.blank, sheets.null]
    let figures = (free + [sheets.valid, sheets.cast]).filter { $0.missing.count < $0.count }
    let halved = free.filter { $0.missing.count < $0.count }

    // Near sheets stand beside each other once sorted by a number made of their halved figures.
    var marks = [UInt64](repeating: 0, count: sheets.count)
    for column in halved {
      for row in rows { marks[row] = Self.mixed(marks[row], Self.halved(column, row)) }
    }
    var sorted = rows.map { (mark: marks[$0], row: Int32($0)) }
    sorted.sort { $0.mark == $1.mark ? $0.row < $1.row : $0.mark < $1.mark }
    try Task.checkCancellation()

    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].mark == sorted[start].mark { end += 1 }
      if end - start == 1 {
        first[Int(sorted[start].row)] = sorted[start].row
      } else {
        sort(sorted[start..<end].map { Int($0.row) }, halved, figures)
      }
      start = end
    }
  }

  /// Finds the equal sheets among `rows`, which are near each other but for a coincidence of marks.
  private mutating func sort(_ rows: [Int], _ halved: [Column<Int64>], _ figures: [Column<Int64>]) {
    func order(_ a: Int, _ b: Int, _ columns: [Column<Int64>], _ value: (Column<Int64>, Int) -> Int64) -> Int {
      for column in columns {
        let (mine, other) = (value(column, a), value(column, b))
        if mine != other { return mine < other ? -1 : 1 }
      }
      return 0
    }
    func isNear(_ a: Int, _ b: Int) -> Int { order(a, b, halved, Self.halved) }
    func isSame(_ a: Int, _ b: Int) -> Int { order(a, b, figures) { $0[$1] ?? -1 } }
    let rows = rows.sorted { a, b in
      let near = isNear(a, b)
      guard near == 0 else { return near < 0 }
      let same = isSame(a, b)
      return same == 0 ? a < b : same < 0
    }
    var start = 0
    while start < rows.count {
      var (end, equal) = (start, 0)
      while end < rows.count, isNear(rows[start], rows[end]) == 0 {
        let head = end
        while end < rows.count, isSame(rows[head], rows[end]) == 0 {
          first[rows[end]] = Int32(rows[head])
          end += 1
        }
        equal += (end - head) * (end - head - 1) / 2
      }
      let all = (end - start) * (end - start - 1) / 2
      let exponent = halved.count { ($0[rows[start]] ?? 0) >= Self.large }
      pairs += equal
      if exponent > 0, exponent < 60 { expected += Double(all - equal) / Double(1 << exponent - 1) }
      start = end
    }
  }

  /// The figure, halved where it is large; halves are told apart from small figures.
  private static func halved(_ column: Column<Int64>, _ row: Int) -> Int64 {
    guard let value = column[row] else { return -1 }
    return value < large ? value : value / 2 + 1 << 50
  }

  /// A fixed mixing of numbers (the finalizer of SplitMix64): the same in every run.
  private static func mixed(_ mark: UInt64, _ value: Int64) -> UInt64 {
    var z = mark &+ UInt64(bitPattern: value) &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
