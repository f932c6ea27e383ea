import Diagnostics
import Spreadsheets
import TestSupport
import Testing

@testable import Tables

private let columns = [
  ColumnSpec("Mesa", .text, .key), ColumnSpec("Votos", .integer, least: 0), ColumnSpec("Parte", .decimal, .partial),
]

private func format(_ sheet: SheetChoice? = nil, header: Int = 1) -> CSVFormat {
  var format = CSVFormat(headerLine: header)
  format.sheet = sheet
  return format
}

private func read(_ sample: WorkbookSample, _ format: CSVFormat = CSVFormat(), isForeign: Bool = false) -> String {
  outcome { () throws(DiagnosticsError) in
    var reader = reader(columns, format, block: 64, threads: 2)
    reader.isForeign = isForeign
    return try reader.read(sample.bytes, name: "results.xlsx")
  }
}

@Suite struct SheetReadingTests {
  @Test func aSheetIsReadAsTheSameLinesWouldBe() {
    let sample = WorkbookSample([
      ["Title"], [], ["Mesa", "Votos", "Parte"], ["M1", 250, .number("0.1")], [], ["M,2", 7, nil],
    ])
    #expect(read(sample, format(header: 3)) == "Mesa,Votos,Parte\nM1,250,0.1\n\"M,2\",7,\n")
  }

  @Test func faultsNameSheetAndCell() {
    let sample = WorkbookSample([
      ["Title"], ["Mesa", "Votos", "Parte"], ["M1", "x"], [], ["M2", nil, .typed("e", "#DIV/0!")],
      [.typed("e", "#N/A"), 3], ["M1", 3],
    ])
    #expect(
      read(sample, format(.name("Actas"), header: 2))
        == """
        results.xlsx, sheet 'Actas', cell B3 error[T041] row 1, column 'Votos': 'x' is not an integer
        results.xlsx, sheet 'Actas', cell B5 error[T040] row 2, column 'Votos': the value is missing
        results.xlsx, sheet 'Actas', cell C5 error[T042] row 2, column 'Parte': '#DIV/0!' is not a decimal number
          a spreadsheet could not work it out; put the value itself
        results.xlsx, sheet 'Actas', cell A6 error[T055] row 3, column 'Mesa': '#N/A' is an error of the spreadsheet and no value
          correct the cell, or say under 'missing' that it stands for no value
        results.xlsx, sheet 'Actas', cell A7 error[T023] rows 1 and 4 have the same key: Mesa 'M1'
          keep one of them; where both are meant, take a column that tells them apart, or join several ('veedor docs data')
        """)
    var missing = format(header: 2)
    missing.missing = ["x", "#DIV/0!", "#N/A"]
    #expect(read(sample, missing).contains("cell A6 error[T040] row 3, column 'Mesa': the value is missing"))
  }

  @Test func headersNameTheirRow() {
    let sample = WorkbookSample([["Title"], ["Mesa", "Votes", "Parte"], ["M1", 1]])
    #expect(
      read(sample, format(header: 2), isForeign: true)
        == """
        results.xlsx, sheet 'Actas', row 2 error[T014] the column 'Votos' is missing
          is it the column 'Votes'?
        """)
    #expect(
      read(sample, isForeign: true)
        == """
        results.xlsx, sheet 'Actas', row 1 error[T014] the column 'Mesa' is missing
        results.xlsx, sheet 'Actas', row 1 error[T014] the column 'Votos' is missing
        results.xlsx, sheet 'Actas', row 1 error[T014] the column 'Parte' is missing
        """)
  }

  @Test func whatOnlyOneKindOfFileHasIsRefusedOfTheOther() {
    let sample = WorkbookSample([["Mesa", "Votos"], ["M1", 1]])
    #expect(
      read(sample, CSVFormat(delimiter: .semicolon))
        == """
        results.xlsx error[T073] a spreadsheet has no delimiter, quotes or encoding
          take them out of 'format'
        """)
    #expect(
      outcome(of: "Mesa,Votos\n", columns, format(.number(1)))
        == """
        t.csv error[T072] 'sheet' is said, but the file is no spreadsheet
          take 'sheet' out, or let the file's name end with .xlsx or .ods
        """)
    #expect(
      read(sample, format(.name("Acta")))
        == """
        results.xlsx error[S021] the file has no sheet 'Acta'
          did you mean 'Actas'?
        """)
  }

  /// The same table as a CSV, an XLSX and an ODS, with blocks and threads of any number.
  @Test(arguments: 0..<10) func allFormatsGiveOneTable(seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    var (csv, cells, xml) = ("Mesa,Votos,Parte\n", [["Mesa", "Votos", "Parte"]] as [[WorkbookSample.Cell]], "")
    xml = OpenDocumentSample.row(["Mesa", "Votos", "Parte"].map { OpenDocumentSample.text($0) }.joined())
    for row in 0..<(seed == 0 ? 5000 : generator.number(below: 300)) {
      let (name, votes, part) = ("M \(row) ñ,x", generator.number(below: 1000), generator.number(below: 9) + 1)
      csv += "\"\(name)\",\(votes),0.\(part)\n"
      cells.append([row % 2 == 0 ? .text(name) : .inline(name), .number("\(votes)"), .number("0.\(part)")])
      xml += OpenDocumentSample.row(
        OpenDocumentSample.text(name) + OpenDocumentSample.number("\(votes)") + OpenDocumentSample.number("0.\(part)"))
    }
    let expected = try reader(columns).read(Array(csv.utf8), name: "t.csv")
    for block in seed == 0 ? [1 << 12] : [16, 1 << 18] {
      let reader = reader(columns, block: block, threads: 3)
      #expect(try reader.read(WorkbookSample(cells).bytes, name: "t.xlsx") == expected)
      #expect(try reader.read(OpenDocumentSample(rows: xml).bytes, name: "t.ods") == expected)
    }
  }
}
