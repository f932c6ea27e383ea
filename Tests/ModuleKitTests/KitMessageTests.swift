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
    } catch let error as DiagnosticsError {
      return error.all
    }
  }

  private func expect(
    _ problems: [Diagnostic], _ texts: [String], _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(problems.map { "\($0.code) \($0.message)" } == texts, sourceLocation: location)
  }

  /// What is looked at is what the author wrote; a name that enters it is nobody's judgement.
  @Test func wordsThatDecide() async throws {
    #expect(try await problems(try KindSample().request(.named)).isEmpty)
    #expect(census.manifest.forbiddenWords.isEmpty)
    var manifest = census.manifest
    manifest.operations[0].findings[0].caution.es = "Nada. {who} es el ganador."
    expect(
      manifest.forbiddenWords.map { Diagnostic($0) },
      [
        "K015 the words of finding '\(manifest.operations[0].findings[0].code)' say 'ganador', "
          + "which decides what a mission cannot know"
      ])
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
    struct Either: ModuleOperation {
      static let summary = Text("either")
      static let findings: [any AnyFindingKind] = []
      @Input(oneOf: .bulletins, "counts") var bulletins: Bulletins?
      @Input(oneOf: .claims, "claims") var claims: Claims?
      func run(_ findings: inout Findings, _ context: Context) async throws {}
    }
    let sample = KindSample()
    let module = SwiftModule("m", version: "1", operations: [Either.self])
    #expect(module.manifest.operations.map(\.needsOneOf) == [["bulletins", "claims"]])
    let error = await #expect(throws: DiagnosticsError.self) { try await module.run(Request("either"), sample.context) }
    expect(
      error?.all ?? [],
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
    struct Choosy: ModuleOperation {
      static let summary = Text("choosy")
      static let findings: [any AnyFindingKind] = []
      @Parameter("anything") var thing = Picky()
      func run(_ findings: inout Findings, _ context: Context) async throws {}
    }
    var request = Request("choosy")
    request.parameters["thing"] = 1
    let sample = KindSample()
    let error = await #expect(throws: DiagnosticsError.self) {
      try await SwiftModule("m", version: "1", operations: [Choosy.self]).run(request, sample.context)
    }
    #expect(error?.description == "parameter 'thing' cannot be read")
    expect(error?.all ?? [], ["K005 parameter 'thing' cannot be read"])
  }

  @Test(
    arguments: [
      (.unlisted, ["K009 the operation makes a finding 'unlisted' that it does not declare"]),
      (.wrongUnit, ["K020 'total' of finding 'counted' is in 'h', and is declared in 'votes'"]),
      (.notFinite, ["K012 'total' of finding 'counted' about 'president' is not a finite number"]),
      (.twice, ["K013 two findings 'counted' are about 'president'"]),
      (.tooSevere, ["K014 finding 'too_severe' is screening, which is never more than a notice"]),
      (.undeclaredTable, ["K016 the operation makes a table 'other' that it does not declare with these columns"]),
      (.undeclaredFigure, ["K017 the operation makes a figure 'lines' that it does not declare"]),
      (
        .unsafeFigure,
        ["K021 the operation's figure 'bars' (en) holds the element 'script', which a drawing may not"]
      ),
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

  /// Findings of built-in operations are types; external modules can name any code, number and word.
  @Test(
    arguments: [
      ("counted_twice", [:], [:], "K009 the operation makes a finding 'counted_twice' that it does not declare"),
      (
        "screened", ["total": Quantity(1, .votes)], ["who": Text("x")],
        "K010 the operation states 'total', which its finding 'screened' does not declare"
      ),
      (
        "counted", ["total": Quantity(1, .votes)], ["who": Text("x"), "whom": Text("x")],
        "K010 the operation states 'whom', which its finding 'counted' does not declare"
      ),
      (
        "counted", ["total": Quantity(1, .votes)], [:],
        "K011 the sentence of finding 'counted' about 'a' names something that the finding does not state"
      ),
      (
        "counted", [:], ["who": Text("x")],
        "K011 the sentence of finding 'counted' about 'a' names something that the finding does not state"
      ),
    ] as [(String, [String: Quantity], [String: Text], String)])
  func namesThatAreNotDeclared(
    _ code: String, _ values: [String: Quantity], _ words: [String: Text], _ text: String
  ) throws {
    var checked = CheckedOutcome(census.manifest.operations[0])
    checked.add(code, about: "a", values, words: words, from: [])
    let error = #expect(throws: DiagnosticsError.self) { try checked.finished() }
    expect(error?.all ?? [], [text])
  }

  @Test func aFindingThatIsNotDeclaredOrLacksAWordIsNotMade() {
    for code in ["counted_twice", "counted"] {
      var checked = CheckedOutcome(census.manifest.operations[0])
      checked.add(code, about: "a", [:], words: [:], from: [])
      #expect(checked.outcome.findings.isEmpty)
    }
  }

  @Test func aNumberInAnotherUnitThanDeclared() {
    var operation = OperationManifest("timeline", summary: Text("timeline"))
    operation.findings = [
      DeclaredFinding(
        "silence", .notice, Text("It took {gap}."), caution: Text("c"), method: Text("m"),
        numbers: [.init("gap", .points, Text("gap"))])
    ]
    var checked = CheckedOutcome(operation)
    checked.add("silence", about: "a", ["gap": Quantity(6.5, .hours)], words: [:], from: [])
    expect(
      checked.problems.map { Diagnostic($0) },
      ["K020 'gap' of finding 'silence' is in 'h', and is declared in 'points'"])
  }

  /// Built-in operations make tables of rows; external modules can send any.
  @Test(
    arguments: [
      ("other", [("name", .text), ("number", .number)]), ("counted", [("name", .text)]),
      ("counted", [("number", .number), ("name", .text)]), ("counted", [("name", .text), ("number", .integer)]),
    ] as [(String, [(String, ColumnType)])])
  func aTableThatIsNotDeclaredWithTheseColumns(_ name: String, _ columns: [(String, ColumnType)]) throws {
    var checked = CheckedOutcome(census.manifest.operations[0])
    checked.add(table: try TableBuilder(columns).table, as: name)
    expect(
      checked.problems.map { Diagnostic($0) },
      ["K016 the operation makes a table '\(name)' that it does not declare with these columns"])
    #expect(checked.outcome.tables.isEmpty)
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
