import ArgumentParser
import Files
import ModuleKit
import Recount
import Workbench
import Workspaces

struct RecountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recount",
    abstract: spoken(
      en: "Draw the ballots or boxes of a recount, check a draw, enter what was read.",
      es: "Sortea las papeletas o cajas de un recuento, revisa un sorteo, ingresa lo leído."),
    subcommands: [DrawCommand.self, CheckDraw.self, RecountEnterCommand.self])

  struct DrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "draw",
      abstract: spoken(
        en: "Draw ballots or boxes at random from a ballot manifest.",
        es: "Sortea papeletas o cajas al azar de un inventario de papeletas."),
      discussion: spoken(
        en: """
          The seed comes from dice that are thrown in public when the manifest and the totals are published and no longer \
          change: at least twenty decimal digits. The same seed, manifest and request give the same draw on any machine.

          Writes a folder with 'sample.csv' (the order of the draw), 'retrieval.csv' (what to fetch, in the order of the \
          manifest) and 'draw.json', the record, from which alone 'veedor recount check' makes the draw again.
          """,
        es: """
          La semilla sale de dados que se lanzan en público cuando el inventario y los totales están publicados y ya \
          no cambian: al menos veinte dígitos decimales. La misma semilla, el mismo inventario y la misma solicitud \
          dan el mismo sorteo en cualquier equipo.

          Escribe una carpeta con «sample.csv» (el orden del sorteo), «retrieval.csv» (qué traer, en el orden del \
          inventario) y «draw.json», el acta, a partir de la cual «veedor recount check» vuelve a hacer el sorteo.
          """))

    @OptionGroup var workspace: WorkspaceArguments
    @Option(
      help: ArgumentHelp(
        spoken(
          en:
            "The dataset to draw from, of kind ballot_manifest; of kind batch_totals for batches by the bounds on their errors.",
          es:
            "El conjunto de datos del que se sortea, de tipo ballot_manifest; de tipo batch_totals para lotes según las cotas de sus errores."
        ), valueName: "dataset"))
    var from: String
    @Option(
      help: ArgumentHelp(spoken(en: "The digits of the dice.", es: "Los dígitos de los dados."), valueName: "digits"))
    var seed: String
    @Option(
      help: ArgumentHelp(
        spoken(en: "Draw so many from all batches together.", es: "Sortea tantas de todos los lotes juntos."),
        valueName: "number")) var size: String?
    @Option(
      help: ArgumentHelp(
        spoken(en: "Draw so many from the batches of a stratum.", es: "Sortea tantas de los lotes de un estrato."),
        valueName: "name=number"))
    var stratum: [String] = []
    @Option(
      help: ArgumentHelp(
        spoken(
          en: "What is drawn: single ballots, or whole batches or boxes.",
          es: "Qué se sortea: papeletas sueltas, o lotes o cajas completos."))) var unit = DrawRequest.Unit.ballot
    @Option(
      help: ArgumentHelp(spoken(en: "How numbers are made of the seed.", es: "Cómo se hacen números de la semilla.")))
    var sampler = DrawRequest.Sampler.consistent
    @Flag(
      help: ArgumentHelp(
        spoken(
          en: "Put back what was drawn, so that it can be drawn again.",
          es: "Devuelve lo sorteado, para que pueda salir de nuevo."))) var withReplacement = false
    @Option(
      help: ArgumentHelp(
        spoken(
          en: "The folder to make; it must not be there yet, or be empty.",
          es: "La carpeta que se hará; no debe existir aún, o debe estar vacía."), valueName: "folder"))
    var to: String

    func validate() throws {
      if (size == nil) == stratum.isEmpty {
        throw ValidationError(spoken(en: "give either --size or --stratum", es: "dé --size o --stratum"))
      }
    }

    func run() async throws {
      let workspace = try workspace.open().workspace
      do {
        let kinds = [DatasetKind.ballotManifest.id, DatasetKind.batchTotals.id]
        let known = workspace.datasets.filter { kinds.contains($0.kind.id) }.map(\.id)
        guard known.contains(from) else { throw DiagnosticsError(RecountMessage.noManifest(from, known: known)) }
        let draw = try draw(from: try await DatasetLoader(workspace).load(from).content)
        let record = try DrawRecord(draw, mission: workspace.mission.id, dataset: from)
        try AtomicFolder.create(to) { folder in
          for (name, bytes) in record.files { try folder.write(bytes, to: name) }
        }
        Console.print(to)
        Console.message(draw.summary.spoken)
      } catch {
        throw Console.failure(error)
      }
    }

    private func draw(from content: any Sendable) throws -> Draw {
      let size = try DrawRequest.Size(size, strata: stratum)
      if let totals = content as? BatchTotals {
        return try Draw(
          DrawRequest(seed: seed, size: size, bounds: totals.bounds), from: totals.batches.map(\.place))
      }
      guard let manifest = content as? BallotManifest else {
        throw DiagnosticsError(RecountMessage.noManifest(from, known: []))
      }
      return try Draw(
        DrawRequest(seed: seed, sampler: sampler, unit: unit, size: size, replacing: withReplacement),
        from: manifest.batches)
    }
  }

  struct CheckDraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: spoken(
        en: "Make a draw again from its record, and compare.",
        es: "Vuelve a hacer un sorteo a partir de su acta, y compara."),
      discussion: spoken(
        en: """
          Needs the record alone: it holds seed, request and manifest. The lists in its folder are compared byte for byte. \
          Whether the seed came from dice, and whether the manifest was published before, only witnesses can say.
          """,
        es: """
          Necesita solo el acta: contiene semilla, solicitud e inventario. Las listas de su carpeta se comparan byte \
          por byte. Si la semilla salió de dados, y si el inventario se publicó antes, solo lo pueden decir testigos.
          """))

    @Argument(
      help: ArgumentHelp(spoken(en: "The folder of the draw.", es: "La carpeta del sorteo."), valueName: "folder"))
    var folder: String

    func run() throws {
      do {
        let folder = try Folder(path: folder)
        let record = try DrawRecord.redraw(in: folder)
        for (name, bytes) in record.files where name != DrawRecord.fileName {
          guard try folder.file(name).content(atMost: DrawRecord.limit) == bytes else {
            throw DiagnosticsError(RecountMessage.otherList(name))
          }
        }
        Console.print(
          spoken(
            en: "\(record.draw.summary.en): the same draw, made again from its record",
            es: "\(record.draw.summary.es): el mismo sorteo, hecho de nuevo a partir de su acta"))
      } catch {
        throw Console.failure(error)
      }
    }
  }
}
