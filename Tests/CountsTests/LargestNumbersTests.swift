import ModuleKit
import TestSupport
import Testing

@testable import Counts

/// Files full of the largest numbers that a file may hold: every operation ends, with findings
/// or with a sentence that says what is wrong, and no sum or product stops the program.
struct LargestNumbersTests {
  /// What every third number is, the others being the largest.
  enum Filling: String, CaseIterable, CustomTestStringConvertible {
    case largest = "10000000000"
    case zero = "0"
    case one = "1"
    case missing = ""

    var testDescription: String { "\(self)" }

    func value(_ row: Int, _ column: Int) -> String { (row + column) % 3 == 0 ? rawValue : Self.largest.rawValue }
  }

  private static let rows = 400
  /// What operations must be told; each of them also runs as it is by default.
  private static let parameters: [String: [[String: Value]]] = [
    "compare": [["sampled": "random", "per": "region"]],
    "late": [["cut": "2017-11-27T00:30:00Z", "threshold": 10, "per": "region"]],
    "quick_count": [
      ["probability_sample": "stratified_random", "per": "region"],
      ["probability_sample": "clustered", "cluster": "region", "denominator": "all"],
      ["probability_sample": "not_random"],
    ],
    "screen": [["per": "region"], ["denominator": "all"]],
    "sheets": [["allowance": 1, "limit": 1, "per": "region"]],
    "klimek": [["repeats": 10]],
  ]

  @Test(arguments: counts.manifest.operations.map(\.id), Filling.allCases)
  func everyOperationEnds(_ id: String, _ filling: Filling) async throws {
    let operation = try #require(counts.manifest.operations.first { $0.id == id })
    let run = try operation.inputs.filter { (id, $0.name) != ("quick_count", "strata") }
      .reduce(OperationRun(counts, id, contest: Samples.threeWay, seed: 1)) { run, input in
        let kind = try #require((sharedKinds + counts.kinds).first { $0.id == input.kind })
        let declaration = DatasetDeclaration(
          contest: Samples.threeWay, areas: kind.takes.contains(.areas) ? ["region"] : [])
        return try run.giving(csv(kind, declaration, filling), as: input.name, declaration)
      }
    for parameters in [[:]] + Self.parameters[id, default: []] {
      do {
        let outcome = try await run.outcome(parameters)
        #expect(!outcome.findings.isEmpty || !outcome.tables.isEmpty, "\(parameters)")
      } catch let error as DiagnosticsError {
        #expect(!error.all.isEmpty && error.all.allSatisfy { !$0.message.isEmpty })
      }
    }
  }

  /// Rows of `kind`, every one of which it admits.
  private func csv(_ kind: any AnyDatasetKind, _ declaration: DatasetDeclaration, _ filling: Filling) -> String {
    let columns = kind.columns(for: declaration)
    let rows = ["sheets", "stations"].contains(kind.id) ? Self.rows : 6
    let lines = (0..<rows).map { row in
      columns.enumerated().map { cell($1, row, $0, filling, kind.id) }.joined(separator: ",")
    }
    return ([columns.map(\.name).joined(separator: ",")] + lines).joined(separator: "\n")
  }

  private func cell(_ column: KindColumn, _ row: Int, _ place: Int, _ filling: Filling, _ kind: String) -> String {
    if column.role == .key { return kind == "area_totals" ? "r\(row)" : "k\(row)" }
    switch column.name {
    case "published_from", "published_to": return "2017-11-27T00:\("\(100 + row * 60 / Self.rows)".dropFirst()):00Z"
    case "region": return "r\(row % 6)"
    case "stratum": return "k\(row % 6)"
    case "option", "leader": return "oak"
    case "topic", "unit": return "votes"
    case "source": return "court"
    case "counted_sheets", "inconsistent_sheets": return "1"
    case "total_sheets": return Filling.largest.rawValue
    case "counted_sheets_percent": return "50.00"
    case "value_low", "value_high": return ""
    default: break
    }
    return switch column.values {
    case .integer: column.role == .required ? Filling.largest.rawValue : filling.value(row, place)
    case .decimal: filling.value(row, place)
    default: ""
    }
  }
}
