import Archive
import Diagnostics
import Spreadsheets
import Testing

@Suite struct SpreadsheetMessageTests {
  static let texts: [(SpreadsheetMessage, String, String, String?)] = [
    (
      .otherFormat(.excel97), "S001", "the file is a workbook of Excel 97 to 2003 (.xls), which is not read",
      "open it and save it as .xlsx or .ods"
    ),
    (
      .otherFormat(.binaryWorkbook), "S001", "the file is a binary workbook of Excel (.xlsb), which is not read",
      "open it and save it as .xlsx or .ods"
    ),
    (
      .otherFormat(.numbers), "S001", "the file is a document of Numbers, which is not read",
      "open it and save it as .xlsx or .ods"
    ),
    (
      .otherFormat(.flatXML), "S001", "the file is a spreadsheet in a single XML file, which is not read",
      "open it and save it as .xlsx or .ods"
    ),
    (.password, "S002", "the file is protected by a password", "open it and save a copy without the password"),
    (
      .noSpreadsheet, "S003", "the file's name is that of a spreadsheet, but it is none",
      "download it again, or let its name end with what it is"
    ),
    (
      .archive(.checksum(entry: "a")), "Z032", "the spreadsheet's archive: the checksum of 'a' does not match", nil
    ),
    (
      .missingPart("xl/workbook.xml"), "S004", "the spreadsheet lacks its part 'xl/workbook.xml'",
      "open it in a spreadsheet program and save it again"
    ),
    (
      .notXML(part: "a.xml", line: 3), "S005",
      "the part 'a.xml' of the spreadsheet is damaged in its line 3: it is no XML", nil
    ),
    (
      .documentType(part: "a.xml"), "S006",
      "the part 'a.xml' of the spreadsheet has a document type, which is refused",
      "no spreadsheet program writes one; open it in one and save it again"
    ),
    (
      .tooDeep(part: "a.xml", limit: 200), "S007",
      "the part 'a.xml' of the spreadsheet has more than 200 elements inside one another", nil
    ),
    (
      .external("file:///etc/passwd"), "S008",
      "a part of the spreadsheet stands in another file, 'file:///etc/passwd', which is not opened", nil
    ),
    (
      .tooDense(part: "a.xml", times: 250), "S009",
      "the part 'a.xml' of the spreadsheet holds more than 250 times its packed size", nil
    ),
    (.tooMuchText, "S010", "the texts of the spreadsheet take more memory than the machine has left", nil),
    (.outOfMemory, "S011", "no memory is left for reading the spreadsheet", nil),
    (
      .whichSheet(["Actas", "Notas"]), "S020", "the file has 2 sheets: 'Actas', 'Notas'",
      "say which one is meant, such as sheet: \"Actas\""
    ),
    (
      .noSheet("Acta", among: ["Actas", "Notas"]), "S021", "the file has no sheet 'Acta'", "did you mean 'Actas'?"
    ),
    (
      .noSheet("x", among: ["Actas", "Notas"]), "S021", "the file has no sheet 'x'", "its sheets are 'Actas', 'Notas'"
    ),
    (.noSheetNumber(3, among: ["Actas"]), "S022", "the file has no sheet 3", "its sheets are 'Actas'"),
    (.noCells(sheet: "Chart"), "S023", "the sheet 'Chart' is a chart and has no cells", nil),
    (
      .noHeader(sheet: "Actas", row: 3), "S024",
      "the sheet 'Actas' has nothing in row 3, where the names of columns are expected",
      "say with 'header' in which row they stand"
    ),
    (
      .misplacedCell(sheet: "Actas", cell: "B7"), "S030",
      "sheet 'Actas': the cell 'B7' is not where it stands, or is there twice",
      "open it in a spreadsheet program and save it again"
    ),
    (
      .misplacedRow(sheet: "Actas", row: 7), "S031", "sheet 'Actas': row 7 does not stand below the one before it",
      "open it in a spreadsheet program and save it again"
    ),
    (
      .cellValue(sheet: "Actas", cell: "B7"), "S032",
      "sheet 'Actas': the value of cell B7 is not of the type that it states", nil
    ),
    (
      .beyondHeader(sheet: "Actas", cell: "B7"), "S033",
      "sheet 'Actas': a value stands in cell B7, whose column has no name", "name the column, or remove the value"
    ),
    (
      .tooLarge(sheet: "Actas", rows: 8, columns: 4), "S034", "the sheet 'Actas' has more than 8 rows or 4 columns", nil
    ),
    (
      .tooLong(sheet: "Actas", row: 7, limit: 64 << 20), "S035",
      "sheet 'Actas': row 7 and those just before it hold more than 64 MiB",
      "see whether a cell or a row is repeated there, or holds a very long text"
    ),
    (.hiddenSheet("Actas"), "S040", "the sheet 'Actas' is hidden: is it the one that was meant?", nil),
    (
      .hiddenRows(sheet: "Actas", count: 1, first: 7), "S041",
      "1 row of the sheet 'Actas' is hidden, row 7: hidden rows are read like the others",
      "a filter that was left on hides rows; see whether they belong"
    ),
    (
      .hiddenRows(sheet: "Actas", count: 3, first: 7), "S041",
      "3 rows of the sheet 'Actas' are hidden, from row 7 on: hidden rows are read like the others",
      "a filter that was left on hides rows; see whether they belong"
    ),
    (
      .hiddenColumns(sheet: "Actas", ["b", "c"]), "S042",
      "columns of the sheet 'Actas' are hidden, and read like the others: 'b', 'c'", nil
    ),
  ]

  @Test(arguments: texts) func sentences(message: SpreadsheetMessage, code: String, text: String, hint: String?) {
    #expect(message.text.code == code)
    #expect(message.message == text)
    #expect(message.hint == hint)
  }
}
