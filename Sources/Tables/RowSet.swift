/// A set of rows of a table: one bit a row, and nothing at all for the empty set.
public struct RowSet: Sendable, Hashable {
  @usableFromInline var words: [UInt64] = []

  /// The empty set.
  public init() {}

  /// Whether no row is in the set.
  public var isEmpty: Bool { words.isEmpty }

  /// The number of rows in the set.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether `row` is in the set.
  @inlinable public func contains(_ row: Int) -> Bool {
    let word = row >> 6
    return word < words.count && words[word] >> UInt64(row & 63) & 1 == 1
  }

  /// Adds `row`.
  public mutating func insert(_ row: Int) {
    let word = row >> 6
    if word >= words.count { words.append(contentsOf: repeatElement(0, count: word + 1 - words.count)) }
    words[word] |= 1 << UInt64(row & 63)
  }

  /// Adds the rows of `other`.
  public mutating func formUnion(_ other: RowSet) { insert(other, at: 0) }

  /// The rows that are in this set and in `other`.
  public func intersection(_ other: RowSet) -> RowSet { subtracting(subtracting(other)) }

  /// The rows of this set that are not in `other`.
  public func subtracting(_ other: RowSet) -> RowSet {
    var rest = self
    for index in 0..<min(words.count, other.words.count) { rest.words[index] &= ~other.words[index] }
    rest.trim()
    return rest
  }

  /// Adds the rows of `other`, each `offset` rows further down.
  mutating func insert(_ other: RowSet, at offset: Int) {
    let shift = UInt64(offset & 63)
    for (index, word) in other.words.enumerated() where word != 0 {
      let low = offset >> 6 + index
      let high = shift == 0 ? 0 : word >> (64 - shift)
      let needed = low + (high == 0 ? 1 : 2)
      if needed > words.count { words.append(contentsOf: repeatElement(0, count: needed - words.count)) }
      words[low] |= word << shift
      if high != 0 { words[low + 1] |= high }
    }
  }

  /// The first `count` rows, all of them.
  public init(first count: Int) {
    words = [UInt64](repeating: .max, count: count >> 6)
    if count & 63 != 0 { words.append(1 << UInt64(count & 63) - 1) }
  }

  /// The set that holds each position of `rows` whose row is in this set.
  func picking(_ rows: [Int]) -> RowSet {
    guard !isEmpty else { return self }
    var picked = RowSet()
    picked.words.reserveCapacity(rows.count >> 6 + 1)
    for start in stride(from: 0, to: rows.count, by: 64) {
      var word: UInt64 = 0
      for position in start..<min(start + 64, rows.count) where contains(rows[position]) {
        word |= 1 << UInt64(position & 63)
      }
      picked.words.append(word)
    }
    picked.trim()
    return picked
  }

  /// Equal sets have equal words: none stands behind that of the last row.
  private mutating func trim() { while words.last == 0 { words.removeLast() } }
}
