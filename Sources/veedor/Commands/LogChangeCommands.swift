import ArgumentParser
import Hashing
import Incidents
import Ledger
import ModuleKit

/// What commands that write one entry have in common.
struct LogWriting: ParsableArguments {
  @OptionGroup var ledger: LedgerArguments
  @OptionGroup var author: AuthorOption
  @Flag(help: "Print the entry as one JSON object.") var json = false

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

struct LogAmendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Set fields of a record, behind everything that is known of it here.",
    discussion: """
      What was written before stays. Where two people set one field apart from one another, both values are shown until one of them \
      is set behind both.
      """)

  @Argument(help: ArgumentHelp("The record's id, or the beginning of it.", valueName: "record")) var record: String
  @Argument(help: ArgumentHelp("The fields; why=… says the reason.", valueName: "field=value")) var fields: [String] =
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
    commandName: "assess", abstract: "Rate a report by the Admiralty code: its source, and what it says.")

  @Argument(help: ArgumentHelp("The report's id, or the beginning of it.", valueName: "report")) var report: String
  @Option(help: ArgumentHelp("Of the source: A reliable to E unreliable, F not to be judged.", valueName: "A-F"))
  var reliability: String
  @Option(help: ArgumentHelp("Of what it says: 1 confirmed to 5 improbable, 6 not to be judged.", valueName: "1-6"))
  var credibility: Int
  @Option(help: ArgumentHelp("The reason.", valueName: "text")) var why: String
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
    commandName: "link", abstract: "Say whether a report is about an incident; 'log amend' can say otherwise later.")

  @Argument(help: ArgumentHelp("The incident's id, or the beginning of it.", valueName: "incident")) var incident:
    String
  @Argument(help: ArgumentHelp("The report's id, or the beginning of it.", valueName: "report")) var report: String
  @Option(help: ArgumentHelp("linked, not_linked or republished.", valueName: "word")) var decision = "linked"
  @Option(help: ArgumentHelp("The reason.", valueName: "text")) var why: String
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
    commandName: "verify", abstract: "Say that an incident is verified; who opened it cannot.")

  @Argument(help: ArgumentHelp("The incident's id, or the beginning of it.", valueName: "incident")) var incident:
    String
  @Option(help: ArgumentHelp("How it was verified.", valueName: "text")) var why: String
  @OptionGroup var writing: LogWriting

  func run() throws { try writing.set(.verified, of: incident, why: why) }
}

struct LogRefuteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refute", abstract: "Say that an incident did not happen as told.")

  @Argument(help: ArgumentHelp("The incident's id, or the beginning of it.", valueName: "incident")) var incident:
    String
  @Option(help: ArgumentHelp("What refutes it.", valueName: "text")) var why: String
  @OptionGroup var writing: LogWriting

  func run() throws { try writing.set(.refuted, of: incident, why: why) }
}

struct LogCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Say that nothing more is done about an incident; 'log amend' opens it again.")

  @Argument(help: ArgumentHelp("The incident's id, or the beginning of it.", valueName: "incident")) var incident:
    String
  @Option(help: ArgumentHelp("The reason.", valueName: "text")) var why: String
  @OptionGroup var writing: LogWriting

  func run() throws { try writing.set(.closed, of: incident, why: why) }
}
