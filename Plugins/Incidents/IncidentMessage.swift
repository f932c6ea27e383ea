public import ModuleKit

/// Why an analysis of incidents cannot be made.
public enum IncidentMessage: DiagnosticMessage, Equatable {
  /// A window has one end only.
  case windowHalfOpen(missing: String)
  /// A window ends before it begins.
  case windowBackwards(from: Day, to: Day)
  /// A window is given without a tolerance.
  case noTolerance
  /// A tolerance is given without a window.
  case toleranceWithoutWindow
  /// A tolerance is no number of days that makes sense.
  case tolerance(Int, most: Int)

  /// The stable code.
  public var code: String {
    switch self {
    case .windowHalfOpen: "I001"
    case .windowBackwards: "I002"
    case .noTolerance: "I003"
    case .toleranceWithoutWindow: "I004"
    case .tolerance: "I005"
    }
  }

  /// The sentence that says what is wrong.
  public var message: String {
    switch self {
    case .windowHalfOpen(let missing): "the window lacks '\(missing)'"
    case .windowBackwards(let from, let to): "the window ends on \(to.iso), before it begins on \(from.iso)"
    case .noTolerance: "a window is given, but not 'tolerance_days'"
    case .toleranceWithoutWindow: "'tolerance_days' is given, but no window"
    case .tolerance(let days, let most): "'tolerance_days' is \(days); it must lie between 0 and \(most)"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .noTolerance: "say by how many days a claim's period may begin after the window's, or end before it"
    case .windowHalfOpen, .toleranceWithoutWindow: "give window_from, window_to and tolerance_days, or none of them"
    case .windowBackwards, .tolerance: nil
    }
  }
}
