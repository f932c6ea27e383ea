public import ModuleKit

/// What became of one step of a plan.
public struct StepReport: Sendable {
  /// How the step ended.
  public enum Status: String, Sendable {
    /// It ran.
    case ran
    /// Its result was current.
    case cached
    /// It could not do its work.
    case failed
    /// Something whose result it uses failed.
    case skipped
  }

  /// The step.
  public var step: Plan.Step
  /// How it ended.
  public var status: Status
  /// What it found; empty where it failed or was skipped.
  public var outcome: Outcome
  /// Why it failed, or what it waited for in vain; and where pages are kept that it would have taken away.
  public var problems: [Diagnostic]
  /// Whether the run made the very bytes of the result that had been received; nil where none was that rests on what
  /// lies here.
  public var confirms: Bool?
}
