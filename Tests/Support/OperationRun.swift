public import ModuleKit

/// Runs an operation of a module as the host does, over datasets given as lines of CSV or as files.
///
///     let run = OperationRun(counts, "timeline")
///     let outcome = try await run.giving("id,source,votes_oak,votes_elm\na,court,5,4", as: "bulletins").outcome()
///
/// The kind of a dataset is that of the input it is given as; dataset and input have one name.
public struct OperationRun: Sendable {
  /// The zone of the mission.
  public static let zone: Zone = {
    guard let zone = Zone("America/Tegucigalpa") else { preconditionFailure("the system lacks its time zones") }
    return zone
  }()

  /// A made-up contest of the options `oak` and `elm`.
  public static let contest = Contest(
    "council", rule: .plurality, options: [.init("oak", name: Text("Oak")), .init("elm", name: Text("Elm"))])

  /// The instant whose knowledge the datasets given from then on are restricted to.
  public var asOf: Instant?
  /// The seed of draws.
  public var seed: UInt64 = 0
  private let module: any Module
  private var request: Request

  /// A run of `operation` of `module`.
  public init(_ module: any Module, _ operation: String, with parameters: [String: Value] = [:]) {
    (self.module, request) = (module, Request(operation))
    request.parameters = parameters
  }

  /// The run with `parameters` beside those it has.
  public func with(_ parameters: [String: Value]) -> OperationRun {
    var run = self
    run.request.parameters.merge(parameters) { $1 }
    return run
  }

  /// The run whose datasets are restricted to what was known at `instant`.
  public func known(at instant: Instant) -> OperationRun {
    var run = self
    run.asOf = instant
    return run
  }

  /// The run with the rows of `csv` as its input `input`; unless declared otherwise, those of ``contest``.
  public func giving(
    _ csv: String, as input: String, _ declaration: DatasetDeclaration = DatasetDeclaration(contest: contest)
  ) throws -> OperationRun {
    try ScratchFile.with(csv.hasSuffix("\n") ? csv : csv + "\n") { path in
      try giving(path: path, named: "\(input).csv", as: input, declaration)
    }
  }

  /// The run with the file at `path`, of that name unless given another, as its input `input`.
  public func giving(
    path: String, named name: String? = nil, as input: String,
    _ declaration: DatasetDeclaration = DatasetDeclaration(contest: contest)
  ) throws -> OperationRun {
    let kind = try kind(of: input)
    var declaration = declaration
    if !kind.takes.contains(.contest) { declaration.contest = nil }
    if kind.takes.contains(.track) { declaration.track = declaration.track ?? .official }
    var source = try kind.source(declaration, dataset: input, path: path, name: name ?? path, zone: Self.zone)
    if let asOf { source = kind.known(source, at: asOf) }
    var run = self
    run.request.inputs[input] = LoadedDataset(source, kind: kind, content: try kind.content(of: source))
    return run
  }

  /// The run with the datasets and parameters of `example`.
  public func giving(_ example: FindingExample) throws -> OperationRun {
    try example.inputs.reduce(with(example.parameters)) { run, input in
      let header = input.value.lines.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
      let options = Self.contest.options + (header.contains { $0.hasSuffix("_ash") } ? [Self.ash] : [])
      return try run.giving(
        input.value.lines, as: input.key,
        DatasetDeclaration(
          contest: Contest(Self.contest.id, rule: Self.contest.rule, options: options), track: input.value.track,
          areas: ["region", "place"].filter(header.contains)))
    }
  }

  /// What the run gives.
  /// - Throws: what the operation throws.
  public func outcome() async throws -> Outcome { try await module.run(request, context) }

  /// The sentences of the problems with which the run fails, hints behind them; none where it does not fail.
  public func problems() async -> [String] {
    do {
      _ = try await outcome()
      return []
    } catch let error as ModuleError {
      return error.problems.map { $0.message + ($0.hint.map { " | \($0)" } ?? "") }
    } catch {
      return ["\(error)"]
    }
  }

  private static let ash = Contest.Option("ash", name: Text("Ash"))

  private var context: Context {
    Context(
      mission: Mission(
        id: "test", title: Text("Test"), electionDay: Day(ordinal: 17_496), zone: Self.zone,
        languages: [.english, .spanish], notice: nil), asOf: asOf, seed: seed)
  }

  private func kind(of input: String) throws -> any AnyDatasetKind {
    let operation = module.manifest.operations.first { $0.id == request.operation }
    let id = operation?.inputs.first { $0.name == input }?.kind
    guard let kind = (sharedKinds + module.kinds).first(where: { $0.id == id }) else { throw UnknownInput(name: input) }
    return kind
  }

  /// A dataset was given as an input that the operation does not have.
  struct UnknownInput: Error { let name: String }
}

extension Outcome {
  /// The findings of `code`.
  public func all(_ code: String) -> [Finding] { findings.filter { $0.code == code } }
  /// The codes of the findings.
  public var codes: Set<String> { Set(findings.map(\.code)) }

  /// The one finding of `code`, or the one of them about `subject`.
  public func one(_ code: String, about subject: String? = nil) throws -> Finding {
    let all = all(code).filter { subject == nil || $0.subject == subject }
    guard all.count == 1 else { throw NotOne(code: code, subject: subject, count: all.count) }
    return all[0]
  }

  /// The rows of a table whose first cells are `start`.
  public func rows(_ name: String, _ start: Cell...) throws -> [[Cell]] {
    guard let table = tables[name] else { throw NotOne(code: name, subject: nil, count: 0) }
    return (0..<table.rowCount).map { table.cells($0) }.filter { Array($0.prefix(start.count)) == start }
  }

  /// There is not just one of what was asked for.
  struct NotOne: Error { let code: String, subject: String?, count: Int }
}
