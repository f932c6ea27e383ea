internal import Parallel

/// Finds rows that agree in all key columns.
///
/// Rows are told apart by hashes. They are sorted by some bits of them first, into parts that fit the processor's caches;
/// rows with the same key come into the same part, and the parts are searched one by one.
struct KeyCheck: Sendable {
  private let columns: [AnyColumn]
  private let rowCount: Int
  /// The bits that a row, counted from 1, takes.
  private let rowBits: UInt64
  /// The number of parts is 1 shifted by this.
  private let partBits: UInt64
  /// Random, so that no file can be made to collide; it decides nothing but where a row is looked for.
  private let seed = UInt64.random(in: .min ... .max)

  /// A row, counted from 1, and above it as many bits of its hash as there is room for.
  private typealias Entry = UInt64

  /// A check of `columns`, which have the same number of rows; without columns nothing is found.
  init(_ columns: [AnyColumn]) {
    (self.columns, rowCount) = (columns, columns.first?.count ?? 0)
    rowBits = UInt64(Int.bitWidth - rowCount.leadingZeroBitCount)
    partBits = min(max(rowBits, 13) - 13, 12)
  }

  /// The rows whose key an earlier row has, and the first row that has it; rows without a complete key are left out.
  func duplicates(threads: Int) -> [(row: Int, first: Int)] {
    guard rowCount > 1 else { return [] }
    let (entries, ends) = parts()
    let found = concurrentMap(ends.count, threads: threads) { part in
      duplicates(among: entries[(part == 0 ? 0 : ends[part - 1])..<ends[part]])
    }
    return found.joined().sorted { $0.row < $1.row }
  }

  /// The entries of all rows with a complete key, part after part, each in the order of the file, and where parts end.
  private func parts() -> (entries: [Entry], ends: [Int]) {
    var hashes = [UInt64](repeating: seed, count: rowCount)
    for column in columns { column.mix(into: &hashes) }
    let incomplete = columns.map(\.missing).filter { !$0.isEmpty }
    var ends = [Int](repeating: 0, count: 1 << Int(partBits))
    // Shifted in two steps, as there may be one part alone.
    let shift = 63 - partBits
    func part(of hash: UInt64) -> Int { Int((hash >> 1) >> shift) }
    for hash in hashes { ends[part(of: hash)] += 1 }
    var next = ends
    var sum = 0
    for part in ends.indices {
      next[part] = sum
      sum += ends[part]
    }
    var entries = [Entry](repeating: 0, count: rowCount)
    for (row, hash) in hashes.enumerated() {
      if !incomplete.isEmpty, incomplete.contains(where: { $0.contains(row) }) { continue }
      let part = part(of: hash)
      entries[next[part]] = hash << rowBits | UInt64(row + 1)
      next[part] += 1
    }
    // Rows that were left out leave gaps at the ends of parts.
    for part in ends.indices { ends[part] += part == 0 ? 0 : ends[part - 1] }
    return (entries, ends)
  }

  private func duplicates(among entries: ArraySlice<Entry>) -> [(row: Int, first: Int)] {
    // Open addressing, at most half full.
    let size = 1 << (Int.bitWidth - (entries.count * 2).leadingZeroBitCount)
    var places = [Entry](repeating: 0, count: size)
    var found: [(row: Int, first: Int)] = []
    for entry in entries where entry != 0 {
      var place = Int(entry >> rowBits) & (size - 1)
      while places[place] != 0, !isSame(places[place], entry) { place = (place + 1) & (size - 1) }
      if places[place] == 0 {
        places[place] = entry
      } else {
        found.append((row(of: entry), row(of: places[place])))
      }
    }
    return found
  }

  private func row(of entry: Entry) -> Int { Int(entry & (1 << rowBits - 1)) - 1 }

  private func isSame(_ a: Entry, _ b: Entry) -> Bool {
    guard a >> rowBits == b >> rowBits else { return false }
    let (a, b) = (row(of: a), row(of: b))
    return columns.allSatisfy { $0.isSame(a, b) }
  }
}

extension AnyColumn {
  /// Mixes the value of each row into its hash.
  fileprivate func mix(into hashes: inout [UInt64]) {
    if case .text(let texts) = self {
      texts.mix(into: &hashes)
    } else if case .integer(let integers) = self {
      for row in hashes.indices { hashes[row] = mixed(hashes[row], UInt64(bitPattern: integers.values[row])) }
    } else {
      for row in hashes.indices { hashes[row] = mixed(hashes[row], UInt64(bitPattern: Int64(self[row].hashValue))) }
    }
  }
}

extension TextColumn {
  /// Mixes the text of each row into its hash.
  fileprivate func mix(into hashes: inout [UInt64]) {
    pool.withUnsafeBytes { pool in
      for row in hashes.indices { hashes[row] = Self.hash(of: slots[row], in: pool, hashes[row]) }
    }
  }
}
