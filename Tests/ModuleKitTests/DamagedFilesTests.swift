import Compression
import Diagnostics
import ModuleKit
import Testing

/// What is said of damaged files, word for word. Each way in which files go wrong on the road to a mission stands here
/// once; none of them may be read as if nothing had happened.
struct DamagedFilesTests {
  private typealias File = DamagedFile

  @Test func theSoundFileIsRead() throws {
    #expect(try File("sound", File.sound, says: "").outcome() == "read")
  }

  @Test(arguments: files + shapes + encodings + values + mappings)
  func isTold(_ file: DamagedFile) throws {
    #expect(try file.outcome() == file.says)
  }

  @Test func whatIsNoFile() {
    let sound = File("sound", File.sound, says: "")
    #expect(sound.outcome(path: "/") == "sheets.csv error[F002] '/' is not a regular file")
    #expect(sound.outcome(path: "/nowhere/x.csv") == "")
  }

  // MARK: - The file as a whole

  static let files = [
    DamagedFile("an empty file", "", says: ""),
    DamagedFile("a file of one byte", "s", says: ""),
    DamagedFile("a file of one line break", "\n", says: ""),
    DamagedFile("a download cut short", packed.dropLast(20), says: "").named("sheets.csv.gz"),
    DamagedFile("a compressed file with a damaged byte", damaged(packed), says: "").named("sheets.csv.gz"),
    DamagedFile("a file that is called gzip but is none", DamagedFile.sound, says: "").named("sheets.csv.gz"),
    DamagedFile("a gzip file that is not called so", packed, says: ""),
    DamagedFile("a spreadsheet", "PK\u{3}\u{4}\u{14}\0\u{6}\0[Content_Types].xml\n", says: ""),
    DamagedFile("a web page in place of the file", "<!DOCTYPE html>\n<html><body>404, not found</body></html>\n", says: ""),
    DamagedFile("the file of another contest", DamagedFile.sound.replacing("votes_oak,votes_elm", "votes_ash,votes_fir"), says: ""),
    DamagedFile("a file that ends in the middle", String(DamagedFile.sound.dropLast(20)), says: ""),
    DamagedFile("rows that are missing at the end", DamagedFile.sound.replacing(DamagedFile.rows[5] + "\n", ""), says: "")
      .with { $0.expected = Expectation(rows: 6, totals: ["votes_oak": 616]) },
  ]

  // MARK: - Rows and columns

  static let shapes = [
    DamagedFile("no header", DamagedFile.rows.map { $0 + "\n" }.joined(), says: ""),
    DamagedFile("a line above the header", "6\n" + DamagedFile.sound, says: ""),
    DamagedFile("two files, one behind the other", DamagedFile.sound + DamagedFile.sound, says: ""),
    DamagedFile("the header once more in the middle", DamagedFile.behind(3, DamagedFile.header), says: ""),
    DamagedFile("another delimiter than declared", DamagedFile.sound.replacing(",", ";"), says: ""),
    DamagedFile("a short row", DamagedFile.row(2, "2,North,310,210,5,2,217,100"), says: ""),
    DamagedFile("a long row", DamagedFile.row(2, "2,North,310,210,5,2,217,100,110,7"), says: ""),
    DamagedFile("a name with a comma, without quotes", DamagedFile.row(2, "2,North, Lower,310,210,5,2,217,100,110"), says: ""),
    DamagedFile("a row shifted to the left", DamagedFile.row(2, "2,310,210,5,2,217,100,110,"), says: ""),
    DamagedFile("a row shifted to the right", DamagedFile.row(2, "2,,North,310,210,5,2,217,100"), says: ""),
    DamagedFile("empty lines at the end", DamagedFile.sound + "\n\n", says: ""),
    DamagedFile("lines that end with CR alone", DamagedFile.sound.replacing("\n", "\r"), says: ""),
    DamagedFile("a quote that is never closed", DamagedFile.row(2, "2,\"North,310,210,5,2,217,100,110"), says: ""),
    DamagedFile("a quote in the middle of a name", DamagedFile.row(2, "2,No\"rth,310,210,5,2,217,100,110"), says: ""),
    DamagedFile("a sheet twice", DamagedFile.behind(6, DamagedFile.rows[1]), says: ""),
    DamagedFile("a sheet without a key", DamagedFile.row(2, ",North,310,210,5,2,217,100,110"), says: ""),
    DamagedFile("a row of totals", DamagedFile.behind(6, "total,,1784,1191,21,18,1230,616,575"), says: ""),
    DamagedFile("subtotals", DamagedFile.behind(3, "North,North,890,600,10,11,621,315,285"), says: ""),
    DamagedFile("two columns of one name", DamagedFile.sound.replacing("blank,null", "null,null"), says: ""),
    DamagedFile("registered voters and votes exchanged", DamagedFile.sound.replacing("registered,", "xxx,").replacing("votes_oak", "registered").replacing("xxx", "votes_oak"), says: ""),
  ]

