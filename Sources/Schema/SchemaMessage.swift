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

  /// The stable code.
  public var code: String {
    switch self {
    case .wrongType: "W010"
    case .missingKey: "W011"
    case .unknownKey: "W012"
    case .notAChoice: "W013"
    case .outOfRange: "W014"
    case .badFormat: "W015"
    case .tooFew: "W016"
    case .empty: "W017"
    }
  }

  /// The sentence that says what is wrong.
  public var message: String {
    switch self {
    case .wrongType(let what, let expected, got: "nothing"): "\(what) has no value; it must be \(expected)"
    case .wrongType(let what, let expected, let got): "\(what) must be \(expected), not \(got)"
    case .unknownKey(let key, let place, _): "unknown key '\(key)'\(Self.inside(place))"
    case .missingKey(let key, let place): "missing key '\(key)'\(Self.inside(place))"
    case .notAChoice(let word, let what, let choices):
      "\(what) cannot be '\(word)': it is \(choices.count == 1 ? "always" : "one of") \(choices.joined(separator: ", "))"
    case .empty(let what): "\(what) is empty"
    case .outOfRange(let value, let what, let low, let high): "\(what) is \(value), outside \(low) to \(high)"
    case .badFormat(let text, let what, let expected): "\(what) is '\(text)', not \(expected)"
    case .tooFew(let what, let least): least == 1 ? "\(what) is empty" : "\(what) needs at least \(least) elements"
    }
  }

  /// What to do about it, such as the name that was most likely meant.
  public var hint: String? {
    switch self {
    case .wrongType(_, let expected, let got): Self.repair(expected, got)
    case .unknownKey(let key, _, let known): didYouMean(key, among: known)
    case .notAChoice(let word, _, let choices): didYouMean(word, among: choices)
    default: nil
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
