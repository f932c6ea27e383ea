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
    let (separator, stand) = (Array(String(separator).utf8), empty.map { Array($0.utf8) })
    var pool = TextPool(capacity: 0)
    var missing = RowSet()
    if stand == nil { for part in parts { missing.formUnion(part.missing) } }
    var isOverfull = false
    let slots = separator.withUnsafeBytes { separator in
      (stand ?? []).withUnsafeBytes { stand in
        Self.withParts(parts[...], empty: stand) { parts in
          (0..<count).map { row -> Slot in
            guard !missing.contains(row), !isOverfull else { return 0 }
            var length = max(parts.count - 1, 0) * separator.count
            for part in parts { length += part.text(row).count }
            isOverfull = pool.count + length > limit
            return isOverfull ? 0 : pool.add(length) { parts.write(row, to: $0, separator) }
          }
        }
      }
    }
    guard !isOverfull else { return nil }
    self.init(pool: pool.bytes, slots: slots, missing: missing)
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
