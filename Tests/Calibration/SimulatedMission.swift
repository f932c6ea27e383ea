import Counts
import ModuleKit
import Training

/// Runs operations on simulated elections as the host does: files read with the columns of their kind, and handed over.
struct SimulatedMission {
  /// The contest of all simulated elections.
  static let contest = Contest(
    "president", rule: .plurality, options: TrainingElection.options.map { Contest.Option($0, name: Text($0)) })
  private static let areas = ["region", "municipality", "place"]

  /// What was simulated.
  let count: SimulatedCount
  private let zone: Zone

  /// The mission of `election`.
  init(_ election: TrainingElection) throws {
    guard let zone = Zone("UTC") else { throw CalibrationError.noZone }
    (count, self.zone) = (election.simulated(), zone)
  }

  /// What `operation` gives for the files in its slots, and for `rows` of the official count as those counted early.
  func outcome(
    _ operation: String, _ slots: [String: TrainingFile], _ parameters: [String: Value] = [:], early rows: [Bool]? = nil
  ) async throws -> Outcome {
    var request = Request(operation)
    request.parameters = parameters
    for (slot, file) in slots { request.inputs[slot] = try dataset(file) }
    if let rows { request.inputs["early"] = try dataset(.official, rows) }
    let mission = Mission(
      id: "training", title: Text("Training"), electionDay: Day(ordinal: 22_403), zone: zone, languages: [.english],
      notice: nil)
    return try await counts.run(request, Context(mission: mission, seed: count.election.seed))
  }

  /// The keys of the sheets in `file`.
  func keys(of file: TrainingFile) throws -> Set<String> {
    Set(try dataset(file).rowsByKey.keys.map(\.text))
  }

  /// The dataset in `file`, with the rows for which `rows` says so.
  private func dataset(_ file: TrainingFile, _ rows: [Bool]? = nil) throws -> LoadedDataset {
    let (name, kind) = (file.rawValue, Self.kind(of: file))
    let declaration = DatasetDeclaration(
      contest: Self.contest, track: Track(rawValue: name) ?? .official,
      areas: file == .totals ? Array(Self.areas.prefix(1)) : Self.areas)
    let table = try kind.reader(for: declaration, dataset: name).read(Self.csv(count.csv(file), rows), name: file.path)
    let source = DatasetSource(dataset: name, file: file.path, table: table, declaration: declaration, zone: zone)
    return LoadedDataset(source, kind: kind, content: try kind.content(of: source))
  }

  private static func csv(_ bytes: [UInt8], _ rows: [Bool]?) -> [UInt8] {
    guard let rows else { return bytes }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    return Array(zip(lines, [true] + rows).filter(\.1).map(\.0).joined(separator: [UInt8(ascii: "\n")]))
  }

  private static func kind(of file: TrainingFile) -> any AnyDatasetKind {
    switch file {
    case .bulletins: DatasetKind.bulletins
    case .claims: DatasetKind.claims
    case .stations, .sample: DatasetKind.stations
    case .totals: DatasetKind.areaTotals
    default: DatasetKind.sheets
    }
  }
}

/// Why the calibration cannot be made.
enum CalibrationError: Error {
  case noZone
  case usage
  case noMarkers
}
