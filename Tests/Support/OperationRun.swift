public import ModuleKit

/// Runs an operation of a module as the host does, over datasets given as lines of CSV or as files.
///
///     let run = OperationRun(counts, "timeline")
///     let outcome = try await run.giving("id,source,votes_oak,votes_elm\na,court,5,4", as: "bulletins").outcome()
///
/// The kind of a dataset is that of the input it is given as; dataset and input have one name.
public struct OperationRun: Sendable {
  /// The zone of the mission unless a run is in another.
  public static let zone: Zone = {
    guard let zone = Zone("America/Tegucigalpa") else { preconditionFailure("the system lacks its time zones") }
    return zone
  }()

  /// A made-up contest of the options `oak` and `elm`.
  public static let contest = Contest(
    "council", rule: .plurality, options: [.init("oak", name: Text("Oak")), .init("elm", name: Text("Elm"))])

  /// The contest of datasets that are not declared to be of another.
  private let contest: Contest
  /// The datasets given so far, by input.
  public var datasets: [String: LoadedDataset] { request.inputs }
  private let module: any Module
  private let zone: Zone
  private let seed: UInt64
  private var asOf: Instant?
  private var register: Sources?
  private var request: Request

  /// A run of `operation` of `module`, whose draws come from `seed`.
  public init(
    _ module: any Module, _ operation: String, with parameters: [String: Value] = [:],
    contest: Contest = OperationRun.contest, zone: Zone = OperationRun.zone, seed: UInt64 = 0
  ) {
    (self.module, self.contest, self.zone, self.seed, request) = (module, contest, zone, seed, Request(operation))
    request.parameters = parameters
  }

  /// The run with `parameters` beside those it has.
  public func with(_ parameters: [String: Value]) -> OperationRun {
    var run = self
    run.request.parameters.merge(parameters) { $1 }
    return run
  }

  /// The run whose datasets, given from then on, are restricted to what was known at an instant in RFC 3339.
  public func known(at text: String) throws -> OperationRun {
    guard let instant = Instant(rfc3339: text) else { throw NoInstant(text: text) }
    return known(at: instant)
  }

  /// The run whose datasets, given from then on, are restricted to what was known at `instant`.
  public func known(at instant: Instant) -> OperationRun {
    var run = self
    run.asOf = instant
    return run
  }

  /// The run whose datasets, given from then on, name the sources in the register `name` of the repository.
  public func citing(file name: String) throws -> OperationRun {
    let (kind, path) = (DatasetKind.sources, Repository.path + "/" + name)
    let source = try kind.source(DatasetDeclaration(), dataset: "sources", path: path, name: name, zone: zone)
    var run = self
    run.register = try kind.content(of: source) as? Sources
    return run
  }

  /// The run with the rows of `csv` as its input `input`.
  ///
  /// Unless declared otherwise they are of the contest of the run, and columns named `region` and `place` are their areas.
  public func giving(
    _ csv: String, as input: String, _ declaration: DatasetDeclaration? = nil
  ) throws -> OperationRun {
    let header = Self.header(of: csv)
    let declaration = declaration ?? DatasetDeclaration(areas: ["region", "place"].filter(header.contains))
    return try ScratchFile.with(csv.hasSuffix("\n") ? csv : csv + "\n") { path in
      try giving(path: path, named: "\(input).csv", as: input, declaration)
    }
  }

  /// The run with the file at `path`, of that name unless given another, as its input `input`.
  public func giving(
    path: String, named name: String? = nil, as input: String, _ declaration: DatasetDeclaration = DatasetDeclaration()
  ) throws -> OperationRun {
    let kind = try kind(of: input)
    var declaration = declaration
    declaration.contest = kind.takes.contains(.contest) ? declaration.contest ?? contest : nil
    if kind.takes.contains(.track) { declaration.track = declaration.track ?? .official }
    var source = try kind.source(declaration, dataset: input, path: path, name: name ?? path, zone: zone)
    if let asOf { source = kind.known(source, at: asOf) }
    source.register = register
    return giving(LoadedDataset(source, kind: kind, content: try kind.content(of: source)), as: input)
  }

  /// The run with a dataset of another run as its input `input`.
  public func giving(_ dataset: LoadedDataset, as input: String) -> OperationRun {
    var run = self
    run.request.inputs[input] = dataset
    return run
  }

  /// The run with the datasets and parameters of `example`.
  public func giving(_ example: FindingExample) throws -> OperationRun {
    let edition = try example.asOf.map { try known(at: $0) } ?? self
    return try example.inputs.reduce(edition.with(example.parameters)) { run, input in
      let header = Self.header(of: input.value.lines)
      let options = Self.contest.options + (header.contains { $0.hasSuffix("_ash") } ? [Self.ash] : [])
      return try run.giving(
        input.value.lines, as: input.key,
        DatasetDeclaration(
          contest: Contest(Self.contest.id, rule: example.rule, options: options), track: input.value.track,
          areas: ["region", "place"].filter(header.contains)))
    }
  }

  /// What the run gives, with `parameters` beside those it has.
  /// - Throws: what the operation throws.
  public func outcome(_ parameters: [String: Value] = [:]) async throws -> Outcome {
    try await module.run(with(parameters).request, context)
  }

  /// What the run gives for the rows of `csv` as the first input of the operation.
  public func outcome(_ csv: String) async throws -> Outcome { try await giving(csv, as: firstInput()).outcome() }

  /// What the run gives for the file `name` of the repository as the first input of the operation.
  public func outcome(file name: String) async throws -> Outcome {
    try await giving(path: Repository.path + "/" + name, as: firstInput()).outcome()
  }

  /// The sentences of the problems with which the run fails, hints behind them; none where it does not fail.
  public func problems(_ parameters: [String: Value] = [:]) async -> [String] {
    do {
      _ = try await outcome(parameters)
      return []
    } catch let error as DiagnosticsError {
      return error.all.map { $0.message + ($0.hint.map { " | \($0)" } ?? "") }
    } catch {
      return ["\(error)"]
    }
  }

  private static let ash = Contest.Option("ash", name: Text("Ash"))

  private var context: Context {
    Context(
      mission: Mission(
        id: "test", title: Text("Test"), electionDay: Day(ordinal: 17_496), zone: zone,
        languages: [.english, .spanish], notice: nil), asOf: asOf, seed: seed)
  }

  private var manifest: OperationManifest? { module.manifest.operations.first { $0.id == request.operation } }

  private func firstInput() throws -> String {
    guard let first = manifest?.inputs.first else { throw UnknownInput(name: "") }
    return first.name
  }

  private func kind(of input: String) throws -> any AnyDatasetKind {
    let id = manifest?.inputs.first { $0.name == input }?.kind
    guard let kind = (sharedKinds + module.kinds).first(where: { $0.id == id }) else { throw UnknownInput(name: input) }
    return kind
  }

  private static func header(of csv: String) -> [String] {
    csv.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
  }

  /// A dataset was given as an input that the operation does not have.
  struct UnknownInput: Error { let name: String }
  /// No instant in RFC 3339.
  struct NoInstant: Error { let text: String }
}
