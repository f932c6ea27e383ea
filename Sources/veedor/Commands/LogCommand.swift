import ArgumentParser
import Hashing
import Incidents
import Ledger
import ModuleKit
import Recount

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: spoken(
      en: "Write down what was reported and concluded, and read it.",
      es: "Anota lo que se reportó y se concluyó, y lo lee."),
    discussion: spoken(
      en: "What is written stays: entries are never changed. 'veedor key new' makes the key that writing needs.",
      es:
        "Lo escrito queda: las entradas nunca se cambian. «veedor key new» hace la clave que se necesita para escribir."
    ),
    subcommands: [
      LogAddCommand.self, LogImportCommand.self, LogExportCommand.self, LogAmendCommand.self, LogAssessCommand.self,
      LogLinkCommand.self, LogAttachCommand.self, LogEraseCommand.self,
      LogVerifyCommand.self,
      LogRefuteCommand.self, LogCloseCommand.self, LogListCommand.self, LogShowCommand.self,
    ])
}

struct LogListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: spoken(en: "List the records of the ledger.", es: "Lista las fichas del registro."))

  @Option(
    help: ArgumentHelp(
      spoken(en: "List the records of this kind alone.", es: "Lista solo las fichas de este tipo."), valueName: "kind"))
  var kind: String?
  @OptionGroup var ledger: LedgerArguments
  @Flag(
    help: ArgumentHelp(
      spoken(en: "Print the records as one JSON object.", es: "Imprime las fichas como un objeto JSON."))) var json =
    false

  func run() throws {
    let wanted = try kind.map(EntryKinds.named)
    let ledger = try ledger.open()
    let ((view, revoked), persons) = (try ledger.viewApart(), try ledger.persons())
    let records = view.records.filter { wanted == nil || $0.kind == wanted?.id }
      .sorted { ($0.opening.time, $0.id.hex) < ($1.opening.time, $1.id.hex) }
    if json {
      Console.print(json: [
        "records": .list(records.map { $0.document(persons) }), "orphans": .list(view.orphans.map(\.document)),
        "revoked": .list(revoked.map(\.document)),
      ])
    } else {
      // One a drawn ballot and person: they would hide all else.
      let readings = wanted == nil ? records.count { $0.kind == EntryKind.ballotReading.id } : 0
      for record in records where readings == 0 || record.kind != EntryKind.ballotReading.id {
        Console.print(record.line(persons))
      }
      if readings > 0 {
        Console.message(
          spoken(
            en: "readings of drawn ballots that are not listed: \(readings); --kind ballot_reading lists them",
            es: "lecturas de papeletas sorteadas que no se listan: \(readings); --kind ballot_reading las lista"))
      }
      for entry in view.orphans {
        Console.message(
          spoken(
            en: "\(entry.id.hex.prefix(12)) of \(entry.author) is about a record that is not here",
            es: "\(entry.id.hex.prefix(12)) de \(entry.author) es sobre una ficha que no está aquí"))
      }
      for entry in revoked {
        Console.message(
          spoken(
            en: "\(entry.id.hex.prefix(12)) of \(entry.author) is of a revoked key, and counts for nothing",
            es: "\(entry.id.hex.prefix(12)) de \(entry.author) es de una clave revocada, y no cuenta"))
      }
    }
  }
}

struct LogShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: spoken(
      en: "Show a record: what each field says, who said so, and what contradicts it.",
      es: "Muestra una ficha: qué dice cada campo, quién lo dijo, y qué lo contradice."))

  @Argument(help: .record) var record: String
  @OptionGroup var ledger: LedgerArguments
  @Flag(
    help: ArgumentHelp(spoken(en: "Print the record as one JSON object.", es: "Imprime la ficha como un objeto JSON.")))
  var json = false

  func run() throws {
    let ledger = try ledger.open()
    let ((view, revoked), persons) = (try ledger.viewApart(), try ledger.persons())
    let record = try view.record(record)
    let ignored = revoked.filter { $0.body["record"] == .string(record.id.hex) }
    let apart = try RecordApart(of: record, in: ledger, view)
    guard !json else {
      let document = record.document(persons, apart).object ?? [:]
      Console.print(json: .object(document.merging(["revoked": .list(ignored.map(\.document))]) { $1 }))
      return try apart.tellProblems()
    }
    Console.print("\(record.kind) \(record.id.hex)")
    if let standing = record.standing(persons) {
      Console.print(spoken(en: "  standing: \(standing.en)", es: "  situación: \(standing.es)"))
    }
    for (name, values) in record.fields.sorted(by: { $0.key < $1.key }) {
      Console.print("  \(name): \(values.map(\.value.shown).joined(separator: spoken(en: " OR ", es: " O ")))")
      guard values.count > 1 else { continue }
      for value in values {
        Console.print(
          spoken(
            en: "    in conflict: \(value.value.shown), by \(value.entries.map(\.author).joined(separator: ", "))",
            es: "    en conflicto: \(value.value.shown), de \(value.entries.map(\.author).joined(separator: ", "))"))
      }
    }
    for line in apart.lines { Console.print("  " + line) }
    for entry in record.entries { Console.print("  " + Self.line(entry)) }
    for entry in record.pending {
      Console.print(
        spoken(
          en: "  pending, behind an entry that is not here: ",
          es: "  pendiente, después de una entrada que no está aquí: ") + Self.line(entry))
    }
    for entry in record.unreadable {
      Console.print(
        spoken(en: "  not readable for this program: ", es: "  este programa no la puede leer: ") + Self.line(entry))
    }
    for entry in ignored {
      Console.print(
        spoken(en: "  of a revoked key, counts for nothing: ", es: "  de una clave revocada, no cuenta: ")
          + Self.line(entry))
    }
    for other in view.naming(record.id) where other.kind != EntryKind.attachment.id {
      Console.print(spoken(en: "  named by \(other.line(persons))", es: "  la nombra \(other.line(persons))"))
    }
    try apart.tellProblems()
  }

  private static func line(_ entry: Entry) -> String {
    let why = entry.body["why"]?.string.map { ": \($0)" } ?? ""
    let (time, author) = (entry.time.rfc3339, entry.author)
    return entry.body["record"] == nil
      ? spoken(en: "opened \(time) by \(author)\(why)", es: "abierta \(time) por \(author)\(why)")
      : spoken(en: "changed \(time) by \(author)\(why)", es: "cambiada \(time) por \(author)\(why)")
  }
}
