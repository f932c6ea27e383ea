public import Diagnostics
import Language
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
  /// A key that is revoked.
  case revoked(author: String, why: String)
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
  /// A change of a field that stands apart from its entry.
  case setOnce(field: String)
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
    case .badKey(let file): .init("L030", en: "'\(file)' holds no key", es: "«\(file)» no contiene ninguna clave")
    case .noKeyFolder:
      .init(
        "L031", en: "no key can be kept: neither XDG_STATE_HOME nor HOME names a folder",
        es: "no se puede guardar ninguna clave: ni XDG_STATE_HOME ni HOME nombran una carpeta")
    case .noKey(let mission):
      .init(
        "L032", en: "there is no key for the ledger of '\(mission)' on this machine",
        es: "en este equipo no hay una clave para el registro de «\(mission)»",
        hint: Text(en: "'veedor key new' makes one", es: "«veedor key new» crea una"))
    case .severalKeys(let authors):
      .init(
        "L033", en: "several keys on this machine write this ledger: \(authors.joined(separator: ", "))",
        es: "varias claves de este equipo escriben en este registro: \(authors.joined(separator: ", "))",
        hint: Text(en: "choose one with --author", es: "elija una con --author"))
    case .unknownKey(let author, let known):
      .init(
        "L034", en: "there is no key of '\(author)' for this ledger on this machine",
        es: "en este equipo no hay una clave de «\(author)» para este registro", hint: didYouMean(author, among: known))
    case .notContinued(let author):
      .init(
        "L035",
        en:
          "the feed of '\(author)' does not continue what was last signed with its key: it is an older copy, or another one",
        es:
          "las entradas de «\(author)» no continúan lo último que se firmó con su clave: es una copia anterior, u otra",
        hint: Text(
          en: "merge the newer copy, or begin as a new author with 'veedor key new'",
          es: "incorpore la copia más reciente, o empiece como autor nuevo con «veedor key new»"))
    case .revoked(let author, let why):
      .init(
        "L067", en: "the key of '\(author)' is revoked (\(why)): nothing that it writes would count",
        es: "la clave de «\(author)» está revocada (\(why)): no contaría nada de lo que escriba",
        hint: Text(
          en: "begin as a new author with 'veedor key new'", es: "empiece como autor nuevo con «veedor key new»"))
    case .notAnEntry(let fault):
      .init(
        "L036", en: "this cannot be an entry: \(fault.words.en)", es: "esto no puede ser una entrada: \(fault.words.es)"
      )
    case .unknownKind(let kind, let known):
      .init(
        "L037", en: "no module has entries of the kind '\(kind)'",
        es: "ningún módulo tiene entradas del tipo «\(kind)»",
        hint: didYouMean(kind, among: known)
          ?? Text(en: "there are \(known.joined(separator: ", "))", es: "existen \(known.joined(separator: ", "))"))
    case .badField(let kind, let message): message.text.behind(Text(kind))
    case .unknownRecord(let id):
      .init(
        "L038", en: "the ledger has no record '\(id)'", es: "el registro no tiene la ficha «\(id)»",
        hint: Text(en: "'veedor log list' names them", es: "«veedor log list» las nombra"))
    case .severalRecords(let id, let count):
      .init(
        "L039", en: "'\(id)' can be any of \(count) records", es: "«\(id)» puede ser cualquiera de \(count) fichas",
        hint: Text(en: "give more digits of its id", es: "dé más dígitos de su identificador"))
    case .fixed(let kind):
      .init(
        "L042", en: "a \(kind) stays as it came in", es: "«\(kind)» se queda como llegó",
        hint: Text(en: "assess it, or add another", es: "evalúelo, o agregue otro"))
    case .setOnce(let field):
      .init(
        "L052", en: "'\(field)' is private: it is given when a record is opened, and stays as it came in",
        es: "«\(field)» es privado: se da al abrir la ficha, y se queda como llegó",
        hint: Text(en: "'veedor log erase' erases it", es: "«veedor log erase» lo borra"))
    case .noChange:
      .init(
        "L043", en: "this sets no field", es: "esto no cambia ningún campo",
        hint: Text(en: "write field=value", es: "escriba campo=valor"))
    case .otherKind(let id, let kind): .init("L044", en: "'\(id)' is no \(kind)", es: "«\(id)» no es de tipo \(kind)")
    case .notSigned(let id):
      .init(
        "L050", en: "no entry whose id begins with '\(id)' is under a head that its author signed",
        es: "ninguna entrada cuyo identificador empieza con «\(id)» está bajo una cabecera firmada por su autor",
        hint: Text(en: "'veedor ledger sign' signs your feed", es: "«veedor ledger sign» firma sus entradas"))
    case .notAField(let word):
      .init(
        "L040", en: "'\(word)' gives no field a value", es: "«\(word)» no da valor a ningún campo",
        hint: Text(en: "write field=value", es: "escriba campo=valor"))
    case .originTwice(let origin):
      .init("L051", en: "'\(origin)' names a row above as well", es: "«\(origin)» nombra también una fila anterior")
    case .notEntries(let file):
      .init(
        "L041", en: "'\(file)' holds no entry: one is a mapping of fields, several are a list of them",
        es: "«\(file)» no contiene ninguna entrada: una es un grupo de campos, varias son una lista de ellos",
        hint: Text(
          en: "in YAML 'text: Box without a seal', with '- ' before it in a list; or the same in JSON",
          es: "en YAML «text: Urna sin sello», con «- » delante en una lista; o lo mismo en JSON"))
    }
  }

  /// As wrong use, but for what the disk or a key refuses.
  public var status: ExitStatus {
    switch self {
    case .badKey, .noKeyFolder, .notContinued, .revoked: .failed
    case .notSigned, .fixed, .setOnce, .noChange, .otherKind, .noKey, .severalKeys, .unknownKey, .notAnEntry,
      .unknownKind,
      .badField,
      .unknownRecord, .severalRecords,
      .notAField, .originTwice,
      .notEntries:
      .usage
    }
  }
}
