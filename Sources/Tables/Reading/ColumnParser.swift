/// Reads one column of a block.
struct ColumnParser {
  let spec: ColumnSpec
  /// The column's position in the file, from 0.
  let position: Int
  let format: CSVFormat
  /// Whether the file was made for other programs.
  let isForeign: Bool

  /// The column of the rows that `index` holds; what breaks a rule is noted in `faults`, and missing from the column.
  func parse(_ bytes: Bytes, _ index: borrowing FieldIndex, _ faults: inout BlockFaults) -> AnyColumn {
    let mark = format.decimalMark.byte
    switch spec.type {
    case .integer:
      let least = spec.least.map { Int64($0.mantissa(at: 0, roundedUp: true)) } ?? .min
      let most = spec.most.map { Int64($0.mantissa(at: 0, roundedUp: false)) } ?? .max
      let parser = IntegerParser(least: least, most: most, markBeforeZero: isForeign ? mark : nil)
      return .integer(column(bytes, index, &faults, parser))
    case .decimal:
      let range = DecimalRange(spec.least, spec.most)
      return .decimal(column(bytes, index, &faults, DecimalParser(mark: mark, range: range)))
    case .number:
      let (least, most) = (spec.least?.number ?? -.infinity, spec.most?.number ?? .infinity)
      return .number(column(bytes, index, &faults, NumberParser(mark: mark, least: least, most: most)))
    case .dateTime: return .dateTime(column(bytes, index, &faults, DateTimeParser()))
    case .date: return .date(column(bytes, index, &faults, DateParser()))
    case .boolean: return .boolean(column(bytes, index, &faults, BooleanParser()))
    case .text: return .text(texts(bytes, index, &faults))
    }
  }

  /// A column of the values that `parser` reads.
  private func column<Parser: FieldParser>(
    _ bytes: Bytes, _ index: borrowing FieldIndex, _ faults: inout BlockFaults, _ parser: consuming Parser
  ) -> Column<Parser.Value> {
    guard let base = bytes.baseAddress else { return Column(values: [], missing: RowSet()) }
    var missing = RowSet()
    let count = index.rowCount
    let values = [Parser.Value](unsafeUninitializedCapacity: count) { values, initialized in
      for row in 0..<count {
        let field = index[row, position]
        if field.isPlain,
          let value = parser.value(base + field.start, field.length, room: bytes.count &- field.start)
        {
          values.initializeElement(at: row, to: value)
        } else if let value = withoutThousands(field, in: bytes, &parser) {
          values.initializeElement(at: row, to: value)
        } else {
          values.initializeElement(at: row, to: Parser.zero)
          missing.insert(row)
          note(field, in: bytes, row: index.number(row), &faults)
        }
      }
      initialized = count
    }
    return Column(values: values, missing: missing)
  }

  /// The value of a number whose groups of three digits are set apart, as the format says.
  private func withoutThousands<Parser: FieldParser>(
    _ field: Field, in bytes: Bytes, _ parser: inout Parser
  ) -> Parser.Value? {
    guard let thousands = format.thousands, field.isPlain, [.integer, .decimal, .number].contains(spec.type) else {
      return nil
    }
    let text = Array(bytes.part(field.start..<field.start + field.length))
    let end = text.firstIndex(of: format.decimalMark.byte) ?? text.count
    guard let whole = Self.joined(text[..<end], thousands) else { return nil }
    let plain = whole + text[end...]
    return plain.withUnsafeBufferPointer { plain in
      plain.baseAddress.flatMap { parser.value($0, plain.count, room: plain.count) }
    }
  }

  /// The digits of `number` without the marks between its groups; nil where these are not of three digits, but for the first.
  private static func joined(_ number: ArraySlice<UInt8>, _ thousands: CSVFormat.Thousands) -> [UInt8]? {
    let sign = number.prefix(number.first == UInt8(ascii: "-") ? 1 : 0)
    var (rest, groups): (ArraySlice<UInt8>, [[UInt8]]) = (number.dropFirst(sign.count), [[]])
    while let byte = rest.first {
      if let mark = thousands.marks.first(where: { rest.starts(with: $0) }) {
        groups.append([])
        rest = rest.dropFirst(mark.count)
      } else {
        groups[groups.count - 1].append(byte)
        rest = rest.dropFirst()
      }
    }
    // 0,123 is a fraction.
    guard groups.count > 1, 1...3 ~= groups[0].count, groups[0].first != UInt8(ascii: "0"),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return Array(sign) + groups.joined()
  }

