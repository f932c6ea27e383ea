import Diagnostics
import TestSupport
import Testing
import YAML

private func said(_ text: String) -> String { render(parseYAML(SourceText(name: "t", text)).diagnostics) }

private let tooDeep = "Y018 lists and mappings are nested more than 100 deep"
private let tooMany = "Y019 the document holds more than 100000 values, its aliases followed"

@Test func tenThousandBracketsAreRefused() {
  #expect(said(String(repeating: "[", count: 10_000)) == "1:101-102 " + tooDeep)
  #expect(said(String(repeating: "{", count: 10_000)) == "1:101-102 " + tooDeep)
  #expect(said(String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)) == "1:101-102 " + tooDeep)
  #expect(said(String(repeating: "- ", count: 10_000)) == "1:201-201 " + tooDeep)
  #expect(said(String(repeating: "? ", count: 10_000)) == "1:201-201 " + tooDeep)
  #expect(said(String(repeating: "[\n", count: 100_000)) == "101:1-2 " + tooDeep)
  let stairs = (0..<500).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
  #expect(said(stairs) == "101:101-101 " + tooDeep)
}

@Test func aHundredLevelsAreRead() {
  let brackets = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
  #expect(describe(brackets) == brackets)
}

@Test func aliasBombsAreRefused() {
  // Nine doublings by ten, the "billion laughs".
  var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
  for level in 1...9 {
    bomb += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
  }
  #expect(said(bomb).hasSuffix(tooMany))
  // Depth by aliases: each level wraps the one before.
  let tower = "a0: &a0 []\n" + (1...200).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
  #expect(said(tower) == "100:12-16 " + tooDeep)
  let many = "[&a x" + String(repeating: ", *a", count: 99_999) + "]"
  #expect(said(many).hasSuffix(tooMany))
}

@Test func documentsJustWithinTheLimitsAreRead() {
  let many = "[&a x" + String(repeating: ", *a", count: 99_998) + "]"
  #expect(parseYAML(SourceText(name: "t", many)).diagnostics.isEmpty)
  let keys = (0..<49_999).map { "k\($0): v\n" }.joined()
  let parsed = parseYAML(SourceText(name: "t", keys))
  #expect(parsed.diagnostics.isEmpty && parsed.root?["k49998"]?.scalar?.text == "v")
  let long = "a: " + String(repeating: "é", count: 200_000)
  #expect(parseYAML(SourceText(name: "t", long)).root?["a"]?.scalar?.text.unicodeScalars.count == 200_000)
}

/// Texts whose reading must not take time that grows with the square of their length.
@Test func longTextsOfOneKindAreReadInReasonableTime() {
  let count = 50_000
  let lines = String(repeating: "%TAG ! a\n", count: count)
  #expect(said(lines + "---\na").hasSuffix("Y008 49950 more problems are not shown"))
  #expect(said("a\n...\n" + lines).contains("Y016"))
  #expect(said(String(repeating: "\u{1}", count: count)).hasSuffix("Y008 49950 more problems are not shown"))
  #expect(said("a: \"" + String(repeating: "\\n", count: count) + "\"") == "")
  #expect(said("a: " + String(repeating: "9", count: count)).contains("Y027"))
  #expect(said("a: ." + String(repeating: "9", count: count)) == "")
  #expect(
    said("a: 0." + String(repeating: "0", count: count) + "1e" + String(repeating: "9", count: 100)).contains("Y028"))
  #expect(said("- " + String(repeating: "\n", count: count)) == "")
  #expect(said(String(repeating: "#\n", count: count) + "a") == "")
  #expect(said("[" + String(repeating: "a: b, ", count: 20_000) + "]") == "")
  #expect(said("{" + String(repeating: "a, ", count: 40_000) + "}").hasSuffix("Y008 39949 more problems are not shown"))
  #expect(said(String(repeating: "&a ", count: count)).contains("Y0"))
  #expect(said(String(repeating: "a ", count: count) + ": b").contains("Y0"))
}

@Test func randomAndMutatedBytesAreReadOrRefused() {
  var generator = Seeded(seed: 7)
  let seed = Array(
    "%YAML 1.2\n--- !!map\na: &x [1, 'b', \"c\\n\", {d: e}]\n選: |+\n  f\n\n? g\n: >-2\n   h\ni: *x\nj:\n- k\n- - l\n...\n"
      .utf8)
  for round in 0..<1_500 {
    var bytes = round % 4 == 0 ? (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) } : seed
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.insert(seed.randomElement(using: &generator) ?? 0, at: place)
      default: bytes.remove(at: place)
      }
    }
    let source = SourceText(name: "t", text: bytes)
    let parsed = parseYAML(source)
    let isSound = parsed.diagnostics.allSatisfy { diagnostic in
      guard let range = diagnostic.location?.range else { return diagnostic.code != "Y047" }
      return range.start <= range.end && source.line(range.start.line) != nil && diagnostic.code != "Y047"
    }
    #expect(isSound && (parsed.root != nil || !parsed.diagnostics.isEmpty), "\(bytes)")
  }
}

/// A text that every alias names again takes its room in messages, checks and keys each time.
@Test func aliasesOfLongTextsAreRefused() {
  let limits = YAMLLimits(bytes: 1000, depth: 100, nodes: 100_000, problems: 50)
  func said(_ aliases: Int) -> String {
    let text = "[&a \(String(repeating: "x", count: 300))" + String(repeating: ", *a", count: aliases) + "]"
    return render(parseYAML(SourceText(name: "t", text), limits: limits).diagnostics)
  }
  #expect(said(2) == "")
  #expect(said(3) == "1:315-317 Y048 the texts of the document take more than 1000 bytes, its aliases followed")
}

/// Fifteen thousand anchors, and as many aliases of others: no near name is looked for.
@Test func unknownAliasesAmongManyAnchorsAreToldQuickly() {
  let anchors = (0..<15_000).map { "&a\($0) 1" }.joined(separator: ", ")
  let aliases = (0..<15_000).map { "*b\($0)" }.joined(separator: ", ")
  let told = said("x: [\(anchors)]\ny: [\(aliases)]\n").split(separator: "\n")
  #expect(told.count == 51 && told.last == "Y008 14950 more problems are not shown")
  #expect(told.first == "2:5-8 Y020 the alias *b0 has no anchor &b0 before it")
}
