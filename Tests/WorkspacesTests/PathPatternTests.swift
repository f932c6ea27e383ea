import Testing
import Workspaces

@Suite struct PathPatternTests {
  @Test(arguments: [
    ("data/a.csv", "data/a.csv", true), ("data/a.csv", "data/b.csv", false), ("data/a.csv", "data", false),
    ("data/a.csv", "data/*", true), ("data/in/a.csv", "data/*", false), ("data/in/a.csv", "data/**", true),
    ("data/in/a.csv", "**/a.csv", true), ("a.csv", "**/a.csv", true), ("data/in/a.csv", "**/in/**", true),
    ("data/in/a.csv", "**/**/**", true), ("data/in/a.csv", "data/**/b.csv", false), ("data/.a", "data/*", false),
    ("data/a.csv", "data/?.csv", true), ("data/ab.csv", "data/?.csv", false),
  ])
  func namesPaths(path: String, pattern: String, isNamed: Bool) {
    #expect(PathPattern.names(path, by: pattern) == isNamed)
  }

  /// A pattern that could be matched in very many ways is decided at once.
  @Test func noPatternTakesLong() {
    let path = Array(repeating: "a", count: 2_000).joined(separator: "/") + "/b"
    let pattern = Array(repeating: "**/a", count: 500).joined(separator: "/") + "/c"
    #expect(!PathPattern.names(path, by: pattern))
    #expect(!PathPattern.fits(String(repeating: "a", count: 5_000), String(repeating: "*a", count: 500) + "c"))
  }
}
