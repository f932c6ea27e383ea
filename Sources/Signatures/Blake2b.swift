/// BLAKE2b without a key (RFC 7693): the hash that minisign signs.
enum Blake2b {
  /// The 64 bytes of the hash of `message`.
  static func hash(_ message: [UInt8]) -> [UInt8] {
    var state = initial
    // Parameters: 64 bytes of output, no key.
    state[0] ^= 0x0101_0040
    let blocks = max(1, (message.count + 127) / 128)
    for block in 0..<blocks {
      let piece = message.dropFirst(block * 128).prefix(128)
      let words = (0..<16).map { word in
        piece.dropFirst(word * 8).prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      }
      // A last word that is cut short has zeros in its high bytes, which dropping them leaves.
      compress(&state, words, count: UInt64(block * 128 + piece.count), isLast: block == blocks - 1)
    }
    return state.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) } }
  }

  /// The function F of section 3.2.
  private static func compress(_ state: inout [UInt64], _ words: [UInt64], count: UInt64, isLast: Bool) {
    var v = state + initial
    v[12] ^= count
    if isLast { v[14] = ~v[14] }
    func mix(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ x: UInt64, _ y: UInt64) {
      func turned(_ word: UInt64, _ bits: UInt64) -> UInt64 { word >> bits | word << (64 - bits) }
      v[a] = v[a] &+ v[b] &+ x
      v[d] = turned(v[d] ^ v[a], 32)
      v[c] = v[c] &+ v[d]
      v[b] = turned(v[b] ^ v[c], 24)
      v[a] = v[a] &+ v[b] &+ y
      v[d] = turned(v[d] ^ v[a], 16)
      v[c] = v[c] &+ v[d]
      v[b] = turned(v[b] ^ v[c], 63)
    }
    for round in 0..<12 {
      let order = schedule[round % 10]
      for column in 0..<4 {
        mix(column, column + 4, column + 8, column + 12, words[order[2 * column]], words[order[2 * column + 1]])
      }
      for column in 0..<4 {
        mix(
          column, (column + 1) % 4 + 4, (column + 2) % 4 + 8, (column + 3) % 4 + 12, words[order[2 * column + 8]],
          words[order[2 * column + 9]])
      }
    }
    for word in 0..<8 { state[word] ^= v[word] ^ v[word + 8] }
  }

  /// The words of section 2.6, which are those of SHA-512.
  private static let initial: [UInt64] = [
    0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1,
    0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f, 0x1f83_d9ab_fb41_bd6b, 0x5be0_cd19_137e_2179,
  ]

  /// The order in which each round takes the words: SIGMA of section 2.7.
  private static let schedule: [[Int]] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4], [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13], [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11], [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5], [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
  ]
}
