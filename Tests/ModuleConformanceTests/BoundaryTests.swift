import BuiltIn
import ModuleKit
import TestSupport
import Testing

/// Numbers at the ends of what can be written give a value or an error, in every parameter and every column.
@Suite struct BoundaryTests {
  private static let modules = builtInModules.compactMap { $0 as? SwiftModule }

  // MARK: Parameters

  /// Values of a schema at its ends, and just beyond them; nil for one that has no ends.
  private static func ends(of shape: Schema.Shape) -> (inside: [Value], beyond: [Value])? {
    switch shape {
    case .integer(let range):
      let beyond = [range.lowerBound.subtractingReportingOverflow(1), range.upperBound.addingReportingOverflow(1)]
      return (
        [.integer(range.lowerBound), .integer(range.upperBound)],
        beyond.filter { !$0.overflow }.map { .integer($0.partialValue) } + [.number(1e300), .number(.infinity)]
      )
    case .number(let range):
      return (
        [.number(range.lowerBound), .number(range.upperBound)],
        [.number(range.lowerBound.nextDown), .number(range.upperBound.nextUp), .integer(.min), .integer(.max)]
      )
    case .string(.duration):
      return (
        ["0s", "0.000000000000000001s", "36525d", "3155760000s"],
        ["36525.00001d", "3155760001s", "999999999999999999d", "-1s", "1e9d"]
      )
    case .string(.proportion):
      return (
        ["0", "1", "0.000000000000000001", "1/999999999999999999", "999999999999999999/999999999999999999"],
        ["1.000001", "2/1", "1/0", "-0.1", "1/9999999999999999999", .number(1.5), .integer(2)]
      )
    case .any, .boolean, .string, .choice, .list, .object, .map, .either: return nil
    }
  }

