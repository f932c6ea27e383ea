/// The training mission: a workspace around a simulated election in which faults are planted.
///
///     for file in TrainingMission(stations: 1_200, seed: 31).files { ... }
public struct TrainingMission: Sendable {
  /// The stations and the seed of `Workspaces/training`.
  public static let (stations, seed): (Int, UInt64) = (1_200, 31)

  private let count: SimulatedCount
  private let election: TrainingElection

  /// The mission of an election of `stations` sheets drawn from `seed`.
  public init(stations: Int = Self.stations, seed: UInt64 = Self.seed) {
    election = TrainingElection(.urbanRural, stations: stations, seed: seed)
    count = election.simulated()
  }

  /// The paths of the files, and what writes each; data is handed on in pieces, since it can be large.
  public var files: [(path: String, write: (_ sink: ([UInt8]) throws -> Void) throws -> Void)] {
    let texts = [
      ("veedor.yaml", description), ("drafts/report.en.md", PackageResources.report_en_md),
      ("drafts/report.es.md", PackageResources.report_es_md),
    ]
    return texts.map { path, bytes in (path, { sink in try sink(bytes) }) }
      + TrainingFile.allCases.map { file in (file.path, { sink in try count.write(file) { try sink(copy $0) } }) }
  }

  /// The committed `veedor.yaml`, with what this election is drawn from in its place.
  private var description: [UInt8] {
    let text = String(decoding: PackageResources.veedor_yaml, as: UTF8.self)
    return Array(
      text.replacing(Self.origin(Self.stations, Self.seed), with: Self.origin(election.stations, election.seed)).utf8)
  }

  private static func origin(_ stations: Int, _ seed: UInt64) -> String { "{stations: \(stations), seed: \(seed)}" }
}
