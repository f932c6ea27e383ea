import Spreadsheets
import TestSupport
import Testing

private typealias ODS = OpenDocumentSample

@Suite struct OpenDocumentTests {
  @Test func cellsAreWhatTheyMean() throws {
    let sample = ODS(
      rows: ODS.row(ODS.text("Mesa") + ODS.text("Votos") + ODS.text("Lugar"))
        + ODS.row(ODS.text("M1") + ODS.number("250") + ODS.text("Plaza"))
        + ODS.row(
          "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>a note</text:p></office:annotation>"
            + "<text:p>a<text:s text:c=\"2\"/><text:span>b</text:span></text:p><text:p>c<text:tab/>d</text:p>"
            + "</table:table-cell>" + ODS.number("0.30000000000000004") + "<table:table-cell/>"))
    #expect(
      try lines(sample.bytes, name: "results.ods") == ["Mesa|Votos|Lugar", "M1|250|Plaza", "\"a  b", "c|d\"|0.3|"])
  }

  @Test func valuesOfEveryType() throws {
    func cell(_ type: String, _ attribute: String) -> String {
      "<table:table-cell office:value-type=\"\(type)\" office:\(attribute)><text:p>shown</text:p></table:table-cell>"
    }
    let error =
      "<table:table-cell office:value-type=\"string\" calcext:value-type=\"error\"><text:p>Err:502</text:p></table:table-cell>"
    let sample = ODS(
      rows: ODS.row("abcdefgh".map { ODS.text(String($0)) }.joined())
        + ODS.row(
          cell("date", "date-value=\"2017-11-26\"") + cell("date", "date-value=\"2017-11-26T14:05:00.9\"")
            + cell("time", "time-value=\"PT14H05M00S\"") + cell("boolean", "boolean-value=\"true\"")
            + cell("percentage", "value=\"0.525\"") + cell("currency", "value=\"12.50\"") + error
            + cell("string", "string-value=\"held\"")))
    #expect(
      try lines(sample.bytes, name: "results.ods") == [
        "a|b|c|d|e|f|g|h", "2017-11-26|2017-11-26 14:05:00|14:05:00|true|52.5|12.5|#Err:502|held",
      ])
  }

  @Test func repetitionsAreWrittenOut() throws {
    let blank =
      "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
    let sample = ODS(
      rows: ODS.row(ODS.text("a") + ODS.text("b") + ODS.text("c"))
        + ODS.row(ODS.number("1") + ODS.number("0", attributes: " table:number-columns-repeated=\"2\""))
        + ODS.row(ODS.number("2"), attributes: " table:number-rows-repeated=\"2\"") + blank)
    let (lines, places) = try sheet(sample.bytes, name: "results.ods")
    #expect(lines == ["a|b|c", "1|0|0", "2||", "2||"])
    #expect(places.row(2) == 4)
    let bomb = ODS(
      rows: ODS.row(ODS.text("a"))
        + ODS.row(ODS.number("1"), attributes: " table:number-rows-repeated=\"900000000\""))
    #expect(throws: SpreadsheetMessage.tooLarge(sheet: "Actas", rows: 1 << 20, columns: 1 << 14)) {
      try Self.read(bomb)
    }
    let wide = ODS(
      rows: ODS.row(ODS.text("a", attributes: " table:number-columns-repeated=\"900000000\""))
        + ODS.row(ODS.number("1")))
    #expect(throws: SpreadsheetMessage.tooLarge(sheet: "Actas", rows: 1 << 20, columns: 1 << 14)) {
      try Self.read(wide)
    }
  }

  private static func read(_ sample: ODS) throws -> [String] { try lines(sample.bytes, name: "results.ods") }

  @Test func mergedHeadsGiveNames() throws {
    let covered = "<table:covered-table-cell/>"
    let sample = ODS(
      rows: ODS.row(
        ODS.text("Mesa", attributes: " table:number-rows-spanned=\"2\"")
          + ODS.text("PN", attributes: " table:number-columns-spanned=\"2\"") + covered
          + ODS.text("PL", attributes: " table:number-columns-spanned=\"2\"") + covered)
        + ODS.row(covered + ["Votos", "%", "Votos", "%"].map { ODS.text($0) }.joined())
        + ODS.row((1...5).map { ODS.number("\($0)") }.joined()))
    #expect(
      try lines(sample.bytes, header: 2, name: "r.ods") == ["Mesa|PN Votos|PN %|PL Votos|PL %", "1|2|3|4|5"])
  }

  @Test func sheetsAndWhatIsHidden() throws {
    var sample = ODS(rows: ODS.row(ODS.text("a")) + ODS.row(ODS.number("1")), name: "Uno")
    sample.sheets.append(
      .init(
        name: "Dos", isHidden: true,
        rows: "<table:table-column table:visibility=\"collapse\"/>" + ODS.row(ODS.text("b"))
          + ODS.row(ODS.number("2"), attributes: " table:visibility=\"filter\"")))
    #expect(try lines(sample.bytes, name: "r.ods") == ["a", "1"])
    let (lines, places) = try sheet(sample.bytes, .name("Dos"), name: "r.ods")
    #expect(lines == ["b", "2"])
    #expect(
      places.remarks == [
        .hiddenSheet("Dos"), .hiddenRows(sheet: "Dos", count: 1, first: 2), .hiddenColumns(sheet: "Dos", ["b"]),
      ])
  }
}
