public import Diagnostics
import Language
public import Schema

/// Why a roster is not trusted.
public enum RosterMessage: Error, DiagnosticMessage, Equatable {
  /// A file that should hold a roster, and is no JSON.
  case noRoster(file: String)
  /// What is wrong with a roster.
  case bad(SchemaMessage)
  /// A name in a roster that no author has.
  case badAuthor(String)
  /// An author, or a key for bundles, whom a roster names twice.
  case authorTwice(String)
  /// Digits in a roster that are no public key.
  case badBundleKey(String)
  /// A key for bundles whose last day is before its first.
  case noDays(String)
  /// A roster that is not later than the one that is trusted.
  case older(version: Int, here: Int)
  /// A roster of another mission.
  case otherMission(String, here: String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .noRoster(let file):
      .init("L045", en: "'\(file)' is no roster: it is no JSON", es: "«\(file)» no es una nómina: no es JSON")
    case .bad(let message): message.text.behind(Text(en: "the roster", es: "la nómina"))
    case .badAuthor(let name):
      .init(
        "L046", en: "'\(name)' in the roster is no author", es: "«\(name)» en la nómina no es un autor",
        hint: Text(en: "'veedor key list' names them", es: "«veedor key list» los nombra"))
    case .authorTwice(let name):
      .init("L047", en: "the roster names '\(name)' twice", es: "la nómina nombra a «\(name)» dos veces")
    case .badBundleKey(let digits):
      .init(
        "L070", en: "'\(digits)' in the roster is no public key",
        es: "«\(digits)» en la nómina no es una clave pública",
        hint: Text(
          en: "'veedor key list' of its holder shows it whole",
          es: "«veedor key list» de quien la tiene la muestra entera"))
    case .noDays(let digits):
      .init(
        "L071", en: "the roster has the key '\(digits)' end before it begins",
        es: "la nómina hace terminar la clave «\(digits)» antes de que empiece")
    case .older(let version, let here):
      .init(
        "L048", en: "version \(version) of the roster is not later than version \(here), which is trusted here",
        es: "la versión \(version) de la nómina no es posterior a la versión \(here), en la que se confía aquí")
    case .otherMission(let mission, let here):
      .init(
        "L049", en: "the roster is of the mission '\(mission)', not of '\(here)'",
        es: "la nómina es de la misión «\(mission)», no de «\(here)»")
    }
  }

  /// As wrong use.
  public var status: ExitStatus { .usage }
}
