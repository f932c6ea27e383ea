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
  /// The root of a head at which an author is revoked, and that is none.
  case badRoot(author: String)
  /// No roster in which an author could be revoked.
  case noneToRevokeIn(mission: String)
  /// Fewer entries of an author than are to hold.
  case fewerEntries(author: String, here: Int, asked: Int)
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
    case .badRoot(let author):
      .init(
        "L072", en: "the root at which the roster revokes '\(author)' is not 64 hexadecimal digits",
        es: "la raíz en la que la nómina revoca a «\(author)» no son 64 dígitos hexadecimales",
        hint: Text(en: "'veedor key revoke' writes it", es: "«veedor key revoke» la escribe"))
    case .noneToRevokeIn(let mission):
      .init(
        "L073", en: "no roster of '\(mission)' is trusted here, in which a key could be revoked",
        es: "aquí no se confía en ninguna nómina de «\(mission)» en la que se pueda revocar una clave",
        hint: Text(
          en: "write one, and trust it with 'veedor ledger roster FILE'",
          es: "escriba una, y confíe en ella con «veedor ledger roster ARCHIVO»"))
    case .fewerEntries(let author, let here, let asked):
      .init(
        "L074",
        en:
          "of '\(author)' \(here) \(here == 1 ? "entry stands" : "entries stand") here in one line, fewer than \(asked)",
        es:
          "aquí hay \(here) \(here == 1 ? "entrada seguida" : "entradas seguidas") de «\(author)», menos que \(asked)",
        hint: Text(
          en: "merge a copy that has them, or give --entries with how many hold, 0 for none",
          es: "incorpore una copia que las tenga, o dé --entries con cuántas valen, 0 para ninguna"))
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
