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
    joining parts: [TextColumn], count: Int, separator: String = "-", empty: String? = nil
  ) throws(JoiningFault) {
    let distinct = parts.indices.filter { index in !parts[..<index].contains { $0.hasSameStore(as: parts[index]) } }
    let held = distinct.reduce(0) { $0 + parts[$1].rowBytes }
    let limit = min(max(2 * held, Self.leastJoined), TextSlot.maximumPool)
    try self.init(joining: parts, count: count, separator: separator, empty: empty, limit: limit)
  }

  init(
    joining parts: [TextColumn], count: Int, separator: String, empty: String?, limit: Int
  ) throws(JoiningFault) {
    let (separator, stand) = (Array(separator.utf8), empty.map { Array($0.utf8) })
    var pool = TextPool(capacity: 0)
    var missing = RowSet()
    if stand == nil { for part in parts { missing.formUnion(part.missing) } }
    var fault: JoiningFault?
    let slots = separator.withUnsafeBytes { separator in
      (stand ?? []).withUnsafeBytes { stand in
        Self.withParts(parts[...], empty: stand) { parts in
          (0..<count).map { row -> Slot in
            guard !missing.contains(row), fault == nil else { return 0 }
            var length = max(parts.count - 1, 0) * separator.count
            for part in parts { length += part.text(row).count }
            if length > TextSlot.maximumLength { fault = .tooLong(row: row, limit: TextSlot.maximumLength) }
            if pool.count + length > limit { fault = fault ?? .tooMuch(limit: limit) }
            return fault == nil ? pool.add(length) { parts.write(row, to: $0, separator) } : 0
          }
        }
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

  /// The texts of one of the columns that are joined, which stay where they are meanwhile.
  fileprivate struct Part {
    let pool: UnsafeRawBufferPointer
    let slots: UnsafeBufferPointer<Slot>
    let missing: RowSet?
    /// What stands where a text is missing.
    let empty: UnsafeRawBufferPointer

    @inline(__always)
    func text(_ row: Int) -> UnsafeRawBufferPointer {
      if let missing, missing.contains(row) { return empty }
      return TextSlot.text(at: slots[row], in: pool)
    }
  }

  /// Calls `body` with `parts`, of which `empty` stands where a text is missing.
  private static func withParts<Result>(
    _ parts: ArraySlice<TextColumn>, empty: UnsafeRawBufferPointer, _ before: [Part] = [], _ body: ([Part]) -> Result
  ) -> Result {
    guard let first = parts.first else { return body(before) }
    return first.pool.withUnsafeBytes { pool in
      first.slots.withUnsafeBufferPointer { slots in
        let part = Part(pool: pool, slots: slots, missing: first.missing.isEmpty ? nil : first.missing, empty: empty)
        return withParts(parts.dropFirst(), empty: empty, before + [part], body)
      }
    }
  }
}

extension [TextColumn.Part] {
  /// Writes the texts of `row` at `start`, one behind the other, with `separator` between them.
  @inline(__always)
  fileprivate func write(_ row: Int, to start: UnsafeMutableRawPointer, _ separator: UnsafeRawBufferPointer) {
    var end = start
    func write(_ text: UnsafeRawBufferPointer) {
      if let bytes = text.baseAddress { end.copyMemory(from: bytes, byteCount: text.count) }
      end += text.count
    }
    for place in indices {
      if place > 0 { write(separator) }
      write(self[place].text(row))
    }
  }
}
