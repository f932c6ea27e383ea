internal import Glibc

extension TextColumn {
  /// For each row, the first row of `other` that holds the same text; -1 where none does, or the text is missing.
  ///
  /// Costs about one look a row of either column, less where both are keys in much the same order. Copies no text.
  public func matches(in other: TextColumn) -> [Int32] {
    var rows = [Int32](repeating: -1, count: count)
    pool.withUnsafeBytes { pool in
      other.pool.withUnsafeBytes { otherPool in
        let pools = (pool, otherPool)
        if other.areDistinct { walk(other, pools, &rows) }
        lookUp(other, pools, &rows)
      }
    }
    return rows
  }

  private typealias Pools = (UnsafeRawBufferPointer, UnsafeRawBufferPointer)

  /// Matches rows with those of `other`, whose texts are distinct, as far as both stand in much the same order: each
  /// text is looked for right behind the last match, further on after each miss, and as long as it pays.
  private func walk(_ other: TextColumn, _ pools: Pools, _ rows: inout [Int32]) {
    let nearest = 8, furthest = 1024
    var (next, window, budget) = (0, nearest, 4 * count + furthest)
    for row in 0..<count where !missing.contains(row) {
      let end = min(next + window, other.count)
      var place = next
      while place < end, !Self.isSame(slots[row], other.slots[place], pools) { place += 1 }
      if place < end, !other.missing.contains(place) {
        rows[row] = Int32(place)
        (next, window) = (place + 1, nearest)
      } else {
        budget -= end - next
        if budget < 0 { return }
        window = min(window * 2, furthest)
      }
    }
  }

  /// Matches the rows that have no match yet, by a table of their texts in which those of `other` are looked up.
  private func lookUp(_ other: TextColumn, _ pools: Pools, _ rows: inout [Int32]) {
    var taken = RowSet()
    var waiting: [Int32] = []
    for row in 0..<count where !missing.contains(row) {
      if rows[row] < 0 { waiting.append(Int32(row)) } else { taken.insert(Int(rows[row])) }
    }
    guard !waiting.isEmpty else { return }
    var table = RowTable(capacity: waiting.count)
    let groups = waiting.map { row in
      table.number(of: Int(row), hash: Self.hash(of: slots[Int(row)], in: pools.0, table.seed)) {
        Self.isSame(slots[$0], slots[Int(row)], (pools.0, pools.0))
      }
    }
    var found = [Int32](repeating: -1, count: table.first.count)
    // Where the texts of both are distinct, a row that is taken is no other's.
    let passesOver = areDistinct && other.areDistinct
    for row in 0..<other.count where !other.missing.contains(row) && !(passesOver && taken.contains(row)) {
      let hash = Self.hash(of: other.slots[row], in: pools.1, table.seed)
      let known = table.knownNumber(hash: hash) { Self.isSame(slots[$0], other.slots[row], pools) }
      if let known, found[Int(known)] < 0 { found[Int(known)] = Int32(row) }
    }
    for (row, group) in zip(waiting, groups) { rows[Int(row)] = found[Int(group)] }
  }

  @inline(__always)
  private static func isSame(_ mine: Slot, _ other: Slot, _ pools: Pools) -> Bool {
    let (mine, other) = (TextSlot.text(at: mine, in: pools.0), TextSlot.text(at: other, in: pools.1))
    guard mine.count == other.count else { return false }
    guard let start = mine.baseAddress, let otherStart = other.baseAddress else { return true }
    return memcmp(start, otherStart, mine.count) == 0
  }
}
