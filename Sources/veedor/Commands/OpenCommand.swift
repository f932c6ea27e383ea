import ArgumentParser
import BuiltIn
import Bundles
import Files
import Hashing
import ModuleKit
import Workbench

struct OpenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: spoken(
      en: "Verify a bundle, unpack it beside, and say what it is, what it shows and what it does not.",
      es: "Verifica un paquete, lo descomprime al lado, y dice qué es, qué muestra y qué no."),
    discussion: spoken(
      en: """
        The folder is named by mission and identity, not by the file, and appears when it is complete. Nothing is unpacked \
        of a bundle that is not intact, or whose signatures do not hold. Nothing in it runs unless --rerun is given, and external modules that came along \
        not even then.
        """,
      es: """
        La carpeta lleva el nombre de la misión y de la identidad, no el del archivo, y aparece cuando está completa. \
        No se descomprime nada de un paquete que no está intacto, o cuyas firmas no son válidas. Nada de él se ejecuta si no se da --rerun, y los \
        módulos externos que llegaron con él ni aun así.
        """))

  @Argument(help: ArgumentHelp(spoken(en: "The bundle.", es: "El paquete."), valueName: "file")) var file: String
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      spoken(en: "Unpack into this new folder.", es: "Lo descomprime en esta carpeta nueva."), valueName: "dir"))
  var output: String?
  @Flag(
    help: ArgumentHelp(
      spoken(
        en: "Run its analyses and drafts again, and compare every byte.",
        es: "Vuelve a ejecutar sus análisis y borradores, y compara cada byte."))) var rerun = false
  @Flag(
    help: ArgumentHelp(spoken(en: "Print the facts as one JSON object.", es: "Imprime los hechos como un objeto JSON."))
  ) var json = false

  func run() async throws {
    let bundle: Bundle
    let facts: BundleFacts
    let folder: String
    let signatures: SignatureLines
    let revoked: [Diagnostic]
    do {
      bundle = try Bundle(path: file)
      facts = try bundle.verify(knowing: SignatureLines.knownKeys)
      signatures = try SignatureLines(facts)
      guard facts.verdict == .intact, facts.hasSoundSignatures, let statement = facts.statement else {
        BundleLines.tell(facts, signatures)
        throw Exit(status: .unverified)
      }
      folder = output ?? Self.beside(file, statement)
      try bundle.extract(to: folder)
      revoked = try bundle.revokedAuthors(facts)
    } catch let exit as Exit {
      throw exit
    } catch {
      throw Console.failure(error)
    }
    let again =
      rerun
      ? try await RerunLines.rerun { try await BundleRerun(bundle, modules: builtInModules, progress: $0) }
      : nil
    if json {
      Console.print(
        json: RerunLines.document(
          facts, again,
          and: [
            "folder": .string(folder), "signatures": signatures.document,
            "revoked_authors": .list(revoked.map(\.document)),
          ]))
    } else {
      for author in revoked { Console.message(author) }
      for line in Self.lines(facts, signatures, file: file, folder: folder, isRerun: rerun) { Console.print(line) }
      if let again { RerunLines.tell(again) }
    }
    if again?.isSame == false { throw Exit(status: .unverified) }
  }

  /// The folder beside `file` that is named by what the bundle says it is.
  private static func beside(_ file: String, _ statement: BundleStatement) -> String {
    let name = "\(statement.description.mission)-\(statement.identity.hex.prefix(8))"
    return file.lastIndex(of: "/").map { String(file[...$0]) + name } ?? name
  }

  private static func lines(
    _ facts: BundleFacts, _ signatures: SignatureLines, file: String, folder: String, isRerun: Bool
  ) -> [String] {
    guard let statement = facts.statement else { return [] }
    let description = statement.description
    var lines = description.title.sorted { $0.key < $1.key }.map(\.value)
    lines += description.notice.sorted { $0.key < $1.key }.map(\.value)
    lines += [
      spoken(
        en:
          "mission \(description.mission), edition \(description.edition), \(statement.leaves) files, \(statement.size) bytes",
        es:
          "misión \(description.mission), edición \(description.edition), \(statement.leaves) archivos, \(statement.size) bytes"
      ),
      spoken(en: "identity \(statement.identity.hex)", es: "identidad \(statement.identity.hex)"), "",
      spoken(en: "What this shows:", es: "Lo que esto muestra:"),
      spoken(
        en:
          "- Each of the \(statement.leaves) files is, byte for byte, the one that the bundle with this identity was made with.",
        es:
          "- Cada uno de los \(statement.leaves) archivos es, byte por byte, aquel con que se hizo el paquete de esta identidad."
      ),
      spoken(en: "- None of them is missing, and nothing was added.", es: "- Ninguno falta, y no se agregó nada."), "",
      spoken(en: "What it does not show:", es: "Lo que no muestra:"),
    ]
    lines += signatures.doubts
    lines += [
      spoken(
        en: "- When it was made, or that it is all that the mission knows.",
        es: "- Cuándo se hizo, ni que sea todo lo que la misión sabe."),
      spoken(en: "- That what it says is true.", es: "- Que lo que dice sea cierto."),
      isRerun
        ? spoken(
          en:
            "- That the methods are the right ones: that they were run again to the same bytes, or not, stands below.",
          es: "- Que los métodos sean los correctos: abajo dice si al ejecutarlos de nuevo dieron los mismos bytes.")
        : spoken(
          en:
            "- That its results follow from its inputs: nothing was run. 'veedor bundle verify --rerun \(file)' does.",
          es:
            "- Que sus resultados se sigan de sus datos: no se ejecutó nada. Lo hace «veedor bundle verify --rerun \(file)»."
        ),
      "", spoken(en: "Unpacked into \(folder):", es: "Descomprimido en \(folder):"),
    ]
    let parts = [
      (
        "workspace",
        spoken(
          en: "the inputs, as the mission described them: 'veedor check' says whether they are sound",
          es: "los datos, como los describió la misión: «veedor check» dice si están bien")
      ),
      (
        "results",
        spoken(
          en: "what the mission's analyses found, made elsewhere",
          es: "lo que hallaron los análisis de la misión, hecho en otra parte")
      ),
      ("drafts", spoken(en: "pages that state it, made elsewhere", es: "páginas que lo exponen, hechas en otra parte")),
    ]
    let bag = try? Folder(path: folder)
    for (part, words) in parts where (try? bag?.folder("data/\(part)")) != nil {
      lines.append("- data/\(part): \(words)")
    }
    return lines
  }
}

