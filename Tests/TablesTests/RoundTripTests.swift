import Tables
import TestSupport
import Testing
import Times

/// What is written is read as what it was.
@Suite struct RoundTripTests {
  private static func cell(_ type: ColumnType, _ generator: inout Seeded) -> Cell {
    if Int.random(in: 0..<5, using: &generator) == 0 { return .missing }
    switch type {
    case .integer:
      return .integer(
        [0, 1, -1, .max, .min, .random(in: -999...999, using: &generator)].randomElement(using: &generator) ?? 0)
    case .decimal:
      return .decimal(
        ExactDecimal(
          mantissa: .random(in: .min ... .max, using: &generator), scale: .random(in: 0...18, using: &generator)))
    case .number:
      // Numbers of at most twelve digits are written as they are.
      let digits = Double(Int.random(in: -999_999_999_999...999_999_999_999, using: &generator))
      let text = "\(digits)e\(Int.random(in: -30...30, using: &generator))"
      return .number(Double(text.replacing(".0e", with: "e")) ?? 0)
    case .text:
      let letters = ["", "a", "\"", ",", "\n", "\r", "\r\n", "ñ", "日", "😀", " ", ";", "'", "\u{FEFF}", "x"]
      return .text(
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in letters.randomElement(using: &generator) ?? "" }
          .joined())
    case .dateTime:
      return .dateTime(
        Instant(
          seconds: .random(in: -62_167_219_200...253_402_300_799, using: &generator),
          nanoseconds: Bool.random(using: &generator) ? 0 : .random(in: 0...999_999_999, using: &generator)))
    case .date: return .date(Day(ordinal: .random(in: -719_528...2_932_896, using: &generator)))
    case .boolean: return .boolean(.random(using: &generator))
    }
  }

  @Test func anyTable() throws {
    var generator = Seeded(seed: 7)
    for _ in 0..<300 {
      let types = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
        ColumnType.allCases.randomElement(using: &generator) ?? .text
      }
      let names = types.enumerated().map { position, type in "\(type.rawValue)\"\(position),\n" }
      var builder = try TableBuilder(Array(zip(names, types)).map { (name: $0, type: $1) })
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        try builder.append(types.map { Self.cell($0, &generator) })
      }
      let table = builder.table
      let text = table.canonicalCSV
      let columns = zip(names, types).map { ColumnSpec($0, $1, .partial) }
      let read = try reader(columns, block: 64, threads: 2).read(text, name: "t.csv")
      #expect(read == table)
      #expect(read.canonicalCSV == text)
    }
  }

  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (1.0 / 3, "0.333333333333"), (-0.0, "0"), (1e15, "1000000000000000"), (2.5, "2.5"),
    (123_456_789.123_456_789, "123456789.123"), (1e21, "1e+21"), (1.5e-7, "1.5e-07"), (0.000_123, "0.000123"),
    (99999999999.96, "99999999999.96".count == 14 ? "100000000000" : ""),
  ])
  func numbersHaveTwelveDigits(_ number: Double, _ text: String) throws {
    var builder = try TableBuilder([("n", .number)])
    try builder.append([.number(number)])
    #expect(String(decoding: builder.table.canonicalCSV, as: UTF8.self) == "n\n\(text)\n")
  }
}
