public import Diagnostics
public import Files
import Language

/// What can be wrong with private fields and attachments. No message holds a value, or the name that an attached file had.
public enum PrivateMessage: Error, DiagnosticMessage, Hashable {
  /// A value that is not the one that its entry has the hash of.
  case wrongValue(file: String, field: String, entry: String)
  /// A file that should hold the private fields of an entry.
  case noPrivateFile(file: String)
  /// A file that belongs to no entry here, since a write was cut short or a feed is missing.
  case leftover(file: String)
  /// A value that somebody said is to be erased, and that is here.
  case waiting(field: String, entry: String, author: String, day: String, why: String)
  /// Files in what is given that belong to no entry that counts here.
  case strays(folder: String, count: Int)
  /// A file in what is given that cannot be read.
  case unread(FileError)
  /// A file that is not the one that was attached: another content.
  case wrongContent(file: String)
  /// A file that is not the one that was attached: another size.
  case wrongSize(file: String, bytes: Int, stated: Int)
  /// A file that was attached, and is not here.
  case absent(file: String)
  /// More bytes of attachments than a ledger takes.
  case tooMuch(file: String)
  /// A field that is no private one of a record.
  case noPrivateField(String, known: [String])
  /// A value of which somebody has said already that it is to be erased.
  case alreadyErased(field: String, author: String, day: String)
  /// An erasure that nobody confirmed.
  case notConfirmed
  /// More of private values than are kept of an entry.
  case tooLarge(bytes: Int)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .wrongValue(let file, let field, let entry):
      .init(
        "L053",
        en: "'\(field)' in '\(file)' is not the value that entry \(entry.prefix(12)) has the hash of: it is not shown",
        es:
          "«\(field)» en «\(file)» no es el valor del que la entrada \(entry.prefix(12)) guarda la huella: no se muestra",
        hint: Text(
          en: "remove the file, and merge a copy that has the right one",
          es: "quite el archivo, e incorpore una copia que tenga el correcto"))
    case .noPrivateFile(let file):
      .init(
        "L054", en: "'\(file)' does not hold private fields of an entry",
        es: "«\(file)» no contiene campos privados de una entrada",
        hint: Text(
          en: "merge a copy that has the right one; where there is none, remove it",
          es: "incorpore una copia que tenga el correcto; si no la hay, quítelo"))
    case .leftover(let file):
      .init(
        "L055", en: "'\(file)' belongs to no entry here: a write was cut short, or the entry is still to come",
        es:
          "«\(file)» no pertenece a ninguna entrada de aquí: se interrumpió una escritura, o falta que llegue la entrada",
        hint: Text(
          en: "merge a copy that has the entry; where there is none, 'veedor log erase --pending' removes it",
          es: "incorpore una copia que tenga la entrada; si no la hay, «veedor log erase --pending» lo quita"))
    case .waiting(let field, let entry, let author, let day, let why):
      .init(
        "L056",
        en: "'\(author)' said on \(day) that '\(field)' of \(entry.prefix(12)) is to be erased, because: \(why)",
        es: "«\(author)» dijo el \(day) que se borre «\(field)» de \(entry.prefix(12)), porque: \(why)",
        hint: Text(
          en: "it is still here: 'veedor log erase --pending' erases it",
          es: "todavía está aquí: «veedor log erase --pending» lo borra"))
    case .strays(let folder, let count):
      .init(
        "L057",
        en:
          "\(count) \(count == 1 ? "file" : "files") in '\(folder)' \(count == 1 ? "belongs" : "belong") to no entry that counts here: nothing of \(count == 1 ? "it" : "them") is taken",
        es:
          "\(count == 1 ? "1 archivo" : "\(count) archivos") de «\(folder)» no \(count == 1 ? "pertenece" : "pertenecen") a ninguna entrada que cuente aquí: no se toma nada de \(count == 1 ? "él" : "ellos")"
      )
    case .unread(let error):
      .init(
        "L058", en: "nothing of it is taken: \(error.text.sentence.en)",
        es: "no se toma nada: \(error.text.sentence.es)")
    case .wrongContent(let file):
      .init(
        "L059", en: "'\(file)' is not the file that was attached: its content is another one",
        es: "«\(file)» no es el archivo que se adjuntó: su contenido es otro",
        hint: Text(
          en: "remove it, and merge a copy that has the right one",
          es: "quítelo, e incorpore una copia que tenga el correcto"))
    case .wrongSize(let file, let bytes, let stated):
      .init(
        "L060", en: "'\(file)' is not the file that was attached: it has \(bytes) bytes, and not \(stated)",
        es: "«\(file)» no es el archivo que se adjuntó: tiene \(bytes) bytes, y no \(stated)",
        hint: Text(
          en: "remove it, and merge a copy that has the right one",
          es: "quítelo, e incorpore una copia que tenga el correcto"))
    case .absent(let file):
      .init(
        "L061", en: "the attached file '\(file)' is not here", es: "el archivo adjunto «\(file)» no está aquí",
        hint: Text(en: "merge a copy that has it", es: "incorpore una copia que lo tenga"))
    case .tooMuch(let file):
      .init(
        "L062",
        en:
          "with '\(file)' attachments would have more than \(Attachment.largestTogether.bytes >> 30) GiB: it is not taken",
        es: "con «\(file)» los adjuntos tendrían más de \(Attachment.largestTogether.bytes >> 30) GiB: no se toma")
    case .noPrivateField(let name, let known):
      .init(
        "L063", en: "the record has no private field '\(name)'", es: "la ficha no tiene un campo privado «\(name)»",
        hint: known.isEmpty
          ? Text(en: "it has none", es: "no tiene ninguno")
          : Text(en: "it has \(known.joined(separator: ", "))", es: "tiene \(known.joined(separator: ", "))"))
    case .alreadyErased(let field, let author, let day):
      .init(
        "L064", en: "'\(author)' said on \(day) already that '\(field)' is to be erased",
        es: "«\(author)» ya dijo el \(day) que se borre «\(field)»",
        hint: Text(
          en: "where it is still here, 'veedor log erase --pending' erases it",
          es: "si todavía está aquí, «veedor log erase --pending» lo borra"))
    case .notConfirmed:
      .init(
        "L065", en: "nothing was erased: it was not confirmed", es: "no se borró nada: no se confirmó",
        hint: Text(
          en: "answer as it asks on a terminal, or give --yes",
          es: "responda lo que se pide en una terminal, o dé --yes"))
    case .tooLarge(let bytes):
      .init(
        "L066",
        en: "the private fields take \(bytes) bytes, and of an entry at most \(PrivateFile.largest.bytes) are kept",
        es:
          "los campos privados ocupan \(bytes) bytes, y de una entrada se guardan \(PrivateFile.largest.bytes) como máximo"
      )
    }
  }

  /// A warning where it is told and the work goes on.
  public var severity: Diagnostic.Severity {
    switch self {
    case .leftover, .waiting, .strays, .absent: .warning
    case .wrongValue, .noPrivateFile, .unread, .wrongContent, .wrongSize, .tooMuch, .noPrivateField, .alreadyErased,
      .notConfirmed, .tooLarge:
      .error
    }
  }

  /// As a verification that failed, or as wrong use.
  public var status: ExitStatus {
    switch self {
    case .noPrivateField, .alreadyErased, .notConfirmed, .tooLarge: .usage
    case .wrongValue, .noPrivateFile, .leftover, .waiting, .strays, .unread, .wrongContent, .wrongSize, .absent,
      .tooMuch:
      .unverified
    }
  }
}
