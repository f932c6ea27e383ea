/// Finds rows that agree in all key columns.
struct KeyCheck: Sendable {
  private let columns: [AnyColumn]
  /// Random, so that no file can be made to collide; it decides nothing but where a row is looked for.
  private let seed = UInt64.random(in: .min ... .max)

  init(_ columns: [AnyColumn]) { self.columns = columns }

  /// The rows whose key an earlier row has, and that earlier row; rows without a complete key are left out.
  func duplicates() -> [(row: Int, first: Int)] {
    guard let rowCount = columns.first?.count, rowCount > 1 else { return [] }
    // Open addressing, at most half full. A place holds a row plus 1, and above that bits of its hash, so that most
    // rows with another key are known without looking at them.
    let rowBits = UInt64(Int.bitWidth - rowCount.leadingZeroBitCount)
    let size = 1 << (Int.bitWidth - (rowCount * 2 - 1).leadingZeroBitCount)
    var places = [UInt64](repeating: 0, count: size)
    var found: [(row: Int, first: Int)] = []
    for row in 0..<rowCount where !columns.contains(where: { $0.missing.contains(row) }) {
      let hash = hash(row)
      let entry = hash << rowBits | UInt64(row + 1)
      var place = Int(hash >> 32) & (size - 1)
      while places[place] != 0, !isSame(places[place], entry, rowBits) { place = (place + 1) & (size - 1) }
      if places[place] == 0 {
        places[place] = entry
      } else {
        found.append((row, Int(places[place] & (1 << rowBits - 1)) - 1))
      }
    }
    return found
  }

  private func isSame(_ a: UInt64, _ b: UInt64, _ rowBits: UInt64) -> Bool {
    guard a >> rowBits == b >> rowBits else { return false }
    let (a, b) = (Int(a & (1 << rowBits - 1)) - 1, Int(b & (1 << rowBits - 1)) - 1)
    return columns.allSatisfy {
      if case .text(let texts) = $0 { return texts.isSame(a, b) }
      return $0[a] == $0[b]
    }
  }

  private func hash(_ row: Int) -> UInt64 {
    var hash = seed
    for column in columns {
      switch column {
      case .text(let texts): texts.mix(row, into: &hash)
      case .integer(let it): mix(UInt64(bitPattern: it.values[row]), into: &hash)
      default: mix(UInt64(bitPattern: Int64(column[row].hashValue)), into: &hash)
      }
    }
    return hash
  }
}

/// Mixes `word` into `hash`: the halves of a product of 128 bits, folded.
private func mix(_ word: UInt64, into hash: inout UInt64) {
  let (high, low) = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
  hash = (high ^ low) &+ 0xD6E8_FEB8_6659_FD93
}

extension TextColumn {
  /// Mixes the text in `row` into `hash`.
  fileprivate func mix(_ row: Int, into hash: inout UInt64) {
    let slot = slots[row]
    pool.withUnsafeBytes { pool in
      var (at, left) = (Int(slot >> 24), Int(slot & 0xFF_FFFF))
      Tables.mix(UInt64(left), into: &hash)
      while left >= 8 {
        Tables.mix(pool.loadUnaligned(fromByteOffset: at, as: UInt64.self), into: &hash)
        (at, left) = (at + 8, left - 8)
      }
      var last: UInt64 = 0
      for byte in at..<at + left { last = last << 8 | UInt64(pool[byte]) }
      Tables.mix(last, into: &hash)
    }
  }
}
