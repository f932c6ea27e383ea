import Testing
import Times

@testable import Spreadsheets

private func written(_ serial: Double, _ form: CellForm, _ base: SerialTime.Base = .from1900) -> String? {
  var out = ByteBuffer()
  return SerialTime.append(serial, form, base, to: &out) ? String(decoding: out.bytes, as: UTF8.self) : nil
}

@Suite struct FormTests {
  @Test(arguments: [
    ("General", CellForm.number), ("0", .number), ("#,##0.00", .number), ("0.00E+00", .number), ("@", .number),
    ("0%", .percent), ("0.00%;[Red]-0.00%", .percent), ("\"100%\" 0", .number), ("yyyy-mm-dd", .date),
    ("dd/mm/yyyy", .date), ("mmm", .date), ("[$-C0A]d \"de\" mmmm \"de\" yyyy", .date), ("m/d/yy h:mm", .dateTime),
    ("yyyy\\-mm\\-dd\\ hh:mm:ss", .dateTime), ("h:mm AM/PM", .time), ("mm:ss.0", .time), ("[h]:mm:ss", .elapsed),
    ("[mm]:ss", .elapsed), ("[Red]0", .number), ("[Blue][>=100]0", .number), ("0 \"days\"", .number),
    ("_-* #,##0.00\\ \"h\"_-", .number), ("h\"h\"mm", .time), ("a/p h", .time),
  ])
  func codesTellForms(code: String, form: CellForm) { #expect(CellForm(code: code) == form) }

  @Test func builtInFormats() {
    #expect(CellForm(builtIn: 0) == .number && CellForm(builtIn: 10) == .percent && CellForm(builtIn: 14) == .date)
    #expect(CellForm(builtIn: 20) == .time && CellForm(builtIn: 22) == .dateTime && CellForm(builtIn: 46) == .elapsed)
    #expect(CellForm(builtIn: 164) == nil)
  }

  /// Every day of both calendars, against days that are counted one by one.
  @Test func daysAreCounted() throws {
    var day = try #require(Day(iso: "1900-01-01"))
    for serial in 1..<60_000 where serial != 60 {
      let text = written(Double(serial), .date)
      guard text == "\(day)" else {
        Issue.record("\(serial) is \(text ?? "nothing"), not \(day)")
        return
      }
      day = Day(ordinal: day.ordinal + 1)
    }
    day = try #require(Day(iso: "1904-01-01"))
    for serial in 0..<60_000 {
      let text = written(Double(serial), .date, .from1904)
      guard text == "\(day)" else {
        Issue.record("\(serial) is \(text ?? "nothing"), not \(day)")
        return
      }
      day = Day(ordinal: day.ordinal + 1)
    }
  }

  @Test func timesAreRoundedToSeconds() {
    #expect(written(43_065.99999999, .dateTime) == "2017-11-27 00:00:00")
    #expect(written(43_065.5 + 1 / 86_400.0, .dateTime) == "2017-11-26 12:00:01")
    #expect(written(0, .time) == "00:00:00" && written(100.5, .elapsed) == "2412:00:00")
    #expect(written(2_958_465, .date) == "9999-12-31")
    for none in [60, 0, -1, 2_958_466, .infinity, .nan] { #expect(written(none, .date) == nil) }
    #expect(written(1, .number) == nil && written(1, .percent) == nil)
  }
}
