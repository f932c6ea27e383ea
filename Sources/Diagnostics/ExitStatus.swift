/// The documented exit statuses of a command that has not done what it was asked to, or has found what it looked for.
public enum ExitStatus: Int32, Sendable, CaseIterable {
  /// A run failed.
  case failed = 1
  /// The command was used wrongly.
  case usage = 2
  /// The workspace is invalid.
  case invalid = 3
  /// A verification failed.
  case unverified = 4
  /// There are findings at or above the severity asked about.
  case findings = 5
}
