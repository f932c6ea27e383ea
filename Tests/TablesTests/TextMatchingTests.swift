import Tables
import Testing

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
