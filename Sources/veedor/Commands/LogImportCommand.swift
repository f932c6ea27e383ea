import ArgumentParser
import Files
import Hashing
import Ledger
import ModuleKit

struct LogImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: spoken(
      en: "Add the rows of a CSV file as records, each once, with a receipt for each.",
      es: "Agrega las filas de un archivo CSV como fichas, cada una una sola vez, con un recibo por cada una."),
    discussion: spoken(
      en: """
        The columns are the fields of the kind, which 'veedor log add KIND' lists; elements of lists have ';' between them. The same file \
        given again adds nothing. With --key and --system a later, longer file of the same system adds what is new in it. What a row \
        cannot be is said in its receipt, and the others are added.
        """,
      es: """
        Las columnas son los campos del tipo, que lista «veedor log add TIPO»; los elementos de una lista van \
        separados por «;». El mismo archivo dado otra vez no agrega nada. Con --key y --system, un archivo posterior y \
        más largo del mismo sistema agrega lo que trae de nuevo. Lo que una fila no puede ser se dice en su recibo, y \
        las demás se agregan.
        """))

  @Argument(
    help: ArgumentHelp(
      spoken(en: "What the rows are, such as report or incident.", es: "Qué son las filas, como report o incident."),
      valueName: "kind")) var kind: String
  @Argument(
    help: ArgumentHelp(spoken(en: "The file, .csv or .csv.gz.", es: "El archivo, .csv o .csv.gz."), valueName: "file"))
  var file: String
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "The column that names rows in every file of the system.",
        es: "La columna que nombra las filas en cada archivo del sistema."), valueName: "column"))
  var key: String?
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "The system whose files these are, in your words.",
        es: "El sistema del que son estos archivos, en palabras de usted."), valueName: "name")) var system: String?
  @OptionGroup var ledger: LedgerArguments
  @OptionGroup var author: AuthorOption
  @Flag(
    help: ArgumentHelp(
      spoken(en: "Print the receipts as one JSON object.", es: "Imprime los recibos como un objeto JSON."))) var json =
    false

  func validate() throws {
    guard (key == nil) == (system == nil) else {
      throw ValidationError(
        spoken(
          en: "--key and --system go together: keys of two systems can be the same",
          es: "--key y --system van juntos: dos sistemas pueden tener las mismas claves"))
    }
  }

  func run() throws {
    let kind = try EntryKinds.written(kind)
    let (file, name) = (try MappedFile(path: file), file)
    let rows = try rows(of: file, name, kind)
    let ledger = try ledger.open()
    let author = try author.key(for: ledger)
    let plan = EntryImport(rows, of: kind, into: try ledger.view())
    let entries =
      plan.bodies.isEmpty ? [] : try ledger.append(plan.bodies, as: author, at: Clock.now) { Console.message($0) }
    print(plan.receipts, entries)
    if plan.receipts.contains(where: { if case .rejected = $0 { true } else { false } }) { throw Exit(status: .failed) }
  }

  /// The rows of the file: fields by name, what is missing left out.
  private func rows(of file: MappedFile, _ name: String, _ kind: EntryKind) throws -> [EntryImport.Row] {
    let fields = kind.fields.map(\.name) + ["known_at", "why"]
    let names = fields + (key.map { fields.contains($0) ? [] : [$0] } ?? [])
    let specs = names.map { ColumnSpec($0, .text, $0 == key ? .key : .optional) }
    let table = try CSVReader(columns: specs).read(file, name: name)
    let digest = Hash32(of: try file.content).hex
    return try (0..<table.rowCount).map { row in
      func text(_ column: String) -> String? {
        guard let column = table[column], !column.missing.contains(row) else { return nil }
        let text = column.text(row)
        return text.isEmpty ? nil : text
      }
      let words = fields.flatMap { field in text(field).map { kind.words($0, for: field) } ?? [] }
      let origin = key.flatMap { key in text(key).map { "\(system ?? "")#\($0)" } } ?? "\(digest)#\(row + 1)"
      return EntryImport.Row(origin: origin, fields: try kind.fields(from: words))
    }
  }

  private func print(_ receipts: [EntryImport.Receipt], _ entries: [Entry]) {
    var added = entries.makeIterator()
    let told = receipts.enumerated().map { place, receipt in
      (place + 1, receipt, receipt == .added ? added.next() : nil)
    }
    if json {
      Console.print(json: ["receipts": .list(told.map { Self.document($0.0, $0.1, $0.2) })])
    } else {
      for (row, receipt, entry) in told {
        Console.print(spoken(en: "row \(row): ", es: "fila \(row): ") + Self.line(receipt, entry))
      }
    }
  }

  private static func line(_ receipt: EntryImport.Receipt, _ entry: Entry?) -> String {
    switch receipt {
    case .added: spoken(en: "added ", es: "agregada ") + (entry?.id.hex ?? "")
    case .present(let id, let differing) where differing.isEmpty:
      spoken(en: "there already, \(id.hex)", es: "ya estaba, \(id.hex)")
    case .present(let id, let differing):
      spoken(
        en: "there already, \(id.hex), opened with another \(Language.english.list(differing)): 'log amend' changes it",
        es: "ya estaba, \(id.hex), abierta con otro \(Language.spanish.list(differing)): «log amend» lo cambia")
    case .rejected(let message):
      spoken(en: "rejected: ", es: "rechazada: ") + message.text.sentence.spoken
        + (message.text.hint.map { " (\($0.spoken))" } ?? "")
    }
  }

  private static func document(_ row: Int, _ receipt: EntryImport.Receipt, _ entry: Entry?) -> Value {
    switch receipt {
    case .added: ["row": .integer(row), "receipt": "added", "id": Value(entry?.id.hex)]
    case .present(let id, let differing):
      [
        "row": .integer(row), "receipt": "present", "id": .string(id.hex),
        "differing": .list(differing.map(Value.string)),
      ]
    case .rejected(let message):
      ["row": .integer(row), "receipt": "rejected", "code": .string(message.code), "message": .string(message.message)]
    }
  }
}

extension EntryKind {
  /// The words that give `field` the value that a file has as `text`: of a list one for each element, which have `;` between them.
  fileprivate func words(_ text: String, for field: String) -> [String] {
    guard case .list? = fields.first(where: { $0.name == field })?.schema.shape else { return ["\(field)=\(text)"] }
    let elements = text.split(separator: ";").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
    return elements.map { "\(field)=\($0)" }
  }
}
