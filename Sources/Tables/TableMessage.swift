public import Diagnostics
public import Spreadsheets

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
  /// The compressed file holds more than so many times its own size.
  case tooDense(times: Int)
  /// The table takes more than half of the memory at hand.
  case tooMuchMemory
  /// The file is compressed, its name does not say so.
  case isGzip
  /// What is compressed is a compressed file again.
  case isGzipTwice
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
  /// What is wrong with a spreadsheet.
  case spreadsheet(SpreadsheetMessage)
  /// A sheet is said, but the file is no spreadsheet.
  case sheetOfNone
  /// The format says what only a text file has, but the file is a spreadsheet.
  case textOfSheet

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
  /// `count` rows hold nothing but delimiters, from `row` on.
  case blankRows(row: Int, count: Int)
  /// The first line says what separates the fields, as spreadsheets write it.
  case separatorLine(CSVFormat.Delimiter?)
  /// The names that are looked for stand on another line.
  case headerElsewhere(line: Int, names: [String])
  /// A delimiter stands behind the last field of a row, as behind no other.
  case trailingDelimiter(row: Int)
  /// A delimiter stands behind the last field of every row, and not of the header.
  case trailingDelimiters
  /// Something stands behind the delimiter that is said to end every row.
  case behindTrailingDelimiter(row: Int)
  /// A row holds the names of the columns once more.
  case headerAgain(row: Int)
  /// A row is longer than `limit` bytes; row 0 is the header line.
  case rowTooLong(row: Int, limit: Int)
  /// The distinct texts of a column take more than `limit` bytes.
  case tooMuchText(column: String, limit: Int)
  /// The texts of several columns, joined, take more than `limit` bytes.
  case tooMuchJoined(column: String, limit: Int)
  /// The text of a row that was joined of several takes more than `limit` bytes.
  case joinedTooLong(row: Int, column: String, limit: Int)
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
  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .empty: .init("T001", "the file is empty", hint: "a table begins with a header line of column names")
    case .truncated: .init("T002", "the compressed file is cut short", hint: "copy or download it again")
    case .notGzip:
      .init(
        "T003", "the file is not gzip, or damaged",
        hint: "take .gz off its name if it is not compressed, else copy or download it again")
    case .tooLarge(let limit): .init("T004", "the compressed file holds more than \(limit) bytes")
    case .tooDense(let times):
      .init(
        "T070", "the compressed file holds more than \(times) times its own size, as no table that people made does",
        hint: "decompress it yourself if it is what it should be")
    case .tooMuchMemory:
      .init(
        "T071", "the table takes more memory than the machine has left",
        hint: "read it on a machine with more memory, or split the file by its rows")
    case .isGzip:
      .init(
        "T005", "the file is compressed with gzip, but its name does not end with .gz",
        hint: "rename it, so that it ends with .csv.gz")
    case .isGzipTwice:
      .init("T090", "the file was compressed with gzip twice", hint: "decompress it once: what comes out is a .csv.gz")
    case .isUTF16: .init("T006", "the file seems to be UTF-16, which is not read", hint: "save it as UTF-8")
    case .byteOrderMark:
      .init(
        "T007", "the file begins with a byte order mark, which is not declared",
        hint: "declare the encoding \(CSVFormat.Encoding.utf8WithMark.rawValue)")
    case .noByteOrderMark:
      .init(
        "T008", "the file does not begin with a byte order mark, though that is declared",
        hint: "declare the encoding \(CSVFormat.Encoding.utf8.rawValue)")
    case .isUTF8(let encoding):
      .init(
        "T009", "the file is declared as \(encoding.rawValue), but its letters beyond ASCII are written as in UTF-8",
        hint: "declare the encoding \(CSVFormat.Encoding.utf8.rawValue)")
    case .isArchive:
      .init(
        "T017", "the file is a ZIP archive, or a spreadsheet, and no CSV",
        hint: "if it is a spreadsheet, let its name end with .xlsx or .ods; of an archive, 'member' names the file")
    case .isWebPage:
      .init(
        "T018", "the file is a web page, and no CSV",
        hint: "download it again; the server may have sent an error instead")
    case .spreadsheet(let message): message.text
    case .sheetOfNone:
      .init(
        "T072", "'sheet' is said, but the file is no spreadsheet",
        hint: "take 'sheet' out, or let the file's name end with .xlsx or .ods")
    case .textOfSheet:
      .init("T073", "a spreadsheet has no delimiter, quotes or encoding", hint: "take them out of 'format'")
    case .otherDelimiter(let header, let found, let declared):
      .init(
        "T010", "the header line \(shown(header)) has no \(declared.phrase), but \(found.phrase)s",
        hint: "declare the delimiter \(found.rawValue)")
    case .carriageReturns:
      .init("T026", "the lines end with a carriage return alone", hint: "save it with lines that end with LF or CRLF")
    case .noHeader(let line, let found):
      .init(
        "T019",
        "line \(line) holds values where the names of columns are expected: "
          + found.prefix(4).map(shown).joined(separator: ", ") + (found.count > 4 ? " …" : ""),
        hint: "say with 'header' on which line the header stands, or write one")
    case .namelessColumn(let position):
      .init(
        "T011", "column \(position) has no name",
        hint: "name it; a name that begins with x_ marks a column that is not read")
    case .noHeaderLine(let line, let lines):
      .init("T016", "the header is said to stand on line \(line), but the file has \(counted(lines, "line"))")
    case .duplicateColumn(let name, let first, let second):
      .init(
        "T012", "columns \(first) and \(second) are both named \(shown(name))",
        hint: "rename one; a name that begins with x_ marks a column that is not read")
    case .unknownColumn(let name, let known):
      .init(
        "T013", "unknown column \(shown(name))",
        hint: didYouMean(name, among: known) ?? "begin its name with x_ if it is not to be read")
    case .missingColumn(let name, let present):
      .init(
        "T014", "the column \(shown(name)) is missing",
        hint: (nearName(to: name, among: present) ?? present.first { folded($0) == folded(name) }).map {
          "is it the column \(shown($0))?"
        })
    case .header(let fault, let position): fault.text(about: nil).behind("header, column \(position)")
    case .moreInHeader(let count): .init("T015", "and \(count) more in the header")
    case .fieldCount(let row, let found, let expected):
      .init(
        "T020", rule: "field_count", "row \(row): \(counted(found, "field")) instead of \(expected)",
        hint: found > expected ? "put quotes around a field that holds the delimiter" : nil)
    case .emptyLine(let row): .init("T021", rule: "no_empty_lines", "row \(row): the line is empty", hint: "remove it")
    case .blankRows(let row, let count):
      .init(
        "T083", rule: "no_empty_lines",
        "nothing but delimiters stands in \(rows(row, count))",
        hint: "remove them, or leave them out with 'where: [{column: …, missing: false}]'")
    case .separatorLine(let delimiter):
      .init(
        "T084", "the first line says what separates the fields, and holds no names",
        hint: "say 'format: {header: 2\(delimiter.map { ", delimiter: \($0.rawValue)" } ?? "")}'")
    case .headerElsewhere(let line, let names):
      .init(
        "T085",
        "the names of columns stand on line \(line): " + names.prefix(4).map(shown).joined(separator: ", ")
          + (names.count > 4 ? " …" : ""),
        hint: "say 'format: {header: \(line)}'; lines above it are not read")
    case .trailingDelimiter(let row):
      .init(
        "T080", rule: "field_count", "row \(row) has one delimiter more, at its end",
        hint: "remove it; other rows have none there")
    case .trailingDelimiters:
      .init(
        "T081", "every row has one delimiter more than the header, at its end",
        hint: "say 'format: {trailing_delimiter: true}'")
    case .behindTrailingDelimiter(let row):
      .init(
        "T082", rule: "field_count", "row \(row): something stands behind the delimiter that ends every row",
        hint: "are the values of this row shifted?")
    case .headerAgain(let row):
      .init(
        "T025", rule: "one_header", "row \(row) holds the names of the columns once more",
        hint: "remove it; if two files were put together, see that no row stands in both")
    case .rowTooLong(let row, let limit):
      .init(
        "T022", rule: "row_length", "\(row == 0 ? "the header line" : "row \(row)") is longer than \(limit) bytes",
        hint: "a quote that opens a field may not be closed")
    case .tooMuchText(let column, let limit):
      .init(
        "T027", "the texts of column \(shown(column)) take more than \(limit) bytes",
        hint: "split the file by its rows")
    case .tooMuchJoined(let column, let limit):
      .init(
        "T028", "the texts that are joined for column \(shown(column)) take more than \(limit) bytes",
        hint: "name each column once, and keep 'empty' short")
    case .joinedTooLong(let row, let column, let limit):
      .init(
        "T029", rule: "text_length",
        "row \(row), column \(shown(column)): the text that is joined takes more than \(limit) bytes")
    case .field(let fault, let row, let column, let value):
      fault.text(about: value).behind("row \(row), column \(shown(column))")
    case .duplicateKey(let row, let first, let columns, let values):
      .init(
        "T023", rule: "unique_key",
        "rows \(first) and \(row) have the same key: "
          + zip(columns, values).map { "\($0) \($1.map(shown) ?? "(withheld)")" }.joined(separator: ", "))
    case .more(let count, let rule, let column, let row):
      .init(
        "T024", rule: rule,
        "and \(count) more of this kind\(column.map { " in column \(shown($0))" } ?? "") (\(rule)), "
          + (count == 1 ? "in row \(row)" : "from row \(row) on"))
    case .noColumn(let name, let names):
      .init("T060", "the table has no column \(shown(name))", hint: didYouMean(name, among: names))
    case .columnType(let name, let type, let wanted):
      .init("T061", "the column \(shown(name)) holds \(type.rawValue), not \(wanted.rawValue)")
    case .columnNames: .init("T062", "the column names of a table must be distinct, and not empty")
    case .rowCounts(let counts):
      .init(
        "T066",
        "the columns of a table must be of one length, not of \(counts.map(String.init).joined(separator: " and "))")
    case .cellCount(let count, let columns):
      .init("T063", "\(counted(count, "cell")) for \(counted(columns, "column"))")
    case .cellType(let column, let type, let wanted):
      .init("T064", "\(type.phrase) does not belong in column \(shown(column)), which holds \(wanted.rawValue)")
    case .cellValue(let column): .init("T065", "no file can hold this value of column \(shown(column))")
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

/// `name` without blanks, characters that nobody sees, and case.
private func folded(_ name: String) -> String {
  String(
    String.UnicodeScalarView(
      name.lowercased().unicodeScalars.filter {
        !$0.properties.isWhitespace && ![.format, .control, .nonspacingMark].contains($0.properties.generalCategory)
      }))
}

/// The `count` rows from `row` on.
private func rows(_ row: Int, _ count: Int) -> String {
  count == 1 ? "row \(row)" : "rows \(row) to \(row + count - 1)"
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
    out.append(scalar)
  }
  return "'\(String(out).visible)'"
}
