import Counts
import ModuleKit
import TestSupport

extension OperationRun {
  /// `counts.timeline` of bulletins of `contest`.
  static func timeline(_ contest: Contest = Samples.contest) -> OperationRun {
    OperationRun(counts, "timeline", contest: contest)
  }

  static let claims = OperationRun(counts, "claims")
  static let sheets = OperationRun(counts, "sheets")
  static let quickCount = OperationRun(counts, "quick_count", with: ["probability_sample": "stratified_random"])
}

extension SharedFolder {
  /// The reference results `name` of the counts.
  static func vector(_ name: String) throws -> Value {
    try Value(json: Array(try bytes("vectors/counts/\(name).json")))
  }
}
