public import Diagnostics

/// What can be wrong with a table: with its file, its header, its rows, or with how a program uses it.
public enum TableMessage: Error, DiagnosticMessage, Hashable {
  /// The file has no content.
  case empty
  /// The compressed file ends too early.
  case truncated
  /// The file's name says gzip, its content does not hold to that format.
  case notGzip
  /// More than `limit` bytes came out of the compressed file.
  case tooLarge(limit: Int)
  /// The file is compressed, its name does not say so.
  case isGzip
  /// The file begins with the byte order mark of UTF-16.
  case isUTF16
  /// The file begins with a byte order mark that is not declared.
  case byteOrderMark
  /// The file does not begin with the byte order mark that is declared.
  case noByteOrderMark
  /// The file is declared as of another encoding, but its bytes make sense as UTF-8.
  case isUTF8(CSVFormat.Encoding)
  /// The file begins as ZIP archives do, and with them spreadsheets.
  case isArchive
  /// The file begins as web pages do.
  case isWebPage

  /// The header line is one name that holds a delimiter other than the declared one.
  case otherDelimiter(header: String, found: CSVFormat.Delimiter, declared: CSVFormat.Delimiter)
  /// Carriage returns end the lines, and no line feed follows them.
  case carriageReturns
  /// Numbers stand on the header's line, and none of the names that are looked for.
  case noHeader(line: Int, found: [String])
  /// The column at `position`, from 1, has no name.
  case namelessColumn(position: Int)
  /// The header's line, from 1, is behind the last of the file's lines.
  case noHeaderLine(Int, lines: Int)
  /// Two columns have one name.
  case duplicateColumn(String, first: Int, second: Int)
  /// Nobody knows the column.
  case unknownColumn(String, known: [String])
  /// A column that must be there is not.
  case missingColumn(String, present: [String])
  /// A name in the header is not quoted or encoded as it should be.
  case header(FieldFault, position: Int)
  /// So many more faults of the header.
  case moreInHeader(Int)

  /// A row has other than one field for each column.
  case fieldCount(row: Int, found: Int, expected: Int)
  /// A line is empty, though there are several columns.
  case emptyLine(row: Int)
  /// A row holds the names of the columns once more.
  case headerAgain(row: Int)
  /// A row is longer than `limit` bytes; row 0 is the header line.
  case rowTooLong(row: Int, limit: Int)
  /// The distinct texts of a column take more than `limit` bytes.
  case tooMuchText(column: String, limit: Int)
  /// A field breaks a rule; the value is nil where it is withheld.
  case field(FieldFault, row: Int, column: String, value: String?)
  /// Two rows agree in all key columns; the values are nil where they are withheld.
  case duplicateKey(row: Int, first: Int, columns: [String], values: [String?])
  /// So many more faults of one kind in one column, of which `row` is the first.
  case more(Int, rule: String, column: String?, row: Int)

  /// The table has no such column.
  case noColumn(String, among: [String])
  /// The column is of another type.
  case columnType(String, is: ColumnType, wanted: ColumnType)
  /// Column names of a new table are empty or used twice.
  case columnNames([String])
  /// Columns of a new table are not of one length.
  case rowCounts([Int])
  /// A new row has other than one cell for each column.
  case cellCount(Int, columns: Int)
  /// A new cell does not belong in its column.
  case cellType(column: String, is: ColumnType, wanted: ColumnType)
  /// A new cell holds what no file could.
  case cellValue(column: String)
}

extension TableMessage {
  /// `T001` and so on.
  public var code: String {
    switch self {
    case .empty: "T001"
    case .truncated: "T002"
    case .notGzip: "T003"
    case .tooLarge: "T004"
    case .isGzip: "T005"
    case .isUTF16: "T006"
    case .byteOrderMark: "T007"
    case .noByteOrderMark: "T008"
    case .isUTF8: "T009"
    case .isArchive: "T017"
    case .isWebPage: "T018"
    case .noHeader: "T019"
    case .otherDelimiter: "T010"
    case .namelessColumn: "T011"
    case .duplicateColumn: "T012"
    case .unknownColumn: "T013"
    case .missingColumn: "T014"
    case .moreInHeader: "T015"
    case .noHeaderLine: "T016"
    case .fieldCount: "T020"
    case .emptyLine: "T021"
    case .rowTooLong: "T022"
    case .duplicateKey: "T023"
    case .more: "T024"
    case .headerAgain: "T025"
    case .carriageReturns: "T026"
    case .tooMuchText: "T027"
    case .header(let fault, _), .field(let fault, _, _, _): fault.code
    case .noColumn: "T060"
    case .columnType: "T061"
    case .columnNames: "T062"
    case .rowCounts: "T066"
    case .cellCount: "T063"
    case .cellType: "T064"
    case .cellValue: "T065"
    }
  }

  /// The rule of `Diagnostic.Datum`, for faults of rows and values.
  var rule: String? {
    switch self {
    case .fieldCount: "field_count"
    case .emptyLine: "no_empty_lines"
    case .headerAgain: "one_header"
    case .rowTooLong: "row_length"
    case .duplicateKey: "unique_key"
    case .field(let fault, _, _, _), .header(let fault, _): fault.rule
    case .more(_, let rule, _, _): rule
    default: nil
    }
  }

