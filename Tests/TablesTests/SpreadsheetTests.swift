import Tables
import Testing

private func written(_ text: String) throws -> String {
  var builder = try TableBuilder([("t", .text)])
  try builder.append([.text(text)])
  let lines = String(decoding: builder.table.spreadsheetCSV, as: UTF8.self).dropFirst(2).dropLast()
  guard lines.first == "\"" else { return String(lines) }
  return String(lines.dropFirst().dropLast().replacing("\"\"", with: "\""))
}

@Test(arguments: [
  ("=1+1", "'=1+1"), ("+3", "'+3"), ("@SUM(A1)", "'@SUM(A1)"), ("-2+3", "'-2+3"), ("--3", "'--3"), ("-x", "'-x"),
  ("  =1", "  '=1"), ("\t=1", "'\t'=1"), ("\tx", "'\tx"), ("\nx", "'\nx"), ("a;=1", "a;'=1"), ("a\n@b", "a\n'@b"),
  ("'=1", "''=1"), ("''-x", "'''-x"), ("\u{FF1D}1", "'\u{FF1D}1"), ("=\"a\"", "'=\"a\""),
  ("-3", "-3"), ("-12,345.67", "-12,345.67"), ("-", "-"), ("a=1", "a=1"), ("'a", "'a"), ("'", "'"), ("a\tb", "a\tb"),
  ("a;b", "a;b"), ("", ""), (" ", " "), ("ñ", "ñ"), ("\u{FF10}", "\u{FF10}"),
])
func textsThatASpreadsheetWouldRunGetAnApostrophe(text: String, guarded: String) throws {
  #expect(try written(text) == guarded)
}

@Test func numbersStayNumbers() throws {
  var builder = try TableBuilder([("i", .integer), ("d", .decimal), ("n", .number), ("t", .text)])
  try builder.append([.integer(-3), .decimal(ExactDecimal(mantissa: -150, scale: 2)), .number(-0.25), .missing])
  #expect(builder.table.spreadsheetCSV == builder.table.canonicalCSV)
  #expect(String(decoding: builder.table.spreadsheetCSV, as: UTF8.self) == "i,d,n,t\n-3,-1.50,-0.25,\n")
}

/// Every text of a few signs comes back as it was, and none that is written begins a cell with a sign.
@Test func whatIsWrittenForPeopleIsReadAsItWas() throws {
  let signs = ["=", "-", "'", ";", "\t", "\n", " ", "3", "a", "\u{FF20}"]
  var texts = [""]
  for _ in 0..<4 { texts += texts.flatMap { text in signs.map { text + $0 } } }
  let distinct = Set(texts).sorted()
  var builder = try TableBuilder([("t", .text)])
  for text in distinct { try builder.append([.text(text)]) }
  let bytes = builder.table.spreadsheetCSV
  let read = try CSVReader(columns: [ColumnSpec("t", .text, .partial)]).read(bytes, name: "t.csv")
  #expect(try read.unguarded.texts("t") == builder.table.texts("t"))
  let guarded = try read.texts("t")
  #expect(Set((0..<guarded.count).map { guarded[$0] }).count == distinct.count)
  for row in 0..<guarded.count {
    let text = guarded[row] ?? "="
    #expect(!["=", "\u{FF20}", "\t", "\n"].contains { text.hasPrefix($0) })
    #expect(text.ranges(of: ";=").isEmpty && text.ranges(of: "\t=").isEmpty && text.ranges(of: "\n=").isEmpty)
  }
}
