public import ModuleKit
public import Workspaces

/// What must run, what is current, and why.
public struct Plan: Sendable {
  /// Whether a result belongs to the workspace as it is now.
  public enum State: Sendable, Equatable {
    /// It does.
    case current
    /// It must be made, for these reasons.
    case due([Text])
  }

  /// One analysis or draft of the plan.
  public struct Step: Sendable {
    /// The analysis or draft.
    public var analysis: Workspace.Analysis
    /// Where its result stands.
    public var place: ResultPlace
    /// The instant whose knowledge it is restricted to.
    public var asOf: Instant?
    /// The results that must be current before it runs.
    public var needs: [ResultPlace]
    /// Whether it must run.
    public var state: State
  }

  /// The steps, each behind those whose results it uses.
  public var steps: [Step]
}

extension Plan.State {
  init(_ standing: Standing) { self = standing.status == .current ? .current : .due(standing.reasons) }
}
