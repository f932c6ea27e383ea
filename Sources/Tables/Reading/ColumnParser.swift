internal import Times

/// Reads one column of a block.
struct ColumnParser {
  let spec: ColumnSpec
  /// The column's position in the file, from 0.
  let position: Int
  let format: CSVFormat

  /// The column of the rows that `index` holds; what breaks a rule is noted in `faults`, and missing from the column.
  func parse(_ bytes: Bytes, _ index: borrowing FieldIndex, _ faults: inout BlockFaults) -> AnyColumn {
    let mark = format.decimalMark.byte
    switch spec.type {
    case .integer:
      let (least, most) = (spec.least?.roundedUp ?? .min, spec.most?.roundedDown ?? .max)
      return .integer(
        column(bytes, index, &faults, zero: 0) {
          NumberParsing.integer($0, $1).flatMap { $0 >= least && $0 <= most ? $0 : nil }
        })
    case .decimal:
      let (least, most) = (spec.least, spec.most)
      return .decimal(
        column(bytes, index, &faults, zero: 0) {
          guard let value = NumberParsing.decimal($0, $1, mark: mark) else { return nil }
          if let least, value < least { return nil }
          if let most, value > most { return nil }
          return value
        })
    case .number:
      let (least, most) = (spec.least?.number ?? -.infinity, spec.most?.number ?? .infinity)
      return .number(
        column(bytes, index, &faults, zero: 0) {
          NumberParsing.number($0, $1, mark: mark).flatMap { $0 >= least && $0 <= most ? $0 : nil }
        })
    case .dateTime:
      return .dateTime(
        column(bytes, index, &faults, zero: Instant(seconds: 0)) {
          Instant(rfc3339: UnsafeRawBufferPointer(start: $0, count: $1))
        })
    case .date:
      return .date(
        column(bytes, index, &faults, zero: Day(ordinal: 0)) { Day(iso: UnsafeRawBufferPointer(start: $0, count: $1)) })
    case .boolean: return .boolean(column(bytes, index, &faults, zero: false, parse: Self.boolean))
    case .text: return .text(texts(bytes, index, &faults))
    }
  }

  @inline(__always)
  private static func boolean(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool? {
    // The first four letters as a number decide.
    guard count == 4 || count == 5 else { return nil }
    let letters = UInt32(bigEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self))
    if count == 4 { return letters == 0x7472_7565 ? true : nil }
    return letters == 0x6661_6C73 && bytes[4] == UInt8(ascii: "e") ? false : nil
  }

  /// A column of the values that `parse` makes of bytes; nil where they are not a value, or one out of range.
  @inline(__always)
  private func column<Value>(
    _ bytes: Bytes, _ index: borrowing FieldIndex, _ faults: inout BlockFaults, zero: Value,
    parse: (UnsafePointer<UInt8>, Int) -> Value?
  ) -> Column<Value> {
    guard let base = bytes.baseAddress else { return Column(values: [], missing: RowSet()) }
    var missing = RowSet()
    let count = index.rowCount
    let values = [Value](unsafeUninitializedCapacity: count) { values, initialized in
      for row in 0..<count {
        let field = index[row, position]
        if field.isPlain, let value = parse(base + field.start, field.length) {
          values.initializeElement(at: row, to: value)
        } else {
          values.initializeElement(at: row, to: zero)
          missing.insert(row)
          note(field, in: bytes, row: index.number(row), &faults)
        }
      }
      initialized = count
    }
    return Column(values: values, missing: missing)
  }

  private func texts(_ bytes: Bytes, _ index: borrowing FieldIndex, _ faults: inout BlockFaults) -> TextColumn {
    let allowed = spec.allowed.map { Array($0.utf8) }
    var pool = TextPool(capacity: bytes.count / 32)
    var missing = RowSet()
    /// The place of a text that is allowed.
    var good: TextColumn.Slot?
    var slots: [TextColumn.Slot] = []
    slots.reserveCapacity(index.rowCount)
    for row in 0..<index.rowCount {
      let field = index[row, position]
      guard !field.isFaulty, !field.isMissing else {
        slots.append(0)
        missing.insert(row)
        note(field, in: bytes, row: index.number(row), &faults)
        continue
      }
      let text = bytes.part(field.start..<field.start + field.length)
      if field.isEscaped, let quote = format.quote.byte {
        text.withoutDoubled(quote).withUnsafeBytes { slots.append(pool.add($0)) }
      } else {
        slots.append(pool.add(UnsafeRawBufferPointer(text)))
      }
      if !allowed.isEmpty, slots[row] != good {
        if field.isEscaped || !allowed.contains(where: { $0.elementsEqual(text) }) {
          faults.add(
            .field(.notAllowed(spec.allowed)), row: index.number(row), column: position, field.written,
            value: field.start..<field.start + field.length)
        } else {
          good = slots[row]
        }
      }
    }
    return TextColumn(pool: pool.bytes, slots: slots, missing: missing)
  }

  /// Notes what is wrong with `field`, which has no value, or none that is allowed.
  private func note(_ field: Field, in bytes: Bytes, row: Int, _ faults: inout BlockFaults) {
    guard !field.isFaulty else { return }  // noted before
    if field.isMissing {
      if !spec.mayMiss { faults.add(.field(.missing), row: row, column: position, field.written) }
      return
    }
    let range = field.start..<field.start + field.length
    faults.add(.field(fault(of: bytes.part(range))), row: row, column: position, field.written, value: range)
  }

  /// What is wrong with a value.
  private func fault(of bytes: Bytes) -> FieldFault {
    let wrongType = FieldFault.type(spec.type, decimalMark: format.decimalMark)
    let mark = format.decimalMark.byte
    guard let base = bytes.baseAddress else { return wrongType }
    switch spec.type {
    case .integer:
      guard NumberParsing.isDecimal(base, bytes.count, mark: nil) else { return wrongType }
      guard let value = NumberParsing.integer(base, bytes.count) else { return .integerSize }
      return outOfRange { ExactDecimal(mantissa: value) < $0 } ?? wrongType
    case .decimal:
      guard NumberParsing.isDecimal(base, bytes.count, mark: mark) else { return wrongType }
      guard let value = NumberParsing.decimal(base, bytes.count, mark: mark) else { return .decimalSize }
      return outOfRange { value < $0 } ?? wrongType
    case .number:
      guard NumberParsing.isNumber(base, bytes.count, mark: mark) else { return wrongType }
      guard let value = NumberParsing.number(base, bytes.count, mark: mark) else { return .numberSize }
      return outOfRange { value < $0.number } ?? wrongType
    default: return wrongType
    }
  }

  /// The end of the range that a value, which is not in it, is beyond.
  private func outOfRange(isBelow: (ExactDecimal) -> Bool) -> FieldFault? {
    if let least = spec.least, isBelow(least) { return .below(least) }
    return spec.most.map { .above($0) }
  }
}