  @Test func everyNumberHasEnds() {
    var count = 0
    for module in Self.modules {
      for operation in module.manifest.operations {
        for parameter in operation.parameters {
          guard let ends = Self.ends(of: parameter.schema.shape) else { continue }
          count += 1
          let name = "\(module.manifest.id).\(operation.id).\(parameter.name)"
          for value in ends.inside { #expect(parameter.schema.problems(of: value) == [], "\(name)") }
          for value in ends.beyond { #expect(parameter.schema.problems(of: value).count == 1, "\(name) \(value)") }
          if case .integer(let range) = parameter.schema.shape { #expect(range.upperBound < .max, "\(name)") }
          if case .number(let range) = parameter.schema.shape { #expect(range.upperBound < 1e9, "\(name)") }
        }
      }
    }
    #expect(count > 20)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let module: SwiftModule
    let operation, parameter: String
    let value: Value
    let example: FindingExample
    var testDescription: String { "\(operation) with \(parameter) \(value)" }
  }

  /// Each end of each parameter over the first example that its operation has.
  static let cases = modules.flatMap { module in
    module.manifest.operations.flatMap { operation -> [Case] in
      guard let example = module.examples.first(where: { $0.operation == operation.id })?.example else { return [] }
      return operation.parameters.flatMap { parameter in
        (ends(of: parameter.schema.shape)?.inside ?? []).map {
          Case(
            module: module, operation: operation.id, parameter: parameter.name, value: $0, example: example)
        }
      }
    }
  }

  @Test(arguments: cases) func anOperationAtTheEndsOfItsParameters(_ it: Case) async throws {
    let run = try OperationRun(it.module, it.operation).giving(it.example).with([it.parameter: it.value])
    do {
      _ = try await run.outcome()
    } catch {
      #expect(!Diagnostic.all(of: error).isEmpty && DiagnosticsError(of: error) != nil)
    }
  }

  // MARK: Columns

  private static let numbers = [
    "-9223372036854775809", "-9223372036854775808", "-9223372036854775807", "9223372036854775806",
    "9223372036854775807", "9223372036854775808", "-1", "9999999999", "10000000000", "10000000001",
    "99999999999999999999999999", "0.0000000000000000001", "-999999999999999999", "999999999999999999",
  ]

  /// A value that a column takes.
  private static func value(of column: KindColumn) -> String {
    let spec = column.specification
    return switch spec.type {
    case .integer, .decimal, .number: "1"
    case .text: spec.allowed.first ?? "a"
    case .dateTime: "2017-11-26T00:00:00Z"
    case .date: "2017-11-26"
    case .boolean: "true"
    }
  }

  /// What a row that gives a column has to give beside it.
  private static let others = [
    "bulletins.counted_sheets_percent": ["votes_oak": "1"], "bulletins.counted_sheets": ["votes_oak": "1"],
    "bulletins.total_sheets": ["votes_oak": "1"], "bulletins.valid_votes": ["votes_oak": "1"],
    "bulletins.inconsistent_sheets": ["votes_oak": "1"], "bulletins.blank_votes": ["votes_oak": "1"],
    "bulletins.null_votes": ["votes_oak": "1"],
    "bulletins.lead": ["leader": "oak"], "recounts.boxes_differ": ["original_counts_held": "true"],
    "ballot_checks.draw": ["paper": "oak"], "ballot_checks.ballot": ["paper": "oak"],
    "ballot_checks.last_draw": ["paper": "oak"],
    "batch_totals.ballots": ["votes_oak": "0", "votes_elm": "0"],
    "batch_totals.valid_votes": ["votes_oak": "0", "votes_elm": "0"],
    "batch_totals.cast": ["votes_oak": "0", "votes_elm": "0"],
    "batch_totals.votes_oak": ["votes_elm": "0"], "batch_totals.votes_elm": ["votes_oak": "0"],
    "batch_counts.ballots": ["votes_oak": "0", "votes_elm": "0"],
    "batch_counts.valid_votes": ["votes_oak": "0", "votes_elm": "0"],
    "batch_counts.not_found": ["votes_oak": "0", "votes_elm": "0"],
    "batch_counts.votes_oak": ["votes_elm": "0"], "batch_counts.votes_elm": ["votes_oak": "0"],
    "round_tallies.ballots": ["votes_elm": "0"], "round_tallies.valid_votes": ["votes_elm": "0"],
    "round_tallies.not_found": ["votes_oak": "0", "votes_elm": "0"],
    "round_tallies.votes_oak": ["votes_elm": "0"], "round_tallies.votes_elm": ["votes_oak": "0"],
  ]

  /// What the row that has `cells`, and what every row must have, is read as in a file of `kind`.
  private static func read(_ kind: any AnyDatasetKind, _ cells: [String: String]) throws {
    let declaration = DatasetDeclaration(
      contest: kind.takes.contains(.contest) ? OperationRun.contest : nil,
      track: kind.takes.contains(.track) ? .official : nil, areas: kind.takes.contains(.areas) ? ["region"] : [])
    let columns = kind.columns(for: declaration)
    let row = columns.map { column in
      // Columns that a row may lack exclude one another.
      cells[column.name] ?? ([.key, .required].contains(column.role) ? value(of: column) : "")
    }
    let csv = columns.map(\.name).joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n"
    try ScratchFile.with(csv) { path in
      let source = try kind.source(declaration, dataset: kind.id, path: path, name: "t.csv", zone: OperationRun.zone)
      _ = try kind.content(of: source)
    }
  }

  @Test func everyColumnOfNumbersAtTheEndsOfIntegers() throws {
    var (read, refused) = (0, 0)
    for kind in sharedKinds + Self.modules.flatMap(\.kinds) {
      let declaration = DatasetDeclaration(contest: OperationRun.contest, track: .official, areas: ["region"])
      for column in kind.columns(for: declaration)
      where [.integer, .decimal, .number].contains(column.specification.type) {
        for number in Self.numbers + ["1"] {
          do {
            let others = Self.others["\(kind.id).\(column.name)"] ?? [:]
            try Self.read(kind, others.merging([column.name: number]) { $1 })
            read += 1
          } catch let error as DiagnosticsError {
            refused += 1
            #expect(
              number != "1" && error.all.contains { $0.message.contains("'\(column.name)'") },
              "\(kind.id) \(number): \(error.all.map(\.message))")
          }
        }
      }
    }
    // Each column reads 1; most read the largest number of people as well.
    #expect(read > 100 && refused > 400, "\(read) read, \(refused) refused")
  }

  @Test(arguments: ["unix_seconds", "unix_milliseconds"], BoundaryTests.numbers)
  func timesAtTheEndsOfIntegers(_ notation: String, _ number: String) throws {
    let kind = try #require(sharedKinds.first { $0.id == "sheets" })
    var declaration = DatasetDeclaration(contest: OperationRun.contest, track: .official)
    for name in ["published_from", "published_to"] {
      var source = ColumnSource(["t"])
      source.time = TimeNotation(notation)
      declaration.columns[name] = source
    }
    let csv = "sheet,votes_oak,votes_elm,published_basis,t\n1,1,1,stated,\(number)\n"
    do {
      try ScratchFile.with(csv) { path in
        _ = try kind.source(declaration, dataset: "sheets", path: path, name: "t.csv", zone: OperationRun.zone)
      }
      #expect(["-1", "9999999999", "10000000000", "10000000001"].contains(number) || notation != "unix_seconds")
    } catch let error as DiagnosticsError {
      #expect(
        error.all.allSatisfy { ["K118", "K156", "K157", "T041", "T048"].contains($0.code) },
        "\(error.all.map(\.message))")
    }
  }
}
