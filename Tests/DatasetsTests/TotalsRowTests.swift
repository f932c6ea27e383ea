import Tables
import TestSupport
import Testing

@testable import Datasets

/// Rows that add up others: found where they are, weighed by what chance gives.
@Suite struct TotalsRowTests {
  private static let header = "sheet,registered,valid,votes_oak,votes_elm\n"

  /// The sum of three among five small sheets is a coincidence, and told as a doubt; of large ones it is none, unless the
  /// workspace says so.
  @Test func sumsBySize() throws {
    func file(_ times: Int) -> String {
      let rows = [("Roma", 10, 4), ("Paris", 3, 20), ("Lima", 20, 2), ("Madrid", 33, 26), ("Quito", 30, 29)]
      return "sheet,votes_oak,votes_elm\n" + rows.map { "\($0),\($1 * times),\($2 * times)\n" }.joined()
    }
    let doubt = """
      sheets.csv warning[K201] row 4 ('Madrid'), column 'sheet': the row adds up other rows: is it a total?
        leave it out with 'where:', or name its key under 'not_totals:' if it is none
      """
    #expect(try MappedSheets().doubts(file(1)) == [doubt])
    #expect(
      MappedSheets().told(file(100))
        == """
        sheets.csv error[K115] row 4, column 'sheet': the row adds up other rows: it is a total, not a sheet
          leave it out with 'where:', or name its key under 'not_totals:' if it is a sheet
        """)
    let sheets = MappedSheets { $0.notTotals = ["Madrid"] }
    #expect(try sheets.doubts(file(1)) == [] && sheets.doubts(file(100)) == [])
    #expect(
      MappedSheets { $0.notTotals = ["Madrid", "Turin"] }.told(file(1))
        == "sheets.csv error[K159] no row has the key 'Turin', which 'not_totals' names")
  }

  /// A total that is wrong is what observers look for.
  @Test func totalsThatAreOff() throws {
    let rows = "1,300,110,60,50\n2,280,95,35,60\n3,310,120,70,50\n4,295,131,71,60\n"
    func told(_ key: String, _ total: String) throws -> [String] {
      try MappedSheets().doubts(Self.header + rows + "\(key),\(total)\n")
    }
    #expect(
      try told("5", "1185,456,237,220") == [
        """
        sheets.csv warning[K221] row 5 ('5'), column 'sheet': the row adds up other rows, but for 1: is it a total that is wrong?
          leave it out with 'where:', or name its key under 'not_totals:' if it is none
        """
      ])
    #expect(try told("SUMA", "1185,450,235,216").count == 1)
    // Far from the sum, by its name alone.
    #expect(
      try told("Total", "1185,500,270,230") == [
        """
        sheets.csv warning[K202] row 5 ('Total'), column 'sheet': 'Total' reads like the name of a total
          leave it out with 'where:', or name its key under 'not_totals:' if it is none
        """
      ])
    #expect(try told("Totana", "1185,500,270,230") == [])
    #expect(try told("5", "1185,500,270,230") == [])
  }

  /// Sound files of any size hold no total, and one that is put into them is found: whole, and off by one.
  @Test func plantedTotals() {
    var random = Seeded(seed: 5)
    var coincidences = 0
    for size in [4, 5, 8, 20, 100, 400] {
      for _ in 0..<50 {
        let scale = Int64([300, 1000, 5000][Int(random.next() % 3)])
        var columns = (0..<4).map { _ in (0..<size).map { _ in Int64(random.next() % UInt64(scale)) } }
        func found() -> [TotalsRow] {
          let all = columns.map { Column<Int64>(values: $0) }
          return TotalsRow.rows(of: Array(all.prefix(3)), [all[3]], count: columns[0].count)
        }
        if !found().isEmpty { coincidences += 1 }
        for place in columns.indices { columns[place].append(columns[place].reduce(0, +)) }
        let row = size
        #expect(found().contains(TotalsRow(row: row, isCertain: true, difference: 0)))
        columns[0][row] += 1
        #expect(found().contains { $0.row == row && $0.difference == 1 })
      }
    }
    #expect(coincidences == 0)
  }

  @Test(arguments: [
    ("1,20,20,9,5,6,2\n2,40,26,3,20,3,1\n3,50,30,20,9,1,7\n4,50,40,20,20,,2\n", ["blank"]),
    ("1,20,22,9,5,6,2\n2,40,27,3,20,3,1\n3,50,37,20,9,1,7\n", ["blank", "null"]),
  ])
  func validVotesThatIncludeOthers(_ rows: String, _ parts: [String]) throws {
    let text = "sheet,registered,valid,votes_oak,votes_elm,blank,null\n" + rows
    let less = parts.count == 1 ? parts[0] : "[blank, null]"
    #expect(
      try MappedSheets().doubts(text) == [
        """
        sheets.csv warning[K222] column 'valid': on 3 of 3 rows it is the votes of the options and '\(parts.joined(separator: "', '"))' together
          write 'valid: {from: valid, less: \(less)}' under 'columns', so that it is the votes of the options alone
        """
      ])
    #expect(try MappedSheets { $0.columns = ["valid": .init(["valid"], less: parts)] }.doubts(text) == [])
  }

  @Test func aHeaderAlone() throws {
    #expect(
      try MappedSheets().doubts(Self.header) == [
        """
        sheets.csv warning[K223] the file has no rows, and perhaps a header alone
          is it complete? if it is, say 'expect: {rows: 0}'
        """
      ])
    #expect(try MappedSheets { $0.expected.rows = 0 }.doubts(Self.header) == [])
  }
}