  private func texts(_ bytes: Bytes, _ index: borrowing FieldIndex, _ faults: inout BlockFaults) -> TextColumn {
    let allowed = spec.allowed.map { Array($0.utf8) }
    let quote = format.quote.byte ?? 0
    var pool = TextPool(capacity: bytes.count / 32)
    var missing = RowSet()
    /// The place of a text that is allowed.
    var good: TextColumn.Slot?
    let count = index.rowCount
    let slots = [TextColumn.Slot](unsafeUninitializedCapacity: count) { slots, initialized in
      for row in 0..<count {
        let field = index[row, position]
        guard !field.isFaulty, !isMissing(field) else {
          slots.initializeElement(at: row, to: 0)
          missing.insert(row)
          note(field, in: bytes, row: index.number(row), &faults)
          continue
        }
        guard field.length <= TextSlot.maximumLength else {
          slots.initializeElement(at: row, to: 0)
          missing.insert(row)
          faults.add(
            .field(.textLength(limit: TextSlot.maximumLength)), row: index.number(row), column: position, field.written)
          continue
        }
        let text = UnsafeRawBufferPointer(bytes.part(field.start..<field.start + field.length))
        if format.isSheet, text.first == UInt8(ascii: "#"), Self.isFormulaError(text) {
          slots.initializeElement(at: row, to: 0)
          missing.insert(row)
          faults.add(
            .field(.formulaError), row: index.number(row), column: position, field.written,
            value: field.start..<field.start + field.length)
          continue
        }
        if field.isEscaped, !format.hasFormulaTexts, isFormula(text, quote) {
          faults.add(.field(.formulaText), row: index.number(row), column: position, field.written)
        }
        let slot = field.isEscaped ? pool.add(text, withoutDoubled: quote) : pool.add(text)
        slots.initializeElement(at: row, to: slot)
        if !allowed.isEmpty, slot != good {
          if field.isEscaped || !allowed.contains(where: { $0.elementsEqual(text) }) {
            faults.add(
              .field(.notAllowed(spec.allowed)), row: index.number(row), column: position, field.written,
              value: field.start..<field.start + field.length)
          } else {
            good = slot
          }
        }
      }
      initialized = count
    }
    return TextColumn(pool: pool.bytes, slots: slots, missing: missing)
  }

  /// Whether `field` has no value: other programs put quotes around empty fields too.
  @inline(__always) private func isMissing(_ field: Field) -> Bool {
    field.isMissing || isForeign && field.length == 0
  }

  /// Whether `text` names an error of a formula (ECMA-376, part 1, 18.18.11), or is one of LibreOffice's, by its number.
  private static func isFormulaError(_ text: UnsafeRawBufferPointer) -> Bool {
    text.starts(with: "#Err:".utf8) || formulaErrors.contains { text.elementsEqual($0.utf8) }
  }

  private static let formulaErrors = [
    "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!",
  ]

  /// Whether a quoted field holds a text as a formula, `=""001""` with its quotes doubled.
  private func isFormula(_ text: UnsafeRawBufferPointer, _ quote: UInt8) -> Bool {
    text.count > 4 && text.starts(with: [UInt8(ascii: "="), quote, quote])
      && text.suffix(2).elementsEqual([quote, quote])
  }

  /// Notes what is wrong with `field`, which has no value, or none that is allowed.
  private func note(_ field: Field, in bytes: Bytes, row: Int, _ faults: inout BlockFaults) {
    guard !field.isFaulty else { return }  // noted before
    if isMissing(field) {
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
    case .text, .dateTime, .date, .boolean: return wrongType
    }
  }

  /// The end of the range that a value, which is not in it, is beyond.
  private func outOfRange(isBelow: (ExactDecimal) -> Bool) -> FieldFault? {
    if let least = spec.least, isBelow(least) { return .below(least) }
    return spec.most.map { .above($0) }
  }
}
