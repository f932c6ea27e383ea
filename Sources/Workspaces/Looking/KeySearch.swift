/// Looks for what names a row: a column of which no two rows have the same value, else a few columns together.
struct KeySearch {
  /// The key, as its columns by their places among those that were looked at.
  struct Key {
    var columns: [Int]
    /// Whether some row lacks a part.
    var hasGaps: Bool
    /// Whether a head says that the column names a station or a sheet, or holds codes.
    var isNamed: Bool
  }

  private let columns: [LookedColumn]
  private let isNamed: [Bool]
  /// The groups of rows that a key has to part: all rows are one, or those of each option.
  private let apart: [Int32]

  /// The search among `columns`; `isNamed` are those whose heads name stations or sheets. In a file with a row for each
  /// option of a sheet, that of each stands in the column `option`.
  init(_ columns: [LookedColumn], isNamed: [Bool], option: Int? = nil) {
    (self.columns, self.isNamed) = (columns, isNamed)
    let rows = columns.first?.rowCount ?? 0
    let codes = option.map { columns[$0].codes } ?? [Int32](repeating: 0, count: rows)
    // Rows without an option are one group of their own.
    let gap = (codes.max() ?? -1) + 1
    apart = codes.map { $0 < 0 ? gap : $0 }
  }

  /// More columns than that are not joined.
  private static let mostColumns = 12

  /// The key among the columns `candidates`; nil where even all of them do not name the rows.
  func key(among candidates: [Int]) -> Key? {
    let single = candidates.filter { columns[$0].isDistinct }
    if let one = single.first(where: { isNamed[$0] }) ?? single.first(where: { AreaWords.isCode(columns[$0].head) }) {
      return Key(columns: [one], hasGaps: false, isNamed: true)
    }
    let joined = joined(candidates.filter { !columns[$0].isDistinct })
    if let joined, joined.isNamed { return joined }
    return single.first.map { Key(columns: [$0], hasGaps: false, isNamed: false) } ?? joined
  }

  /// Columns that name the rows together: those of stations first, then areas, then others, in the order of the file.
  private func joined(_ candidates: [Int]) -> Key? {
    let areas = candidates.filter { !isNamed[$0] && AreaWords.level(columns[$0].head) != nil }
    let named = candidates.filter { isNamed[$0] }
    let others = candidates.filter { !named.contains($0) && !areas.contains($0) }
    // One area beside the stations is the key of most counts; its code rather than its name.
    let byCode =
      areas.filter { AreaWords.isCode(columns[$0].head) } + areas.filter { !AreaWords.isCode(columns[$0].head) }
    if !named.isEmpty, names(named) { return key(named, isNamed: true) }
    for area in named.isEmpty ? [] : byCode.prefix(Self.mostColumns) where names(named + [area]) {
      return key(named + [area], isNamed: true)
    }
    var (chosen, groups) = ([Int](), apart)
    var isUnique: Bool { Self.count(groups) == groups.count }
    for next in (named + areas + others).prefix(Self.mostColumns) {
      if chosen.count >= max(1, named.count), isUnique { break }
      chosen.append(next)
      groups = grouped(groups, next)
    }
    guard !chosen.isEmpty, isUnique else { return nil }
    // What is not needed goes, but for what names the station.
    for column in chosen where !named.contains(column) && chosen.count > 1 {
      let rest = chosen.filter { $0 != column }
      if names(rest) { chosen = rest }
    }
    return key(chosen, isNamed: !named.isEmpty)
  }

  private func key(_ chosen: [Int], isNamed: Bool) -> Key {
    Key(columns: chosen.sorted(), hasGaps: chosen.contains { columns[$0].hasGaps }, isNamed: isNamed)
  }

  /// Whether no two rows agree in all of `chosen`.
  private func names(_ chosen: [Int]) -> Bool {
    let groups = chosen.reduce(apart) { grouped($0, $1) }
    return !groups.isEmpty && Self.count(groups) == groups.count
  }

  /// The groups of rows that agree in `groups` and in the column.
  private func grouped(_ groups: [Int32], _ column: Int) -> [Int32] {
    var known: [Int64: Int32] = [:]
    known.reserveCapacity(groups.count)
    return zip(groups, columns[column].codes).map { group, code in
      let pair = Int64(group) << 32 | Int64(UInt32(bitPattern: code))
      if let number = known[pair] { return number }
      let number = Int32(known.count)
      known[pair] = number
      return number
    }
  }

  private static func count(_ groups: [Int32]) -> Int { (groups.max().map { Int($0) } ?? -1) + 1 }
}
