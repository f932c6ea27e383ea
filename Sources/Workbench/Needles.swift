/// Several short byte strings that are looked for in one pass: a place is passed over by as much as the two bytes at it allow, as in Wu and
/// Manber, "A fast algorithm for multi-pattern searching", Report TR-94-17, University of Arizona (1994), section 2.
struct Needles: Sendable {
  private let needles: [[UInt8]]
  /// How many bytes of each are looked at first: those of the shortest.
  private let least: Int
  /// How far the end of these can move on from two bytes, by their number; 0 where they end one of the needles' beginnings. A byte
  /// each, so that all of it stays in a processor's nearest memory.
  private let moves: [UInt8]

  /// A search for `needles`, of two bytes at least.
  init(_ needles: [[UInt8]]) {
    let least = needles.map(\.count).min() ?? 2
    precondition((2...256).contains(least), "the shortest needle has two bytes at least, and at most 256")
    var moves = Array(repeating: UInt8(least - 1), count: 1 << 16)
    for needle in needles {
      for end in 1..<least {
        let pair = Self.pair(needle[end - 1], needle[end])
        moves[pair] = min(moves[pair], UInt8(least - 1 - end))
      }
    }
    (self.needles, self.least, self.moves) = (needles, least, moves)
  }

  private static func pair(_ one: UInt8, _ other: UInt8) -> Int { Int(one) << 8 | Int(other) }

  /// Hands `body` the number of each needle in `bytes` and the place at which it begins, in the order of the places.
  func forEach(in bytes: UnsafeRawBufferPointer, _ body: (_ needle: Int, _ place: Int) -> Void) {
    moves.withUnsafeBufferPointer { moves in
      var end = least - 1
      while end < bytes.count {
        let move = moves[Self.pair(bytes[end - 1], bytes[end])]
        guard move == 0 else {
          end += Int(move)
          continue
        }
        let start = end - least + 1
        for (number, needle) in needles.enumerated() where bytes[start...].starts(with: needle) { body(number, start) }
        end += 1
      }
    }
  }
}