  // MARK: - Bytes and characters

  static let encodings = [
    DamagedFile("a byte order mark", "\u{FEFF}" + DamagedFile.sound, says: ""),
    DamagedFile("UTF-16", [0xFF, 0xFE] + DamagedFile.sound.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, says: ""),
    DamagedFile("Latin-1 read as UTF-8", Array(DamagedFile.sound.replacing("South", "Sur#").utf8).map { $0 == 35 ? 0xF1 : $0 }, says: ""),
    DamagedFile("UTF-8 declared as Latin-1", DamagedFile.sound.replacing("South", "Ñame"), says: "")
      .with { $0.format.encoding = .latin1 },
    DamagedFile("two encodings in one file", Array(DamagedFile.sound.replacing("South", "Ñame").utf8) + [0x37, 44, 0xD1] + Array("ame,299,201,6,4,211,101,100\n".utf8), says: ""),
    DamagedFile("NUL bytes", DamagedFile.sound.replacing("South", "So\0uth"), says: ""),
  ]

  // MARK: - Values

  static let values = [
    DamagedFile("negative votes", DamagedFile.row(2, "2,North,310,210,5,2,217,-100,110"), says: ""),
    DamagedFile("thousands separators", DamagedFile.row(2, "2,North,\"1,310\",1.210,5,2,1 217,1'100,110"), says: ""),
    DamagedFile("decimal commas", DamagedFile.row(2, "2,North,310,\"210,0\",5,2,217,\"100,5\",110"), says: ""),
    DamagedFile("numbers with an exponent", DamagedFile.row(2, "2,North,3.1e2,210,5,2,217,1e2,110"), says: ""),
    DamagedFile("percentages for votes", DamagedFile.row(2, "2,North,310,210,5,2,217,47.6%,52%"), says: ""),
    DamagedFile("blanks around numbers", DamagedFile.row(2, "2,North,310, 210,5,2,217 ,100,110"), says: ""),
    DamagedFile("words for missing numbers", DamagedFile.row(2, "2,North,310,N/A,-,2,217,100,110"), says: ""),
    DamagedFile("a spreadsheet's error", DamagedFile.row(2, "2,North,310,#REF!,5,2,217,100,110"), says: ""),
    DamagedFile("a number that no count has", DamagedFile.row(2, "2,North,310,210,5,2,217,99999999999999999999,1000000000000001"), says: ""),
    DamagedFile("letters for digits", DamagedFile.row(2, "2,North,31O,210,5,2,2l7,100,110"), says: ""),
    DamagedFile("days in another form", days("27/11/2017", "26.11.2017"), says: ""),
    DamagedFile("times without an offset", times("2017-11-27 18:05", "2017-11-27T18:05:00"), says: ""),
    DamagedFile("votes above the register everywhere", DamagedFile.sound.replacing("300,", "30,").replacing("310,", "30,").replacing("280,", "30,").replacing("305,", "30,"), says: ""),
  ]

  // MARK: - What the workspace says of the file

  static let mappings = [
    DamagedFile("a column that is called otherwise", DamagedFile.sound, says: "")
      .with { $0.columns = ["votes_oak": "Oak", "votes_elm": "votes_elmm"] },
    DamagedFile("a mapping that forgets an option", DamagedFile.sound.replacing("votes_oak,votes_elm", "ROBLE,OLMO"), says: "")
      .with { $0.columns = ["votes_oak": "ROBLE"] },
    DamagedFile("two options read from one column", DamagedFile.sound.replacing("votes_oak,votes_elm", "ROBLE,OLMO"), says: "")
      .with { $0.columns = ["votes_oak": "ROBLE", "votes_elm": "ROBLE"] },
    DamagedFile("a filter that no row passes", DamagedFile.sound, says: "")
      .with { $0.filters = [RowFilter("region", ["north", "South"])] },
    DamagedFile("a header line that is too far down", DamagedFile.sound, says: "")
      .with { $0.format.headerLine = 9 },
    DamagedFile("a header line that is the wrong one", DamagedFile.sound, says: "")
      .with { $0.format.headerLine = 2 },
  ]

  private static let packed = (try? compress(Array(DamagedFile.sound.utf8), .gzip)) ?? []

  private static func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    bytes[bytes.count / 2] ^= 0x55
    return bytes
  }

  private static func days(_ first: String, _ second: String) -> String {
    "sheet,region,votes_oak,votes_elm,published\n1,North,1,2,\(first)\n2,North,1,2,\(second)\n"
  }

  private static func times(_ first: String, _ second: String) -> String {
    "sheet,region,votes_oak,votes_elm,published_to\n1,North,1,2,\(first)\n2,North,1,2,\(second)\n"
  }
}

extension String {
  /// The text with `new` wherever `old` stands.
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
