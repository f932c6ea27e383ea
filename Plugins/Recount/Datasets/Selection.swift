public import ModuleKit

/// How the things that somebody looked at were chosen.
public enum Selection: String, Sendable, CaseIterable, FieldValue {
  /// By a random draw.
  case random
  /// By a rule, or by somebody's choice.
  case notRandom = "not_random"
  /// Nobody says.
  case unknown
}