  /// The sentence that users see.
  public var message: String {
    switch self {
    case .empty: "the file is empty"
    case .truncated: "the compressed file is cut short"
    case .notGzip: "the file is not gzip, or damaged"
    case .tooLarge(let limit): "the compressed file holds more than \(limit) bytes"
    case .isGzip: "the file is compressed with gzip, but its name does not end with .gz"
    case .isUTF16: "the file seems to be UTF-16, which is not read"
    case .byteOrderMark: "the file begins with a byte order mark, which is not declared"
    case .noByteOrderMark: "the file does not begin with a byte order mark, though that is declared"
    case .isUTF8(let encoding):
      "the file is declared as \(encoding.rawValue), but its letters beyond ASCII are written as in UTF-8"
    case .isArchive: "the file is a ZIP archive, or a spreadsheet, and no CSV"
    case .isWebPage: "the file is a web page, and no CSV"
    case .carriageReturns: "the lines end with a carriage return alone"
    case .noHeader(let line, let found):
      "line \(line) holds values where the names of columns are expected: "
        + found.prefix(4).map(shown).joined(separator: ", ") + (found.count > 4 ? " …" : "")
    case .otherDelimiter(let header, let found, let declared):
      "the header line \(shown(header)) has no \(declared.phrase), but \(found.phrase)s"
    case .namelessColumn(let position): "column \(position) has no name"
    case .duplicateColumn(let name, let first, let second):
      "columns \(first) and \(second) are both named \(shown(name))"
    case .unknownColumn(let name, _): "unknown column \(shown(name))"
    case .missingColumn(let name, _): "the column \(shown(name)) is missing"
    case .noHeaderLine(let line, let lines):
      "the header is said to stand on line \(line), but the file has \(counted(lines, "line"))"
    case .moreInHeader(let count): "and \(count) more in the header"
    case .header(let fault, let position): "header, column \(position): \(fault.sentence(about: nil))"
    case .fieldCount(let row, let found, let expected):
      "row \(row): \(counted(found, "field")) instead of \(expected)"
    case .emptyLine(let row): "row \(row): the line is empty"
    case .headerAgain(let row): "row \(row) holds the names of the columns once more"
    case .rowTooLong(let row, let limit):
      "\(row == 0 ? "the header line" : "row \(row)") is longer than \(limit) bytes"
    case .tooMuchText(let column, let limit): "the texts of column \(shown(column)) take more than \(limit) bytes"
    case .field(let fault, let row, let column, let value):
      "row \(row), column \(shown(column)): \(fault.sentence(about: value))"
    case .duplicateKey(let row, let first, let columns, let values):
      "rows \(first) and \(row) have the same key: "
        + zip(columns, values).map { "\($0) \($1.map(shown) ?? "(withheld)")" }.joined(separator: ", ")
    case .more(let count, let rule, let column, let row):
      "and \(count) more of this kind\(column.map { " in column \(shown($0))" } ?? "") (\(rule)), "
        + (count == 1 ? "in row \(row)" : "from row \(row) on")
    case .noColumn(let name, _): "the table has no column \(shown(name))"
    case .columnType(let name, let type, let wanted):
      "the column \(shown(name)) holds \(type.rawValue), not \(wanted.rawValue)"
    case .columnNames: "the column names of a table must be distinct, and not empty"
    case .rowCounts(let counts):
      "the columns of a table must be of one length, not of \(counts.map(String.init).joined(separator: " and "))"
    case .cellCount(let count, let columns): "\(counted(count, "cell")) for \(counted(columns, "column"))"
    case .cellType(let column, let type, let wanted):
      "\(type.phrase) does not belong in column \(shown(column)), which holds \(wanted.rawValue)"
    case .cellValue(let column): "no file can hold this value of column \(shown(column))"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .empty: "a table begins with a header line of column names"
    case .truncated: "copy or download it again"
    case .notGzip: "take .gz off its name if it is not compressed, else copy or download it again"
    case .tooLarge: nil
    case .tooMuchText: "split the file by its rows"
    case .isGzip: "rename it, so that it ends with .csv.gz"
    case .isUTF16: "save it as UTF-8"
    case .byteOrderMark: "declare the encoding \(CSVFormat.Encoding.utf8WithMark.rawValue)"
    case .noByteOrderMark, .isUTF8: "declare the encoding \(CSVFormat.Encoding.utf8.rawValue)"
    case .isArchive: "save the sheet that is wanted as CSV"
    case .isWebPage: "download it again; the server may have sent an error instead"
    case .carriageReturns: "save it with lines that end with LF or CRLF"
    case .noHeader: "say with 'header' on which line the header stands, or write one"
    case .otherDelimiter(_, let found, _): "declare the delimiter \(found.rawValue)"
    case .namelessColumn: "name it; a name that begins with x_ marks a column that is not read"
    case .duplicateColumn: "rename one; a name that begins with x_ marks a column that is not read"
    case .unknownColumn(let name, let known):
      didYouMean(name, among: known) ?? "begin its name with x_ if it is not to be read"
    case .missingColumn(let name, let present):
      nearName(to: name, among: present).map { "is it the column \(shown($0))?" }
    case .header(let fault, _): fault.hint(about: nil)
    case .fieldCount(_, let found, let expected) where found > expected:
      "put quotes around a field that holds the delimiter"
    case .emptyLine: "remove it"
    case .headerAgain: "remove it; if two files were put together, see that no row stands in both"
    case .rowTooLong: "a quote that opens a field may not be closed"
    case .field(let fault, _, _, let value): fault.hint(about: value)
    case .noColumn(let name, let names): didYouMean(name, among: names)
    default: nil
    }
  }
}

extension CSVFormat.Delimiter {
  /// The delimiter, for sentences.
  var phrase: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .bar: "vertical bar"
    }
  }
}

private func counted(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

/// `text` between single quotes: without characters that steer a terminal, and cut where it is long.
func shown(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for (position, scalar) in text.unicodeScalars.enumerated() {
    if position == 60 {
      out.append("…")
      break
    }
    let steers = scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
    out.append(steers ? "\u{FFFD}" : scalar)
  }
  return "'\(String(out))'"
}
