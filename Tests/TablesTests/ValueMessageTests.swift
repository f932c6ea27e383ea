import Tables
import Testing

/// Values that are wrong, with exactly what users see.
@Suite struct ValueMessageTests {
  private func value(_ text: String, _ spec: ColumnSpec, _ format: CSVFormat = CSVFormat()) -> String {
    let quoted = "\"" + text.replacing("\"", with: "\"\"") + "\""
    let line = outcome(of: "v\n\(quoted)\n", [spec], format)
    let head = "t.csv:2:1 error["
    return line.hasPrefix(head) ? String(line.dropFirst(head.count)) : line
  }

  @Test(
    arguments: [
      ("1,234", "write 1234, without thousands separators, or say 'format: {thousands: comma}'"),
      ("-1,234,567", "write -1234567, without thousands separators, or say 'format: {thousands: comma}'"),
      (
        "1.234.567",
        "write 1234567, without thousands separators, or say 'format: {thousands: point, decimal_mark: comma}'"
      ),
      ("1 234", "write 1234, without thousands separators, or say 'format: {thousands: blank}'"),
      ("1'234", "write 1234, without thousands separators, or say 'format: {thousands: apostrophe}'"),
      ("12.0", "write 12, without a fraction"),
      ("-12,00", "write -12, without a fraction"),
      ("12.5", "an integer has no fraction"),
      (" 12", "remove the blanks around the number, or say 'format: {trim: true}'"),
      ("12\t", "remove the blanks around the number, or say 'format: {trim: true}'"),
      ("+12", "leave out the plus sign"),
      ("12%", "a percentage is no count; the number itself is wanted"),
      ("12 %", "a percentage is no count; the number itself is wanted"),
      ("#REF!", "a spreadsheet could not work it out; put the value itself"),
      ("31O", "is it 310? a letter stands for a digit"),
      ("1e3", "write all digits, without an exponent"),
      ("1.2E+05", "write all digits, without an exponent"),
      ("NA", "if it stands for a value that is missing, say 'format: {missing: [\"NA\"]}'"),
      ("-", "if it stands for a value that is missing, say 'format: {missing: [\"-\"]}'"),
      ("", "where the value is missing, leave out the quotes, or say 'format: {missing: [\"\"]}'"),
      ("twelve", nil), ("12a", nil), ("1-2", nil), ("--1", nil), (" ", nil), ("١٢", nil),
      ("1,23", "an integer has no fraction"),
      ("\"", nil),
    ] as [(String, String?)])
  func integers(_ text: String, _ hint: String?) {
    let shown = text.replacing("\t", with: "\\u{9}").replacing("\"", with: "\"\"")
    #expect(
      value(text, ColumnSpec("v", .integer))
        == "T041] row 1, column 'v': '\(shown)' is not an integer" + (hint.map { "\n  \($0)" } ?? ""))
  }

  @Test(
    arguments: [
      ("45,17", "write 45.17, or write 'format: {decimal_mark: comma}'"),
      ("1,234.5", "write 1234.5, without thousands separators, or say 'format: {thousands: comma}'"),
      (
        "1.234.567",
        "write 1234567, without thousands separators, or say 'format: {thousands: point, decimal_mark: comma}'"
      ),
      ("1 234.5", "write 1234.5, without thousands separators, or say 'format: {thousands: blank}'"),
      ("45.17%", "leave out the percent sign"),
      (".5", "write 0.5"),
      ("-5.", "write -5"),
      ("1e-3", "write all digits, without an exponent"),
      (" 1.5 ", "remove the blanks around the number, or say 'format: {trim: true}'"),
      ("n/a", "if it stands for a value that is missing, say 'format: {missing: [\"n/a\"]}'"),
      ("1.2.3", nil), ("x", nil),
    ] as [(String, String?)])
  func decimals(_ text: String, _ hint: String?) {
    #expect(
      value(text, ColumnSpec("v", .decimal))
        == "T042] row 1, column 'v': '\(text)' is not a decimal number" + (hint.map { "\n  \($0)" } ?? ""))
  }

  @Test func decimalCommas() {
    let format = CSVFormat(decimalMark: .comma)
    #expect(
      value("45.17", ColumnSpec("v", .decimal), format)
        == "T042] row 1, column 'v': '45.17' is not a decimal number\n  write 45,17, or write 'format: {decimal_mark: point}'"
    )
    #expect(
      value("1.234,5", ColumnSpec("v", .decimal), format)
        == "T042] row 1, column 'v': '1.234,5' is not a decimal number\n  write 1234,5, without thousands separators, or say 'format: {thousands: point}'"
    )
  }

  @Test func numbers() {
    let spec = ColumnSpec("v", .number)
    #expect(
      value("nan", spec)
        == "T043] row 1, column 'v': 'nan' is not a number\n  if it stands for a value that is missing, say 'format: {missing: [\"nan\"]}'"
    )
    #expect(value("inf", spec) == "T043] row 1, column 'v': 'inf' is not a number")
    #expect(value("0x1p3", spec) == "T043] row 1, column 'v': '0x1p3' is not a number")
    #expect(value("1e999", spec) == "T050] row 1, column 'v': '1e999' is too large for a number")
  }

  @Test func sizes() {
    #expect(
      value("9223372036854775808", ColumnSpec("v", .integer))
        == "T048] row 1, column 'v': '9223372036854775808' is too large for an integer")
    #expect(
      value("-9223372036854775809", ColumnSpec("v", .integer))
        == "T048] row 1, column 'v': '-9223372036854775809' is too large for an integer")
    for text in ["92233720368547758.08", "0.0000000000000000001"] {
      #expect(
        value(text + (text.hasPrefix("9") ? "0" : ""), ColumnSpec("v", .decimal))
          == "T049] row 1, column 'v': '\(text + (text.hasPrefix("9") ? "0" : ""))' has too many digits\n"
          + "  at most 18 digits, and 18 places")
    }
    let long = String(repeating: "x", count: 80)
    #expect(
      value(long, ColumnSpec("v", .integer))
        == "T041] row 1, column 'v': '\(long.prefix(60))…' is not an integer")
  }

  @Test(arguments: [
    ("2017-11-28", "a day names no instant: add time and offset from UTC, as in 2017-11-28T00:00:00-06:00"),
    ("2017-11-28T00:00:00", "add the offset from UTC, as in 2017-11-28T00:00:00-06:00"),
    ("2017-11-28 00:00:00Z", "put a T between date and time"),
    (
      "2017-11-28 00:00:00",
      "put a T between date and time, and add the offset from UTC, as in 2017-11-28T00:00:00-06:00"
    ),
    ("28/11/2017", "write date, time and offset from UTC, as in 2017-11-28T00:00:00-06:00"),
    (
      "28/11/2017 18:05:00",
      "write date, time and offset from UTC, as in 2017-11-28T00:00:00-06:00, or say how it is written: 'time: DD/MM/YYYY hh:mm:ss'"
    ),
    ("2017-02-30T00:00:00Z", "write date, time and offset from UTC, as in 2017-11-28T00:00:00-06:00"),
    ("NA", "if it stands for a value that is missing, say 'format: {missing: [\"NA\"]}'"),
  ])
  func dateTimes(_ text: String, _ hint: String) {
    #expect(
      value(text, ColumnSpec("v", .dateTime)) == "T045] row 1, column 'v': '\(text)' is not a date-time\n  \(hint)")
  }

  @Test(arguments: [
    ("28/11/2017", "write year, month and day, as in 2017-11-26, or say how it is written: 'time: DD/MM/YYYY'"),
    ("11-28-2017", "write year, month and day, as in 2017-11-26, or say how it is written: 'time: MM-DD-YYYY'"),
    ("2017.3.9", "write year, month and day, as in 2017-11-26, or say how it is written: 'time: YYYY.M.D'"),
    (
      "3/4/2017 9:05",
      "write year, month and day, as in 2017-11-26, or say how it is written: 'time: D/M/YYYY h:mm' or 'time: M/D/YYYY h:mm'"
    ),
    ("13/13/2017", "write year, month and day, as in 2017-11-26"),
    ("3/4/17", "write year, month and day, as in 2017-11-26"),
    ("3/4/2017 noon", "write year, month and day, as in 2017-11-26"),
    ("//", "write year, month and day, as in 2017-11-26"),
    ("2017-02-29", "the calendar has no such day"),
    ("2017-11-28T00:00:00Z", "write the day alone, as in 2017-11-26"),
    ("", "where the value is missing, leave out the quotes, or say 'format: {missing: [\"\"]}'"),
  ])
  func dates(_ text: String, _ hint: String) {
    #expect(value(text, ColumnSpec("v", .date)) == "T046] row 1, column 'v': '\(text)' is not a date\n  \(hint)")
  }

  @Test(arguments: ["1", "yes", "si", "verdader", "t"])
  func booleans(_ text: String) {
    #expect(
      value(text, ColumnSpec("v", .boolean))
        == "T047] row 1, column 'v': '\(text)' is not true or false\n  write true or false")
  }

  @Test func allowedTexts() {
    let basis = ColumnSpec("v", .text, allowed: ["stated", "inferred", "unknown"])
    #expect(value("inferred", basis) == "v\ninferred\n")
    #expect(
      value("infered", basis)
        == "T051] row 1, column 'v': 'infered' is none of 'stated', 'inferred', 'unknown'\n  did you mean 'inferred'?")
    #expect(value("", basis) == "T051] row 1, column 'v': '' is none of 'stated', 'inferred', 'unknown'")
    let many = ColumnSpec("v", .text, allowed: (1...10).map { "kind_number_\($0)" })
    #expect(
      value("z", many)
        == "T051] row 1, column 'v': 'z' is none of 'kind_number_1', 'kind_number_2', 'kind_number_3', "
        + "'kind_number_4', 'kind_number_5', 'kind_number_6', 'kind_number_7', 'kind_number_8' and 2 others")
  }

  @Test func ranges() {
    let integer = ColumnSpec("v", .integer, least: 0, most: ExactDecimal(mantissa: 105, scale: 1))
    #expect(value("-1", integer) == "T052] row 1, column 'v': '-1' is less than 0")
    #expect(value("11", integer) == "T053] row 1, column 'v': '11' is more than 10.5")
    let share = ColumnSpec("v", .decimal, least: 0, most: 100)
    #expect(value("-0.01", share) == "T052] row 1, column 'v': '-0.01' is less than 0")
    #expect(value("100.001", share) == "T053] row 1, column 'v': '100.001' is more than 100")
    let number = ColumnSpec("v", .number, least: -1, most: 1)
    #expect(value("-1.5", number) == "T052] row 1, column 'v': '-1.5' is less than -1")
    #expect(value("1e9", number) == "T053] row 1, column 'v': '1e9' is more than 1")
  }

  @Test func missingValues() {
    #expect(
      outcome(of: "v\n\n", [ColumnSpec("v", .integer)])
        == "t.csv:2:1 error[T040] row 1, column 'v': the value is missing")
  }
}
