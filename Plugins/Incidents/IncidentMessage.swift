public import ModuleKit

/// Why an analysis of incidents cannot be made.
public enum IncidentMessage: Error, DiagnosticMessage, Equatable {
  /// A window has one end only.
  case windowHalfOpen(missing: String)
  /// A window ends before it begins.
  case windowBackwards(from: Day, to: Day)
  /// A window is given without a tolerance.
  case noTolerance
  /// A tolerance is given without a window.
  case toleranceWithoutWindow
  /// A number of people in a dataset that no analysis reads.
  case unreadDataset(measure: String)
  /// A number of people that does not say so where the analysis reads it.
  case unreadRow(measure: String)
  /// A deadline that lasts longer than any does.
  case deadlineTooLong
  /// The author of an incident would verify it.
  case verifiedByItsAuthor

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .windowHalfOpen(let missing):
      .init(
        "I001", "the window lacks '\(missing)'",
        hint: "give window_from, window_to and tolerance_days, or none of them")
    case .windowBackwards(let from, let to):
      .init("I002", "the window ends on \(to.iso), before it begins on \(from.iso)")
    case .noTolerance:
      .init(
        "I003", "a window is given, but not 'tolerance_days'",
        hint: "say by how many days a claim's period may begin after the window's, or end before it")
    case .toleranceWithoutWindow:
      .init(
        "I004", "'tolerance_days' is given, but no window",
        hint: "give window_from, window_to and tolerance_days, or none of them")
    case .unreadDataset(let measure):
      .init(
        "I005", rule: "all_read",
        "the row states a number of people '\(measure)', and incidents.casualties does not read it",
        hint: "give an analysis this dataset, or put the row into the one that is read")
    case .unreadRow(let measure):
      .init(
        "I006", rule: "all_read",
        "the row states a number of people '\(measure)', and incidents.casualties does not read it as one",
        hint: "write \(measure) in the column 'measure'")
    case .deadlineTooLong:
      .init("I008", rule: "deadline_length", "the time is longer than \(Deadline.longest), the most that is counted")
    case .verifiedByItsAuthor:
      .init(
        "I007", "who opened an incident cannot verify it", hint: "a second person verifies it, with a key of their own")
    }
  }

  /// An error, but for what is not read.
  public var severity: Diagnostic.Severity {
    switch self {
    case .unreadDataset, .unreadRow: .warning
    case .windowHalfOpen, .windowBackwards, .noTolerance, .toleranceWithoutWindow, .deadlineTooLong,
      .verifiedByItsAuthor:
      .error
    }
  }
}
