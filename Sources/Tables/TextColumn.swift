/// A column of texts: their UTF-8 bytes in one pool, and for each row where its text stands there.
///
/// Rows with the same text may share their bytes. A missing text is not the empty text.
public struct TextColumn: Sendable {
  /// Where a text stands in the pool: the offset of its length, behind which its bytes are (``TextSlot``).
  typealias Slot = UInt32

  let pool: [UInt8]
  let slots: [Slot]
  /// The rows whose text is missing.
  public let missing: RowSet
  /// Whether no two rows are known to have the same text: a file's key was found to name each row once.
  let areDistinct: Bool

  init(pool: [UInt8], slots: [Slot], missing: RowSet, areDistinct: Bool = false) {
    (self.pool, self.slots, self.missing, self.areDistinct) = (pool, slots, missing, areDistinct)
  }

  /// A column of `count` rows without a text.
  public init(missing count: Int) {
    self.init(pool: TextSlot.emptyPool, slots: [Slot](repeating: 0, count: count), missing: RowSet(first: count))
  }

  /// The number of rows.
  public var count: Int { slots.count }

  /// The text in `row`, from 0; nil where it is missing.
  public subscript(row: Int) -> String? {
    missing.contains(row) ? nil : String(decoding: utf8(row), as: UTF8.self)
  }

  /// The UTF-8 bytes of the text in `row`, from 0; none where it is missing. Copies nothing.
  public func utf8(_ row: Int) -> ArraySlice<UInt8> {
    let range = pool.withUnsafeBytes { TextSlot.range(of: slots[row], in: $0) }
    return pool[range]
  }

  /// Whether the text in `row`, from 0, is missing.
  public func isMissing(_ row: Int) -> Bool { missing.contains(row) }

  /// Whether rows `a` and `b` hold the same text, or both none.
  public func isSame(_ a: Int, _ b: Int) -> Bool {
    guard slots[a] != slots[b] else { return missing.contains(a) == missing.contains(b) }
    return missing.contains(a) == missing.contains(b) && utf8(a) == utf8(b)
  }

  /// The column, of which no two rows are found to have the same text.
  var distinct: TextColumn { TextColumn(pool: pool, slots: slots, missing: missing, areDistinct: true) }

  /// The column with the rows `rows` alone, in that order.
  func picking(_ rows: [Int]) -> TextColumn {
    let missing = missing.picking(rows)
    let areDistinct = areDistinct && zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 }
    // Most rows of a file share its texts; a few are not to hold on to all of them.
    if rows.count > count / 2 {
      return TextColumn(pool: pool, slots: rows.map { slots[$0] }, missing: missing, areDistinct: areDistinct)
    }
    var picked = TextPool(capacity: 0)
    let moved = pool.withUnsafeBytes { pool in
      rows.map { picked.add(TextSlot.text(at: slots[$0], in: pool)) }
    }
    return TextColumn(pool: picked.bytes, slots: moved, missing: missing, areDistinct: areDistinct)
  }
}

extension TextColumn: Hashable {
  /// Equality of the texts, wherever they stand.
  public static func == (a: TextColumn, b: TextColumn) -> Bool {
    a.count == b.count && a.missing == b.missing && (0..<a.count).allSatisfy { a.utf8($0) == b.utf8($0) }
  }

  /// Equal columns hash alike.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(missing)
    for row in 0..<count { hasher.combine(utf8(row)) }
  }
}
