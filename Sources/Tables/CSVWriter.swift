internal import Schema
internal import Times

extension Table {
  /// The table as canonical CSV: UTF-8, a header line, commas, LF, quotes only where they are needed.
  ///
  /// An empty text is `""`, a missing value nothing; numbers have twelve significant digits, instants are in UTC.
  /// Reading it with columns of the same types gives the table again.
  public var canonicalCSV: [UInt8] { csv(guarded: false) }

  /// The table as canonical CSV in which no spreadsheet finds a formula: what people open. ``unguarded`` is its other side.
  ///
  /// A spreadsheet runs a cell that begins with a sign, quotes or no quotes. So a *text* gets an apostrophe before such a
  /// sign; numbers, instants and truth values are left alone. A sign is one of `=`, `+`, `@`, `-` unless a plain number
  /// follows it or nothing, their full-width forms, and, at the start of a text, a tab or line break. It counts behind
  /// blanks and apostrophes, at the start of the text and behind each semicolon, tab and line break in it, at which a
  /// spreadsheet of another locale begins a new cell.
  public var spreadsheetCSV: [UInt8] { csv(guarded: true) }

  private func csv(guarded: Bool) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(rowCount * columns.count * 8)
    for (position, name) in columnNames.enumerated() {
      if position > 0 { out.append(UInt8(ascii: ",")) }
      Self.write(Array(name.utf8)[...], to: &out)
    }
    out.append(UInt8(ascii: "\n"))
    for row in 0..<rowCount {
      for (position, column) in columns.enumerated() {
        if position > 0 { out.append(UInt8(ascii: ",")) }
        Self.write(column, row, guarded: guarded, to: &out)
      }
      out.append(UInt8(ascii: "\n"))
    }
    return out
  }

  private static func write(_ column: AnyColumn, _ row: Int, guarded: Bool, to out: inout [UInt8]) {
    if case .text(let texts) = column {
      guard !texts.isMissing(row) else { return }
      let text = texts.utf8(row)
      write(guarded ? SpreadsheetText.guarded(text) : text, to: &out)
    } else {
      out += column.text(row).utf8
    }
  }

  private static func write(_ text: ArraySlice<UInt8>, to out: inout [UInt8]) {
    let special = [UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    guard text.isEmpty || text.contains(where: special.contains) else { return out += text }
    out.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { out.append(byte) }
      out.append(byte)
    }
    out.append(UInt8(ascii: "\""))
  }
}

extension AnyColumn {
  /// The value in `row`, from 0, as canonical CSV has it, without quotes.
  public func text(_ row: Int) -> String {
    switch self[row] {
    case .missing: ""
    case .integer(let it): String(it)
    case .decimal(let it): it.description
    case .number(let it): canonicalNumber(it) ?? ""
    case .text(let it): it
    case .dateTime(let it): it.rfc3339
    case .date(let it): it.iso
    case .boolean(let it): it ? "true" : "false"
    }
  }
}
