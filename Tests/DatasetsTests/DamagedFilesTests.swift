import Compression
import Datasets
import Diagnostics
import Language
import Tables
import Testing
import Times

/// What is said of damaged files, word for word. Each way in which files go wrong on the road to a mission stands here
/// once; none of them may be read as if nothing had happened.
struct DamagedFilesTests {
  private typealias File = DamagedFile

  @Test func theSoundFileIsRead() throws {
    #expect(try File("sound", File.sound, says: "").outcome() == "read")
  }

  @Test(arguments: files + shapes + encodings + values + mappings)
  func isTold(_ file: DamagedFile) throws {
    let told = try file.outcome()
    #expect(told == file.says)
  }

  @Test func whatIsNoFile() {
    let sound = File("sound", File.sound, says: "")
    #expect(sound.outcome(path: "/") == "sheets.csv error[F002] 'PATH' is not a regular file")
    #expect(
      sound.outcome(path: "/nowhere/x.csv") == "sheets.csv error[F001] cannot open 'PATH': no such file or folder")
  }

  // MARK: - The file as a whole

  static let files = [
    DamagedFile(
      "an empty file", "",
      says: """
        sheets.csv error[T001] the file is empty
          a table begins with a header line of column names
        """),
    DamagedFile(
      "a file of one byte", "s",
      says: """
        sheets.csv:1:1 error[T013] unknown column 's'
          begin its name with x_ if it is not to be read
        sheets.csv:1:1 error[T014] the column 'sheet' is missing
        sheets.csv:1:1 error[T014] the column 'region' is missing
        """),
    DamagedFile(
      "a file of one line break", "\n",
      says: """
        sheets.csv:1:1 error[T011] column 1 has no name
          name it; a name that begins with x_ marks a column that is not read
        sheets.csv:1:1 error[T014] the column 'sheet' is missing
        sheets.csv:1:1 error[T014] the column 'region' is missing
        """),
    DamagedFile(
      "a download cut short", packed.dropLast(20),
      says: """
        sheets.csv.gz error[T002] the compressed file is cut short
          copy or download it again
        """
    ).named("sheets.csv.gz"),
    DamagedFile(
      "a compressed file with a damaged byte", damaged(packed),
      says: """
        sheets.csv.gz error[T003] the file is not gzip, or damaged
          take .gz off its name if it is not compressed, else copy or download it again
        """
    ).named("sheets.csv.gz"),
    DamagedFile(
      "a file that is called gzip but is none", DamagedFile.sound,
      says: """
        sheets.csv.gz error[T003] the file is not gzip, or damaged
          take .gz off its name if it is not compressed, else copy or download it again
        """
    ).named("sheets.csv.gz"),
    DamagedFile(
      "a gzip file that is not called so", packed,
      says: """
        sheets.csv error[T005] the file is compressed with gzip, but its name does not end with .gz
          rename it, so that it ends with .csv.gz
        """),
    DamagedFile(
      "a spreadsheet", "PK\u{3}\u{4}\u{14}\0\u{6}\0[Content_Types].xml\n",
      says: """
        sheets.csv error[T017] the file is a ZIP archive, or a spreadsheet, and no CSV
          if it is a spreadsheet, let its name end with .xlsx or .ods; of an archive, 'member' names the file
        """),
    DamagedFile(
      "a web page in place of the file", "<!DOCTYPE html>\n<html><body>404, not found</body></html>\n",
      says: """
        sheets.csv error[T018] the file is a web page, and no CSV
          download it again; the server may have sent an error instead
        """),
    DamagedFile(
      "the file of another contest", DamagedFile.sound.replacing("votes_oak,votes_elm", "votes_ash,votes_fir"),
      says: """
        sheets.csv:1:47 error[T013] unknown column 'votes_ash'
          did you mean 'votes_elm'?
        sheets.csv:1:57 error[T013] unknown column 'votes_fir'
          did you mean 'votes_elm'?
        """
    ),
    DamagedFile(
      "a file that ends in the middle", String(DamagedFile.sound.dropLast(20)),
      says: """
        sheets.csv:7:1 error[T020] row 6: 4 fields instead of 9
        """),
    DamagedFile(
      "rows that are missing at the end", DamagedFile.sound.replacing(DamagedFile.rows[5] + "\n", ""),
      says: """
        sheets.csv error[K123] the file holds 5 rows, not 6 as expected
          is it the right file, and complete?
        sheets.csv error[K124] 'votes_oak' adds up to 515, not to 616 as expected
          is it the right file, and complete?
        """
    )
    .with { $0.expected = Expectation(rows: 6, totals: ["votes_oak": 616]) },
  ]

  // MARK: - Rows and columns

  static let shapes = [
    DamagedFile(
      "no header", DamagedFile.rows.map { $0 + "\n" }.joined(),
      says: """
        sheets.csv:1:1 error[T019] line 1 holds values where the names of columns are expected: '1', 'North', '300', '200' …
          say with 'header' on which line the header stands, or write one
        """),
    DamagedFile(
      "a line above the header", "6\n" + DamagedFile.sound,
      says: """
        sheets.csv:1:1 error[T085] the names of columns stand on line 2: 'sheet', 'region', 'registered', 'valid' …
          say 'format: {header: 2}'; lines above it are not read
        """),
    DamagedFile(
      "two files, one behind the other", DamagedFile.sound + DamagedFile.sound,
      says: """
        sheets.csv:8:1 error[T025] row 7 holds the names of the columns once more
          remove it; if two files were put together, see that no row stands in both
        sheets.csv:9:1 error[T023] rows 1 and 8 have the same key: sheet '1'
          keep one of them; where both are meant, take a column that tells them apart, or join several ('veedor docs data')
        sheets.csv:10:1 error[T023] rows 2 and 9 have the same key: sheet '2'
          keep one of them; where both are meant, take a column that tells them apart, or join several ('veedor docs data')
        sheets.csv:11:1 error[T023] rows 3 and 10 have the same key: sheet '3'
          keep one of them; where both are meant, take a column that tells them apart, or join several ('veedor docs data')
        sheets.csv:12:1 error[T023] rows 4 and 11 have the same key: sheet '4'
          keep one of them; where both are meant, take a column that tells them apart, or join several ('veedor docs data')
        sheets.csv:13:1 error[T023] rows 5 and 12 have the same key: sheet '5'
          keep one of them; where both are meant, take a column that tells them apart, or join several ('veedor docs data')
        sheets.csv:14:1 error[T023] rows 6 and 13 have the same key: sheet '6'
          keep one of them; where both are meant, take a column that tells them apart, or join several ('veedor docs data')
        """),
    DamagedFile(
      "the header once more in the middle", DamagedFile.behind(3, DamagedFile.header),
      says: """
        sheets.csv:5:1 error[T025] row 4 holds the names of the columns once more
          remove it; if two files were put together, see that no row stands in both
        """),
    DamagedFile(
      "another delimiter than declared", DamagedFile.sound.replacing(",", ";"),
      says: """
        sheets.csv:1:1 error[T010] the header line 'sheet;region;registered;valid;blank;null;cast;votes_oak;vote…' has no comma, but semicolons
          write 'format: {delimiter: semicolon}'
        """),
    DamagedFile(
      "a short row", DamagedFile.row(2, "2,North,310,210,5,2,217,100"),
      says: """
        sheets.csv:3:1 error[T020] row 2: 8 fields instead of 9
        """),
    DamagedFile(
      "a long row", DamagedFile.row(2, "2,North,310,210,5,2,217,100,110,7"),
      says: """
        sheets.csv:3:1 error[T020] row 2: 10 fields instead of 9
          put quotes around a field that holds the delimiter
        """),
    DamagedFile(
      "a name with a comma, without quotes", DamagedFile.row(2, "2,North, Lower,310,210,5,2,217,100,110"),
      says: """
        sheets.csv:3:1 error[T020] row 2: 10 fields instead of 9
          put quotes around a field that holds the delimiter
        """),
    DamagedFile(
      "a row shifted to the left", DamagedFile.row(2, "2,310,210,5,2,217,100,110,"),
      says: """
        sheets.csv error[K130] row 2, column 'region': the name is a number, but other names there are not
          are the values of this row shifted?
        """),
    DamagedFile(
      "a row shifted to the right", DamagedFile.row(2, "2,,North,310,210,5,2,217,100"),
      says: """
        sheets.csv:3:3 error[T040] row 2, column 'region': the value is missing
        sheets.csv:3:4 error[T041] row 2, column 'registered': 'North' is not an integer
        """),
    DamagedFile(
      "an empty line between sheets", DamagedFile.row(2, ""),
      says: """
        sheets.csv:3:1 error[T021] row 2: the line is empty
          remove it
        """),
    DamagedFile(
      "lines that end with CR alone", DamagedFile.sound.replacing("\n", "\r"),
      says: """
        sheets.csv:1:1 error[T026] the lines end with a carriage return alone
          save it with lines that end with LF or CRLF
        """),
    DamagedFile(
      "a quote that is never closed", DamagedFile.row(2, "2,\"North,310,210,5,2,217,100,110"),
      says: """
        sheets.csv:3:3 error[T032] row 2, column 'region': the quote that opens this field is never closed
        """),
    DamagedFile(
      "a quote in the middle of a name", DamagedFile.row(2, "2,No\"rth,310,210,5,2,217,100,110"),
      says: """
        sheets.csv:3:3 error[T030] row 2, column 'region': a quote stands inside a field that does not begin with one
          put quotes around the field, and double those inside
        """),
    DamagedFile(
      "a sheet twice", DamagedFile.behind(6, DamagedFile.rows[1]),
      says: """
        sheets.csv:8:1 error[T023] rows 2 and 7 have the same key: sheet '2'
          keep one of them; where both are meant, take a column that tells them apart, or join several ('veedor docs data')
        """),
    DamagedFile(
      "a sheet without a key", DamagedFile.row(2, ",North,310,210,5,2,217,100,110"),
      says: """
        sheets.csv:3:1 error[T040] row 2, column 'sheet': the value is missing
        """),
    DamagedFile(
      "a row of totals", DamagedFile.behind(6, "total,All,1784,1191,21,18,1230,616,575"),
      says: """
        sheets.csv error[K115] row 7, column 'sheet': the row adds up other rows: it is a total, not a sheet
          leave it out with 'where:', or name its key under 'not_totals:' if it is a sheet
        """),
    DamagedFile(
      "subtotals", DamagedFile.behind(3, "North,North,890,600,10,11,621,315,285"),
      says: """
        sheets.csv error[K115] row 4, column 'sheet': the row adds up other rows: it is a total, not a sheet
          leave it out with 'where:', or name its key under 'not_totals:' if it is a sheet
        """),
    DamagedFile(
      "quotes at the beginning of a field and at the end of one two rows further down",
      DamagedFile.sound.replacing("2,North", "2,\"North").replacing("4,South", "4,South\""),
      says: """
        sheets.csv:3:3 error[T036] row 2, column 'region': the quoted field runs on over the next 2 rows
          are its quotes where they belong? double those that are part of a text
        """),
    DamagedFile(
      "two columns of one name", DamagedFile.sound.replacing("blank,null", "null,null"),
      says: """
        sheets.csv:1:36 error[T012] columns 5 and 6 are both named 'null'
          rename one; a name that begins with x_ marks a column that is not read
        """),
    DamagedFile(
      "registered voters and votes exchanged",
      DamagedFile.sound.replacing("registered,", "xxx,").replacing("votes_oak", "registered").replacing(
        "xxx", "votes_oak"),
      says: """
        sheets.csv error[K129] 'votes_oak' is more than 'registered' on 6 of 6 rows
          are columns exchanged?
        sheets.csv error[K129] 'valid' is more than 'registered' on 6 of 6 rows
          are columns exchanged?
        sheets.csv error[K129] 'cast' is more than 'registered' on 6 of 6 rows
          are columns exchanged?
        """),
  ]

  // MARK: - Bytes and characters

  static let encodings = [
    DamagedFile(
      "a byte order mark", "\u{FEFF}" + DamagedFile.sound,
      says: """
        sheets.csv error[T007] the file begins with a byte order mark, which is not declared
          write 'format: {encoding: utf_8_bom}'
        """),
    DamagedFile(
      "UTF-16", [0xFF, 0xFE] + DamagedFile.sound.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      says: """
        sheets.csv error[T006] the file seems to be UTF-16, which is not read
          save it as UTF-8
        """),
    DamagedFile(
      "Latin-1 read as UTF-8", Array(DamagedFile.sound.replacing("South", "Sur#").utf8).map { $0 == 35 ? 0xF1 : $0 },
      says: """
        sheets.csv:5:6 error[T035] row 4, column 'region': the byte 0xF1 is not valid UTF-8 here
          write 'format: {encoding: windows_1252}' or 'format: {encoding: latin_1}' if that is what it is
        sheets.csv:6:6 error[T035] row 5, column 'region': the byte 0xF1 is not valid UTF-8 here
          write 'format: {encoding: windows_1252}' or 'format: {encoding: latin_1}' if that is what it is
        sheets.csv:7:6 error[T035] row 6, column 'region': the byte 0xF1 is not valid UTF-8 here
          write 'format: {encoding: windows_1252}' or 'format: {encoding: latin_1}' if that is what it is
        """),
    DamagedFile(
      "UTF-8 declared as Latin-1", DamagedFile.sound.replacing("South", "Ñame"),
      says: """
        sheets.csv error[T009] the file is declared as latin_1, but its letters beyond ASCII are written as in UTF-8
          write 'format: {encoding: utf_8}'
        """
    )
    .with { $0.format.encoding = .latin1 },
    DamagedFile(
      "two encodings in one file",
      Array(DamagedFile.sound.replacing("South", "Ñame").utf8) + [0x37, 44, 0xD1]
        + Array("ame,299,201,6,4,211,101,100\n".utf8),
      says: """
        sheets.csv:8:3 error[T035] row 7, column 'region': the byte 0xD1 is not valid UTF-8 here
          write 'format: {encoding: windows_1252}' or 'format: {encoding: latin_1}' if that is what it is
        """),
    DamagedFile(
      "NUL bytes", DamagedFile.sound.replacing("South", "So\0uth"),
      says: """
        sheets.csv:5:5 error[T034] row 4, column 'region': a NUL byte
          save it as CSV if it is a spreadsheet or a document
        sheets.csv:6:5 error[T034] row 5, column 'region': a NUL byte
          save it as CSV if it is a spreadsheet or a document
        sheets.csv:7:5 error[T034] row 6, column 'region': a NUL byte
          save it as CSV if it is a spreadsheet or a document
        """),
  ]

  // MARK: - Values

  static let values = [
    DamagedFile(
      "negative votes", DamagedFile.row(2, "2,North,310,210,5,2,217,-100,110"),
      says: """
        sheets.csv:3:25 error[T052] row 2, column 'votes_oak': '-100' is less than 0
        """),
    DamagedFile(
      "thousands separators", DamagedFile.row(2, "2,North,\"1,310\",1.210,5,2,1 217,1'100,110"),
      says: """
        sheets.csv:3:9 error[T041] row 2, column 'registered': '1,310' is not an integer
          write 1310, without thousands separators, or say 'format: {thousands: comma}'
        sheets.csv:3:17 error[T041] row 2, column 'valid': '1.210' is not an integer
          write 1210, without thousands separators, or say 'format: {thousands: point, decimal_mark: comma}'
        sheets.csv:3:27 error[T041] row 2, column 'cast': '1 217' is not an integer
          write 1217, without thousands separators, or say 'format: {thousands: blank}'
        sheets.csv:3:33 error[T041] row 2, column 'votes_oak': '1'100' is not an integer
          write 1100, without thousands separators, or say 'format: {thousands: apostrophe}'
        """),
    DamagedFile(
      "decimal commas", DamagedFile.row(2, "2,North,310,\"210,0\",5,2,217,\"100,5\",110"),
      says: """
        sheets.csv:3:13 error[T041] row 2, column 'valid': '210,0' is not an integer
          write 210, without a fraction
        sheets.csv:3:29 error[T041] row 2, column 'votes_oak': '100,5' is not an integer
          an integer has no fraction
        """),
    DamagedFile(
      "numbers with an exponent", DamagedFile.row(2, "2,North,3.1e2,210,5,2,217,1e2,110"),
      says: """
        sheets.csv:3:9 error[T041] row 2, column 'registered': '3.1e2' is not an integer
          write all digits, without an exponent
        sheets.csv:3:27 error[T041] row 2, column 'votes_oak': '1e2' is not an integer
          write all digits, without an exponent
        """),
    DamagedFile(
      "percentages for votes", DamagedFile.row(2, "2,North,310,210,5,2,217,47.6%,52%"),
      says: """
        sheets.csv:3:25 error[T041] row 2, column 'votes_oak': '47.6%' is not an integer
          a percentage is no count; the number itself is wanted
        sheets.csv:3:31 error[T041] row 2, column 'votes_elm': '52%' is not an integer
          a percentage is no count; the number itself is wanted
        """),
    DamagedFile(
      "blanks around numbers", DamagedFile.row(2, "2,North,310, 210,5,2,217 ,100,110"),
      says: """
        sheets.csv:3:13 error[T041] row 2, column 'valid': ' 210' is not an integer
          remove the blanks around the number, or say 'format: {trim: true}'
        sheets.csv:3:22 error[T041] row 2, column 'cast': '217 ' is not an integer
          remove the blanks around the number, or say 'format: {trim: true}'
        """),
    DamagedFile(
      "words for missing numbers", DamagedFile.row(2, "2,North,310,N/A,-,2,217,100,110"),
      says: """
        sheets.csv:3:13 error[T041] row 2, column 'valid': 'N/A' is not an integer
          if it stands for a value that is missing, say 'format: {missing: ["N/A"]}'
        sheets.csv:3:17 error[T041] row 2, column 'blank': '-' is not an integer
          if it stands for a value that is missing, say 'format: {missing: ["-"]}'
        """),
    DamagedFile(
      "a spreadsheet's error", DamagedFile.row(2, "2,North,310,#REF!,5,2,217,100,110"),
      says: """
        sheets.csv:3:13 error[T041] row 2, column 'valid': '#REF!' is not an integer
          a spreadsheet could not work it out; put the value itself
        """),
    DamagedFile(
      "a number that no count has", DamagedFile.row(2, "2,North,310,210,5,2,217,99999999999999999999,10000000001"),
      says: """
        sheets.csv:3:25 error[T048] row 2, column 'votes_oak': '99999999999999999999' is too large for an integer
        sheets.csv:3:46 error[T053] row 2, column 'votes_elm': '10000000001' is more than 10000000000
        """),
    DamagedFile(
      "letters for digits", DamagedFile.row(2, "2,North,31O,210,5,2,2l7,100,110"),
      says: """
        sheets.csv:3:9 error[T041] row 2, column 'registered': '31O' is not an integer
          is it 310? a letter stands for a digit
        sheets.csv:3:21 error[T041] row 2, column 'cast': '2l7' is not an integer
          is it 217? a letter stands for a digit
        """),
    DamagedFile(
      "days in another form", days("27/11/2017", "26.11.2017"),
      says: """
        sheets.csv:2:13 error[T046] row 1, column 'published': '27/11/2017' is not a date
          write year, month and day, as in 2017-11-26, or say how it is written: 'time: DD/MM/YYYY'
        sheets.csv:3:13 error[T046] row 2, column 'published': '26.11.2017' is not a date
          write year, month and day, as in 2017-11-26, or say how it is written: 'time: DD.MM.YYYY'
        """),
    DamagedFile(
      "times without an offset", times("2017-11-27 18:05", "2017-11-27T18:05:00"),
      says: """
        sheets.csv:2:13 error[T045] row 1, column 'published_to': '2017-11-27 18:05' is not a date-time
          write date, time and offset from UTC, as in 2017-11-28T00:00:00-06:00, or say how it is written: 'time: YYYY-MM-DD hh:mm'
        sheets.csv:3:13 error[T045] row 2, column 'published_to': '2017-11-27T18:05:00' is not a date-time
          add the offset from UTC, as in 2017-11-28T00:00:00-06:00
        """),
    DamagedFile(
      "votes above the register everywhere",
      DamagedFile.sound.replacing("300,", "30,").replacing("310,", "30,").replacing("280,", "30,").replacing(
        "305,", "30,"),
      says: """
        sheets.csv error[K129] 'votes_oak' is more than 'registered' on 4 of 6 rows
          are columns exchanged?
        sheets.csv error[K129] 'votes_elm' is more than 'registered' on 4 of 6 rows
          are columns exchanged?
        sheets.csv error[K129] 'valid' is more than 'registered' on 4 of 6 rows
          are columns exchanged?
        sheets.csv error[K129] 'cast' is more than 'registered' on 4 of 6 rows
          are columns exchanged?
        """),
  ]

  // MARK: - What the workspace says of the file

  static let mappings = [
    DamagedFile(
      "a column that is called otherwise", DamagedFile.sound,
      says: """
        sheets.csv:1:1 error[T014] the column 'Oak' is missing
        sheets.csv:1:1 error[T014] the column 'votes_elmm' is missing
          is it the column 'votes_elm'?
        """
    )
    .with { $0.columns = ["votes_oak": "Oak", "votes_elm": "votes_elmm"] },
    DamagedFile(
      "a mapping that forgets an option", DamagedFile.sound.replacing("votes_oak,votes_elm", "ROBLE,OLMO"),
      says: """
        sheets.csv error[K127] the file gives votes of other options, but none of 'elm': there is no column 'votes_elm'
          name the file's column under 'columns', or say 'votes_elm: {is: not_given}' if the file does not give these votes
        """
    )
    .with { $0.columns = ["votes_oak": "ROBLE"] },
    DamagedFile(
      "a mapping that does without the key", DamagedFile.sound,
      says: """
        sheets.csv error[K132] 'sheet' is said not to be given, but every row needs it
        sheets.csv error[K132] 'region' is said not to be given, but every row needs it
        """
    )
    .with { $0.columns = ["sheet": .notGiven, "region": .notGiven] },
    DamagedFile(
      "two options read from one column", DamagedFile.sound.replacing("votes_oak,votes_elm", "ROBLE,OLMO"),
      says: """
        sheets.csv error[K126] 'votes_oak' and 'votes_elm' are both read from the file's column 'ROBLE'
        """
    )
    .with { $0.columns = ["votes_oak": "ROBLE", "votes_elm": "ROBLE"] },
    DamagedFile(
      "a filter that no row passes", DamagedFile.sound,
      says: """
        sheets.csv error[K128] no row has 'north' in column 'region', as 'where' asks
          did you mean 'North'?
        """
    )
    .with { $0.filters = [RowFilter("region", ["north", "South"])] },
    DamagedFile(
      "a header line that is too far down", DamagedFile.sound,
      says: """
        sheets.csv error[T016] the header is said to stand on line 9, but the file has 7 lines
        """
    )
    .with { $0.format.headerLine = 9 },
    DamagedFile(
      "a header line that is the wrong one", DamagedFile.sound,
      says: """
        sheets.csv:2:1 error[T019] line 2 holds values where the names of columns are expected: '1', 'North', '300', '200' …
          say with 'header' on which line the header stands, or write one
        """
    )
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
