import Compression
import Diagnostics
import Tables
import Testing
import Times

@Suite struct ReadingTests {
  let ab = [ColumnSpec("a", .text, .partial), ColumnSpec("b", .text, .partial)]

  @Test func everyTypeIsRead() throws {
    let table = try reader([
      ColumnSpec("station", .text, .key), ColumnSpec("votes", .integer), ColumnSpec("share", .decimal),
      ColumnSpec("z", .number), ColumnSpec("at", .dateTime), ColumnSpec("day", .date), ColumnSpec("open", .boolean),
    ]).read(
      Array(
        """
        station,votes,share,z,at,day,open
        0012,-42,45.170,1.5e-3,2017-11-28T00:00:00-06:00,2017-11-26,true

        """.utf8), name: "t.csv")
    #expect(
      table.cells(0) == [
        "0012", -42, .decimal(ExactDecimal(mantissa: 45170, scale: 3)), 0.0015,
        .dateTime(Instant(seconds: 1_511_848_800)), .date(try #require(Day(year: 2017, month: 11, day: 26))), true,
      ])
    #expect(try table.decimals("share")[0]?.scale == 3)
    #expect(try table.texts("station")[0] == "0012")
    #expect(table.rowCount == 1)
  }

  @Test func missingIsNeitherZeroNorEmpty() throws {
    let table = try reader([ColumnSpec("t", .text, .partial), ColumnSpec("n", .integer, .partial)])
      .read(Array("t,n\n,\n\"\",0\n".utf8), name: "t.csv")
    #expect(table.cells(0) == [.missing, .missing])
    #expect(table.cells(1) == ["", 0])
    #expect(try table.texts("t").isMissing(0))
    #expect(try !table.texts("t").isMissing(1))
    #expect(try table.integers("n")[0] == nil)
    #expect(String(decoding: table.canonicalCSV, as: UTF8.self) == "t,n\n,\n\"\",0\n")
  }

  @Test(arguments: [
    ("a,b\nx,y\n", "a,b\nx,y\n"),
    ("a,b\r\nx,y\r\n", "a,b\nx,y\n"),
    ("a,b\nx,y", "a,b\nx,y\n"),
    ("a,b\nx,", "a,b\nx,\n"),
    ("a,b\n", "a,b\n"),
    ("a,b", "a,b\n"),
    ("b,a\n1,2\n", "a,b\n2,1\n"),
    ("\"a\",\"b\"\n\"x\",\"y\"\n", "a,b\nx,y\n"),
    ("a,b\n\"x,1\",\"y\n2\"\n", "a,b\n\"x,1\",\"y\n2\"\n"),
    ("a,b\n\"x\r\n1\",y\r\n", "a,b\n\"x\r\n1\",y\n"),
    ("a,b\n\"say \"\"no\"\"\",\"\"\"\"\n", "a,b\n\"say \"\"no\"\"\",\"\"\"\"\n"),
    ("a,x_why,b\n1,2,3\n", "a,b\n1,3\n"),
    ("a,b\nñ,日本\n", "a,b\nñ,日本\n"),
    ("a,b\n , x \n", "a,b\n , x \n"),
  ])
  func textIsRead(_ text: String, _ canonical: String) {
    #expect(outcome(of: text, ab) == canonical)
  }

  @Test func oneColumnMayHaveEmptyLines() {
    #expect(outcome(of: "a\n\nx\n\n", [ColumnSpec("a", .text, .partial)]) == "a\n\nx\n\n")
  }

  @Test(arguments: CSVFormat.Delimiter.allCases)
  func delimitersAreWhatIsDeclared(_ delimiter: CSVFormat.Delimiter) {
    let mark = ["comma": ",", "semicolon": ";", "tab": "\t", "vertical_bar": "|"][delimiter.rawValue] ?? ""
    let others = [",", ";", "\t", "|"].filter { $0 != mark }.joined()
    let read = try? reader(ab, CSVFormat(delimiter: delimiter))
      .read(Array("a\(mark)b\n\"\(mark)\"\(mark)\(others)\n".utf8), name: "t.csv")
    #expect(read?.cells(0) == [.text(mark), .text(others)])
  }

  @Test func quotesAreWhatIsDeclared() {
    #expect(outcome(of: "a,b\n'x,''y',\"z\"\n", ab, CSVFormat(quote: .single)) == "a,b\n\"x,'y\",\"\"\"z\"\"\"\n")
    #expect(outcome(of: "a,b\n\"x,y\"\n", ab, CSVFormat(quote: .none)) == "a,b\n\"\"\"x\",\"y\"\"\"\n")
  }

  @Test func latin1IsUTF8Afterwards() {
    let bytes: [UInt8] = Array("a,b\n".utf8) + [0xF1, 0x2C, 0x22, 0xE9, 0x22, 0x22, 0x22, 0x0A]
    #expect(outcome(of: bytes, ab, CSVFormat(encoding: .latin1)) == "a,b\nñ,\"é\"\"\"\n")
    let header: [UInt8] = [0xE1] + Array(",b\n1,2\n".utf8)
    let columns = [ColumnSpec("á", .integer), ColumnSpec("b", .integer)]
    #expect(outcome(of: header, columns, CSVFormat(encoding: .latin1)) == "á,b\n1,2\n")
  }

