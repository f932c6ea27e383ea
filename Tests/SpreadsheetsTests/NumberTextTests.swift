import TestSupport
import Testing

@testable import Spreadsheets

/// The text that a cell's number is written as; nil where it is none.
private func written(_ text: String, shift: Int = 0, mark: String = ".") -> String? {
  var out = ByteBuffer()
  var copy = text
  let isNumber = copy.withUTF8 { NumberText.append($0, shift: shift, mark: Array(mark.utf8)[0], to: &out) }
  return isNumber ? String(decoding: out.bytes, as: UTF8.self) : nil
}

@Suite struct NumberTextTests {
  @Test(arguments: [
    ("250", "250"), ("-3", "-3"), ("0", "0"), ("-0", "0"), ("007", "7"), ("+5", "5"), ("5.0", "5"), ("12.50", "12.5"),
    (".5", "0.5"), ("5.", "5"), ("0.30000000000000004", "0.3"), ("0.10000000000000001", "0.1"),
    ("1.1499999999999999", "1.15"), ("2.9999999999999996", "3"), ("9.9999999999999999E2", "1000"),
    ("99999999999999.995", "100000000000000"), ("-0.0000001", "-0.0000001"), ("1E3", "1000"), ("1.5e-3", "0.0015"),
    ("1.23456789012345E+15", "1234567890123450"), ("9007199254740993", "9007199254740993"),
    ("123456789012345678", "123456789012345678"), ("0.000", "0"), ("1e300", "1e300"), ("1e-300", "1e-300"),
  ])
  func areTheShortestThatSayWhatIsShown(text: String, expected: String) { #expect(written(text) == expected) }

  @Test(arguments: ["", "-", ".", "1,5", "1e", "e5", "0x10", "NaN", "INF", "1 000", "1e99999", "--1", "1.2.3"])
  func othersAreNone(text: String) { #expect(written(text) == nil) }

  @Test func percentsAndMarks() {
    #expect(written("0.525", shift: 2) == "52.5")
    #expect(written("1", shift: 2) == "100")
    #expect(written("0.57999999999999996", shift: 2) == "58")
    #expect(written("0.00005", shift: 2) == "0.005")
    #expect(written("-1234.5", mark: ",") == "-1234,5")
  }

  /// Numbers of at most fifteen digits come back as they are, however many digits the binary number takes.
  @Test func decimalsComeBack() {
    var generator = Seeded(seed: 7)
    for _ in 0..<2_000 {
      let digits = Int.random(in: 1...999_999_999_999, using: &generator)
      let places = Int.random(in: 0...8, using: &generator)
      let value = Double(digits) / (0..<places).reduce(1.0) { power, _ in power * 10 }
      let shown = written("\(value)") ?? ""
      #expect(Double(shown) == value)
      // The next binary number is noise in the sixteenth or seventeenth digit.
      if places > 0 { #expect(written("\(value.nextUp)") == shown) }
    }
  }

  @Test func doublesAreRead() {
    for text in ["43065", "43065.586805555555", "0.5", "1e3", "-2", "", "x", "1.2.3"] {
      var copy = text
      #expect(copy.withUTF8 { NumberText.double($0) } == Double(text), "\(text)")
    }
  }
}
