/// Cuts the bytes of rows into fields, byte by byte.
///
/// The rules, which `RowCutter` follows too: a field that begins with a quote goes on to the next quote that is not
/// doubled; any other ends before the next delimiter or line break. What breaks the rules (a quote elsewhere, text
/// behind a closing quote, a carriage return alone) belongs to the field that it stands in, and is noted as a fault.
struct RowScanner {
  /// A fault of a field while its row is scanned.
  struct Fault {
    let fault: FieldFault
    /// The field's position in the row, from 0.
    let field: Int
    /// The stretch of the block at fault.
    let range: Range<Int>
  }

  private let bytes: Bytes
  private let delimiter: UInt8
  private let quote: UInt8?
  private let hasFormulaTexts: Bool
  /// The faults of the row that was scanned last.
  private(set) var faults: [Fault] = []

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ bytes: Bytes, _ format: CSVFormat) {
    (self.bytes, delimiter, quote) = (bytes, format.delimiter.byte, format.quote.byte)
    hasFormulaTexts = format.hasFormulaTexts
  }

  /// Scans the row from `start` on; hands `add` its fields in order, and returns where the next row starts.
  ///
  /// A field that is never closed is not handed over, and ends the scan.
  @inline(__always)
  mutating func scan(from start: Int, add: (Field) -> Void) -> Int {
    guard let base = bytes.baseAddress else { return start }
    if !faults.isEmpty { faults.removeAll(keepingCapacity: true) }
    let end = bytes.count
    var position = 0
    var at = start
    while true {
      let next: Int
      if at < end, bytes[at] == quote {
        guard let (field, behind) = quoted(at, position) else { return end }
        add(field)
        next = behind
      } else {
        var stop = at
        while stop < end, !isSpecial(base[stop]) { stop &+= 1 }
        if stop < end, base[stop] != delimiter, base[stop] != Self.lineFeed {
          let (field, behind) = unusual(from: at, stop, position)
          add(field)
          stop = behind
        } else {
          add(Field(start: at, length: stop &- at))
        }
        next = stop
      }
      if next == end { return end }
      guard base[next] == delimiter else {
        return base[next] == Self.lineFeed ? next &+ 1 : next &+ 2
      }
      at = next &+ 1
      position &+= 1
    }
  }

  /// The field that the quote at `open` begins, and the place of what ends it; nil where no quote closes it.
  private mutating func quoted(_ open: Int, _ position: Int) -> (Field, Int)? {
    let quote = bytes[open]
    var isEscaped = false
    var from = open + 1
    while let found = bytes.first(quote, from: from) {
      if found + 1 < bytes.count, bytes[found + 1] == quote {
        isEscaped = true
        from = found + 2
        continue
      }
      var field = Field(start: open + 1, length: found - open - 1, isQuoted: true, isEscaped: isEscaped)
      if found + 1 == bytes.count || endsField(found + 1) { return (field, found + 1) }
      var end = found + 1
      while end < bytes.count, !endsField(end) { end += 1 }
      field.isFaulty = true
      faults.append(Fault(fault: .textAfterQuote, field: position, range: open..<end))
      return (field, end)
    }
    faults.append(Fault(fault: .unclosedQuote, field: position, range: open..<open + 1))
    return nil
  }

  /// The unquoted field from `start` on, in which a carriage return or a quote stands at `stop`, and its end.
  private mutating func unusual(from start: Int, _ stop: Int, _ position: Int) -> (Field, Int) {
    var fault: FieldFault?
    var end = stop
    while end < bytes.count, !endsField(end) {
      if bytes[end] == quote {
        fault = fault ?? .strayQuote
      } else if bytes[end] == Self.carriageReturn {
        fault = fault ?? .loneCarriageReturn
      }
      end += 1
    }
    if fault == .strayQuote, isFormulaText(start, end) {
      // What stands between the quotes.
      if hasFormulaTexts { return (Field(start: start + 2, length: end - start - 3, isQuoted: true), end) }
      fault = .formulaText
    }
    var field = Field(start: start, length: end - start)
    if let fault {
      field.isFaulty = true
      faults.append(Fault(fault: fault, field: position, range: start..<end))
    }
    return (field, end)
  }

  /// Whether the field from `start` to `end` is a text as a formula, `="001"`.
  private func isFormulaText(_ start: Int, _ end: Int) -> Bool {
    guard let quote, end - start >= 3, bytes[start] == UInt8(ascii: "="), bytes[start + 1] == quote else {
      return false
    }
    return bytes.first(quote, from: start + 2) == end - 1
  }

  /// Whether `byte` may end a field, or break a rule.
  private func isSpecial(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn || byte == quote
  }

  /// Whether a delimiter or a line break stands at `place`.
  private func endsField(_ place: Int) -> Bool {
    switch bytes[place] {
    case delimiter, Self.lineFeed: true
    case Self.carriageReturn: place + 1 < bytes.count && bytes[place + 1] == Self.lineFeed
    default: false
    }
  }
}