/// What came of running a bundle again, as users see it.
enum RerunLines {
  /// Runs `body`, which is told how to show how far it is; what stops it ends the command.
  static func rerun(
    _ body: (@escaping @Sendable (_ done: Int, _ all: Int, _ name: String) -> Void) async throws -> BundleRerun
  ) async throws -> BundleRerun {
    do {
      return try await body { Console.progress($0, $1, $2) }
    } catch {
      throw Console.failure(error)
    }
  }

  /// Prints the outcome as data, and what is not the same as messages.
  static func tell(_ rerun: BundleRerun) {
    Console.report(rerun.problems, in: nil)
    if !rerun.withheld.isEmpty {
      let names = rerun.withheld.joined(separator: ", ")
      Console.print(
        spoken(
          en: "withheld:  \(names): they need what the edition lacks, and nobody can run them again from it",
          es: "retenido:  \(names): necesitan lo que falta en la edición, y nadie puede ejecutarlos de nuevo con ella"))
    }
    Console.print(
      rerun.isSame
        ? spoken(
          en: "rerun:     the same bytes, \(rerun.files) files of results and pages",
          es: "de nuevo:  los mismos bytes, \(rerun.files) archivos de resultados y páginas")
        : spoken(en: "rerun:     NOT THE SAME", es: "de nuevo:  NO LOS MISMOS"))
  }

  /// The facts with the outcome, for programs.
  static func document(_ facts: BundleFacts, _ rerun: BundleRerun?, and more: [String: Value] = [:]) -> Value {
    guard case .object(let members) = facts.document else { return facts.document }
    let again: Value =
      rerun.map {
        [
          "same": .bool($0.isSame), "files": .integer($0.files), "withheld": .list($0.withheld.map(Value.string)),
          "problems": .list($0.problems.map { ["code": .string($0.code), "message": .string($0.message)] }),
        ]
      } ?? .null
    return .object(members.merging(more) { $1 }.merging(["rerun": again]) { $1 })
  }
}
