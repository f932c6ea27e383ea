public import Archive
public import Diagnostics

/// What can be wrong with a spreadsheet as a file, or be worth telling of a sheet.
public enum SpreadsheetMessage: Error, DiagnosticMessage, Hashable {
  /// A format of spreadsheets that is not read.
  case otherFormat(OtherFormat)
  /// The content is encrypted.
  case password
  /// The name says that it is a spreadsheet, and it is none.
  case noSpreadsheet
  /// The archive that the spreadsheet is breaks a rule.
  case archive(ArchiveMessage)
  /// A part that must be there is not.
  case missingPart(String)
  /// A part is no well-formed XML.
  case notXML(part: String, line: Int)
  /// A part has a document type, and with it perhaps entities.
  case documentType(part: String)
  /// A part has more elements inside one another than allowed.
  case tooDeep(part: String, limit: Int)
  /// A part stands in another file.
  case external(String)
  /// A part holds more than so many times its packed size.
  case tooDense(part: String, times: Int)
  /// The texts that cells share take more memory than is at hand.
  case tooMuchText
  /// No memory is left.
  case outOfMemory

  /// The file has several sheets, and none is named.
  case whichSheet([String])
  /// There is no sheet of the name.
  case noSheet(String, among: [String])
  /// There is no sheet of the number.
  case noSheetNumber(Int, among: [String])
  /// The sheet is a chart.
  case noCells(sheet: String)
  /// The row of the header holds nothing.
  case noHeader(sheet: String, row: Int)
  /// A cell is no cell of its row, or does not stand behind the one before it.
  case misplacedCell(sheet: String, cell: String)
  /// A row does not stand below the one before it.
  case misplacedRow(sheet: String, row: Int)
  /// A cell's value is not what its type says.
  case cellValue(sheet: String, cell: String)
  /// A value stands in a column without a name.
  case beyondHeader(sheet: String, cell: String)
  /// The sheet has more rows or columns than a spreadsheet can have.
  case tooLarge(sheet: String, rows: Int, columns: Int)
  /// What stands in a row, and in those just before it, takes too many bytes.
  case tooLong(sheet: String, row: Int, limit: Int)

  /// The sheet is hidden.
  case hiddenSheet(String)
  /// Rows of the sheet are hidden, the first of them this one.
  case hiddenRows(sheet: String, count: Int, first: Int)
  /// Columns of the sheet are hidden, by their names.
  case hiddenColumns(sheet: String, [String])

  /// The formats of spreadsheets that are not read.
  public enum OtherFormat: Sendable, Hashable, CaseIterable { case excel97, binaryWorkbook, numbers, flatXML }

