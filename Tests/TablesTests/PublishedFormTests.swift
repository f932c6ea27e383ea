import Diagnostics
import Tables
import Testing

/// Files in the forms in which spreadsheets and authorities publish them: read as they are where the format says so, and else
/// told with what to say.
@Suite struct PublishedFormTests {
  private let columns = [
    ColumnSpec("station", .text, .key), ColumnSpec("votes", .integer, .partial),
    ColumnSpec("share", .decimal, .partial),
  ]
  private let header = "station,votes,share\n"

  private func read(_ text: String, _ change: (inout CSVFormat) -> Void = { _ in }) -> String {
    var format = CSVFormat()
    change(&format)
    return outcome(of: text, columns, format)
  }

  private func read(_ text: String, by reader: CSVReader) -> String {
    outcome { () throws(DiagnosticsError) in try reader.read(Array(text.utf8), name: "t.csv") }
  }

  // MARK: - Rows without anything

  @Test func rowsOfDelimiters() {
    // Behind all else they are nothing, whatever blocks they lie in.
    for count in [1, 3, 1000] {
      let tail = String(repeating: ",,\n", count: count)
      for end in ["", "\n", "\r\n\r\n"] { #expect(read(header + "a,1,\n" + tail + end) == header + "a,1,\n") }
      let small = reader(columns, CSVFormat(), block: 16, threads: 2)
      #expect(read(header + "a,1,\n" + tail, by: small) == header + "a,1,\n")
      #expect(
        read(header + "a,1,\n" + tail + "b,2,\n", by: small)
          == """
          t.csv:3:1 error[T083] nothing but delimiters stands in \(count == 1 ? "row 2" : "rows 2 to \(count + 1)")
            remove them, or leave them out with 'where: [{column: …, missing: false}]'
          """)
    }
    #expect(read(header + "a,1,\n\"\",,\n").contains("T040") == false)
  }

  // MARK: - Headers

