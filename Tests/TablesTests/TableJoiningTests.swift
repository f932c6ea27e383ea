import Testing

@testable import Tables

/// Tables of the same columns, one behind another.
@Suite struct TableJoiningTests {
  private func table(_ text: String) throws -> Table {
    try CSVReader(columns: [
      ColumnSpec("a", .text, .optional), ColumnSpec("b", .integer, .optional), ColumnSpec("c", .boolean, .optional),
    ]).read(Array(text.utf8), name: "t.csv")
  }

  @Test func rowsFollowOneAnother() throws {
    let parts = [try table("a,b,c\nx,1,true\n,,\n"), try table("c\n"), try table("b,a\n2,x\n,ñ\n")]
    var joining = TableJoining()
    #expect(joining.table == Table())
    try joining.append(parts[0])
    #expect(joining.table == parts[0])
    for part in parts.dropFirst() { try joining.append(part) }
    #expect(try joining.table == table("a,b,c\nx,1,true\n,,\nx,2,\nñ,,\n"))
    #expect(joining.rows == [2, 0, 2])
  }
}
