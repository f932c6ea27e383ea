extension TextColumn {
  /// The texts of `parts`, which have `count` rows each, with `separator` between them.
  ///
  /// A row has no text where one of the parts has none, unless `empty` is to stand there. nil where the texts take more
  /// bytes than a column can hold, ``maximumBytes``: a small compressed file can hold few long texts in many rows.
  public init?(joining parts: [TextColumn], count: Int, separator: Unicode.Scalar = "-", empty: String? = nil) {
    self.init(joining: parts, count: count, separator: separator, empty: empty, limit: Self.maximumBytes)
  }

  /// The bytes that the distinct texts of a column may take.
  public static let maximumBytes = TextSlot.maximumPool

  init?(joining parts: [TextColumn], count: Int, separator: Unicode.Scalar, empty: String?, limit: Int) {
    let (separator, stand) = (Array(String(separator).utf8), Array((empty ?? "").utf8))
    var pool = TextPool(capacity: 0)
    var missing = RowSet()
    var text: [UInt8] = []
    let (gaps, texts) = (parts.map(\.missing), parts.map(\.slots))
    var isOverfull = false
    let slots = Self.withPools(of: parts[...]) { pools in
      (0..<count).map { row -> Slot in
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
        isOverfull = isOverfull || pool.count + text.count > limit
        return isOverfull ? 0 : text.withUnsafeBytes { pool.add($0) }
      }
    }
    guard !isOverfull else { return nil }
    self.init(pool: pool.bytes, slots: slots, missing: missing)
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