  @Test(arguments: [(";", "semicolon"), ("\t", "tab"), (",", "comma"), ("|", "vertical_bar")])
  func theLineThatNamesTheSeparator(_ mark: String, _ name: String) {
    let rows = header.replacing(",", with: mark) + "a,1,0.5\n".replacing(",", with: mark)
    for first in ["sep=\(mark)\n", "\"sep=\(mark)\"\r\n", "SEP=\(mark)\n"] {
      #expect(
        read(first + rows)
          == """
          t.csv:1:1 error[T084] the first line says what separates the fields, and holds no names
            say 'format: {header: 2, delimiter: \(name)}'
          """)
      #expect(
        read(first + rows) { ($0.headerLine, $0.delimiter) = (2, .init(rawValue: name) ?? .comma) } == header
          + "a,1,0.5\n")
    }
  }

  @Test func namesBelowTitles() {
    for titles in ["Electoral board\n", "Electoral board,,\n\nFinal results,2031,\n", "1,2\n"] {
      let line = titles.split(separator: "\n", omittingEmptySubsequences: false).count
      // However large the blocks are in which the file is read.
      for by in [reader(columns, CSVFormat()), reader(columns, CSVFormat(), block: 16, threads: 2)] {
        #expect(
          read(titles + header + "a,1,\n", by: by)
            == """
            t.csv:1:1 error[T085] the names of columns stand on line \(line): 'station', 'votes', 'share'
              say 'format: {header: \(line)}'; lines above it are not read
            """)
      }
      #expect(read(titles + header + "a,1,\n") { $0.headerLine = line } == header + "a,1,\n")
    }
  }

  @Test func namesThatLookAlike() {
    for (name, shown) in [(" votes ", " votes "), ("votes\u{200B}", "votes\\u{200B}"), ("V O T E S", "V O T E S")] {
      var reader = reader(columns)
      reader.isForeign = true
      #expect(
        read("station,\(name),share\na,1,\n", by: reader)
          == "t.csv:1:1 error[T014] the column 'votes' is missing\n  is it the column '\(shown)'?")
    }
  }

  // MARK: - Values

  @Test(arguments: [
    (CSVFormat.Thousands.comma, "1,234", "12,345,678", "-1,234.5"),
    (.blank, "1 234", "12\u{A0}345\u{202F}678", "-1 234.5"),
    (.apostrophe, "1'234", "12’345’678", "-1'234.5"),
  ])
  func thousands(_ mark: CSVFormat.Thousands, _ small: String, _ large: String, _ share: String) {
    let text = "station;votes;share\na;\(small);\(share)\nb;\(large);7\nc;12;1.5\n"
    #expect(
      read(text) { ($0.thousands, $0.delimiter) = (mark, .semicolon) }
        == header + "a,1234,-1234.5\nb,12345678,7\nc,12,1.5\n")
    // Groups that are none are no numbers.
    for wrong in ["1,23", "1234,567", "1,2345", ",123", "1,,234", "1 23", "1'", "1,234,"] {
      #expect(
        read("station;votes;share\na;\(wrong);\n") { ($0.thousands, $0.delimiter) = (mark, .semicolon) }.contains(
          "T041"),
        "\(wrong)")
    }
    #expect(
      read("station;votes;share\na;1.234;1.234,5\n") {
        ($0.thousands, $0.decimalMark, $0.delimiter) = (.point, .comma, .semicolon)
      } == header + "a,1234,1234.5\n")
  }

  @Test func blanksAroundFields() {
    let text = header + " a\t,  12 , 0.5\nb,   ,\" \"\n"
    #expect(read(text) { $0.trimsBlanks = true } == header + "a,12,0.5\nb,,\n")
    #expect(read(header + "a, NA ,\n") { ($0.trimsBlanks, $0.missing) = (true, ["NA"]) } == header + "a,,\n")
    #expect(read(text).contains("remove the blanks around the number, or say 'format: {trim: true}'"))
  }

  @Test func textsAsFormulas() {
    let text = header + "=\"001\",1,\n\"=\"\"002\"\"\",=\"2\",\n"
    #expect(read(text) { $0.hasFormulaTexts = true } == header + "001,1,\n002,2,\n")
    #expect(
      read(text)
        == """
        t.csv:2:1 error[T086] row 1, column 'station': the text is written as a formula of a spreadsheet
          say 'format: {formula_texts: true}'
        t.csv:3:1 error[T086] row 2, column 'station': the text is written as a formula of a spreadsheet
          say 'format: {formula_texts: true}'
        t.csv:3:12 error[T086] row 2, column 'votes': the text is written as a formula of a spreadsheet
          say 'format: {formula_texts: true}'
        """)
    // What is no such text stays what it was.
    for cell in ["=\"0\"1", "=\"", "=1", "x=\"1\""] {
      #expect(!read(header + "\(cell),1,\n") { $0.hasFormulaTexts = true }.contains("T086"))
    }
  }

  @Test(arguments: [("<10", "9"), ("≤ 5", "5"), ("<= 5", "5"), ("*", "…"), ("X", "…"), ("…", "…"), ("< 10", "9")])
  func numbersThatAreWithheld(_ cell: String, _ most: String) {
    #expect(
      read(header + "a,\(cell),\n").hasSuffix(
        "\n  if it stands for a number that is withheld, say 'withheld: [{is: \"\(cell)\", from: 0, to: \(most)}]' beside 'format'"
      ))
  }

  @Test(arguments: [("12\u{200B}", "200B"), ("\u{FEFF}12", "FEFF"), ("1\u{AD}2", "00AD")])
  func charactersThatAreNotSeen(_ cell: String, _ code: String) {
    #expect(read(header + "a,\(cell),\n").hasSuffix("\n  it holds U+\(code), which is not seen"))
  }

  @Test func whatSpreadsheetsMakeOfTruth() {
    let column = [ColumnSpec("t", .boolean)]
    #expect(
      outcome(of: "t\nTRUE\nFalse\nVERDADERO\nFALSO\nverdadeiro\nVrai\nFAUX\n", column)
        == "t\ntrue\nfalse\ntrue\nfalse\ntrue\ntrue\nfalse\n")
  }
}
