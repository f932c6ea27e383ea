import Spreadsheets
import TestSupport
import Testing

@Suite struct WorkbookTests {
  @Test func cellsAreWhatTheyMean() throws {
    var sample = WorkbookSample([
      ["Mesa", "Votos", "Lugar"], ["M1", 250, .inline("Plaza, \"Norte\"")], ["M2", nil, "a\tb"], ["M3", 7],
    ])
    sample.strings.append("<r><rPr><b/></rPr><t>ri</t></r><r><t>ch</t></r><rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh>")
    sample.sheets[0].rows += "<row><c t=\"s\"><v>\(sample.strings.count - 1)</v></c><c><v>8</v></c></row>"
    #expect(
      try lines(sample.bytes) == [
        "Mesa|Votos|Lugar", "M1|250|\"Plaza, \"\"Norte\"\"\"", "M2||\"a|b\"", "M3|7|", "rich|8|",
      ])
  }

  @Test func valuesOfEveryType() throws {
    let sample = WorkbookSample([
      ["a", "b", "c", "d", "e", "f"],
      [
        .typed("b", "1"), .typed("b", "0"), .typed("str", "x_x000D_y_x005F_z"), .typed("e", "#DIV/0!"),
        .typed("n", "0.30000000000000004"), .typed("d", "2017-11-26T14:05:00.000"),
      ],
      [.typed("str", ""), .typed("d", "2017-11-26"), .inline(" x "), .number("5.0"), .number("1E3"), .number("-0.50")],
    ])
    #expect(
      try lines(sample.bytes) == [
        "a|b|c|d|e|f", "true|false|\"x\ry_z\"|#DIV/0!|0.3|2017-11-26 14:05:00", "|2017-11-26| x |5|1000|-0.5",
      ])
  }

  @Test func daysTimesAndPercents() throws {
    var sample = WorkbookSample([
      ["a", "b", "c", "d", "e"],
      [
        .number("43065", style: 1), .number("43065.586805555555", style: 2), .number("0.5868055555555556", style: 3),
        .number("1.25", style: 4), .number("0.52500000000000002", style: 5),
      ],
      [
        .number("43065.5", style: 1), .number("60", style: 1), .number("43065", style: 3), .number("59", style: 1),
        .number("1", style: 5),
      ],
    ])
    sample.formats = ["dd/mm/yyyy", "[$-409]d-mmm-yy\\ h:mm AM/PM", "hh:mm", "[h]:mm", "0.00%"]
    #expect(
      try lines(sample.bytes) == [
        "a|b|c|d|e", "2017-11-26|2017-11-26 14:05:00|14:05:00|30:00:00|52.5",
        "2017-11-26 12:00:00|60|2017-11-26 00:00:00|1900-02-28|100",
      ])
    sample.isFrom1904 = true
    sample.sheets[0].rows =
      "<row><c><v>1</v></c></row><row><c s=\"1\"><v>41603</v></c></row><row><c s=\"1\"><v>0</v></c></row>"
    #expect(try lines(sample.bytes) == ["1", "2017-11-26", "1904-01-01"])
  }

  @Test func numbersHaveTheDeclaredMark() throws {
    let sample = WorkbookSample([["a", "b"], [.number("1.5"), "2,5"]])
    #expect(try lines(sample.bytes, mark: UInt8(ascii: ",")) == ["a|b", "1,5|2,5"])
  }

  @Test func rowsWithoutValuesArePassedOver() throws {
    let sample = WorkbookSample([["Title"], [], ["Mesa", "Votos"], [], ["M1", 1], ["", nil], ["M2", 2], []])
    let (lines, places) = try sheet(sample.bytes, header: 3)
    #expect(lines == ["Mesa|Votos", "M1|1", "M2|2"])
    #expect([places.row(0), places.row(1), places.row(2)] == [5, 7, 8])
    #expect(places.cell(row: 1, column: 27) == "AB7")
  }

  @Test func valuesBesideTheTableArePassedOverOrTold() throws {
    let sample = WorkbookSample([["Mesa", "Votos"], ["M1", 1, nil, "a note"]])
    #expect(try lines(sample.bytes) == ["Mesa|Votos", "M1|1"])
    #expect(throws: SpreadsheetMessage.beyondHeader(sheet: "Actas", cell: "D2")) {
      try lines(sample.bytes, isForeign: false)
    }
  }

  @Test func prefixesAreFree() throws {
    var sample = WorkbookSample()
    sample.parts["xl/worksheets/sheet1.xml"] =
      "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData><x:row r=\"1\">"
      + "<x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c></x:row><x:row r=\"2\"><x:c r=\"A2\"><x:v>1</x:v></x:c>"
      + "</x:row></x:sheetData></x:worksheet>"
    #expect(try lines(sample.bytes) == ["a", "1"])
  }

  /// Each name has a prefix of its own, or none: a name may be shorter than the prefix of another.
  @Test func everyNameHasItsOwnPrefix() throws {
    var sample = WorkbookSample()
    let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sample.parts["xl/worksheets/sheet1.xml"] =
      "<averylongprefix:worksheet xmlns:averylongprefix=\"\(space)\" xmlns=\"\(space)\" xmlns:y=\"\(space)\">"
      + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><y:t>a</y:t></is></c></row>"
      + "<y:row r=\"2\"><c r=\"A2\"><v>1</v></c></y:row></sheetData></averylongprefix:worksheet>"
    #expect(try lines(sample.bytes) == ["a", "1"])
  }

  @Test func mergedHeadsGiveNames() throws {
    var sample = WorkbookSample([
      ["Results of the election"], ["Mesa", "PN", nil, "PL", nil, "Total\nof all"],
      [nil, "Votos", "%", "Votos", "%", nil], ["M1", 1, 2, 3, 4, 5],
    ])
    sample.sheets[0].behind =
      "<mergeCells><mergeCell ref=\"A1:F1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"D2:E2\"/>"
      + "<mergeCell ref=\"F2:F3\"/></mergeCells>"
    #expect(
      try lines(sample.bytes, header: 3) == ["Mesa|PN Votos|PN %|PL Votos|PL %|Total of all", "M1|1|2|3|4|5"])
  }

  @Test func sheetsAreNamedOrNumbered() throws {
    var sample = WorkbookSample([["a"], [1]], name: "Uno")
    sample.add([["b"], [2]], name: "Dos")
    #expect(try lines(sample.bytes, .name("Dos")) == ["b", "2"])
    #expect(try lines(sample.bytes, .number(1)) == ["a", "1"])
    #expect(throws: SpreadsheetMessage.whichSheet(["Uno", "Dos"])) { try lines(sample.bytes) }
    #expect(throws: SpreadsheetMessage.noSheet("dos", among: ["Uno", "Dos"])) { try lines(sample.bytes, .name("dos")) }
    #expect(throws: SpreadsheetMessage.noSheetNumber(3, among: ["Uno", "Dos"])) { try lines(sample.bytes, .number(3)) }
    sample.sheets[0].isHidden = true
    #expect(try lines(sample.bytes) == ["b", "2"])
    let (_, places) = try sheet(sample.bytes, .name("Uno"))
    #expect(places.remarks == [.hiddenSheet("Uno")])
  }

  @Test func whatIsHiddenIsTold() throws {
    var sample = WorkbookSample([["a", "b", "c"], [1, 2, 3], [4, 5, 6], [7, 8, 9]])
    sample.sheets[0].before =
      "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"5\" max=\"9\" hidden=\"1\"/></cols>"
    sample.sheets[0].rows = sample.sheets[0].rows.split(separator: "<row r=\"3\"").joined(
      separator: "<row r=\"3\" hidden=\"1\"")
    let (lines, places) = try sheet(sample.bytes)
    #expect(lines == ["a|b|c", "1|2|3", "4|5|6", "7|8|9"])
    #expect(
      places.remarks == [
        .hiddenRows(sheet: "Actas", count: 1, first: 3), .hiddenColumns(sheet: "Actas", ["b"]),
      ])
  }
}
