import Compression
import Diagnostics
import Testing

@testable import Tables

/// Texts about as long as a text can be, decoded and joined: the same text, or an error; never another.
@Suite struct LongTextTests {
  private static let longest = TextSlot.maximumLength

  /// The length in UTF-8 of the text of `count` bytes `byte`, read in `encoding`, or what is wrong with it.
  private func read(_ byte: UInt8, _ count: Int, _ encoding: CSVFormat.Encoding) -> String {
    let file = Array("note,votes\n".utf8) + [UInt8](repeating: byte, count: count) + Array(",1\n".utf8)
    do throws(DiagnosticsError) {
      let reader = CSVReader(
        columns: [ColumnSpec("note", .text), ColumnSpec("votes", .integer)], format: CSVFormat(encoding: encoding))
      guard case .text(let texts) = try reader.read(file, name: "t.csv")["note"] else { return "no text" }
      return "\(texts.utf8(0).count)"
    } catch {
      return error.all.map { "\($0.code) \($0.message)" }.joined(separator: "; ")
    }
  }

  private static let tooLong = "T054 row 1, column 'note': the text takes more than 16777215 bytes in UTF-8"

  @Test func ofOneByteALetter() {
    // With its row's end it is longer than a row.
    for count in [1 << 24 - 1, 1 << 24, 1 << 24 + 1] {
      #expect(read(UInt8(ascii: "x"), count, .utf8) == "T022 row 1 is longer than 16777215 bytes")
    }
    #expect(read(UInt8(ascii: "x"), Self.longest - 3, .utf8) == "\(Self.longest - 3)")
  }

  @Test func ofTwoBytesALetter() {
    #expect(read(0xE9, 1 << 23 - 1, .latin1) == "\(1 << 24 - 2)")
    for count in [1 << 23, 1 << 23 + 1, 1 << 24 - 4] { #expect(read(0xE9, count, .latin1) == Self.tooLong) }
  }

  @Test func ofThreeBytesALetter() {
    #expect(read(0x80, Self.longest / 3, .windows1252) == "\(Self.longest)")
    // 2^24 and 2^25 bytes and the like, whose lower bits tell of short texts.
    for count in [Self.longest / 3 + 1, 1 << 24 / 3 + 2, 1 << 25 / 3 + 1, 1 << 24 - 4] {
      #expect(read(0x80, count, .windows1252) == Self.tooLong)
    }
  }

  @Test func joinedOfSeveral() throws {
    func column(_ count: Int) -> TextColumn {
      var builder = TextColumnBuilder()
      builder.append([UInt8](repeating: UInt8(ascii: "x"), count: count))
      return builder.column
    }
    let half = column(1 << 23 - 1)
    // 2^23 - 1, the sign between them, and so many more.
    #expect(try TextColumn(joining: [half, half], count: 1).utf8(0).count == 1 << 24 - 1)
    for more in [1 << 23, 1 << 23 + 1, 1 << 23 + 2] {
      #expect(throws: TextColumn.JoiningFault.tooLong(row: 0, limit: 1 << 24 - 1)) {
        try TextColumn(joining: [half, column(more)], count: 1)
      }
    }
  }

  /// What makes much of little: a column named often, a long text for what is missing.
  @Test func joiningHasABudget() throws {
    var builder = TextColumnBuilder()
    for row in 0..<1000 { builder.append(Array("\(row)".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 1000)) }
    let column = builder.column
    #expect(throws: TextColumn.JoiningFault.tooMuch(limit: TextColumn.leastJoined)) {
      try TextColumn(joining: Array(repeating: column, count: 50), count: 1000)
    }
    #expect(throws: TextColumn.JoiningFault.tooMuch(limit: TextColumn.leastJoined)) {
      try TextColumn(
        joining: [TextColumn(missing: 1000), column], count: 1000, empty: String(repeating: "y", count: 20_000))
    }
    #expect(try TextColumn(joining: [column, column], count: 1000).count == 1000)
  }

  @Test func whatIsSaidOfJoinedTexts() {
    let messages: [TableMessage] = [
      .tooMuchJoined(column: "sheet", limit: 16_777_216), .joinedTooLong(row: 3, column: "sheet", limit: 16_777_215),
    ]
    #expect(
      messages.map { "\($0.code) \($0.message)" } == [
        "T028 the texts that are joined for column 'sheet' take more than 16777216 bytes",
        "T029 row 3, column 'sheet': the text that is joined takes more than 16777215 bytes",
      ])
  }
}

/// Files that are small and hold much.
@Suite struct ReadingBudgetTests {
  private let specs = [ColumnSpec("station", .text), ColumnSpec("votes", .integer)]

  private func told(_ reader: CSVReader, _ bytes: [UInt8], _ name: String) -> String {
    outcome { () throws(DiagnosticsError) in try reader.read(bytes, name: name) }
  }

  @Test(arguments: ["1,1\n", "\n"])
  func aFileThatIsPackedTooWell(row: String) throws {
    let rows = "station,votes\n" + String(repeating: row, count: (24 << 20) / row.utf8.count)
    #expect(
      told(reader(specs), try compress(Array(rows.utf8), .gzip), "t.csv.gz") == """
        t.csv.gz error[T070] the compressed file holds more than 100 times its own size, as no table that people made does
          decompress it yourself if it is what it should be
        """)
  }

  @Test func aSmallFileMayBePackedAsItLikes() throws {
    let rows = "station,votes\n" + String(repeating: "1,1\n", count: 100_000)
    let table = try reader(specs).read(try compress(Array(rows.utf8), .gzip), name: "t.csv.gz")
    #expect(table.rowCount == 100_000)
  }

  @Test func aTableThatTakesMoreThanHalfOfTheMemory() throws {
    var small = reader(specs, block: 16)
    small.limits.memoryStep = 100
    small.limits.memory = { 400 }
    let rows = "station,votes\n" + (0..<100).map { "s\($0),\($0)\n" }.joined()
    #expect(
      told(small, Array(rows.utf8), "t.csv") == """
        t.csv error[T071] the table takes more memory than the machine has left
          read it on a machine with more memory, or split the file by its rows
        """)
    small.limits.memory = { 100_000 }
    #expect(try small.read(Array(rows.utf8), name: "t.csv").rowCount == 100)
  }
}
