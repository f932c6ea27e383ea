/// Finds rows that agree in all key columns.
struct KeyCheck {
  private let columns: [AnyColumn]

  init(_ columns: [AnyColumn]) { self.columns = columns }

  /// The rows whose key an earlier row has, and that earlier row; rows without a complete key are left out.
  func duplicates(rowCount: Int) -> [(row: Int, first: Int)] {
    guard !columns.isEmpty, rowCount > 1 else { return [] }
    var hashes = [Int](repeating: 0, count: rowCount)
    for row in 0..<rowCount { hashes[row] = hash(row) }
    // Open addressing, at most half full; places hold a row plus 1.
    let size = 1 << (Int.bitWidth - (rowCount * 2 - 1).leadingZeroBitCount)
    var places = [Int](repeating: 0, count: size)
    var found: [(row: Int, first: Int)] = []
    for row in 0..<rowCount where !columns.contains(where: { $0.missing.contains(row) }) {
      var place = hashes[row] & (size - 1)
      while places[place] != 0 {
        let other = places[place] - 1
        if hashes[other] == hashes[row], isSame(row, other) {
          found.append((row, other))
          break
        }
        place = (place + 1) & (size - 1)
      }
      if places[place] == 0 { places[place] = row + 1 }
    }
    return found
  }

  /// A hash with the process's random seed, which no file can aim at; it decides nothing but the place of a search.
  private func hash(_ row: Int) -> Int {
    var hasher = Hasher()
    for column in columns {
      switch column {
      case .text(let texts): hasher.combine(texts.utf8(row))
      case .integer(let it): hasher.combine(it.values[row])
      default: hasher.combine(column[row])
      }
    }
    return hasher.finalize()
  }

  private func isSame(_ a: Int, _ b: Int) -> Bool {
    columns.allSatisfy {
      if case .text(let texts) = $0 { return texts.isSame(a, b) }
      return $0[a] == $0[b]
    }
  }
}
