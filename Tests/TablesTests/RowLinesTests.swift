import Tables
import Testing

/// The lines on which rows begin, found again.
@Suite struct RowLinesTests {
  @Test(arguments: [16, 40, 1 << 18])
  func linesOfRows(_ block: Int) throws {
    var text = "Title\n\nid,note\r\n"
    var lines: [Int: Int] = [:]
    var line = 4
    for row in 0..<200 {
      lines[row] = line
      let breaks = row % 7 == 3 ? 2 : row % 7 == 5 ? 1 : 0
      text += "r\(row),\"" + String(repeating: "a\n", count: breaks) + "b\"" + (row % 2 == 0 ? "\r\n" : "\n")
      line += breaks + 1
    }
    var foreign = reader([], CSVFormat(headerLine: 3), block: block)
    foreign.isForeign = true
    #expect(try foreign.lines(of: Set(0..<200), in: Array(text.utf8), name: "t.csv") == lines)
    #expect(
      try foreign.lines(of: [199, 3], in: Array(text.utf8), name: "t.csv")
        == lines.filter { $0.key == 3 || $0.key == 199 })
    #expect(try foreign.lines(of: [200], in: Array(text.utf8), name: "t.csv") == [:])
    #expect(try foreign.lines(of: [], in: Array("Title\n\nid\n".utf8), name: "t.csv") == [:])
  }
}
