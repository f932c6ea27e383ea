public import Diagnostics
public import Language

/// What can be wrong with a value, seen from its schema.
public enum SchemaMessage: DiagnosticMessage, Equatable {
  /// A value of another type than expected; `what` names its place.
  case wrongType(what: Text, expected: Text, got: Text)
  /// A key that the object at `place` does not know.
  case unknownKey(String, place: String, known: [String])
  /// A key that the object at `place` must have.
  case missingKey(String, place: String)
  /// A word that is none of the choices.
  case notAChoice(String, what: Text, choices: [String])
  /// A number outside its range.
  case outOfRange(String, what: Text, low: String, high: String)
  /// A text that is not of its format.
  case badFormat(String, what: Text, expected: Text)
  /// A text that must say something and does not.
  case empty(what: Text)
  /// A list with too few elements.
  case tooFew(what: Text, atLeast: Int)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .wrongType(let what, let expected, let got):
      .init(
        "W010",
        en: got.en == "nothing"
          ? "\(what.en) has no value; it must be \(expected.en)" : "\(what.en) must be \(expected.en), not \(got.en)",
        es: got.en == "nothing"
          ? "\(what.es) no tiene valor; debe ser \(expected.es)" : "\(what.es) debe ser \(expected.es), no \(got.es)",
        hint: Self.repair(expected, got))
    case .unknownKey(let key, let place, let known):
      .init(
        "W012", en: "unknown key '\(key)'\(Self.inside(place).en)",
        es: "clave desconocida «\(key)»\(Self.inside(place).es)",
        hint: known.contains(String(key.prefix { $0 != ":" }))
          ? Text(en: "a blank is missing behind the ':'", es: "falta un espacio después de «:»")
          : didYouMean(key, among: known))
    case .missingKey(let key, let place):
      .init(
        "W011", en: "missing key '\(key)'\(Self.inside(place).en)",
        es: "falta la clave «\(key)»\(Self.inside(place).es)")
    case .notAChoice(let word, let what, let choices):
      .init(
        "W013",
        en:
          "\(what.en) cannot be '\(word)': it is \(choices.count == 1 ? "always" : "one of") \(choices.joined(separator: ", "))",
        es:
          "\(what.es) no puede ser «\(word)»: \(choices.count == 1 ? "siempre es" : "es uno de") \(choices.joined(separator: ", "))",
        hint: didYouMean(word, among: choices))
    case .outOfRange(let value, let what, let low, let high):
      .init(
        "W014", en: "\(what.en) is \(value), outside \(low) to \(high)",
        es: "\(what.es) es \(value), fuera de \(low) a \(high)")
    case .badFormat(let text, let what, let expected):
      .init("W015", en: "\(what.en) is '\(text)', not \(expected.en)", es: "\(what.es) es «\(text)», no \(expected.es)")
    case .empty(let what): .init("W017", en: "\(what.en) is empty", es: "\(what.es) está vacío")
    case .tooFew(let what, let least):
      .init(
        "W016", en: least == 1 ? "\(what.en) is empty" : "\(what.en) needs at least \(least) elements",
        es: least == 1 ? "\(what.es) está vacío" : "\(what.es) necesita al menos \(least) elementos")
    }
  }

  /// What turns the value into what was expected, where a pair of signs does.
  private static func repair(_ expected: Text, _ got: Text) -> Text? {
    if expected.en == "a list", got.en == "a text" {
      return Text(en: "put brackets around it", es: "póngalo entre corchetes")
    }
    if got.en == "nothing", expected.en == "a mapping" {
      return Text(
        en: "write what belongs to it on the lines below, farther to the right, or take the key out",
        es: "escriba lo que le corresponde en las líneas de abajo, más a la derecha, o quite la clave")
    }
    let isPlain = ["a whole number", "a number", "true", "false"].contains(got.en)
    guard isPlain, expected.en.hasPrefix("a text") else { return nil }
    return Text(en: "put quotes around it", es: "póngalo entre comillas")
  }

  private static func inside(_ place: String) -> Text {
    place.isEmpty ? Text("") : Text(en: " in \(place)", es: " en \(place)")
  }
}