  /// A warning where something is merely hidden.
  public var severity: Diagnostic.Severity {
    switch self {
    case .hiddenSheet, .hiddenRows, .hiddenColumns: .warning
    case .otherFormat, .password, .noSpreadsheet, .archive, .missingPart, .notXML, .documentType, .tooDeep, .external,
      .tooDense, .tooMuchText, .outOfMemory, .whichSheet, .noSheet, .noSheetNumber, .noCells, .noHeader,
      .misplacedCell, .misplacedRow, .cellValue, .beyondHeader, .tooLarge, .tooLong:
      .error
    }
  }

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .otherFormat(let format):
      .init("S001", "the file is \(format.phrase), which is not read", hint: "open it and save it as .xlsx or .ods")
    case .password:
      .init("S002", "the file is protected by a password", hint: "open it and save a copy without the password")
    case .noSpreadsheet:
      .init(
        "S003", "the file's name is that of a spreadsheet, but it is none",
        hint: "download it again, or let its name end with what it is")
    case .archive(let message): message.text.behind("the spreadsheet's archive")
    case .missingPart(let part):
      .init(
        "S004", "the spreadsheet lacks its part '\(part.visible)'",
        hint: "open it in a spreadsheet program and save it again")
    case .notXML(let part, let line):
      .init("S005", "the part '\(part.visible)' of the spreadsheet is damaged in its line \(line): it is no XML")
    case .documentType(let part):
      .init(
        "S006", "the part '\(part.visible)' of the spreadsheet has a document type, which is refused",
        hint: "no spreadsheet program writes one; open it in one and save it again")
    case .tooDeep(let part, let limit):
      .init("S007", "the part '\(part.visible)' of the spreadsheet has more than \(limit) elements inside one another")
    case .external(let target):
      .init("S008", "a part of the spreadsheet stands in another file, '\(target.visible)', which is not opened")
    case .tooDense(let part, let times):
      .init("S009", "the part '\(part.visible)' of the spreadsheet holds more than \(times) times its packed size")
    case .tooMuchText: .init("S010", "the texts of the spreadsheet take more memory than the machine has left")
    case .outOfMemory: .init("S011", "no memory is left for reading the spreadsheet")
    case .whichSheet(let names):
      .init(
        "S020", "the file has \(names.count) sheets: \(Self.few(names))",
        hint: names.first.map { "say which one is meant, such as sheet: \"\($0.visible)\"" })
    case .noSheet(let name, let names):
      .init(
        "S021", "the file has no sheet '\(name.visible)'",
        hint: didYouMean(name, among: names) ?? "its sheets are \(Self.few(names))")
    case .noSheetNumber(let number, let names):
      .init("S022", "the file has no sheet \(number)", hint: "its sheets are \(Self.few(names))")
    case .noCells(let sheet): .init("S023", "the sheet '\(sheet.visible)' is a chart and has no cells")
    case .noHeader(let sheet, let row):
      .init(
        "S024", "the sheet '\(sheet.visible)' has nothing in row \(row), where the names of columns are expected",
        hint: "say with 'header' in which row they stand")
    case .misplacedCell(let sheet, let cell):
      .init(
        "S030", "sheet '\(sheet.visible)': the cell '\(cell.visible)' is not where it stands, or is there twice",
        hint: "open it in a spreadsheet program and save it again")
    case .misplacedRow(let sheet, let row):
      .init(
        "S031", "sheet '\(sheet.visible)': row \(row) does not stand below the one before it",
        hint: "open it in a spreadsheet program and save it again")
    case .cellValue(let sheet, let cell):
      .init("S032", "sheet '\(sheet.visible)': the value of cell \(cell) is not of the type that it states")
    case .beyondHeader(let sheet, let cell):
      .init(
        "S033", "sheet '\(sheet.visible)': a value stands in cell \(cell), whose column has no name",
        hint: "name the column, or remove the value")
    case .tooLarge(let sheet, let rows, let columns):
      .init("S034", "the sheet '\(sheet.visible)' has more than \(rows) rows or \(columns) columns")
    case .tooLong(let sheet, let row, let limit):
      .init(
        "S035", "sheet '\(sheet.visible)': row \(row) and those just before it hold more than \(limit >> 20) MiB",
        hint: "see whether a cell or a row is repeated there, or holds a very long text")
    case .hiddenSheet(let sheet):
      .init(
        "S040", rule: "nothing_hidden", "the sheet '\(sheet.visible)' is hidden: is it the one that was meant?")
    case .hiddenRows(let sheet, let count, let first):
      .init(
        "S041", rule: "nothing_hidden",
        "\(count) \(count == 1 ? "row" : "rows") of the sheet '\(sheet.visible)' \(count == 1 ? "is" : "are") hidden, "
          + "\(count == 1 ? "row" : "from row") \(first)\(count == 1 ? "" : " on"): hidden rows are read like the others",
        hint: "a filter that was left on hides rows; see whether they belong")
    case .hiddenColumns(let sheet, let names):
      .init(
        "S042", rule: "nothing_hidden",
        "columns of the sheet '\(sheet.visible)' are hidden, and read like the others: \(Self.few(names))")
    }
  }

  private static func few(_ names: [String]) -> String {
    names.prefix(12).map { "'\($0.visible)'" }.joined(separator: ", ")
      + (names.count > 12 ? " and \(names.count - 12) others" : "")
  }
}

extension SpreadsheetMessage.OtherFormat {
  fileprivate var phrase: String {
    switch self {
    case .excel97: "a workbook of Excel 97 to 2003 (.xls)"
    case .binaryWorkbook: "a binary workbook of Excel (.xlsb)"
    case .numbers: "a document of Numbers"
    case .flatXML: "a spreadsheet in a single XML file"
    }
  }
}
