import ModuleKit
import Testing

/// Results hold numbers in JSON and in CSV: written alike in both.
@Suite struct CanonicalNumberTests {
  @Test(arguments: 0..<300) func tablesAndFindingsWriteAlike(_ seed: UInt64) throws {
    var arbitrary = Arbitrary(seed: seed)
    let exponent = Int.random(in: -300...300, using: &arbitrary)
    let numbers = [
      arbitrary.number(),
      Double.random(in: -10...10, using: &arbitrary) * Double(sign: .plus, exponent: exponent, significand: 1),
      -0.0, 0x1p53, 0x1p53 - 1, 1e15, 0.1 + 0.2,
    ]
    let table = try CodedTable("t", Text("t"), columns: [.init("n", .number, Text("n"))]).table(
      numbers.map { [.number($0)] })
    let lines = String(decoding: table.canonicalCSV, as: UTF8.self).split(separator: "\n").dropFirst()
    #expect(lines.map(String.init) == numbers.map { String(decoding: Value.number($0).canonicalJSON, as: UTF8.self) })
  }
}
