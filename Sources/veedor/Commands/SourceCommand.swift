import ArgumentParser
import Files
import Hashing
import Incidents
import Ledger
import ModuleKit
import WebArchives

struct SourceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source",
    abstract: spoken(
      en: "Keep copies of documents, pages and posts as evidence.",
      es: "Guarda copias de documentos, páginas y publicaciones como evidencia."),
    subcommands: [SourceAddCommand.self, SourceListCommand.self, SourceCheckCommand.self])
}

struct SourceAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: spoken(
      en: "Keep a file as it is: a screenshot, a PDF, a saved page, a WACZ archive, a photo of a sheet.",
      es:
        "Guarda un archivo como está: una captura de pantalla, un PDF, una página guardada, un archivo WACZ, la foto de un acta."
    ),
    discussion: spoken(
      en: """
        The file is copied byte for byte beside the ledger, and an entry says whose it is, where it stood, when, by whom and with what \
        it was captured; 'veedor log add capture' lists the fields. What lacks is told. With sensitivity=public its SHA-256 and media \
        type stand in the entry, for everybody; else they are private, as its name always is. A WACZ archive (.wacz) is opened first: \
        one that is damaged is refused. What it says of its signature is told, and not checked. No bundle holds the copies.
        """,
      es: """
        El archivo se copia byte por byte junto al registro, y una entrada dice de quién es, dónde estaba, cuándo, quién y con qué se \
        capturó; «veedor log add capture» lista los campos. Se avisa de lo que falta. Con sensitivity=public, su SHA-256 y su tipo de \
        medio están en la entrada, para todos; si no, son privados, como siempre lo es su nombre. Un archivo WACZ (.wacz) se abre \
        antes: si está dañado, se rechaza. Lo que dice de su firma se menciona, y no se comprueba. Ningún paquete contiene las copias.
        """))

  @Argument(help: ArgumentHelp(spoken(en: "The file.", es: "El archivo."), valueName: "file")) var file: String
  @Argument(help: ArgumentHelp(spoken(en: "The fields.", es: "Los campos."), valueName: "field=value")) var fields:
    [String] = []
  @OptionGroup var writing: LogWriting

  func run() throws {
    // Before the command enters the workspace, from where the path would lead elsewhere.
    let (copied, name) = (try MappedFile(path: file), file.split(separator: "/").last.map(String.init) ?? file)
    let given = try EntryKind.capture.fields(from: fields)
    try writing.write { ledger, key in
      let described = try Attachment(of: copied, named: name)
      let fields = try CaptureRecord.fields(ledger.view().resolving(given, of: .capture), of: described)
      let body = try EntryKind.capture.opening(fields)
      if described.mediaType == Attachment.webArchive { Self.tell(try WebArchive(checking: copied)) }
      if let gaps = CaptureRecord.gaps(in: fields) { Console.message(Diagnostic(gaps)) }
      let capture = try ledger.append([body], as: key, at: Clock.now) { Console.message($0) }[0]
      do {
        _ = try ledger.attach(copied, named: name, to: capture.id, why: nil, as: key, at: Clock.now)
      } catch {
        // The entry stands: it says what was to be kept, and the file can still be attached to it.
        Console.message(capture.id.hex)
        Console.message(Diagnostic(CaptureMessage.noCopy))
        throw error
      }
      return capture
    }
  }

  /// Tells what an archive that is whole says of itself.
  private static func tell(_ archive: WebArchive) {
    let pages = archive.pages
    Console.message(
      spoken(
        en:
          "WACZ \(archive.version): size and SHA-256 are those stated of \(archive.files) files; pages: \(pages.count)",
        es:
          "WACZ \(archive.version): tamaño y SHA-256 son los indicados, en \(archive.files) archivos; páginas: \(pages.count)"
      ))
    for page in pages.listed { Console.message("  \(page.time ?? "-")  \(page.address)") }
    if pages.count > pages.listed.count {
      let others = pages.count - pages.listed.count
      Console.message(spoken(en: "  and \(others) others", es: "  y otras \(others)"))
    }
    for note in archive.notes { Console.message(Diagnostic(note)) }
  }
}

struct SourceListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: spoken(
      en: "List what was captured, what lacks in its record, and what has gone since from where it stood.",
      es: "Lista lo que se capturó, qué falta en sus datos, y qué ya no está donde estaba."))

  @OptionGroup var ledger: LedgerArguments
  @Flag(
    help: ArgumentHelp(
      spoken(en: "Print the captures as one JSON object.", es: "Imprime las capturas como un objeto JSON.")))
  var json = false

  func run() throws {
    let ledger = try ledger.open()
    let view = try ledger.view()
    let captures = try CaptureCopies.all(in: ledger, view)
    guard json else {
      for capture in captures { Console.print(capture.line(in: view)) }
      return
    }
    let persons = try ledger.persons()
    Console.print(json: ["captures": .list(captures.map { $0.document(in: view, ledger, persons) })])
  }
}

struct SourceCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: spoken(
      en: "Hold every copy against its digest, and open the WACZ archives again.",
      es: "Compara cada copia con su huella, y abre de nuevo los archivos WACZ."),
    discussion: spoken(
      en: "Ends with 4 where a copy is another one than was captured, and says which.",
      es: "Termina con 4 si una copia es otra que la que se capturó, y dice cuál."))

  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    let ledger = try ledger.open()
    let captures = try CaptureCopies.all(in: ledger, try ledger.view())
    let problems = captures.flatMap { $0.problems(in: ledger) }
    Console.report(problems, in: nil)
    if problems.contains(where: { $0.severity == .error }) { throw Exit(status: .unverified) }
    let (count, copies) = (captures.count, captures.map(\.copiesHere).reduce(0, +))
    Console.print(
      spoken(
        en: "\(count) \(count == 1 ? "capture" : "captures"); copies here: \(copies), as they were captured",
        es: "\(count) \(count == 1 ? "captura" : "capturas"); copias aquí: \(copies), como se capturaron"))
  }
}
