import TestSupport
import Testing

@testable import Disclosure

/// What the first look leaves out holds nothing.
@Suite struct FirstLookTests {
  /// Stretches as tables and texts have them, and as nobody would write them.
  private static let parts = [
    "0", "1", "2", "7", "9", "00", "504", "99", "0801", "1990", "9988", "12345", "123456", "1234567", "99887766", "-",
    "-", ".",
    ",", "--", "_", " ", "/", ":", "T", "Z", "a", "e", "P", "N", "cel", "dni", "DNI-", "tel.", "y", "b", "á", "ñ", "°",
    "–",
    "２", "(", ")", "@", "+", "arroba", "2027-02-28", "\\u0040", "\"", "x.org",
  ]

  @Test func whatIsLeftOutHoldsNothing() {
    var random = Seeded(seed: 2017)
    var (left, looked) = (0, 0)
    for _ in 0..<40_000 {
      let few = Bool.random(using: &random)
      let text = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        Self.parts[Int.random(in: 0..<(few ? 26 : Self.parts.count), using: &random)]
      }.joined()
      let bytes = Array(text.utf8)
      for isField in [true, false] {
        let isLeft = bytes.withUnsafeBytes { !FirstLook(at: $0).isWorthASecond(isAlone: isField, hasNames: false) }
        guard isLeft else {
          looked += 1
          continue
        }
        left += 1
        let piece = TextPiece(
          range: 0..<bytes.count, line: 1, lineStart: 0, field: NamedField("value"), isField: isField)
        for isJSON in [false, true] {
          #expect(LeakScan().places(in: FoldedLine(bytes, isJSON: isJSON), piece).isEmpty, "\(text)")
        }
      }
    }
    #expect(left > 30_000)
    #expect(looked > 15_000)
  }

  @Test(arguments: [
    "420", "North", "0714", "01-000-000123", "HND-0007", "3fa9c8d012e4b567", "2027-02-28T06:23:11Z", "2027-02-28",
    "14.072312",
    "1234,56", "María de los Ángeles", "queue_minutes", "123456789012",
  ])
  func fieldsThatTablesAreFullOfAreLeftOut(_ text: String) {
    let isLeft = Array(text.utf8).withUnsafeBytes { FirstLook(at: $0).isWorthASecond(isAlone: true, hasNames: false) }
    #expect(!isLeft)
  }
}
