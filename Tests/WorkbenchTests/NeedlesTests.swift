import TestSupport
import Testing

@testable import Workbench

/// Several byte strings are found in one pass, as one by one.
@Suite struct NeedlesTests {
  @Test func allAreFoundWhereTheyStand() {
    var random = Seeded(seed: 1994)
    var hits = 0
    for _ in 0..<1_000 {
      // Few letters, so that beginnings, ends and overlaps abound.
      func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...2, using: &random) } }
      let needles = (0..<Int.random(in: 1...5, using: &random)).map { _ in bytes(Int.random(in: 2...6, using: &random))
      }
      let text = bytes(Int.random(in: 0...40, using: &random))
      var found: [[Int]] = []
      text.withUnsafeBytes { Needles(needles).forEach(in: $0) { found.append([$1, $0]) } }
      let expected = text.indices.flatMap { place in
        needles.indices.filter { text[place...].starts(with: needles[$0]) }.map { [place, $0] }
      }
      #expect(found == expected)
      hits += found.count
    }
    #expect(hits > 1_500)
  }
}
