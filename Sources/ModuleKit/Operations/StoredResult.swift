/// The stored result of an analysis, as another operation reads it.
public struct StoredResult: Sendable, Equatable {
  /// Whether the result was made here from the workspace as it is now.
  public enum Status: String, Sendable, CaseIterable {
    /// It does.
    case current
    /// Something it rests on has changed since it was made here.
    case stale
    /// It came from elsewhere, and no run here has confirmed it.
    case received
    /// Its files are not those that were written.
    case altered
    /// The last run failed.
    case failed
    /// The analysis has not run.
    case missing
  }

  /// The analysis's name in the workspace.
  public var analysis: String
  /// The module that it uses.
  public var module: String
  /// What its operation declares.
  public var operation: OperationManifest
  /// Whether it is current.
  public var status: Status
  /// What it found.
  public var outcome: Outcome
  /// The names of the datasets it read, by slot.
  public var datasets: [String: String]
  /// The names of the options of their contests, by key.
  public var options: [String: Text]

  /// The result of `analysis`.
  public init(
    analysis: String, module: String, operation: OperationManifest, status: Status, outcome: Outcome = Outcome(),
    datasets: [String: String] = [:], options: [String: Text] = [:]
  ) {
    (self.analysis, self.module, self.operation) = (analysis, module, operation)
    (self.status, self.outcome, self.datasets, self.options) = (status, outcome, datasets, options)
  }

  /// The module and operation as the workspace file names them: `counts.timeline`.
  public var use: String { "\(module).\(operation.id)" }
}