  @Test func windows1252IsUTF8Afterwards() {
    let all = Array(UInt8(0x80)...0xFF).filter { ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }
    let text =
      "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—\u{2DC}™š›œžŸ"
      + String(String.UnicodeScalarView((0xA0...0xFF).compactMap(Unicode.Scalar.init)))
    #expect(
      outcome(of: Array("a,b\n".utf8) + all + Array(",1\n".utf8), ab, CSVFormat(encoding: .windows1252))
        == "a,b\n\(text),1\n")
    // Bytes that stand for nothing are found where they stand, in either.
    #expect(
      outcome(of: Array("a,b\n".utf8) + [0xF1, 0x81] + Array(",1\n".utf8), ab, CSVFormat(encoding: .windows1252))
        == "t.csv:2:2 error[T035] row 1, column 'a': the byte 0x81 is not valid Windows-1252 here")
    #expect(
      outcome(of: Array("a,b\n".utf8) + [0xF1, 0x93] + Array(",1\n".utf8), ab, CSVFormat(encoding: .latin1)) == """
        t.csv:2:2 error[T035] row 1, column 'a': the byte 0x93 is not valid Latin-1 here
          write 'format: {encoding: windows_1252}' if that is what it is
        """)
  }

  /// Programs write counts so where a column has gaps; three places would be thousands.
  @Test func wholeNumbersOfForeignFilesMayHaveAZeroBehindThem() {
    let columns = [ColumnSpec("a", .text), ColumnSpec("b", .integer)]
    func read(_ value: String, _ mark: CSVFormat.DecimalMark = .point) -> String {
      var foreign = reader(columns, CSVFormat(delimiter: .semicolon, decimalMark: mark))
      foreign.isForeign = true
      return outcome { () throws(DiagnosticsError) in try foreign.read(Array("a;b\nx;\(value)\n".utf8), name: "t.csv") }
    }
    #expect(read("398.0") == "a,b\nx,398\n" && read("-12,0", .comma) == "a,b\nx,-12\n")
    #expect(read("0.0") == "a,b\nx,0\n")
    for wrong in ["398.00", "12.000", "398.5", ".0", "398.", "398,0", "-.0"] {
      #expect(read(wrong).hasPrefix("t.csv:2:3 error[T041] row 1, column 'b': '\(wrong)' is not an integer"))
    }
    #expect(
      outcome(of: "a,b\nx,398.0\n", columns)
        == "t.csv:2:3 error[T041] row 1, column 'b': '398.0' is not an integer\n  write 398, without a fraction")
  }

  @Test func byteOrderMarkIsNoPartOfTheFirstName() {
    #expect(outcome(of: "\u{FEFF}a,b\n1,2\n", ab, CSVFormat(encoding: .utf8WithMark)) == "a,b\n1,2\n")
  }

  @Test func decimalCommasAreRead() {
    let columns = [ColumnSpec("a", .decimal), ColumnSpec("b", .number)]
    let format = CSVFormat(delimiter: .semicolon, decimalMark: .comma)
    #expect(outcome(of: "a;b\n45,170;-1,5e2\n", columns, format) == "a,b\n45.170,-150\n")
  }

  @Test func absentColumnsHaveNoValues() throws {
    for type in ColumnType.allCases {
      let table = try reader([ColumnSpec("a", .integer), ColumnSpec("b", type, .optional)])
        .read(Array("a\n1\n2\n".utf8), name: "t.csv")
      #expect(table.columnNames == ["a", "b"])
      #expect(table["b"]?.type == type)
      #expect(table["b"]?.missing.count == 2)
      #expect(table.cells(1) == [2, .missing])
    }
  }

  @Test func rangesIncludeTheirEnds() {
    let columns = [
      ColumnSpec("a", .integer, least: 0, most: 3),
      ColumnSpec("b", .decimal, least: ExactDecimal(mantissa: -5, scale: 1)),
      ColumnSpec("c", .number, most: 1),
    ]
    #expect(outcome(of: "a,b,c\n0,-0.50,1\n3,7,1.0\n", columns) == "a,b,c\n0,-0.50,1\n3,7,1\n")
  }

  @Test func extremesAreRead() {
    let columns = [ColumnSpec("a", .integer), ColumnSpec("b", .decimal), ColumnSpec("c", .number)]
    let rows = """
      a,b,c
      9223372036854775807,0.000000000000000001,1.79769313486e+308
      -9223372036854775808,-922337203685477580.8,1e-300
      0000000000000000000007,9223372036854775807,0

      """
    let canonical = rows.replacing("0000000000000000000007", with: "7")
    #expect(outcome(of: rows, columns) == canonical)
  }

  @Test func compressedIsReadAsPlain() throws {
    let text = Array("a,b\n\"x\ny\",2\n3,4\n".utf8)
    let members = try compress(Array(text[..<7]), .gzip) + compress(Array(text[7...]), .gzip)
    let padding = [1, 511, 40_000].map { [UInt8](repeating: 0, count: $0) }
    for bytes in [try compress(text, .gzip), members] + padding.map({ members + $0 }) {
      #expect(outcome(of: bytes, ab, name: "t.csv.gz") == outcome(of: text, ab))
    }
  }
}
