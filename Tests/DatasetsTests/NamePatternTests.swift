import TestSupport
import Testing

@testable import Datasets

/// Names are held against patterns whole, and the part that is taken is the one that the shortest text before it leaves.
@Suite struct NamePatternTests {
  @Test(arguments: [
    ("*.csv", "north.csv", true), ("*.csv", ".csv", true), ("*.csv", "north.csv.gz", false),
    ("*.csv", "north.CSV", false),
    ("north.csv", "north.csv", true), ("n*h*.csv", "north.csv", true), ("n*x*.csv", "north.csv", false),
    ("*", "", true),
    ("", "", true), ("", "a", false), ("**", "a", true), ("*ó*.csv", "región.csv", true),
  ])
  func matching(pattern: String, name: String, matches: Bool) {
    #expect(NamePattern(pattern).matches(name) == matches)
  }

  @Test(
    arguments: [
      ("trep_{}.csv.gz", "data/trep_2019-10-20_19-40-57.csv.gz", "2019-10-20_19-40-57"),
      ("*TODOS {}.json", "HN.PRESIDENTE.00-TODOS.000-TODOS 2025-12-03 16_25_27.json", "2025-12-03 16_25_27"),
      ("data/{}/results.csv", "data/north/results.csv", "north"), ("{}", "data/a.csv", "a.csv"),
      ("{}.csv", "a.csv.csv", "a.csv"), ("*-{}-*.csv", "a-b-c-d.csv", "b"), ("a{}c", "ac", nil),
      ("{}.csv", "a.txt", nil),
      ("x_{}.csv", "data/x_ñ.csv", "ñ"), (nil, "data/a.csv", "a.csv"),
    ] as [(String?, String, String?)])
  func taking(pattern: String?, path: String, part: String?) {
    #expect(FileNamePart(pattern: pattern).text(of: path) == part)
  }

  @Test(arguments: ["a.csv", "", "{}{}", "a_{}_{}", "{", "{ }"])
  func patternsThatTakeNoPartOrTwo(pattern: String) { #expect(NamePattern(taking: pattern) == nil) }

  /// Against every way of sharing a name out among the pieces, by short names and patterns of three letters.
  @Test func asTryingEveryWayFinds() {
    var random = Seeded(seed: 7)
    func text(_ letters: [String], _ count: Int) -> String {
      (0..<count).map { _ in letters[random.number(below: letters.count)] }.joined()
    }
    for _ in 0..<2_000 {
      let name = text(["a", "b"], random.number(below: 7))
      let (before, behind) = (
        text(["a", "b", "*"], random.number(below: 4)), text(["a", "b", "*"], random.number(below: 4))
      )
      let whole = before + behind
      #expect(NamePattern(whole).matches(name) == Self.ways(whole[...], name[...]), "\(whole) \(name)")
      let taken = NamePattern(taking: before + "{}" + behind)?.part(of: name)
      // The part begins as early as it can, and is then as short as it can be.
      let best = name.indices.lazy.flatMap { start in
        name[start...].indices.map { (start, name.index(after: $0)) }
      }.first { Self.ways(before[...], name[..<$0.0]) && Self.ways(behind[...], name[$0.1...]) }
      #expect(taken == best.map { String(name[$0.0..<$0.1]) }, "\(before){}\(behind) \(name)")
    }
  }

  private static func ways(_ pattern: Substring, _ name: Substring) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if first == "*" {
      return ways(pattern.dropFirst(), name) || !name.isEmpty && ways(pattern, name.dropFirst())
    }
    return name.first == first && ways(pattern.dropFirst(), name.dropFirst())
  }

  /// A pattern of nothing but stars takes no longer than any other.
  @Test func manyStars() {
    #expect(!NamePattern(String(repeating: "*a", count: 100)).matches(String(repeating: "a", count: 99) + "b"))
  }
}
