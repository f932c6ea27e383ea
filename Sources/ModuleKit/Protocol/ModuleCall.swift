/// One call of an external module: the request that it reads from its standard input.
///
/// Small things stand in the request itself; datasets, tables and figures are files with digests.
public struct ModuleCall: Sendable {
  /// The version of the protocol.
  public static let version = 1

  /// What the operation may read.
  public var request: Request
  /// What the host gives beside.
  public var context: Context
  /// The folder, by its absolute path, into which the module writes tables and figures.
  public var outputs: String

  /// The call of an operation that writes into `outputs`.
  public init(_ request: Request, _ context: Context, outputs: String) {
    (self.request, self.context, self.outputs) = (request, context, outputs)
  }

  /// The call as JSON; `hand` stores bytes where the module can read them, under a name that ends as given.
  public func document(
    handing hand: (_ bytes: [UInt8], _ ending: String) throws -> HandedFile
  ) rethrows -> Value {
    [
      "veedor_module": .integer(Self.version), "operation": .string(request.operation),
      "inputs": .object(
        try request.inputs.mapValues { dataset in
          [
            "dataset": .string(dataset.source.dataset), "kind": .string(dataset.kind.id),
            "file": .string(dataset.source.file), "contest": dataset.source.contest?.document ?? .null,
            "track": Value(dataset.source.declaration.track?.rawValue),
            "areas": .list(dataset.source.declaration.areas.map(Value.string)),
            "source": dataset.source.declaration.source?.document ?? .null,
            "sources": dataset.source.register.map { .list($0.all.map(\.document)) } ?? .null,
            "rows": try hand(dataset.source.table.canonicalCSV, ".csv").document,
          ]
        }),
      "files": .object(
        request.files.mapValues { files in
          .object(
            Dictionary(
              files.map { ($0.rawValue, ["path": .string($1.path), "text": .string($1.text)]) }
            ) { first, _ in first })
        }),
      "results": .list(try request.results.map { try $0.document(handing: hand) }),
      "parameters": .object(request.parameters), "mission": context.mission.document,
      "as_of": Value(context.asOf?.rfc3339), "seed": .string(String(context.seed)), "outputs": .string(outputs),
    ]
  }

  /// Reads what ``document(handing:)`` writes.
  ///
  /// `kinds` are the kinds of dataset that the module knows; `read` gives the bytes of a file and sees to its digest.
  /// - Throws: ``DocumentError`` with the way to the first thing that cannot be read; what `read` throws; what is
  ///   wrong with a dataset.
  public init(
    document: Value, kinds: [any AnyDatasetKind], progress: @escaping @Sendable (Double) -> Void = { _ in },
    reading read: (HandedFile) throws -> [UInt8]
  ) throws {
    guard document["veedor_module"] == .integer(Self.version) else { throw DocumentError("veedor_module") }
    guard let operation = document["operation"]?.string else { throw DocumentError("operation") }
    guard let mission = document["mission"].flatMap({ Mission(document: $0) }) else { throw DocumentError("mission") }
    guard let seed = document["seed"]?.string.flatMap({ UInt64($0) }) else { throw DocumentError("seed") }
    guard let outputs = document["outputs"]?.string else { throw DocumentError("outputs") }
    guard let inputs = document["inputs"]?.object else { throw DocumentError("inputs") }
    guard let files = document["files"]?.object else { throw DocumentError("files") }
    guard let results = document["results"]?.list else { throw DocumentError("results") }
    guard let parameters = document["parameters"]?.object else { throw DocumentError("parameters") }
    var request = Request(operation)
    request.parameters = parameters
    for (slot, it) in inputs.sorted(by: { $0.key < $1.key }) {
      request.inputs[slot] = try LoadedDataset(
        document: it, at: "inputs.\(slot)", kinds: kinds, zone: mission.zone, reading: read)
    }
    for (slot, it) in files {
      for (name, file) in it.object ?? [:] {
        guard let language = Language(rawValue: name), let path = file["path"]?.string, let text = file["text"]?.string
        else { throw DocumentError("files.\(slot).\(name)") }
        request.files[slot, default: [:]][language] = TextFile(path: path, text: text)
      }
    }
    for (index, it) in results.enumerated() {
      request.results.append(try StoredResult(document: it, at: "results[\(index)]", reading: read))
    }
    var asOf: Instant?
    if let text = document["as_of"]?.string {
      asOf = Instant(rfc3339: text)
      if asOf == nil { throw DocumentError("as_of") }
    }
    self.init(
      request, Context(mission: mission, asOf: asOf, seed: seed, progress: progress), outputs: outputs)
  }
}

extension LoadedDataset {
  fileprivate init(
    document: Value, at place: String, kinds: [any AnyDatasetKind], zone: Zone,
    reading read: (HandedFile) throws -> [UInt8]
  ) throws {
    guard let dataset = document["dataset"]?.string, let file = document["file"]?.string else {
      throw DocumentError(place)
    }
    let name = document["kind"]?.string
    guard let kind = kinds.first(where: { $0.id == name }) else { throw DocumentError("\(place).kind") }
    let declaration = DatasetDeclaration(
      contest: document["contest"].flatMap { Contest(document: $0) },
      track: document["track"]?.string.flatMap(Track.init), areas: document["areas"]?.texts ?? [],
      source: Text(document: document["source"]))
    guard !kind.takes.contains(.contest) || declaration.contest != nil else { throw DocumentError("\(place).contest") }
    guard !kind.takes.contains(.track) || declaration.track != nil else { throw DocumentError("\(place).track") }
    let rows = try HandedFile(document: document["rows"], at: "\(place).rows")
    let table = try kind.reader(for: declaration, dataset: dataset).read(try read(rows), name: "\(dataset).csv")
    var source = DatasetSource(dataset: dataset, file: file, table: table, declaration: declaration, zone: zone)
    if let list = document["sources"]?.list {
      let register = list.compactMap { CitedSource(document: $0) }
      guard register.count == list.count else { throw DocumentError("\(place).sources") }
      source.register = Sources(register)
    }
    self.init(source, kind: kind, content: try kind.content(of: source))
  }
}
