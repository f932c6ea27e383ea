import Counts
import ModuleKit
import TestSupport
import Training

/// The kinds of clean elections on which operations are run: the shapes of the project's generator, and a second one of
/// another form.
enum CleanElections: String, CaseIterable {
  case homogeneous
  case urbanRural = "urban_rural"
  case regionalBlocs = "regional_blocs"
  case heavyTails = "heavy_tails"

  /// What `operation` gives for all sheets of the election drawn from `seed`.
  func outcome(
    _ operation: String, _ seed: Int, _ registers: TrainingElection.Registers = .alike,
    _ parameters: [String: Value] = [:]
  ) async throws -> Outcome {
    guard let shape = Shape(rawValue: rawValue) else {
      return try await SampledElection(heavyTails: seed, registers: registers).outcome(
        operation, parameters, seed: seed)
    }
    return try await SimulatedMission(
      TrainingElection(
        shape, stations: Calibration.stations, seed: UInt64(seed), hasFaults: false, registers: registers)
    ).outcome(operation, ["sheets": .official], parameters)
  }
}

extension SampledElection {
  /// When the polls close, in seconds since 1970: as in the project's generator.
  private static let close: Int64 = 1_935_680_400

  /// The contest of its options.
  var contest: Contest {
    Contest("president", rule: .plurality, options: (0..<options).map { .init("o\($0)", name: Text("O\($0)")) })
  }

  /// What `operation` gives for all its sheets.
  fileprivate func outcome(_ operation: String, _ parameters: [String: Value], seed: Int) async throws -> Outcome {
    guard let zone = Zone("UTC") else { throw CalibrationError.noZone }
    let votes = contest.options.map { "votes_\($0.id)" }.joined(separator: ",")
    let header = "sheet,municipality,place,registered,cast,valid,\(votes),published_from,published_to\n"
    let csv = stations.enumerated().reduce(into: header) { text, it in
      guard let sheet = it.element.sheet else { return }
      let votes = it.element.votes.map(String.init).joined(separator: ",")
      let hour = Instant(seconds: Self.close + Int64(60 * sheet.published)).rfc3339
      text +=
        "\(it.offset),\(it.element.municipality),\(it.element.place),\(sheet.registered),\(sheet.cast),\(it.element.valid),\(votes),\(hour),\(hour)\n"
    }
    return try await OperationRun(
      counts, operation, with: parameters, contest: contest, zone: zone, seed: UInt64(seed)
    ).giving(csv, as: "sheets", DatasetDeclaration(areas: ["municipality", "place"])).outcome()
  }
}
