extension TextColumn {
  /// Why texts cannot be joined.
  public enum JoiningFault: Error, Equatable {
    /// The text of a row, from 0, takes more than `limit` bytes.
    case tooLong(row: Int, limit: Int)
    /// The texts of the column take more than `limit` bytes.
    case tooMuch(limit: Int)
  }

  /// The bytes that joined texts may take, whatever their parts hold.
  public static let leastJoined = 16 << 20

  /// The texts of `parts`, which have `count` rows each, with `separator` between them.
  ///
  /// A row has no text where one of the parts has none, unless `empty` is to stand there. All of them may take twice the
  /// bytes that the parts hold row by row, or ``leastJoined`` where that is more: a column that is named often, or a
  /// long `empty`, makes much of a small file.
  public init(
    joining parts: [TextColumn], count: Int, separator: Unicode.Scalar = "-", empty: String? = nil
  ) throws(JoiningFault) {
    let distinct = parts.indices.filter { index in !parts[..<index].contains { $0.hasSameStore(as: parts[index]) } }
    let held = distinct.reduce(0) { $0 + parts[$1].rowBytes }
    let limit = min(max(2 * held, Self.leastJoined), TextSlot.maximumPool)
    try self.init(joining: parts, count: count, separator: separator, empty: empty, limit: limit)
  }

  init(
    joining parts: [TextColumn], count: Int, separator: Unicode.Scalar, empty: String?, limit: Int
  ) throws(JoiningFault) {
    let (separator, stand) = (Array(String(separator).utf8), Array((empty ?? "").utf8))
    var pool = TextPool(capacity: 0)
    var missing = RowSet()
    var text: [UInt8] = []
    let (gaps, texts) = (parts.map(\.missing), parts.map(\.slots))
    var fault: JoiningFault?
    let slots = Self.withPools(of: parts[...]) { pools in
      (0..<count).map { row -> Slot in
        guard fault == nil else { return 0 }
        text.removeAll(keepingCapacity: true)
        for place in pools.indices {
          if place > 0 { text.append(contentsOf: separator) }
          if !gaps[place].contains(row) {
            text.append(contentsOf: TextSlot.text(at: texts[place][row], in: pools[place]))
          } else if empty != nil {
            text.append(contentsOf: stand)
          } else {
            missing.insert(row)
            return 0
          }
        }
        if text.count > TextSlot.maximumLength { fault = .tooLong(row: row, limit: TextSlot.maximumLength) }
        if pool.count + text.count > limit { fault = fault ?? .tooMuch(limit: limit) }
        return fault == nil ? text.withUnsafeBytes { pool.add($0) } : 0
      }
    }
    if let fault { throw fault }
    self.init(pool: pool.bytes, slots: slots, missing: missing)
  }

  /// The bytes of the texts of all rows, each row's counted, and one more for each.
  private var rowBytes: Int {
    pool.withUnsafeBytes { pool in slots.reduce(0) { $0 + 1 + TextSlot.text(at: $1, in: pool).count } }
  }

  /// Whether both are one column, held once.
  private func hasSameStore(as other: TextColumn) -> Bool {
    slots.withUnsafeBufferPointer { mine in
      other.slots.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress && mine.count == $0.count }
    }
  }

  /// Calls `body` with the pools of `parts`, which stay where they are meanwhile.
  private static func withPools<Result>(
    of parts: ArraySlice<TextColumn>, _ before: [UnsafeRawBufferPointer] = [],
    _ body: ([UnsafeRawBufferPointer]) -> Result
  ) -> Result {
    guard let first = parts.first else { return body(before) }
    return first.pool.withUnsafeBytes { withPools(of: parts.dropFirst(), before + [$0], body) }
  }
}
