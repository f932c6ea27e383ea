import Foundation
import ModuleKit
import Training

extension Benchmark {
  /// A simulated national count through every operation that states facts or explanations: all files read once, then the
  /// analyses one after another, in one process as in one run of the host.
  static let national = Benchmark(
    name: "national",
    work: "a count of 1,050,000 stations, read and put through every operation of the tiers A and B",
    target: Target(processor: 10, peak: 1_000_000_000),
    input: NationalMission.input,
    ours: [
      Contender("Veedor, in one process") { files, stages in
        var datasets: [TrainingFile: LoadedDataset] = [:]
        for file in NationalMission.files {
          datasets[file] = try await stages.time("reading \(file.rawValue)") {
            try NationalMission.dataset(file, in: files[0])
          }
        }
        for analysis in NationalMission.analyses {
          var run = try OperationRun(analysis.operation, analysis.parameters)
          for (slot, file) in analysis.inputs {
            guard let dataset = datasets[file] else { throw Failure("\(file.rawValue) was not read") }
            run = run.giving(slot, dataset)
          }
          _ = try await stages.time(analysis.name) { [run] in try await run.outcome() }
        }
        return "\(NationalMission.analyses.count) analyses"
      }
    ])

  /// The same as users have it: the executable runs the workspace, and writes results.
  static let mission = Benchmark(
    name: "mission",
    work: "the same count as a workspace, run by the executable, results written",
    target: Target(processor: 10, peak: 1_000_000_000),
    input: NationalMission.input,
    peers: [
      Peer(
        name: "veedor run", needs: .veedor, command: ["veedor_run.py"] + NationalMission.analyses.map(\.name))
    ])
}

/// The training mission of a large country, and the analyses of it that belong to the tiers A and B.
enum NationalMission {
  /// One use of an operation: its inputs by slot, and its parameters, as in the mission's `veedor.yaml`.
  struct Analysis: Sendable {
    let name, operation: String
    let inputs: [String: TrainingFile]
    var parameters: [String: Value] = [:]

    init(_ name: String, _ operation: String, _ inputs: [String: TrainingFile], _ parameters: [String: Value] = [:]) {
      (self.name, self.operation, self.inputs, self.parameters) = (name, operation, inputs, parameters)
    }
  }

  static let analyses = [
    Analysis("count_line", "timeline", ["bulletins": .bulletins], ["silence": "6h"]),
    Analysis("contradictions", "claims", ["claims": .claims]),
    Analysis("sheet_line", "timeline", ["sheets": .official, "stations": .stations]),
    Analysis("words_and_count", "statements", ["claims": .claims, "bulletins": .bulletins]),
    Analysis(
      "arithmetic", "sheets",
      ["sheets": .official, "stations": .stations, "totals": .totals, "earlier": .firstFeed], ["per": "region"]),
    Analysis("party_copies", "compare", ["first": .official, "second": .party, "stations": .stations]),
    Analysis("preliminary_count", "compare", ["first": .official, "second": .preliminary, "stations": .stations]),
    Analysis("late_votes", "late", ["sheets": .official], ["cut": "2031-05-05T02:00:00Z", "per": "region"]),
    Analysis(
      "quick_count", "quick_count",
      ["sample": .observer, "frame": .stations, "design": .sample, "official": .official],
      ["probability_sample": "stratified_random"]),
  ]

  /// What they need.
  static var files: [TrainingFile] {
    TrainingFile.allCases.filter { file in analyses.contains { $0.inputs.values.contains(file) } }
  }

  /// The workspace, made where it is not there.
  static let input: @Sendable (String) throws -> Benchmark.Input = { folder in
    let workspace = try Benchmark.file("national-1", in: folder) { path in
      for (name, write) in TrainingMission(stations: 1_050_000, seed: 31).files {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        var text = try TextFile(file.path)
        try write { try text.write($0) }
        try text.close()
      }
    }
    let bytes = files.reduce(0) { $0 + (byteCount("\(workspace)/\($1.path)") ?? 0) }
    return .init(files: [workspace], note: "\(bytes / 1_000_000) MB in \(files.count) files")
  }

  /// One file of the workspace, declared as there.
  static func dataset(_ file: TrainingFile, in workspace: String) throws -> LoadedDataset {
    let (kind, declaration) = declaration(file)
    return try kind.dataset(declaration, named: file.rawValue, path: "\(workspace)/\(file.path)")
  }

  private static func declaration(_ file: TrainingFile) -> (any AnyDatasetKind, DatasetDeclaration) {
    let contest = Contest(
      "president", rule: .plurality, options: TrainingElection.options.map { .init($0, name: Text($0)) })
    let areas = ["region", "municipality", "place"]
    func sheets(_ track: Track, _ published: String? = nil) -> (any AnyDatasetKind, DatasetDeclaration) {
      (
        DatasetKind.sheets,
        DatasetDeclaration(
          contest: contest, track: track, areas: areas, published: published.flatMap { Instant(rfc3339: $0) })
      )
    }
    return switch file {
    case .official, .firstFeed, .groundTruth, .previous: sheets(.official)
    case .preliminary: sheets(.preliminary)
    case .party: sheets(.party, "2031-05-06T12:00:00Z")
    case .observer: sheets(.observer, "2031-05-05T00:00:00Z")
    case .stations, .sample: (DatasetKind.stations, DatasetDeclaration(areas: areas))
    case .totals: (DatasetKind.areaTotals, DatasetDeclaration(contest: contest, areas: ["region"]))
    case .bulletins: (DatasetKind.bulletins, DatasetDeclaration(contest: contest))
    case .claims: (DatasetKind.claims, DatasetDeclaration())
    }
  }
}
