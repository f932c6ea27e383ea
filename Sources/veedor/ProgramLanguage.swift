import Glibc
import ModuleKit

/// The language in which the program speaks to whoever started it: of messages, help and findings that are shown, never of
/// what is stored nor of what programs read.
enum ProgramLanguage {
  /// That of ``given``, else of `VEEDOR_LANG`, else the system's, else English.
  static var current: Language { given ?? environment }

  /// The language that `--language` names. Set once, before there is anything to say.
  private(set) nonisolated(unsafe) static var given: Language?

  private static let environment = named { getenv($0) }

  /// Takes `--language LANGUAGE` out of `arguments`, wherever it stands.
  /// - Throws: ``UsageMessage/noLanguage(_:)``.
  static func take(from arguments: ArraySlice<String>) throws(UsageMessage) -> ArraySlice<String> {
    let options = arguments.prefix { $0 != "--" }
    guard let place = options.firstIndex(where: { $0 == "--language" || $0.hasPrefix("--language=") }) else {
      return arguments
    }
    let (word, length) =
      arguments[place] == "--language"
      ? (arguments.dropFirst(place - arguments.startIndex + 1).first, 2)
      : (String(arguments[place].dropFirst("--language=".count)), 1)
    guard let word, let language = Language(rawValue: word) else { throw .noLanguage(word ?? "") }
    given = language
    return arguments[..<place] + arguments[place...].dropFirst(length)
  }

  /// What the first variable that says something names; English where the program has not its language.
  private static func named(by value: (String) -> UnsafeMutablePointer<CChar>?) -> Language {
    for name in ["VEEDOR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let text = value(name).map({ String(cString: $0) }), !text.isEmpty else { continue }
      // As in es_HN.UTF-8.
      return Language(rawValue: text.prefix { $0.isLetter }.lowercased()) ?? .english
    }
    return .english
  }
}

extension Text {
  /// The text in the language in which the program speaks.
  var spoken: String { self[ProgramLanguage.current] }
}

/// The one of two texts that is in the language in which the program speaks.
func spoken(en: @autoclosure () -> String, es: @autoclosure () -> String) -> String {
  switch ProgramLanguage.current {
  case .english: en()
  case .spanish: es()
  }
}
