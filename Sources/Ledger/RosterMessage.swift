public import Diagnostics
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
    case .noRoster(let file): .init("L045", "'\(file)' is no roster: it is no JSON")
    case .bad(let message): message.text.behind("the roster")
    case .badAuthor(let name):
      .init("L046", "'\(name)' in the roster is no author", hint: "'veedor key list' names them")
    case .authorTwice(let name): .init("L047", "the roster names '\(name)' twice")
    case .badBundleKey(let digits):
      .init("L070", "'\(digits)' in the roster is no public key", hint: "'veedor key list' shows the 64 digits of each")
    case .noDays(let digits): .init("L071", "the roster has the key '\(digits)' end before it begins")
    case .older(let version, let here):
      .init("L048", "version \(version) of the roster is not later than version \(here), which is trusted here")
    case .otherMission(let mission, let here):
      .init("L049", "the roster is of the mission '\(mission)', not of '\(here)'")
    }
  }

  /// As wrong use.
  public var status: ExitStatus { .usage }
}
