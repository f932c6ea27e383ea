import ModuleKit
import TestSupport
import Testing

/// Everything that can go wrong between the host and an operation: the sentence, and a run that brings it about.
@Suite struct KitMessageTests {
  private func problems(_ request: Request) async throws -> [Diagnostic] {
    let sample = KindSample()
    do {
      _ = try await census.run(request, sample.context)
      return []
    } catch let error as ModuleError {
      return error.problems
    }
  }

  private func expect(
    _ problems: [Diagnostic], _ texts: [String], _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(problems.map { "\($0.code) \($0.message)" } == texts, sourceLocation: location)
  }

  @Test func anOperationThatIsNotThere() async throws {
    expect(try await problems(Request("tally")), ["K001 module 'census' has no operation 'tally'"])
  }

  @Test func inputsAndFilesThatAreNotGiven() async throws {
    expect(
      try await problems(Request("census_of_things")),
      ["K002 input 'bulletins' is missing: it needs a dataset of kind bulletins", "K004 file 'template' is missing"])
  }

  /// Two inputs either of which will do, and neither of which need be given alone.
  @Test func noneOfTheInputsOfWhichOneIsNeeded() async throws {
    struct Either: CodedOperation {
      static let summary = Text("either")
      static let needsOneOf = ["bulletins", "claims"]
      typealias Code = CensusOfThings.Code
      @Input(.bulletins, "counts") var bulletins: Bulletins?
      @Input(.claims, "claims") var claims: Claims?
      func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {}
    }
    let sample = KindSample()
    let module = SwiftModule("m", version: "1", operations: [Either.self])
    #expect(module.manifest.operations.map(\.needsOneOf) == [["bulletins", "claims"]])
    let error = await #expect(throws: ModuleError.self) { try await module.run(Request("either"), sample.context) }
    expect(
      error?.problems ?? [],
      ["K018 none of the inputs 'bulletins' and 'claims' is given: at least one of them is needed"])
    var request = Request("either")
    let claims = try sample.read(.claims, "id,source\nc1,eu\n")
    request.inputs["claims"] = LoadedDataset(claims.source, kind: DatasetKind.claims, content: claims)
    _ = try await module.run(request, sample.context)
  }

  @Test func anInputOfAnotherKind() async throws {
    let sample = KindSample()
    var request = try sample.request()
    let claims = try sample.read(.claims, "id,source\nc1,eu\n")
    request.inputs["bulletins"] = LoadedDataset(claims.source, kind: DatasetKind.claims, content: claims)
    expect(try await problems(request), ["K003 input 'bulletins' is not a dataset of kind bulletins"])
  }

  @Test func aParameterThatItsSchemaRefuses() async throws {
    var request = try KindSample().request()
    request.parameters["deed"] = "god"
    let problems = try await problems(request)
    expect(
      problems,
      [
        "W013 deed cannot be 'god': it is one of "
          + CensusOfThings.Deed.allCases.map(\.rawValue).joined(separator: ", ")
      ])
    #expect(problems.first?.hint == "did you mean 'good'?")
  }

  /// A parameter type whose shape admits what it cannot read.
  @Test func aParameterThatCannotBeRead() async throws {
    struct Picky: ParameterValue {
      static var shape: Schema.Shape { .any }
      init() {}
      init?(_ value: Value) { return nil }
      var value: Value { .null }
    }
    struct Choosy: CodedOperation {
      static let summary = Text("choosy")
      typealias Code = CensusOfThings.Code
      @Parameter("anything") var thing = Picky()
      func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {}
    }
    var request = Request("choosy")
    request.parameters["thing"] = 1
    let sample = KindSample()
    let error = await #expect(throws: ModuleError.self) {
      try await SwiftModule("m", version: "1", operations: [Choosy.self]).run(request, sample.context)
    }
    #expect(error?.description == "parameter 'thing' cannot be read")
    expect(error?.problems ?? [], ["K005 parameter 'thing' cannot be read"])
  }

  @Test(
    arguments: [
      (.undeclaredNumber, ["K010 the operation states 'total', which its finding 'screened' does not declare"]),
      (.undeclaredWord, ["K010 the operation states 'whom', which its finding 'counted' does not declare"]),
      (
        .incomplete,
        [
          "K011 the sentence of finding 'counted' about 'president' names something that the finding does not state"
        ]
      ),
      (.notFinite, ["K012 'total' of finding 'counted' about 'president' is not a finite number"]),
      (.twice, ["K013 two findings 'counted' are about 'president'"]),
      (.tooSevere, ["K014 finding 'too_severe' is screening, which is never more than a notice"]),
      (.forbidden, ["K015 the sentence of finding 'counted' about 'president' says 'winner' outside a quotation"]),
      (.undeclaredTable, ["K016 the operation makes a table 'other' that it does not declare with these columns"]),
      (.otherColumns, ["K016 the operation makes a table 'counted' that it does not declare with these columns"]),
      (.otherTypes, ["K016 the operation makes a table 'counted' that it does not declare with these columns"]),
      (.undeclaredFigure, ["K017 the operation makes a figure 'lines' that it does not declare"]),
      (
        .everything,
        [
          "K014 finding 'too_severe' is screening, which is never more than a notice",
          "K017 the operation makes a figure 'lines' that it does not declare",
        ]
      ),
    ] as [(CensusOfThings.Deed, [String])])
  func slipsOfTheAuthor(_ deed: CensusOfThings.Deed, _ texts: [String]) async throws {
    expect(try await problems(try KindSample().request(deed)), texts)
  }

  /// Built-in operations name their codes by an enumeration; others can name any.
  @Test func aFindingThatIsNotDeclared() throws {
    let operation = try #require(census.manifest.operations.first)
    var checked = CheckedOutcome(operation)
    checked.add("counted_twice", about: "a", [:], words: [:], from: [])
    let error = #expect(throws: ModuleError.self) { try checked.finished() }
    expect(error?.problems ?? [], ["K009 the operation makes a finding 'counted_twice' that it does not declare"])
    #expect(checked.outcome.findings.isEmpty)
  }

  @Test func numbersOfIntervalsMustBeFiniteToo() throws {
    let operation = try #require(census.manifest.operations.first)
    for interval: Quantity.Interval in [
      .confidence(level: .infinity), .assumptionRange([Assumption("a", Text("a"), low: .nan)]),
    ] {
      var checked = CheckedOutcome(operation)
      checked.add(
        "counted", about: "a", ["total": Quantity(1, .votes, interval: interval)], words: ["who": Text("x")], from: [])
      expect(
        checked.problems.map { Diagnostic($0) }, ["K012 'total' of finding 'counted' about 'a' is not a finite number"])
    }
  }

  @Test func anErrorThatNoRoomForesaw() {
    struct Surprise: Error, CustomStringConvertible { let description = "the moon is down" }
    expect(Diagnostic.all(of: Surprise()), ["K019 the moon is down"])
  }
}
