public import Diagnostics

/// What can be wrong with a value, seen from its schema.
public enum SchemaMessage: DiagnosticMessage, Equatable {
  /// A value of another type than expected; `what` names its place.
  case wrongType(what: String, expected: String, got: String)
  /// A key that the object at `place` does not know.
  case unknownKey(String, place: String, known: [String])
  /// A key that the object at `place` must have.
  case missingKey(String, place: String)
  /// A word that is none of the choices.
  case notAChoice(String, what: String, choices: [String])
  /// A number outside its range.
  case outOfRange(String, what: String, low: String, high: String)
  /// A text that is not of its format.
  case badFormat(String, what: String, expected: String)
  /// A text that must say something and does not.
  case empty(what: String)
  /// A list with too few elements.
  case tooFew(what: String, atLeast: Int)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .wrongType(let what, let expected, let got):
      .init(
        "W010",
        got == "nothing" ? "\(what) has no value; it must be \(expected)" : "\(what) must be \(expected), not \(got)",
        hint: Self.repair(expected, got))
    case .unknownKey(let key, let place, let known):
      .init("W012", "unknown key '\(key)'\(Self.inside(place))", hint: didYouMean(key, among: known))
    case .missingKey(let key, let place): .init("W011", "missing key '\(key)'\(Self.inside(place))")
    case .notAChoice(let word, let what, let choices):
      .init(
        "W013",
        "\(what) cannot be '\(word)': it is \(choices.count == 1 ? "always" : "one of") \(choices.joined(separator: ", "))",
        hint: didYouMean(word, among: choices))
    case .outOfRange(let value, let what, let low, let high):
      .init("W014", "\(what) is \(value), outside \(low) to \(high)")
    case .badFormat(let text, let what, let expected): .init("W015", "\(what) is '\(text)', not \(expected)")
    case .empty(let what): .init("W017", "\(what) is empty")
    case .tooFew(let what, let least):
      .init("W016", least == 1 ? "\(what) is empty" : "\(what) needs at least \(least) elements")
    }
  }

  /// What turns the value into what was expected, where a pair of signs does.
  private static func repair(_ expected: String, _ got: String) -> String? {
    if expected == "a list", got == "a text" { return "put brackets around it" }
    let isPlain = ["a whole number", "a number", "true", "false"].contains(got)
    return isPlain && expected.hasPrefix("a text") ? "put quotes around it" : nil
  }

  private static func inside(_ place: String) -> String { place.isEmpty ? "" : " in \(place)" }
}
