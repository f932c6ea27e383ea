public import Diagnostics
public import Schema

/// Why something cannot be written into a ledger, signed, or found in it.
public enum LedgerMessage: Error, DiagnosticMessage, Equatable {
  /// A file of a key that holds none.
  case badKey(file: String)
  /// No folder for keys.
  case noKeyFolder
  /// No key for a mission.
  case noKey(mission: String)
  /// Several keys, of which one must be chosen.
  case severalKeys([String])
  /// A key that is not there.
  case unknownKey(String, known: [String])
  /// A feed that does not continue what was last signed with its key.
  case notContinued(author: String)
  /// What should be an entry and cannot be one.
  case notAnEntry(EntryFault)
  /// A kind of entry that no module declares.
  case unknownKind(String, known: [String])
  /// A field that its kind does not admit.
  case badField(kind: String, SchemaMessage)
  /// A record that is not there.
  case unknownRecord(String)
  /// The beginning of the ids of several records.
  case severalRecords(String, count: Int)
  /// A record of a kind that stays as it was opened.
  case fixed(kind: String)
  /// A change that sets no field.
  case noChange
  /// A record of another kind than the one that is wanted.
  case otherKind(String, String)
  /// An entry that no signed head covers, or that is not there.
  case notSigned(String)
  /// A word that should give a field its value.
  case notAField(String)
  /// One row of a file that is imported, twice.
  case originTwice(String)
  /// A text that should hold entries, and does not.
  case notEntries(file: String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .badKey(let file): .init("L030", "'\(file)' holds no key")
    case .noKeyFolder: .init("L031", "no key can be kept: neither XDG_STATE_HOME nor HOME names a folder")
    case .noKey(let mission):
      .init(
        "L032", "there is no key for the ledger of '\(mission)' on this machine", hint: "'veedor key new' makes one")
    case .severalKeys(let authors):
      .init(
        "L033", "several keys on this machine write this ledger: \(authors.joined(separator: ", "))",
        hint: "choose one with --author")
    case .unknownKey(let author, let known):
      .init(
        "L034", "there is no key of '\(author)' for this ledger on this machine", hint: didYouMean(author, among: known)
      )
    case .notContinued(let author):
      .init(
        "L035",
        "the feed of '\(author)' does not continue what was last signed with its key: it is an older copy, or another one",
        hint: "merge the newer copy, or begin as a new author with 'veedor key new'")
    case .notAnEntry(let fault): .init("L036", "this cannot be an entry: \(fault.words)")
    case .unknownKind(let kind, let known):
      .init(
        "L037", "no module has entries of the kind '\(kind)'",
        hint: didYouMean(kind, among: known) ?? "there are \(known.joined(separator: ", "))")
    case .badField(let kind, let message): message.text.behind(kind)
    case .unknownRecord(let id): .init("L038", "the ledger has no record '\(id)'", hint: "'veedor log list' names them")
    case .severalRecords(let id, let count):
      .init("L039", "\(count) records begin with '\(id)'", hint: "give more of its digits")
    case .fixed(let kind): .init("L042", "a \(kind) stays as it came in", hint: "assess it, or add another")
    case .noChange: .init("L043", "this sets no field", hint: "write field=value")
    case .otherKind(let id, let kind): .init("L044", "'\(id)' is no \(kind)")
    case .notSigned(let id):
      .init(
        "L050", "no entry whose id begins with '\(id)' is under a head that its author signed",
        hint: "'veedor ledger sign' signs your feed")
    case .notAField(let word): .init("L040", "'\(word)' gives no field a value", hint: "write field=value")
    case .originTwice(let origin): .init("L051", "'\(origin)' names a row above as well")
    case .notEntries(let file):
      .init("L041", "'\(file)' holds no entry: one is a JSON object, several are a list of them")
    }
  }

  /// As wrong use, but for what the disk or a key refuses.
  public var status: ExitStatus {
    switch self {
    case .badKey, .noKeyFolder, .notContinued: .failed
    case .notSigned, .fixed, .noChange, .otherKind, .noKey, .severalKeys, .unknownKey, .notAnEntry, .unknownKind,
      .badField,
      .unknownRecord, .severalRecords,
      .notAField, .originTwice,
      .notEntries:
      .usage
    }
  }
}
