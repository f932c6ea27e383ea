import Archive
import Diagnostics
import Spreadsheets
import TestSupport
import Testing

private typealias ODS = OpenDocumentSample

private func expect(
  _ message: SpreadsheetMessage, _ sample: WorkbookSample, _ location: SourceLocation = #_sourceLocation
) {
  #expect(throws: message, sourceLocation: location) { try lines(sample.bytes) }
}

/// A workbook whose first sheet has these rows, in XML.
private func workbook(_ rows: String) -> WorkbookSample {
  var sample = WorkbookSample([["a"]])
  sample.sheets[0].rows += rows
  return sample
}

@Suite struct HostileSheetTests {
  private let part = "xl/worksheets/sheet1.xml"

  @Test func otherFormats() {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]
    #expect(throws: SpreadsheetMessage.otherFormat(.excel97)) { try lines(old, name: "r.XLS") }
    #expect(throws: SpreadsheetMessage.otherFormat(.excel97)) { try lines([9, 8, 16, 0], name: "r.xls") }
    #expect(throws: SpreadsheetMessage.password) { try lines(old, name: "r.xlsx") }
    #expect(throws: SpreadsheetMessage.otherFormat(.numbers)) { try lines(Array("PK".utf8), name: "r.numbers") }
    #expect(throws: SpreadsheetMessage.otherFormat(.flatXML)) { try lines(Array("<?xml version".utf8), name: "r.fods") }
    #expect(throws: SpreadsheetMessage.noSpreadsheet) { try lines(Array("a,b\n1,2\n".utf8)) }
    #expect(throws: SpreadsheetMessage.noSpreadsheet) { try lines(zipped([("sheet.csv", [])])) }
    var binary = WorkbookSample([["a"]])
    binary.parts["_rels/.rels"] = "<r><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></r>"
    expect(.otherFormat(.binaryWorkbook), binary)
    var locked = OpenDocumentSample(rows: "")
    locked.parts["META-INF/manifest.xml"] =
      "<manifest:manifest xmlns:manifest=\"m\"><manifest:encryption-data/></manifest:manifest>"
    #expect(throws: SpreadsheetMessage.password) { try lines(locked.bytes, name: "r.ods") }
    let text = OpenDocumentSample(rows: "").with("mimetype", "application/vnd.oasis.opendocument.text")
    #expect(throws: SpreadsheetMessage.noSpreadsheet) { try lines(text.bytes, name: "r.ods") }
  }

  @Test func documentTypesAreRefused() {
    for type in [
      "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
      "<!DOCTYPE x>",
    ] {
      var sample = WorkbookSample([["a"], [1]])
      sample.parts[part] = type + "<worksheet><sheetData/></worksheet>"
      expect(.documentType(part: part), sample)
      sample = WorkbookSample([["a"], [1]])
      sample.parts["xl/sharedStrings.xml"] = type + "<sst/>"
      expect(.documentType(part: "xl/sharedStrings.xml"), sample)
    }
    var sample = WorkbookSample([["a"], [1]])
    sample.parts[part] = "<worksheet>&b;</worksheet>"
    expect(.notXML(part: part, line: 1), sample)
  }

  @Test func otherFilesAreNotOpened() {
    var sample = WorkbookSample([["a"]])
    sample.parts["xl/_rels/workbook.xml.rels"] =
      "<r><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"https://example.org/s.xml\" TargetMode=\"External\"/></r>"
    expect(.external("https://example.org/s.xml"), sample)
    sample.parts["xl/_rels/workbook.xml.rels"] =
      "<r><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"../../../etc/passwd\"/></r>"
    expect(.missingPart("etc/passwd"), sample)
  }

  @Test func damageIsTold() {
    var sample = WorkbookSample([["a"], [1]])
    for (name, found) in [
      ("_rels/.rels", SpreadsheetMessage.noSpreadsheet), ("xl/workbook.xml", .missingPart("xl/workbook.xml")),
      ("xl/_rels/workbook.xml.rels", .missingPart("xl/_rels/workbook.xml.rels")), (part, .missingPart(part)),
      ("xl/sharedStrings.xml", .missingPart("xl/sharedStrings.xml")),
    ] {
      sample.parts = [name: nil as String?]
      expect(found, sample)
    }
    sample.parts = [part: "<worksheet>\n<sheetData>\n<row></sheetData></worksheet>"]
    expect(.notXML(part: part, line: 3), sample)
    sample.parts = [part: "<worksheet><sheetData>"]
    expect(.notXML(part: part, line: 1), sample)
    sample.parts = [part: String(repeating: "<a>", count: 300)]
    expect(.tooDeep(part: part, limit: 200), sample)
    sample.parts = [:]
    sample.sheets[0].rows = ""
    expect(.noHeader(sheet: "Actas", row: 1), sample)
    var chart = WorkbookSample([["a"]])
    chart.parts["xl/_rels/workbook.xml.rels"] =
      "<r><Relationship Id=\"rId1\" Type=\"x/chartsheet\" Target=\"s.xml\"/></r>"
    expect(.noCells(sheet: "Actas"), chart)
  }

  @Test func cellsStandWhereTheySay() {
    expect(.misplacedCell(sheet: "Actas", cell: "A2"), workbook("<row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row>"))
    expect(.misplacedCell(sheet: "Actas", cell: "B2"), workbook("<row r=\"2\"><c r=\"B2\"/><c r=\"B2\"/></row>"))
    expect(.misplacedCell(sheet: "Actas", cell: "in row 2"), workbook("<row r=\"2\"><c r=\"A3\"/></row>"))
    expect(.misplacedRow(sheet: "Actas", row: 1), workbook("<row r=\"1\"/>"))
    expect(.misplacedRow(sheet: "Actas", row: 0), workbook("<row r=\"x\"/>"))
    expect(.cellValue(sheet: "Actas", cell: "A2"), workbook("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>99</v></c></row>"))
    expect(.cellValue(sheet: "Actas", cell: "A2"), workbook("<row r=\"2\"><c r=\"A2\"><v>12x</v></c></row>"))
    expect(.cellValue(sheet: "Actas", cell: "A2"), workbook("<row r=\"2\"><c r=\"A2\" t=\"b\"><v>2</v></c></row>"))
    expect(.cellValue(sheet: "Actas", cell: "A2"), workbook("<row r=\"2\"><c r=\"A2\" t=\"new\"><v>2</v></c></row>"))
    expect(
      .cellValue(sheet: "Actas", cell: "A2"),
      workbook("<row r=\"2\"><c r=\"A2\" t=\"d\"><v>2017-11-26T14:05:0\u{FFFD}</v></c></row>"))
    let large = SpreadsheetMessage.tooLarge(sheet: "Actas", rows: 1 << 20, columns: 1 << 14)
    expect(large, workbook("<row r=\"1048577\"/>"))
    expect(large, workbook("<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>"))
  }

  @Test func tagsAndCommentsEnd() {
    var sample = WorkbookSample([["a"]])
    for start in ["<!-- ", "<a b=\"", "<?pi "] {
      var generator = Seeded(seed: 1)
      var noise = start
      for _ in 0..<700_000 { noise += String(generator.next(), radix: 16) }
      sample.parts[part] = "<worksheet>" + noise
      expect(.notXML(part: part, line: 1), sample)
    }
  }

  @Test func bombsEnd() {
    // 100 MB of blanks, packed to 100 kB.
    var sample = WorkbookSample([["a"]])
    sample.sheets[0].behind = String(repeating: " ", count: 100 << 20)
    expect(.tooDense(part: part, times: 250), sample)
  }

  /// Few bytes that stand for many, in each of the ways that the formats have.
  @Test func repetitionsEnd() {
    func tooLong(_ row: Int) -> SpreadsheetMessage { .tooLong(sheet: "Actas", row: row, limit: 64 << 20) }
    let (long, head) = (String(repeating: "x", count: 8192), ODS.row(ODS.text("a")))
    let wide = ODS.row((0..<9000).map { ODS.text("\($0)") }.joined())
    let spaces =
      "<table:table-cell office:value-type=\"string\"><text:p>"
      + String(repeating: "<text:s text:c=\"65536\"/>", count: 1100) + "</text:p></table:table-cell>"
    for (row, rows) in [
      (2, wide + ODS.row(ODS.text(long, attributes: " table:number-columns-repeated=\"9000\""))),
      (2, head + ODS.row(ODS.text(long), attributes: " table:number-rows-repeated=\"9000\"")),
      (2, head + ODS.row(spaces)),
      (1, ODS.row(ODS.text(long, attributes: " table:number-columns-repeated=\"9000\""))),
    ] {
      #expect(throws: tooLong(row)) { try lines(ODS(rows: rows).bytes, name: "r.ods") }
    }
    let heads =
      ODS.row(ODS.text(long, attributes: " table:number-columns-spanned=\"9000\""))
      + ODS.row(ODS.text("a", attributes: " table:number-columns-repeated=\"9000\""))
    #expect(throws: tooLong(2)) { try lines(ODS(rows: heads).bytes, header: 2, name: "r.ods") }
    var shared = WorkbookSample([[.text("a")]])
    shared.strings.append("<t>\(String(repeating: long, count: 64))</t>")
    for row in 2...200 { shared.sheets[0].rows += "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"s\"><v>1</v></c></row>" }
    #expect {
      try lines(shared.bytes)
    } throws: {
      if case .tooLong? = $0 as? SpreadsheetMessage { true } else { false }
    }
  }

  @Test func rowsAndCellsStandOnlyWhereTheyCan() throws {
    var generator = Seeded(seed: 1)
    // As much as the lines before it are handed over at.
    let noise = "<!-- \((0..<20_000).map { _ in String(generator.next(), radix: 16) }.joined()) -->"
    let inner = ODS.row(ODS.text("y"), attributes: " table:number-rows-repeated=\"3\"")
    let sample = ODS(
      rows: ODS.text("w") + ODS.row(ODS.text("a")) + ODS.row(ODS.text("x") + inner + noise) + noise + ODS.text("z")
        + ODS.row(ODS.number("1")))
    #expect(try lines(sample.bytes, name: "r.ods") == ["a", "x", "1"])
  }

  /// Whatever is changed in a file, it is read or refused by name, and never differently by what was before it.
  @Test(arguments: 0..<20) func mutantsAreReadOrRefused(seed: UInt64) {
    var generator = Seeded(seed: seed)
    var sample = WorkbookSample([["Mesa", "Votos"], ["M1", 250], ["M2", .number("0.5", style: 1)]])
    sample.formats = ["0%"]
    let sound =
      seed % 2 == 0
      ? sample.bytes : OpenDocumentSample(rows: OpenDocumentSample.row(OpenDocumentSample.text("a"))).bytes
    for _ in 0..<200 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      bytes.removeLast(Int.random(in: 0...3, using: &generator) / 3)
      do throws(SpreadsheetMessage) {
        _ = try lines(bytes, header: 1)
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }
}

extension OpenDocumentSample {
  fileprivate func with(_ name: String, _ part: String) -> OpenDocumentSample {
    var copy = self
    copy.parts[name] = part
    return copy
  }
}
