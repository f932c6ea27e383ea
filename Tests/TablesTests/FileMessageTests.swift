import Compression
import Diagnostics
import Files
import Testing

@testable import Tables

/// Files and headers that are wrong, with exactly what users see.
@Suite struct FileMessageTests {
  private let votes = [
    ColumnSpec("station", .text, .key), ColumnSpec("votes", .integer), ColumnSpec("note", .text, .optional),
  ]

  @Test(arguments: [
    ("", "t.csv error[T001] the file is empty\n  a table begins with a header line of column names"),
    (
      ",votes\n",
      """
      t.csv:1:1 error[T011] column 1 has no name
        name it; a name that begins with x_ marks a column that is not read
      t.csv:1:1 error[T014] the column 'station' is missing
      """
    ),
    (
      "x",
      """
      t.csv:1:1 error[T013] unknown column 'x'
        begin its name with x_ if it is not to be read
      t.csv:1:1 error[T014] the column 'station' is missing
      t.csv:1:1 error[T014] the column 'votes' is missing
      """
    ),
    (
      "station,vots\n",
      """
      t.csv:1:9 error[T013] unknown column 'vots'
        did you mean 'votes'?
      t.csv:1:1 error[T014] the column 'votes' is missing
        is it the column 'vots'?
      """
    ),
    (
      "station,votes,ñandú,x_y\n",
      "t.csv:1:15 error[T013] unknown column 'ñandú'\n  begin its name with x_ if it is not to be read"
    ),
    (
      "station,votes,\"votes\"\n",
      """
      t.csv:1:15 error[T012] columns 2 and 3 are both named 'votes'
        rename one; a name that begins with x_ marks a column that is not read
      """
    ),
    (
      "station;votes\n1;2\n",
      "t.csv:1:1 error[T010] the header line 'station;votes' has no comma, but semicolons\n  write 'format: {delimiter: semicolon}'"
    ),
    (
      "station\tvotes\n",
      "t.csv:1:1 error[T010] the header line 'station\\u{9}votes' has no comma, but tabs\n  write 'format: {delimiter: tab}'"
    ),
    (
      "sta\"tion,votes\n",
      """
      t.csv:1:1 error[T030] header, column 1: a quote stands inside a field that does not begin with one
        put quotes around the field, and double those inside
      """
    ),
    ("\"station,votes\n", "t.csv:1:1 error[T032] header, column 1: the quote that opens this field is never closed"),
    (
      "station,vo\0tes\n",
      """
      t.csv:1:11 error[T034] header, column 2: a NUL byte
        save it as CSV if it is a spreadsheet or a document
      """
    ),
    (
      "\u{FEFF}station,votes\n",
      """
      t.csv error[T007] the file begins with a byte order mark, which is not declared
        write 'format: {encoding: utf_8_bom}'
      """
    ),
  ])
  func headers(_ text: String, _ message: String) {
    #expect(outcome(of: text, votes) == message)
  }

