import ArgumentParser
import Files
import Hashing
import Ledger
import ModuleKit

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Write down what was reported and concluded, and read it.",
    discussion: "What is written stays: entries are never changed. 'veedor key new' makes the key that writing needs.",
    subcommands: [LogAddCommand.self, LogListCommand.self, LogShowCommand.self])
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
    do {
      let kind = try EntryKinds.named(kind)
      guard !fields.isEmpty || from != nil else {
        for field in kind.fields { Console.print(Self.line(field)) }
        return
      }
      let given = try kind.fields(from: fields)
      let bodies = try (from.map(Self.objects) ?? [[:]]).map { try kind.opening($0.merging(given) { $1 }) }
      let ledger = try ledger.open()
      let entries = try ledger.append(bodies, as: author.key(for: ledger), at: Clock.now) { Console.message($0) }
      if json {
        Console.print(json: ["entries": .list(entries.map(\.document))])
      } else {
        for entry in entries { Console.print(entry.id.hex) }
      }
    } catch let exit as Exit {
      throw exit
    } catch {
      throw Console.failure(error)
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
    do {
      let wanted = try kind.map(EntryKinds.named)
      let records = Record.all(in: try ledger.open().entries()).filter { wanted == nil || $0.kind == wanted?.id }
        .sorted { ($0.opening.time, $0.id.hex) < ($1.opening.time, $1.id.hex) }
      if json {
        Console.print(json: ["records": .list(records.map(\.opening.document))])
      } else {
        for record in records { Console.print(Self.line(record)) }
      }
    } catch let exit as Exit {
      throw exit
    } catch {
      throw Console.failure(error)
    }
  }

  private static func line(_ record: Record) -> String {
    let body = record.opening.body
    let words = (body["title"] ?? body["text"])?.string ?? ""
    let name = EntryKinds.all.first { $0.id == record.kind }?.name ?? record.kind
    return "\(record.id.hex.prefix(12))  \(record.opening.time.rfc3339)  \(name)  \(words)"
  }
}

struct LogShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a record: its fields, and who wrote it when.")

  @Argument(help: ArgumentHelp("The record's id, or the beginning of it.", valueName: "record")) var record: String
  @OptionGroup var ledger: LedgerArguments
  @Flag(help: "Print the record as one JSON object.") var json = false

  func run() throws {
    do {
      let entry = try Record.named(record, in: Record.all(in: ledger.open().entries())).opening
      guard !json else { return Console.print(json: entry.document) }
      Console.print("\(entry.kind) \(entry.id.hex)")
      Console.print("recorded \(entry.time.rfc3339) by \(entry.author)")
      for (name, value) in entry.body.sorted(by: { $0.key < $1.key }) where !["kind", "v"].contains(name) {
        Console.print("  \(name): \(value.string ?? String(decoding: value.canonicalJSON, as: UTF8.self))")
      }
    } catch let exit as Exit {
      throw exit
    } catch {
      throw Console.failure(error)
    }
  }
}

extension Entry {
  /// The entry as `--json` prints it.
  var document: Value {
    [
      "id": .string(id.hex), "author": .string(author), "seq": .integer(seq), "time": .string(time.rfc3339),
      "body": .object(body),
    ]
  }
}
