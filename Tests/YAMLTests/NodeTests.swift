import Diagnostics
import Testing
import YAML

/// Every node with its place, in the order of the text.
private func places(_ text: String) -> [String] {
  func walk(_ node: Node) -> [String] {
    let own = place(node.range) + (node.alias.map { " by " + place($0) } ?? "")
    switch node.content {
    case .scalar(let scalar): return ["\(scalar.text) \(own)"]
    case .sequence(let items): return ["[] \(own)"] + items.flatMap(walk)
    case .mapping(let entries): return ["{} \(own)"] + entries.flatMap { walk($0.key) + walk($0.value) }
    }
  }
  return parseYAML(SourceText(name: "t", text)).root.map(walk) ?? []
}

@Test func rangesOfListsAndMappingsEndWithTheirLastValue() {
  #expect(
    places("a:\n  b: 1\n  c:\n  - x\n\n# end\nd: 2\n") == [
      "{} 1:1-7:5", "a 1:1-2", "{} 2:3-4:6", "b 2:3-4", "1 2:6-7", "c 3:3-4", "[] 4:3-6", "x 4:5-6", "d 7:1-2",
      "2 7:4-5",
    ])
  #expect(
    places("[ a, {b: c} , [d: e] ]  # x") == [
      "[] 1:1-23", "a 1:3-4", "{} 1:6-12", "b 1:7-8", "c 1:10-11", "[] 1:15-21", "{} 1:16-20", "d 1:16-17", "e 1:19-20",
    ])
}

@Test func rangesOfScalarsLeaveOutPropertiesAndBlankLines() {
  #expect(
    places("- &a !!str  'it''s'\n- !!str\n  b\n- *a\n- |\n  c\n\n- \"d\n  e\"\n- f\n  g\n") == [
      "[] 1:1-11:4", "it's 1:13-20", "b 3:3-4", "it's 1:13-20 by 4:3-5", "c\n 5:3-6:4", "d e 8:3-9:5", "f g 10:3-11:4",
    ])
}

@Test func valuesThatAreNotWrittenStandBehindWhatIsBeforeThem() {
  #expect(places("a:  \n\nb:\n") == ["{} 1:1-3:3", "a 1:1-2", " 1:3-3", "b 3:1-2", " 3:3-3"])
  #expect(places("? a\n? b\n") == ["{} 1:1-2:4", "a 1:3-4", " 1:4-4", "b 2:3-4", " 2:4-4"])
  #expect(places("-\n- &x\n- !!str  \n") == ["[] 1:1-3:8", " 1:2-2", " 2:5-5", " 3:8-8"])
  #expect(places("--- # x\n") == [" 1:8-8"])
}

@Test func columnsCountScalarsUnderTabsWideCharactersAndCarriageReturns() {
  #expect(
    places("\u{FEFF}選挙: \"e\u{301}\" # ñ\r\n\"🗳\":\tx\r\n") == [
      "{} 1:1-2:7", "選挙 1:1-3", "e\u{301} 1:5-9", "🗳 2:1-4", "x 2:6-7",
    ])
}

@Test func nodesAreReachedByKeyAndIndex() {
  let root = parseYAML(SourceText(name: "t", "a: [x, &y {b: 1}]\nc: *y\n2017: d")).root
  #expect(root?["a"]?[1]?["b"]?.scalar?.value == .integer(1))
  #expect(root?["c"]?["b"]?.scalar?.text == "1")
  #expect(root?["c"].map { place($0.place) } == "2:4-6")
  #expect(root?["a"]?[1].map { place($0.place) } == "1:11-17")
  #expect(root?["2017"]?.scalar?.text == "d")
  #expect(root?.keyRange(of: "c").map(place) == "2:1-2")
  #expect(root?["x"] == nil && root?[0] == nil && root?["a"]?[2] == nil && root?["a"]?[-1] == nil)
  #expect(root?["a"]?["x"] == nil && root?.keyRange(of: "x") == nil && root?.scalar == nil)
}

@Test func stylesAndTextsAreKept() {
  let root = parseYAML(SourceText(name: "t", "[45.170, 'a', \"b\\n\"]")).root
  #expect(root?[0]?.scalar == Scalar(text: "45.170", style: .plain, value: .float(45.17)))
  #expect(root?[1]?.scalar == Scalar(text: "a", style: .singleQuoted, value: .string))
  #expect(root?[2]?.scalar == Scalar(text: "b\n", style: .doubleQuoted, value: .string))
  let blocks = parseYAML(SourceText(name: "t", "- |\n  a\n- >\n  a\n")).root
  #expect(blocks?[0]?.scalar?.style == .literal && blocks?[1]?.scalar?.style == .folded)
}

@Test func keysAreTheSameByTagAndValue() {
  func count(_ keys: String...) -> Int {
    let text = "{" + keys.map { "\($0): x" }.joined(separator: ", ") + "}"
    return parseYAML(SourceText(name: "t", text)).diagnostics.count
  }
  #expect(count("1", "0x1", "0o1", "+1", "01", "!!int '1'") == 5)
  #expect(count("1", "\"1\"", "1.0", "!!str 1", "true", "'true'") == 1)
  #expect(count("1.0", "1e0", "0.0", "-0.0", ".nan", ".NaN", ".inf", "+.inf") == 4)
  #expect(count("~", "null", "!!null ''", "'null'") == 2)
  #expect(count("true", "True", "false") == 1)
  #expect(count("a", "'a'", "\"\\x61\"", "A") == 2)
  #expect(count("\"\\xE9\"", "\"e\\u0301\"") == 1)
  #expect(count("&a a", "*a ") == 1)
  #expect(count("'<<'", "\"<\\u003C\"") == 1)
  #expect(count("!!str <<", "'<'") == 0)
}

@Test func theFirstOfTwoEqualKeysStays() {
  #expect(describe(parseYAML(SourceText(name: "t", "{a: 1, a: 2, <<: 3, [x]: 4}")).root) == #"{"a": 1}"#)
}

@Test func documentsInAllTheirDress() {
  #expect(describe("%YAML 1.2 # yes\n# x\n--- # y\na: b\n... # z\n# w\n...\n") == #"{"a": "b"}"#)
  #expect(describe("---\n") == "null")
  #expect(describe("--- |\n %x\n") == "\"%x\\n\"")
  #expect(describe("a: {\"b\":1, c: http://x.y/z?q#r}") == #"{"a": {"b": 1, "c": "http://x.y/z?q#r"}}"#)
  #expect(describe("\"\\0\\x1B\\u2028\"") == "\u{0}\u{1B}\u{2028}".debugDescription)
}
