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
