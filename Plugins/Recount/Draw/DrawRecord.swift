public import Files
import Hashing
public import ModuleKit
import Statistics

/// The record of a draw, from which alone it can be made again: the seed, what was asked for, the manifest as it was, and
/// the digests of the lists that came out.
///
/// It is canonical JSON, described in `Docs/formats.md`.
public struct DrawRecord: Sendable {
  /// The draw.
  public let draw: Draw
  /// The mission and the dataset it was made for.
  public let mission, dataset: String
  /// The sample and the retrieval list as canonical CSV.
  public let sample, retrieval: [UInt8]

  /// The record of `draw`.
  public init(_ draw: Draw, mission: String, dataset: String) throws {
    (self.draw, self.mission, self.dataset) = (draw, mission, dataset)
    (sample, retrieval) = (try draw.sample.spreadsheetCSV, try draw.retrieval.spreadsheetCSV)
  }

  /// The record as it is written.
  public var document: Value {
    let request = draw.request
    let sizes: Value =
      switch request.size {
      case .simple(let size): .integer(size)
      case .stratified(let sizes):
        .list(sizes.sorted { $0.key < $1.key }.map { ["stratum": .string($0.key), "size": .integer($0.value)] })
      }
    return [
      "veedor_draw": 1, "mission": .string(mission), "dataset": .string(dataset), "seed": .string(request.seed),
      "sampler": .string(request.sampler.rawValue), "unit": .string(request.unit.rawValue), "size": sizes,
      "replacement": .bool(request.replacing),
      "manifest": .list(
        draw.batches.enumerated().map { place, batch in
          var row: [String: Value] = [
            "container": .string(batch.container), "batch": .string(batch.batch), "ballots": .integer(batch.ballots),
            "stratum": Value(batch.stratum),
          ]
          row["bound"] = request.bounds.map { .string($0[place].description) }
          return .object(row)
        }),
      "sample_sha256": .string(Hash32(of: sample).hex), "retrieval_sha256": .string(Hash32(of: retrieval).hex),
    ]
  }

  /// The name of the record's file.
  public static let fileName = "draw.json"
  /// The most bytes of a record or a list: 4 GiB.
  public static let limit = FileLimit(bytes: 4 << 30)

  /// The files of a draw, by their names.
  public var files: [(name: String, bytes: [UInt8])] {
    [("sample.csv", sample), ("retrieval.csv", retrieval), (Self.fileName, document.prettyJSON)]
  }

  /// Makes the draw again from the record in `folder`.
  /// - Throws: as for its bytes; `FileError` where it cannot be read.
  public static func redraw(in folder: Folder) throws -> DrawRecord {
    try redraw(try folder.file(fileName).content(atMost: limit))
  }

  /// Makes the draw again from the record `bytes`.
  /// - Throws: `DiagnosticsError` where they are no record, or where another draw comes out than the record says.
  public static func redraw(_ bytes: [UInt8]) throws -> DrawRecord {
    let document: Value
    do throws(JSONError) {
      document = try Value(json: bytes)
    } catch {
      throw DiagnosticsError(RecountMessage.noDrawRecord(error.sentence))
    }
    if let problem = schema.problems(of: document).first {
      throw DiagnosticsError(RecountMessage.noDrawRecord(problem.message.text.sentence))
    }
    let batches = (document["manifest"]?.list ?? []).map {
      BallotManifest.Batch(
        container: $0["container"]?.string ?? "", batch: $0["batch"]?.string ?? "",
        ballots: $0["ballots"]?.integer ?? 0, stratum: $0["stratum"]?.string)
    }
    guard Set(batches.map(\.key)).count == batches.count else {
      throw DiagnosticsError(
        RecountMessage.noDrawRecord(
          Text(en: "two batches of 'manifest' have one name", es: "dos lotes de «manifest» tienen un mismo nombre")))
    }
    let record = try DrawRecord(
      Draw(try request(document), from: batches), mission: document["mission"]?.string ?? "",
      dataset: document["dataset"]?.string ?? "")
    for name in ["sample_sha256", "retrieval_sha256"] where record.document[name] != document[name] {
      throw DiagnosticsError(RecountMessage.otherDraw(name))
    }
    return record
  }

  /// The bounds on the errors of the batches; nil where none has one.
  private static func bounds(_ document: Value) throws -> [Rational]? {
    let texts = (document["manifest"]?.list ?? []).map { $0["bound"]?.string }
    guard texts.contains(where: { $0 != nil }) else { return nil }
    let bounds = texts.compactMap { $0.flatMap { $0.utf8.count <= 60 ? Rational($0) : nil } }
    // A few margins make all the bounds; of many denominators the smallest that they share could fill the memory.
    guard bounds.count == texts.count, Set(bounds.map(\.denominator)).count <= 500 else {
      throw DiagnosticsError(
        RecountMessage.noDrawRecord(
          Text(
            en: "'bound' of a batch is not a fraction such as 3/10",
            es: "«bound» de un lote no es una fracción como 3/10")))
    }
    return bounds
  }

  private static func request(_ document: Value) throws -> DrawRequest {
    guard let sampler = document["sampler"]?.string.flatMap(DrawRequest.Sampler.init),
      let unit = document["unit"]?.string.flatMap(DrawRequest.Unit.init)
    else { preconditionFailure("the schema admits these words alone") }
    let size: DrawRequest.Size =
      if let size = document["size"]?.integer {
        .simple(size)
      } else {
        .stratified(
          Dictionary(
            (document["size"]?.list ?? []).map { ($0["stratum"]?.string ?? "", $0["size"]?.integer ?? 0) }
          ) { first, _ in first })
      }
    if let bounds = try bounds(document) {
      guard sampler == .counter, unit == .batch, document["replacement"] == true else {
        throw DiagnosticsError(RecountMessage.notByBounds)
      }
      return try DrawRequest(seed: document["seed"]?.string ?? "", size: size, bounds: bounds)
    }
    return try DrawRequest(
      seed: document["seed"]?.string ?? "", sampler: sampler, unit: unit, size: size,
      replacing: document["replacement"]?.bool ?? false)
  }

  /// What a record may hold.
  private static let schema: Schema = {
    let text = Schema(.string(.text))
    let count = Schema(.integer(0...BallotManifest.most))
    func property(_ name: String, _ schema: Schema) -> Schema.Property { .init(name, schema, required: true) }
    return Schema(
      .object([
        property("veedor_draw", Schema(.integer(1...1))), property("mission", text), property("dataset", text),
        property("seed", text), property("sampler", Schema(.choice(DrawRequest.Sampler.allCases.map(\.rawValue)))),
        property("unit", Schema(.choice(DrawRequest.Unit.allCases.map(\.rawValue)))),
        property(
          "size",
          Schema(
            .either([
              Schema(.integer(DrawRequest.sizes)),
              Schema(
                .list(
                  Schema(
                    .object([property("stratum", text), property("size", Schema(.integer(DrawRequest.sizes)))])),
                  atLeast: 1)),
            ]))), property("replacement", Schema(.boolean)),
        property(
          "manifest",
          Schema(
            .list(
              Schema(
                .object([
                  property("container", text), property("batch", text), property("ballots", count),
                  property("stratum", Schema(.any)), .init("bound", text),
                ])), atLeast: 1))), property("sample_sha256", text), property("retrieval_sha256", text),
      ]))
  }()
}
