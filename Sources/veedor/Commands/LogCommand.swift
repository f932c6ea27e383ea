import ArgumentParser
import Files
import Hashing
import Incidents
import Ledger
import ModuleKit

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Write down what was reported and concluded, and read it.",
    discussion: "What is written stays: entries are never changed. 'veedor key new' makes the key that writing needs.",
    subcommands: [
      LogAddCommand.self, LogImportCommand.self, LogAmendCommand.self, LogAssessCommand.self, LogLinkCommand.self,
      LogVerifyCommand.self,
      LogRefuteCommand.self, LogCloseCommand.self, LogListCommand.self, LogShowCommand.self,
    ])
}

struct LogAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a record: a report, an incident.",
    discussion: """
      Fields are given as field=value; a field that is a list is given once for each element. 'veedor log add KIND' alone lists the \
      fields. With --from, a file holds one JSON object of fields, or a list of them; '-' is standard input.
      """)

  @Argument(help: ArgumentHelp("What to add, such as report or incident.", valueName: "kind")) var kind: String
  @Argument(help: ArgumentHelp("The fields.", valueName: "field=value")) var fields: [String] = []
  @Option(help: ArgumentHelp("Read the fields from this file.", valueName: "file")) var from: String?
  @OptionGroup var ledger: LedgerArguments
  @OptionGroup var author: AuthorOption
  @Flag(help: "Print the entries as one JSON object.") var json = false

  func run() throws {
    let kind = try EntryKinds.named(kind)
    guard !fields.isEmpty || from != nil else {
      for field in kind.fields { Console.print(Self.line(field)) }
      return
    }
    let given = try kind.fields(from: fields)
    let ledger = try ledger.open()
    let view = try ledger.view()
    let bodies = try (from.map(Self.objects) ?? [[:]]).map { fields in
      try kind.opening(view.resolving(fields.merging(given) { $1 }, of: kind))
    }
    let entries = try ledger.append(bodies, as: author.key(for: ledger), at: Clock.now) { Console.message($0) }
    if json {
      Console.print(json: ["entries": .list(entries.map(\.document))])
    } else {
      for entry in entries { Console.print(entry.id.hex) }
    }
  }

  private static func line(_ field: Schema.Property) -> String {
    var line = field.name + (field.isRequired ? " (needed)" : "") + ": " + (field.schema.summary ?? "")
    if case .choice(let words) = field.schema.shape { line += "; one of \(words.joined(separator: ", "))" }
    if case .list = field.schema.shape { line += "; a list" }
    return line
  }

  private static func objects(_ file: String) throws -> [[String: Value]] {
    let bytes = file == "-" ? Console.input() : try MappedFile(path: file).content(atMost: .stored)
    let document = try? Value(json: bytes)
    let objects = document?.list?.map(\.object) ?? [document?.object]
    guard !objects.isEmpty, objects.allSatisfy({ $0 != nil }) else { throw LedgerMessage.notEntries(file: file) }
    return objects.compactMap(\.self)
  }
}

struct LogListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the records of the ledger.")

  @Option(help: ArgumentHelp("List the records of this kind alone.", valueName: "kind")) var kind: String?
  @OptionGroup var ledger: LedgerArguments
  @Flag(help: "Print the records as one JSON object.") var json = false

  func run() throws {
    let wanted = try kind.map(EntryKinds.named)
    let ledger = try ledger.open()
    let (view, persons) = (try ledger.view(), try ledger.persons())
    let records = view.records.filter { wanted == nil || $0.kind == wanted?.id }
      .sorted { ($0.opening.time, $0.id.hex) < ($1.opening.time, $1.id.hex) }
    if json {
      Console.print(json: [
        "records": .list(records.map { $0.document(persons) }), "orphans": .list(view.orphans.map(\.document)),
      ])
    } else {
      for record in records { Console.print(record.line(persons)) }
      for entry in view.orphans {
        Console.message("\(entry.id.hex.prefix(12)) of \(entry.author) is about a record that is not here")
      }
    }
  }
}

struct LogShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a record: what each field says, who said so, and what contradicts it.")

  @Argument(help: ArgumentHelp("The record's id, or the beginning of it.", valueName: "record")) var record: String
  @OptionGroup var ledger: LedgerArguments
  @Flag(help: "Print the record as one JSON object.") var json = false

  func run() throws {
    let ledger = try ledger.open()
    let (view, persons) = (try ledger.view(), try ledger.persons())
    let record = try view.record(record)
    guard !json else { return Console.print(json: record.document(persons)) }
    Console.print("\(record.kind) \(record.id.hex)")
    if record.kind == EntryKind.incident.id {
      Console.print("  standing: \(IncidentStanding(record, person: persons).words)")
    }
    for (name, values) in record.fields.sorted(by: { $0.key < $1.key }) {
      Console.print("  \(name): \(values.map(\.value.shown).joined(separator: " OR "))")
      guard values.count > 1 else { continue }
      for value in values {
        Console.print(
          "    in conflict: \(value.value.shown), by \(value.entries.map(\.author).joined(separator: ", "))")
      }
    }
    for entry in record.entries { Console.print("  " + Self.line(entry)) }
    for entry in record.pending { Console.print("  pending, behind an entry that is not here: " + Self.line(entry)) }
    for entry in record.unreadable { Console.print("  not readable for this program: " + Self.line(entry)) }
    for other in view.naming(record.id) { Console.print("  named by \(other.line(persons))") }
  }

  private static func line(_ entry: Entry) -> String {
    let why = entry.body["why"]?.string.map { ": \($0)" } ?? ""
    let what = entry.body["record"] == nil ? "opened" : "changed"
    return "\(what) \(entry.time.rfc3339) by \(entry.author)\(why)"
  }
}
