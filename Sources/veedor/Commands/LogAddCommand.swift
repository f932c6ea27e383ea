import ArgumentParser
import Files
import Hashing
import Ledger
import ModuleKit
import Workspaces

struct LogAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: spoken(en: "Add a record: a report, an incident.", es: "Agrega una ficha: un reporte, un incidente."),
    discussion: spoken(
      en: """
        'veedor log add KIND' alone asks for the fields on a terminal, one at a time; what is answered is kept until the record is \
        written, so that a form that was cut off can be gone on with. Where there is no terminal it lists the fields. Fields are \
        given as field=value; a field that is a list is given once for each element. With --from, a file in YAML or JSON holds one \
        mapping of fields, or a list of them; '-' is standard input. Where one of them is wrong, none is added.
        """,
      es: """
        «veedor log add TIPO» sin más pregunta los campos en la terminal, uno por uno; lo respondido se guarda hasta \
        que se escribe la ficha, para poder continuar un formulario interrumpido. Si no hay terminal, lista los campos. \
        Los campos se dan como campo=valor; un campo que es una lista se da una vez por elemento. Con --from, un archivo \
        YAML o JSON contiene un grupo de campos, o una lista de ellos; «-» es la entrada estándar. Si uno de ellos está \
        mal, no se agrega ninguno.
        """))

  @Argument(
    help: ArgumentHelp(
      spoken(en: "What to add, such as report or incident.", es: "Qué agregar, como report o incident."),
      valueName: "kind")) var kind: String
  @Argument(help: ArgumentHelp(spoken(en: "The fields.", es: "Los campos."), valueName: "field=value")) var fields:
    [String] = []
  @Option(
    help: ArgumentHelp(
      spoken(en: "Read the fields from this file.", es: "Lee los campos de este archivo."), valueName: "file"))
  var from: String?
  @OptionGroup var ledger: LedgerArguments
  @OptionGroup var author: AuthorOption
  @Flag(
    help: ArgumentHelp(
      spoken(en: "Print the entries as one JSON object.", es: "Imprime las entradas como un objeto JSON."))) var json =
    false

  func run() async throws {
    let kind = try EntryKinds.written(kind)
    guard !fields.isEmpty || from != nil else {
      // The id is for whoever asked: where something else reads it, nobody is asked.
      if Console.canAsk, Terminal.width != nil { return try await fill(kind) }
      for field in kind.fields { Console.print(Self.line(field)) }
      return
    }
    let given = try kind.fields(from: fields)
    let workspace = try ledger.workspace()
    let ledger = Ledger(of: workspace)
    let view = try ledger.view()
    let bodies =
      try from.map { try Self.bodies(in: $0, of: kind, with: given, view) }
      ?? [kind.opening(view.resolving(given, of: kind))]
    try await LogCategories(of: workspace).tell(bodies, of: kind)
    try write(bodies, into: ledger, as: author.key(for: ledger))
  }

  /// Adds what somebody answers.
  private func fill(_ kind: EntryKind) async throws {
    let workspace = try ledger.workspace()
    let ledger = Ledger(of: workspace)
    // Before anybody answers in vain.
    let key = try author.key(for: ledger)
    let form = try LogForm(kind, of: ledger, in: workspace, await LogCategories(of: workspace))
    guard let fields = try form.fields() else { return }
    try write([kind.opening(fields)], into: ledger, as: key)
    try form.removeDraft()
  }

  private func write(_ bodies: [[String: Value]], into ledger: Ledger, as key: AuthorKey) throws {
    let entries = try ledger.append(bodies, as: key, at: Clock.now) { Console.message($0) }
    if json {
      Console.print(json: ["entries": .list(entries.map(\.document))])
    } else {
      for entry in entries { Console.print(entry.id.hex) }
    }
  }

  private static func line(_ field: EntryField) -> String {
    var line =
      field.name + (field.isRequired ? spoken(en: " (needed)", es: " (necesario)") : "") + ": " + field.meaning.spoken
    if case .choice(let words) = field.schema.shape {
      line += spoken(en: "; one of \(words.joined(separator: ", "))", es: "; uno de \(words.joined(separator: ", "))")
    }
    if case .list = field.schema.shape { line += spoken(en: "; a list", es: "; una lista") }
    return line
  }

  /// What the file at `path` holds; what is wrong with it ends the command.
  private static func bodies(
    in path: String, of kind: EntryKind, with given: [String: Value], _ view: LedgerView
  ) throws -> [[String: Value]] {
    let bytes = path == "-" ? Console.input() : try MappedFile(path: path).content(atMost: .stored)
    let source = SourceText(name: path, text: bytes)
    do {
      return try EntryFile(source).bodies(of: kind, with: given, in: view)
    } catch {
      Console.report(error.all, in: source)
      throw Exit(status: error.all.first?.status ?? .failed)
    }
  }
}
