import TestSupport
import Testing

@testable import Tables

private func column(_ texts: [String?]) throws -> TextColumn {
  var builder = try TableBuilder([("text", .text)])
  for text in texts { try builder.append([text.map(Cell.text) ?? .missing]) }
  return try builder.table.texts("text")
}

@Test func rowsAreMatchedByTheirTexts() throws {
  let keys = try column(["a", "b", nil, "", "a", "ñandú", "a b"])
  #expect(try column(["b", "a", "c", nil, "", "ñandú", "a b", "a"]).matches(in: keys) == [1, 0, -1, -1, 3, 5, 6, 0])
  #expect(try column([]).matches(in: keys).isEmpty)
  #expect(try column(["a", nil]).matches(in: try column([])) == [-1, -1])
}

/// Against a dictionary, with texts that share beginnings and lengths.
@Test func matchingIsThatOfADictionary() throws {
  for count in [1, 7, 8, 9, 1000] {
    let keys = (0..<count).map { "station-\($0 * $0 % 997)" }
    let wanted = (0..<count * 2).map { "station-\($0)" }
    let rows = Dictionary(keys.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
    #expect(try column(wanted).matches(in: try column(keys)) == wanted.map { rows[$0] ?? -1 })
  }
}

/// Keys that a file is known to repeat nowhere are matched by walking along both: in order, with gaps on either side,
/// behind a stretch that the other lacks, and in no order at all.
@Test(arguments: 0..<40) func keysInMuchTheSameOrderAreMatched(seed: Int) throws {
  var generator = Seeded(seed: UInt64(seed))
  var (mine, other) = ([String](), [String]())
  for number in 0..<Int.random(in: 1...4000, using: &generator) {
    let key = "\(number / 7)-\(number)"
    let stretch = number / 600 % 3
    if stretch != 1, Int.random(in: 0..<10, using: &generator) > 0 { mine.append(key) }
    if stretch != 2, Int.random(in: 0..<10, using: &generator) > 0 { other.append(key) }
  }
  if seed % 4 == 3 { other.shuffle(using: &generator) }
  let rows = Dictionary(uniqueKeysWithValues: other.enumerated().map { ($1, Int32($0)) })
  let keys = try keyColumn(other)
  #expect(try keyColumn(mine).matches(in: keys) == mine.map { rows[$0] ?? -1 })
  // Those asked for may repeat, and some rows may be left out.
  let twice = mine + mine.reversed()
  #expect(try column(twice).matches(in: keys) == twice.map { rows[$0] ?? -1 })
}

private func keyColumn(_ texts: [String]) throws -> TextColumn {
  let text = "key\n" + texts.map { $0 + "\n" }.joined()
  return try reader([ColumnSpec("key", .text, .key)]).read(Array(text.utf8), name: "t.csv").texts("key")
}

/// Groups are those of a dictionary, in the order of their first rows.
@Test func rowsAreGroupedByTheirTexts() throws {
  let coarse = try column(["n", "n", "s", "n", "s", nil]).grouped()
  #expect(coarse.rows == [0, 0, 1, 0, 1, 2] && coarse.first == [0, 2, 5])
  let fine = try column(["a", "b", "a", "a", nil, nil]).grouped(within: coarse)
  #expect(fine.rows == [0, 1, 2, 0, 3, 4] && fine.first == [0, 1, 2, 4, 5])
  let codes = try column(["x", nil, "y", "x", nil]).encoded
  #expect(codes.codes == [0, -1, 1, 0, -1] && codes.texts == ["x", "y"])

  let many = (0..<5000).map { "place-\($0 * $0 % 4099)" }
  var known: [String: Int32] = [:]
  let wanted = many.map { text in
    if known[text] == nil { known[text] = Int32(known.count) }
    return known[text] ?? -1
  }
  #expect(try column(many).grouped().rows == wanted)
}

/// Texts short and long, in two bytes a letter, missing and repeated.
@Test func textsAreJoined() throws {
  let long = String(repeating: "ñ", count: 200)
  let (a, b) = (try column(["1", nil, long, "", "1"]), try column(["x", "y", long, "z", "x"]))
  func texts(_ column: TextColumn) -> [String?] { (0..<column.count).map { column[$0] } }
  #expect(try texts(TextColumn(joining: [a, b], count: 5)) == ["1-x", nil, long + "-" + long, "-z", "1-x"])
  #expect(
    try texts(TextColumn(joining: [a, b], count: 5, separator: " ", empty: "no")) == [
      "1 x", "no y", long + " " + long, " z", "1 x",
    ])
  #expect(try texts(TextColumn(joining: [], count: 2)) == ["", ""])
  // Long texts that stand once in their columns can be too much in every row.
  #expect(throws: TextColumn.JoiningFault.tooMuch(limit: 800)) {
    try TextColumn(joining: [a, b], count: 5, separator: "-", empty: nil, limit: 800)
  }
  #expect(throws: Never.self) { try TextColumn(joining: [a, b], count: 5, separator: "-", empty: nil, limit: 900) }
}
