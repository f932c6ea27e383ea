import Diagnostics
import Tables
import Testing

/// Rows that are wrong, with exactly what users see.
@Suite struct RowMessageTests {
  private let columns = [
    ColumnSpec("station", .text, .key), ColumnSpec("votes", .integer), ColumnSpec("note", .text, .partial),
  ]

  private func rows(_ text: String) -> String { outcome(of: "station,votes,note\n" + text, columns) }

  @Test func numbersOfFields() {
    #expect(rows("a,1\n") == "t.csv:2:1 error[T020] row 1: 2 fields instead of 3")
    #expect(rows("a\n") == "t.csv:2:1 error[T020] row 1: 1 field instead of 3")
    #expect(
      rows("a,1,x,y\nb,2,\n")
        == "t.csv:2:1 error[T020] row 1: 4 fields instead of 3\n  put quotes around a field that holds the delimiter")
    #expect(
      rows("a,1,\n\nb,x,\n")
        == """
        t.csv:3:1 error[T021] row 2: the line is empty
          remove it
        t.csv:4:3 error[T041] row 3, column 'votes': 'x' is not an integer
        """)
    #expect(
      rows("a,1,\n\r\nb,2,\n\n") == """
        t.csv:3:1 error[T021] row 2: the line is empty
          remove it
        t.csv:5:1 error[T021] row 4: the line is empty
          remove it
        """)
    // A delimiter behind some rows, and behind all of them.
    #expect(
      rows("a,1,,\nb,2,\n")
        == """
        t.csv:2:1 error[T080] row 1 has one delimiter more, at its end
          remove it; other rows have none there
        """)
    #expect(
      rows("a,1,,\nb,x,,\n\n")
        == """
        t.csv error[T081] every row has one delimiter more than the header, at its end
          say 'format: {trailing_delimiter: true}'
        """)
    // Behind all else they are nothing.
    #expect(rows("a,1,\n\r\n\n") == "station,votes,note\na,1,\n")
  }

  /// A quote too many, and another further down, make one field of the rows between them; texts with lines of their own are
  /// not taken for that.
  @Test func quotesAroundRows() {
    #expect(
      rows("\"a,1,\nb\",2,\nc,3,\n") == """
        t.csv:2:1 error[T036] row 1, column 'station': the quoted field runs on over the next row
          are its quotes where they belong? double those that are part of a text
        """)
    #expect(rows("a,1,\"x\nb,2,y\nc,3,z\"\n").hasPrefix("t.csv:2:5 error[T036] row 1, column 'note'"))
    for text in ["x\ny", "x\nb, 2, y", "x\nb,two,y", "x\nb,,y", "x\nb,2"] {
      #expect(rows("a,1,\"\(text)\"\n") == "station,votes,note\na,1,\"\(text)\"\n")
    }
  }

  /// Where every row is said to end with a delimiter, the header may or may not.
  @Test func delimitersBehindEveryRow() {
    func rows(_ text: String) -> String { outcome(of: text, columns, CSVFormat(hasTrailingDelimiter: true)) }
    for header in ["station,votes,note\n", "station,votes,note,\n"] {
      #expect(rows(header + "a,1,,\nb,2,\"x,\",\n") == "station,votes,note\na,1,\nb,2,\"x,\"\n")
      #expect(rows(header + "a,1,\n") == "t.csv:2:1 error[T020] row 1: 3 fields instead of 4")
      #expect(
        rows(header + "a,1,,\nb,2,x,3\n")
          == """
          t.csv:3:7 error[T082] row 2: something stands behind the delimiter that ends every row
            are the values of this row shifted?
          """)
    }
  }

  /// However many faults stand before it, one of each kind is told.
  @Test func oneOfEachKindIsTold() {
    let text = (1...25).map { "\($0),x,\n" }.joined() + "1,1,\n2,2,\n"
    let told = rows(text)
    #expect(told.contains("t.csv:27:1 error[T023] rows 1 and 26 have the same key: station '1'"))
    #expect(told.contains("t.csv:28:1 error[T024] and 1 more of this kind in column 'station' (unique_key), in row 27"))
  }

  @Test func quotes() {
    #expect(
      rows("a,1,x \"y\"\n")
        == """
        t.csv:2:5 error[T030] row 1, column 'note': a quote stands inside a field that does not begin with one
          put quotes around the field, and double those inside
        """)
    #expect(
      rows("a,1,\"x\" y\nb,x,\n")
        == """
        t.csv:2:5 error[T031] row 1, column 'note': something follows the closing quote
          double a quote that is part of a quoted field
        t.csv:3:3 error[T041] row 2, column 'votes': 'x' is not an integer
        """)
    #expect(
      rows("a,1,\"x\nb,2,\n")
        == "t.csv:2:5 error[T032] row 1, column 'note': the quote that opens this field is never closed")
    // Where a quote is out of place, the number of fields is not spoken of.
    #expect(
      rows("a,\"1\"x,y,z\n")
        == """
        t.csv:2:3 error[T031] row 1, column 'votes': something follows the closing quote
          double a quote that is part of a quoted field
        """)
    #expect(
      rows("a,1,x,\"y\"z\n")
        == """
        t.csv:2:7 error[T031] row 1, column '4': something follows the closing quote
          double a quote that is part of a quoted field
        """)
  }

  @Test func bytes() {
    #expect(
      rows("a,1,x\ry\n")
        == """
        t.csv:2:5 error[T033] row 1, column 'note': a carriage return without a line feed
          end lines with LF or CRLF, or put quotes around the field
        """)
    #expect(rows("a,1,x\r") == rows("a,1,x\ry\n"))
    #expect(
      rows("a,1,x\0y\n")
        == """
        t.csv:2:6 error[T034] row 1, column 'note': a NUL byte
          save it as CSV if it is a spreadsheet or a document
        """)
    let start = Array("station,votes,note\nñ,1,x".utf8)
    let hint = "  write 'format: {encoding: windows_1252}' or 'format: {encoding: latin_1}' if that is what it is"
    for (bad, shown) in [
      ([0xE9], "E9"), ([0xC3], "C3"), ([0xC0, 0x80], "C0"), ([0xED, 0xA0, 0x80], "ED"), ([0xFF], "FF"),
    ]
      as [([UInt8], String)]
    {
      #expect(
        outcome(of: start + bad + [0x2C, 0x0A], columns + [ColumnSpec("z", .text, .optional)]) != "")
      #expect(
        outcome(of: start + bad + Array("\nb,2,\n".utf8), columns)
          == "t.csv:2:6 error[T035] row 1, column 'note': the byte 0x\(shown) is not valid UTF-8 here\n\(hint)")
    }
    #expect(
      outcome(of: Array("station,votes,note,x_raw\na,1,x,".utf8) + [0xE9, 0x0A], columns)
        == "t.csv:2:7 error[T035] row 1, column 'x_raw': the byte 0xE9 is not valid UTF-8 here\n\(hint)")
  }

  @Test func positionsAreBehindLineBreaksAndWideLetters() {
    #expect(
      rows("\"日\n本\",x,\n")
        == "t.csv:3:4 error[T041] row 1, column 'votes': 'x' is not an integer")
    #expect(
      rows("日本,x,\n") == "t.csv:2:4 error[T041] row 1, column 'votes': 'x' is not an integer")
  }

  @Test func keys() {
    let pair = [ColumnSpec("station", .text, .key), ColumnSpec("round", .integer, .key), ColumnSpec("votes", .integer)]
    #expect(
      outcome(of: "votes,station,round\n1,a,1\n2,a,2\n3,\"a\",01\n4,a,1\n", pair)
        == """
        t.csv:4:3 error[T023] rows 1 and 3 have the same key: station 'a', round '1'
          keep one of them; where both are meant, take a column that tells them apart, or join several ('veedor docs data')
        t.csv:5:3 error[T023] rows 1 and 4 have the same key: station 'a', round '1'
          keep one of them; where both are meant, take a column that tells them apart, or join several ('veedor docs data')
        """)
    #expect(
      rows("a,1,\nb,1,\na,x,\n")
        == """
        t.csv:4:1 error[T023] rows 1 and 3 have the same key: station 'a'
          keep one of them; where both are meant, take a column that tells them apart, or join several ('veedor docs data')
        t.csv:4:3 error[T041] row 3, column 'votes': 'x' is not an integer
        """)
    #expect(
      rows(",1,\n,2,\n")
        == """
        t.csv:2:1 error[T040] row 1, column 'station': the value is missing
        t.csv:3:1 error[T040] row 2, column 'station': the value is missing
        """)
  }

  @Test func personalValuesAreWithheld() throws {
    let columns = [
      ColumnSpec("phone", .text, .key, isPersonal: true), ColumnSpec("age", .integer, isPersonal: true),
      ColumnSpec("sex", .text, allowed: ["f", "m"], isPersonal: true),
    ]
    let text = "phone,age,sex\n99887766,\"1,234\",F\n99887766,4,f\n"
    #expect(
      outcome(of: text, columns)
        == """
        t.csv:2:10 error[T041] row 1, column 'age': the value is not an integer
        t.csv:2:18 error[T051] row 1, column 'sex': the value is none of 'f', 'm'
        t.csv:3:1 error[T023] rows 1 and 2 have the same key: phone (withheld)
          keep one of them; where both are meant, take a column that tells them apart, or join several ('veedor docs data')
        """)
    let error = #expect(throws: DiagnosticsError.self) { try reader(columns).read(Array(text.utf8), name: "t.csv") }
    #expect(try #require(error).all.allSatisfy { $0.datum?.value == nil })
  }

  @Test func theRestIsCounted() {
    var text = ""
    for row in 1...30 { text += "s\(row),x,\n" }
    text += "s31,,\ns32,1\ns33,1\ns1,1,\n"
    let lines = rows(text).split(separator: "\n")
    #expect(lines.count == 24)
    #expect(lines[0] == "t.csv:2:4 error[T041] row 1, column 'votes': 'x' is not an integer")
    #expect(lines[19] == "t.csv:21:5 error[T041] row 20, column 'votes': 'x' is not an integer")
    #expect(
      lines[20...].joined(separator: "\n")
        == """
        t.csv:32:5 error[T040] row 31, column 'votes': the value is missing
        t.csv:33:1 error[T020] row 32: 2 fields instead of 3
        t.csv:22:5 error[T024] and 10 more of this kind in column 'votes' (integer), from row 21 on
        t.csv:34:1 error[T024] and 1 more of this kind (field_count), in row 33
        """.split(separator: "\n").joined(separator: "\n"))
  }

  @Test func dataAreNamed() throws {
    let text = "station,votes,note\na,x,\n"
    let error = #expect(throws: DiagnosticsError.self) { try reader(columns).read(Array(text.utf8), name: "t.csv") }
    #expect(
      try #require(error).all.map(\.datum) == [
        Diagnostic.Datum(dataset: "d", row: 1, field: "votes", value: "x", rule: "integer")
      ])
  }
}
