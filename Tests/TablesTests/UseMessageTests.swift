import Diagnostics
import Tables
import Testing

/// What programs that use tables wrongly are told.
@Suite struct UseMessageTests {
  private func message(_ body: () throws(TableMessage) -> Void) -> String? {
    do throws(TableMessage) {
      try body()
      return nil
    } catch {
      return Diagnostic(error).rendered()
    }
  }

  @Test func columns() throws {
    let builder = try TableBuilder([("votes", .integer)])
    #expect(
      message { () throws(TableMessage) in _ = try builder.table.integers("vots") }
        == "error[T060] the table has no column 'vots'\n  did you mean 'votes'?")
    #expect(
      message { () throws(TableMessage) in _ = try builder.table.dateTimes("votes") }
        == "error[T061] the column 'votes' holds integer, not date_time")
  }

  @Test func columnsOfSeveralLengths() throws {
    var long = try TableBuilder([("b", .text)])
    try long.append(["x"])
    let a = try #require(TableBuilder([("a", .text)]).table["a"])
    let b = try #require(long.table["b"])
    #expect(
      message { () throws(TableMessage) in _ = try Table([("a", a), ("b", b)]) }
        == "error[T066] the columns of a table must be of one length, not of 0 and 1")
  }

  static let types: [(ColumnType, String)] = [
    (.integer, "T041] row 1, column 'a': 'x' is not an integer"),
    (.decimal, "T042] row 1, column 'a': 'x' is not a decimal number"),
    (.number, "T043] row 1, column 'a': 'x' is not a number"),
    (.text, "T044] row 1, column 'a': 'x' is not a text"),
    (.dateTime, "T045] row 1, column 'a': 'x' is not a date-time"),
    (.date, "T046] row 1, column 'a': 'x' is not a date"),
    (.boolean, "T047] row 1, column 'a': 'x' is not true or false"),
  ]

  @Test(arguments: types) func everyTypeHasItsSentence(type: ColumnType, text: String) {
    let message = TableMessage.field(.type(type, decimalMark: .point), row: 1, column: "a", value: "x")
    #expect(Diagnostic(message).rendered().hasPrefix("error[" + text))
  }

  @Test func builders() {
    #expect(
      message { () throws(TableMessage) in _ = try TableBuilder([("a", .text), ("a", .text)]) }
        == "error[T062] the column names of a table must be distinct, and not empty")
    func append(_ row: [Cell]) -> String? {
      message { () throws(TableMessage) in
        var builder = try TableBuilder([("a", .text), ("b", .number)])
        try builder.append(row)
      }
    }
    #expect(append(["x", 1]) == nil)
    #expect(append(["x"]) == "error[T063] 1 cell for 2 columns")
    #expect(append([1, 1]) == "error[T064] an integer does not belong in column 'a', which holds text")
    #expect(append(["x", .number(.nan)]) == "error[T065] no file can hold this value of column 'b'")
    #expect(append(["\0", 1]) == "error[T065] no file can hold this value of column 'a'")
  }
}
