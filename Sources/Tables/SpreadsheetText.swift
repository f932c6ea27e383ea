/// Texts in which a spreadsheet finds no formula: see ``Table/spreadsheetCSV``.
///
/// The apostrophe goes to those that stand before the sign already, so that every text has its own guarded form, and one
/// apostrophe less gives the text again.
enum SpreadsheetText {
  /// The text with an apostrophe more before each sign.
  static func guarded(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let signs = signs(in: text)
    guard !signs.isEmpty else { return text }
    var (out, start): ([UInt8], Int) = ([], text.startIndex)
    for sign in signs {
      out += text[start..<sign] + [apostrophe]
      start = sign
    }
    return (out + text[start...])[...]
  }

  /// The text with an apostrophe less before each sign that has one.
  static func unguarded(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let guards = signs(in: text).filter { $0 > text.startIndex && text[$0 - 1] == apostrophe }
    guard !guards.isEmpty else { return text }
    var (out, start): ([UInt8], Int) = ([], text.startIndex)
    for sign in guards {
      out += text[start..<(sign - 1)]
      start = sign
    }
    return (out + text[start...])[...]
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// Where the signs stand that would make a cell run.
  private static func signs(in text: ArraySlice<UInt8>) -> [Int] {
    var (found, start): ([Int], Int) = ([], text.startIndex)
    while start < text.endIndex {
      let end = text[start...].firstIndex(where: ends) ?? text.endIndex
      var at = start
      while at < end, text[at] == UInt8(ascii: " ") { at += 1 }
      while at < end, text[at] == apostrophe { at += 1 }
      if at < end ? runs(text[at..<end]) : start == text.startIndex && end < text.endIndex && isBlank(text[end]) {
        found.append(at)
      }
      start = end + 1
    }
    return found
  }

  /// Whether some spreadsheet begins a new cell behind the byte.
  private static func ends(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ";") || isBlank(byte) }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x09, 0x0A, 0x0D].contains(byte) }

  private static func runs(_ cell: ArraySlice<UInt8>) -> Bool {
    switch cell.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"): true
    case UInt8(ascii: "-"): !isNumber(cell.dropFirst())
    case 0xEF: fullWidth.contains { cell.starts(with: $0) }
    default: false
    }
  }

  /// Whether nothing but digits follows, perhaps with marks between them.
  private static func isNumber(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
  }

  private static let fullWidth = ["\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"].map { Array($0.utf8) }
}

extension Table {
  /// The table that was written as ``spreadsheetCSV`` and read: with an apostrophe less before each sign.
  public var unguarded: Table {
    let columns = columns.map { column -> AnyColumn in
      guard case .text(let texts) = column else { return column }
      var builder = TextColumnBuilder(count: texts.count)
      for row in 0..<texts.count {
        if texts.isMissing(row) {
          builder.appendMissing()
        } else {
          builder.append(SpreadsheetText.unguarded(texts.utf8(row)))
        }
      }
      return .text(builder.column)
    }
    return Table(names: columnNames, columns: columns, rowCount: rowCount)
  }
}