  @Test func whatIsNoTable() {
    #expect(
      outcome(of: "PK\u{3}\u{4}\u{14}\0", votes)
        == """
        t.csv error[T017] the file is a ZIP archive, or a spreadsheet, and no CSV
          if it is a spreadsheet, let its name end with .xlsx or .ods; of an archive, 'member' names the file
        """)
    for page in ["<!doctype html>", "<html>", "<?xml version='1.0'?>", "<HTML>"] {
      #expect(
        outcome(of: page, votes)
          == """
          t.csv error[T018] the file is a web page, and no CSV
            download it again; the server may have sent an error instead
          """)
    }
    #expect(
      outcome(of: "A,12,,x,y\n1,2,3,4,5\n", votes)
        == """
        t.csv:1:1 error[T019] line 1 holds values where the names of columns are expected: 'A', '12', '', 'x' …
          say with 'header' on which line the header stands, or write one
        """)
    #expect(
      outcome(of: "station,votes\r1,2\r", votes)
        == """
        t.csv:1:1 error[T026] the lines end with a carriage return alone
          save it with lines that end with LF or CRLF
        """)
  }

  @Test func aHeaderOnceMoreIsOneFault() {
    #expect(
      outcome(of: "station,votes,note\n1,2,votes\nstation,votes,note\nstation,votes,note\n", votes)
        == """
        t.csv:3:1 error[T025] row 2 holds the names of the columns once more
          remove it; if two files were put together, see that no row stands in both
        t.csv:4:1 error[T025] row 3 holds the names of the columns once more
          remove it; if two files were put together, see that no row stands in both
        t.csv:4:1 error[T023] rows 2 and 3 have the same key: station 'station'
          keep one of them; where both are meant, take a column that tells them apart, or join several ('veedor docs data')
        """)
  }

  @Test func otherDelimiters() {
    let format = CSVFormat(delimiter: .semicolon)
    #expect(
      outcome(of: "station,votes\n", votes, format)
        == "t.csv:1:1 error[T010] the header line 'station,votes' has no semicolon, but commas\n  write 'format: {delimiter: comma}'"
    )
    #expect(
      outcome(of: "station|votes\n", votes, CSVFormat(delimiter: .tab))
        == "t.csv:1:1 error[T010] the header line 'station|votes' has no tab, but vertical bars\n"
        + "  write 'format: {delimiter: vertical_bar}'")
    #expect(
      outcome(of: "station,votes\n", votes, CSVFormat(delimiter: .bar))
        == "t.csv:1:1 error[T010] the header line 'station,votes' has no vertical bar, but commas\n  write 'format: {delimiter: comma}'"
    )
  }

  @Test func theRestOfAHeaderIsCounted() {
    let names = (1...30).map { "other\($0)" }.joined(separator: ",")
    let lines = outcome(of: "station,votes,\(names)\n", votes).split(separator: "\n")
    #expect(lines[0] == "t.csv:1:15 error[T013] unknown column 'other1'")
    #expect(lines[38] == "t.csv:1:158 error[T013] unknown column 'other20'")
    #expect(lines[40...] == ["t.csv error[T015] and 10 more in the header"])
  }

  @Test func encodings() {
    let marked = CSVFormat(encoding: .utf8WithMark)
    #expect(
      outcome(of: "station,votes\n", votes, marked)
        == """
        t.csv error[T008] the file does not begin with a byte order mark, though that is declared
          write 'format: {encoding: utf_8}'
        """)
    #expect(
      outcome(of: "\u{FEFF}", votes, marked)
        == "t.csv error[T001] the file is empty\n  a table begins with a header line of column names")
    #expect(
      outcome(of: "station,votes\nñandú,1\n", votes, CSVFormat(encoding: .latin1))
        == """
        t.csv error[T009] the file is declared as latin_1, but its letters beyond ASCII are written as in UTF-8
          write 'format: {encoding: utf_8}'
        """)
    for mark in [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] {
      #expect(
        outcome(of: mark + [0x61, 0], votes)
          == "t.csv error[T006] the file seems to be UTF-16, which is not read\n  save it as UTF-8")
    }
    #expect(
      outcome(of: Array("st".utf8) + [0xE9] + Array(",votes\n".utf8), votes)
        == """
        t.csv:1:3 error[T035] header, column 1: the byte 0xE9 is not valid UTF-8 here
          write 'format: {encoding: windows_1252}' or 'format: {encoding: latin_1}' if that is what it is
        """)
  }

  @Test func compressedFiles() throws {
    let packed = try compress(Array("station,votes\n1,2\n".utf8), .gzip)
    #expect(
      outcome(of: packed, votes)
        == """
        t.csv error[T005] the file is compressed with gzip, but its name does not end with .gz
          rename it, so that it ends with .csv.gz
        """)
    #expect(
      outcome(of: Array("station,votes\n".utf8), votes, name: "t.csv.gz")
        == """
        t.csv.gz error[T003] the file is not gzip, or damaged
          take .gz off its name if it is not compressed, else copy or download it again
        """)
    for count in 1..<packed.count {
      #expect(
        outcome(of: Array(packed[..<count]), votes, name: "t.csv.gz")
          == "t.csv.gz error[T002] the compressed file is cut short\n  copy or download it again", "\(count)")
    }
    #expect(
      outcome(of: [], votes, name: "t.csv.gz")
        == "t.csv.gz error[T001] the file is empty\n  a table begins with a header line of column names")
    var small = reader(votes)
    small.limits.decompressed = 10
    #expect(
      outcome { () throws(DiagnosticsError) in try small.read(packed, name: "t.csv.gz") }
        == "t.csv.gz error[T004] the compressed file holds more than 10 bytes")
    #expect(
      outcome(of: try compress(packed, .gzip), votes, name: "t.csv.gz")
        == "t.csv.gz error[T090] the file was compressed with gzip twice\n  decompress it once: what comes out is a .csv.gz"
    )
  }

  @Test func muchText() {
    var small = reader([ColumnSpec("station", .text), ColumnSpec("votes", .integer)], block: 16)
    small.limits.texts = 30
    func read(_ text: String) -> String {
      outcome { () throws(DiagnosticsError) in try small.read(Array("station,votes\n\(text)".utf8), name: "t.csv") }
    }
    #expect(read("school a,1\nschool b,2\n") == "station,votes\nschool a,1\nschool b,2\n")
    #expect(
      read("school a,1\nschool b,2\nschool c,3\nschool d,4\n")
        == "t.csv error[T027] the texts of column 'station' take more than 30 bytes\n  split the file by its rows")
  }

  @Test func longRows() {
    var small = reader(votes, block: 16)
    small.limits.row = 32
    func read(_ text: String) -> String {
      outcome { () throws(DiagnosticsError) in try small.read(Array(text.utf8), name: "t.csv") }
    }
    let hint = "  a quote that opens a field may not be closed"
    #expect(
      read("station,votes\n1,2\n\"2,3\n4,5\n6,7\n8,9\n10,11\n12,13\n14,15\n16\n")
        == "t.csv:3:1 error[T022] row 2 is longer than 32 bytes\n\(hint)")
    #expect(
      read(String(repeating: "x", count: 33)) == "t.csv error[T022] the header line is longer than 32 bytes\n\(hint)")
    #expect(read("station,votes\n1,\(String(repeating: "0", count: 29))\n") == "station,votes,note\n1,0,\n")
    #expect(
      read("station,votes\n1,\(String(repeating: "0", count: 30))\n")
        == "t.csv:2:1 error[T022] row 1 is longer than 32 bytes\n\(hint)")
  }

  @Test func whatIsNoFile() {
    #expect(
      outcome { () throws(DiagnosticsError) in try reader(votes).read(path: "/nowhere/t.csv", name: "data/t.csv") }
        == "data/t.csv error[F001] cannot open '/nowhere/t.csv': no such file or folder")
    #expect(
      outcome { () throws(DiagnosticsError) in try reader(votes).read(path: "/") }
        == "/ error[F002] '/' is not a regular file")
    #expect(
      outcome { () throws(DiagnosticsError) in try reader(votes).read(path: "/dev/null") }
        == "/dev/null error[F002] '/dev/null' is not a regular file")
  }

  /// However far down the first character stands that tells.
  @Test func utf8DeclaredAsLatin1FarDown() {
    func read(_ bytes: [UInt8]) -> String {
      let format = CSVFormat(encoding: .latin1)
      return outcome { () throws(DiagnosticsError) in
        try reader([ColumnSpec("station", .text, .key)], format, block: 64).read(bytes, name: "t.csv")
      }
    }
    let ascii = Array("station\n".utf8) + (0..<40).flatMap { Array("station \($0)\n".utf8) }
    #expect(read(ascii + "Peñón\n".utf8).hasPrefix("t.csv error[T009]"))
    // What is no UTF-8 anywhere says that the file is what it is said to be.
    let latin = [UInt8(ascii: "A"), 0xD1, UInt8(ascii: "O"), UInt8(ascii: "\n")]
    #expect(read(ascii + latin + "Peñón\n".utf8).hasSuffix("AÑO\nPeÃ±Ã³n\n"))
  }
}
