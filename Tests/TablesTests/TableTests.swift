import Tables
import Testing
import Times

@Suite struct TableTests {
  private func sample() throws -> Table {
    var builder = try TableBuilder([("name", .text), ("votes", .integer), ("share", .number), ("exact", .decimal)])
    try builder.append(["ana", 3, 0.1, 2])
    try builder.append([.missing, .missing, .missing, .missing])
    try builder.append(["", 0, 1, .decimal(ExactDecimal(mantissa: 150, scale: 2))])
    return builder.table
  }

  @Test func builderMakesColumns() throws {
    let table = try sample()
    #expect(table.rowCount == 3)
    #expect(try table.texts("name")[0] == "ana")
    #expect(try table.integers("votes")[1] == nil)
    #expect(try table.numbers("share")[2] == 1)
    #expect(try table.decimals("exact")[2] == ExactDecimal(mantissa: 15, scale: 1))
    #expect(
      String(decoding: table.canonicalCSV, as: UTF8.self) == "name,votes,share,exact\nana,3,0.1,2\n,,,\n\"\",0,1,1.50\n"
    )
  }

  @Test func rowsAreFiltered() throws {
    let table = try sample()
    #expect(table.filtered(rows: [2, 0, 0]).cells(2) == table.cells(0))
    #expect(table.filtered { $0 > 0 }.cells(0) == [.missing, .missing, .missing, .missing])
    #expect(table.filtered(rows: []).rowCount == 0)
    #expect(table.filtered(rows: [0, 1, 2]) == table)
  }

  @Test func equalityIsOfValues() throws {
    let table = try sample()
    #expect(table != table.filtered(rows: [0, 1]))
    #expect(table.hashValue == table.filtered(rows: [0, 1, 2]).hashValue)
  }

  @Test func rowSetsAreSets() {
    var set = RowSet()
    #expect(set.isEmpty)
    for row in [0, 63, 64, 130] { set.insert(row) }
    #expect((0..<200).filter(set.contains) == [0, 63, 64, 130])
    #expect(set.count == 4)
    #expect(!set.contains(1_000_000))
  }
}
