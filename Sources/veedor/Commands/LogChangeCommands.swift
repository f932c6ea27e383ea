import ArgumentParser
import Hashing
import Incidents
import Ledger
import ModuleKit

/// What commands that write one entry have in common.
struct LogWriting: ParsableArguments {
  @OptionGroup var ledger: LedgerArguments
  @OptionGroup var author: AuthorOption
  @Flag(
    help: ArgumentHelp(spoken(en: "Print the entry as one JSON object.", es: "Imprime la entrada como un objeto JSON."))
  ) var json = false

  /// Writes what `body` writes, and prints its id.
  func write(_ body: (Ledger, AuthorKey) throws -> Entry) throws {
    let ledger = try ledger.open()
    let entry = try body(ledger, author.key(for: ledger))
    if json { Console.print(json: entry.document) } else { Console.print(entry.id.hex) }
  }

  /// Opens a record of `kind` with `fields`.
  func open(_ kind: EntryKind, _ fields: [String: Value]) throws {
    try write { ledger, key in
      let fields = try ledger.view().resolving(fields, of: kind)
      return try ledger.append([kind.opening(fields)], as: key, at: Clock.now) { Console.message($0) }[0]
    }
  }

  /// Sets the status of an incident.
  func set(_ status: IncidentStatus, of incident: String, why: String) throws {
    try write { ledger, key in
      let record = try ledger.view().record(incident)
      guard record.kind == EntryKind.incident.id else {
        throw LedgerMessage.otherKind(incident, EntryKind.incident.name)
      }
      return try ledger.change(record, ["status": .string(status.rawValue), "why": .string(why)], as: key)
    }
  }
}

/// What arguments of several commands of the log are.
extension ArgumentHelp {
  static var record: ArgumentHelp {
    ArgumentHelp(
      spoken(
        en: "The record's id, its beginning, or its origin.",
        es: "El identificador de la ficha, su comienzo o su origen."),
      valueName: "record")
  }
  static var incident: ArgumentHelp {
    ArgumentHelp(
      spoken(
        en: "The incident's id, its beginning, or its origin.",
        es: "El identificador del incidente, su comienzo o su origen."),
      valueName: "incident")
  }
  static var report: ArgumentHelp {
    ArgumentHelp(
      spoken(
        en: "The report's id, its beginning, or its origin.",
        es: "El identificador del reporte, su comienzo o su origen."),
      valueName: "report")
  }
  static var why: ArgumentHelp {
    ArgumentHelp(spoken(en: "The reason.", es: "La razón."), valueName: "text")
  }
}

struct LogAmendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: spoken(
      en: "Set fields of a record, behind everything that is known of it here.",
      es: "Da valor a campos de una ficha, después de todo lo que aquí se sabe de ella."),
    discussion: spoken(
      en: """
        What was written before stays. Where two people set one field apart from one another, both values are shown until one of them \
        is set behind both.
        """,
      es: """
        Lo escrito antes queda. Donde dos personas dieron valor a un campo cada una por su lado, se muestran ambos \
        valores hasta que se dé uno después de ambos.
        """))

  @Argument(help: .record) var record: String
  @Argument(
    help: ArgumentHelp(
      spoken(en: "The fields; why=… says the reason.", es: "Los campos; why=… da la razón."), valueName: "field=value"))
  var fields: [String] =
    []
  @OptionGroup var writing: LogWriting

  func run() throws {
    try writing.write { ledger, key in
      let record = try ledger.view().record(record)
      let kind = try EntryKinds.named(record.kind)
      return try ledger.change(record, kind.fields(from: fields), as: key)
    }
  }
}

struct LogAssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: spoken(
      en: "Rate a report by the Admiralty code: its source, and what it says.",
      es: "Califica un reporte según el código del Almirantazgo: su fuente, y lo que dice."))

  @Argument(help: .report) var report: String
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "Of the source: A reliable to E unreliable, F not to be judged.",
        es: "De la fuente: de A confiable a E no confiable; F no se puede juzgar."), valueName: "A-F"))
  var reliability: String
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "Of what it says: 1 confirmed to 5 improbable, 6 not to be judged.",
        es: "De lo que dice: de 1 confirmado a 5 improbable; 6 no se puede juzgar."), valueName: "1-6"))
  var credibility: Int
  @Option(help: .why) var why: String
  @OptionGroup var writing: LogWriting

  func run() throws {
    try writing.open(
      .assessment,
      [
        "report": .string(report), "reliability": .string(reliability), "credibility": .integer(credibility),
        "why": .string(why),
      ])
  }
}

struct LogLinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: spoken(
      en: "Say whether a report is about an incident; 'log amend' can say otherwise later.",
      es: "Dice si un reporte es sobre un incidente; «log amend» puede decir otra cosa después."))

  @Argument(help: .incident) var incident: String
  @Argument(help: .report) var report: String
  @Option(
    help: ArgumentHelp(
      spoken(en: "linked, not_linked or republished.", es: "linked, not_linked o republished."), valueName: "word"))
  var decision = "linked"
  @Option(help: .why) var why: String
  @OptionGroup var writing: LogWriting

  func run() throws {
    try writing.open(
      .link,
      [
        "incident": .string(incident), "report": .string(report), "decision": .string(decision), "why": .string(why),
      ])
  }
}

struct LogVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: spoken(
      en: "Say that an incident is verified; who opened it cannot.",
      es: "Dice que un incidente está verificado; quien lo abrió no puede."))

  @Argument(help: .incident) var incident: String
  @Option(help: ArgumentHelp(spoken(en: "How it was verified.", es: "Cómo se verificó."), valueName: "text")) var why:
    String
  @OptionGroup var writing: LogWriting

  func run() throws { try writing.set(.verified, of: incident, why: why) }
}

struct LogRefuteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refute",
    abstract: spoken(
      en: "Say that an incident did not happen as told.", es: "Dice que un incidente no ocurrió como se contó."))

  @Argument(help: .incident) var incident: String
  @Option(help: ArgumentHelp(spoken(en: "What refutes it.", es: "Lo que lo desmiente."), valueName: "text")) var why:
    String
  @OptionGroup var writing: LogWriting

  func run() throws { try writing.set(.refuted, of: incident, why: why) }
}

struct LogCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: spoken(
      en: "Say that nothing more is done about an incident; 'log amend' opens it again.",
      es: "Dice que no se hará más sobre un incidente; «log amend» lo reabre."))

  @Argument(help: .incident) var incident: String
  @Option(help: .why) var why: String
  @OptionGroup var writing: LogWriting

  func run() throws { try writing.set(.closed, of: incident, why: why) }
}
