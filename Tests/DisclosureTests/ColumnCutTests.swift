import TestSupport
import Testing

@testable import Disclosure

@Suite struct ColumnCutTests {
  private func cut(
    _ text: String, _ columns: [String], by delimiter: Character = ",", header: Int = 1
  ) -> (text: String, missing: [String]) {
    let cut = ColumnCut(of: columns, delimiter: delimiter.asciiValue ?? 0, quote: UInt8(ascii: "\""), header: header)
    let (bytes, missing) = Array(text.utf8).withUnsafeBytes { cut.cut($0) }
    return (String(decoding: bytes, as: UTF8.self), missing)
  }

  @Test func theOthersStayAsTheyAre() {
    #expect(cut("a,b,c\n1,2,3\n", ["b"]).text == "a,c\n1,3\n")
    #expect(cut("a,b,c\r\n1,\"2, \"\"x\"\"\ny\",3\r\n,,", ["b"]).text == "a,c\r\n1,3\r\n,")
    #expect(cut("a,b,c\n1,\"2\n\",3", ["a", "c"]).text == "b\n\"2\n\"")
    #expect(
      cut("\u{FEFF}\"tel \"\"x\"\"\";nota;a\n1;2;\"3\"\n", ["tel \"x\"", "a"], by: ";").text == "\u{FEFF}nota\n2\n")
    #expect(cut("Title, of all\n\na,b\n1,2\n", ["a"], header: 3).text == "Title, of all\n\nb\n2\n")
    #expect(cut("a,b\n1\n1,2,3\n", ["b"]).text == "a\n1\n1,3\n")
    // One name that stands twice is cut twice.
    #expect(cut("a,b,a\n1,2,3\n", ["a"]).text == "b\n2\n")
  }

  @Test func whatIsNotThereIsTold() {
    #expect(cut("a,b\n", ["c", "a", "d"]).missing == ["c", "d"])
    #expect(cut("", ["c"]).missing == ["c"] && cut("a", ["a"], header: 3).missing == ["a"])
    #expect(cut("A,b\n1,2\n", ["a"]) == ("A,b\n1,2\n", ["a"]))
  }

  /// Tables of any fields: the cut one is what would have been written without the column.
  @Test func cuttingIsWritingWithout() {
    var generator = Seeded(seed: 7)
    let words = ["", "1", "ñ", "a b", "\"x,y\"", "\"l1\nl2\"", "\"\"\"q\"\"\"", "9988-7766"]
    for _ in 0..<300 {
      let (width, rows) = (2 + generator.number(below: 4), generator.number(below: 5))
      let heads = (0..<width).map { "h\($0)" }
      let gone = Set(heads.filter { _ in generator.once(in: 3) })
      let table = [heads] + (0..<rows).map { _ in heads.map { _ in words[generator.number(below: words.count)] } }
      let end = generator.once(in: 2) ? "\r\n" : "\n"
      func text(_ without: Set<String>) -> String {
        table.map { row in zip(heads, row).filter { !without.contains($0.0) }.map(\.1).joined(separator: ",") + end }
          .joined()
      }
      guard gone.count < width else { continue }
      #expect(cut(text([]), Array(gone)).text == text(gone))
    }
  }
}
