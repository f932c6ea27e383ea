import ArgumentParser
import Files
import Incidents
import Ledger
import ModuleKit
import Workbench
import Workspaces

struct LogExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: spoken(
      en: "Write records to a file for other programs, and say what of them it lacks.",
      es: "Escribe las fichas en un archivo para otros programas, y dice qué les falta."),
    discussion: spoken(
      en: """
        The file's name says how it is written: .csv, .jsonl or .geojson. With --public it has what is for everybody: no author, no place \
        within an area, no text that tells of a person; days in place of times, two decimals of coordinates. With --restricted it has all \
        but what is confidential, and is readable by you alone.
        """,
      es: """
        El nombre del archivo indica cómo se escribe: .csv, .jsonl o .geojson. Con --public lleva lo que es para todos: sin autor, \
        sin lugar dentro del área, sin texto que hable de una persona; días en vez de horas, dos decimales de las coordenadas. Con \
        --restricted lleva todo salvo lo confidencial, y solo lo puede leer usted.
        """))

  @Argument(
    help: ArgumentHelp(
      spoken(en: "What to write, such as incident or report.", es: "Qué escribir, como incident o report."),
      valueName: "kind")) var kind = EntryKind.incident.name
  @Flag(help: ArgumentHelp(spoken(en: "For everybody.", es: "Para todos."))) var `public` = false
  @Flag(help: ArgumentHelp(spoken(en: "For those who may know more.", es: "Para quienes pueden saber más.")))
  var restricted = false
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(spoken(en: "Write to this file.", es: "Escribe en este archivo."), valueName: "file"))
  var output: String
  @OptionGroup var ledger: LedgerArguments
  @Flag(
    help: ArgumentHelp(
      spoken(en: "Print what it lacks as one JSON object.", es: "Imprime lo que le falta como un objeto JSON.")))
  var json =
    false

  private var format: LogExport.Format? { LogExport.Format.allCases.first { output.hasSuffix(".\($0.rawValue)") } }

  func validate() throws {
    guard `public` != restricted else {
      throw ValidationError(
        spoken(en: "say for whom: --public or --restricted", es: "diga para quién: --public o --restricted"))
    }
    guard format != nil else {
      throw ValidationError(
        spoken(
          en: "'\(output)' says no format: give a file that ends with .csv, .jsonl or .geojson",
          es: "«\(output)» no indica un formato: dé un archivo que termine en .csv, .jsonl o .geojson"))
    }
  }

  func run() async throws {
    let kind = try EntryKinds.named(kind)
    let workspace = try ledger.workspace()
    let ledger = Ledger(of: workspace)
    let persons = try ledger.persons()
    let names = try ledger.roster()?.names ?? []
    let isOfIncidents = kind.id == EntryKind.incident.id
    let categories = try await LogCategories(of: workspace).all
    func category(_ record: RecordView) -> Categories.Category? {
      record.value("category")?.string.flatMap { categories[$0] }
    }
    let export = LogExport(
      try ledger.view(), of: kind, for: `public` ? .everyone : .restricted, names: names,
      standing: { $0.standing(persons)?.en },
      adding: isOfIncidents
        ? [
          ("acled", { category($0)?.acled?.rawValue }), ("vote_monitor", { category($0)?.voteMonitor?.rawValue }),
        ] : [])
    try AtomicFile.write(export.bytes(as: format ?? .csv), to: output, mode: `public` ? 0o644 : 0o600)
    if json {
      Console.print(json: [
        "file": .string(output), "records": .integer(export.count), "redactions": export.redactions.document,
      ])
      return
    }
    Console.print(output)
    let count = export.count
    Console.message(
      spoken(en: "\(count) \(count == 1 ? "record" : "records")", es: "\(count) \(count == 1 ? "ficha" : "fichas")"))
    for line in export.redactions.lines { Console.message(line.spoken) }
  }
}
