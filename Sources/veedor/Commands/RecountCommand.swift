import ArgumentParser
import Files
import ModuleKit
import Recount
import Workbench
import Workspaces

struct RecountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recount", abstract: "Draw the ballots or boxes of a recount, and check a draw.",
    subcommands: [DrawCommand.self, CheckDraw.self])

  struct DrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "draw", abstract: "Draw ballots or boxes at random from a ballot manifest.",
      discussion: """
        The seed comes from dice that are thrown in public when the manifest and the totals are published and no longer \
        change: at least twenty decimal digits. The same seed, manifest and request give the same draw on any machine.

        Writes a folder with 'sample.csv' (the order of the draw), 'retrieval.csv' (what to fetch, in the order of the \
        manifest) and 'draw.json', the record, from which alone 'veedor recount check' makes the draw again.
        """)

    @OptionGroup var workspace: WorkspaceArguments
    @Option(help: ArgumentHelp("The dataset to draw from, of kind ballot_manifest.", valueName: "dataset"))
    var from: String
    @Option(help: ArgumentHelp("The digits of the dice.", valueName: "digits")) var seed: String
    @Option(help: ArgumentHelp("Draw so many from all batches together.", valueName: "number")) var size: String?
    @Option(help: ArgumentHelp("Draw so many from the batches of a stratum.", valueName: "name=number"))
    var stratum: [String] = []
    @Option(help: "What is drawn: single ballots, or whole batches or boxes.") var unit = DrawRequest.Unit.ballot
    @Option(help: "How numbers are made of the seed.") var sampler = DrawRequest.Sampler.consistent
    @Flag(help: "Put back what was drawn, so that it can be drawn again.") var withReplacement = false
    @Option(help: ArgumentHelp("The folder to make; it must not be there yet, or be empty.", valueName: "folder"))
    var to: String

    func validate() throws {
      if (size == nil) == stratum.isEmpty { throw ValidationError("give either --size or --stratum") }
    }

    func run() async throws {
      let workspace = try workspace.open().workspace
      do {
        let request = try DrawRequest(
          seed: seed, sampler: sampler, unit: unit, size: try DrawRequest.Size(size, strata: stratum),
          replacing: withReplacement)
        let known = workspace.datasets.filter { $0.kind.id == DatasetKind.ballotManifest.id }.map(\.id)
        guard known.contains(from),
          let manifest = try await DatasetLoader(workspace).load(from).content as? BallotManifest
        else { throw DiagnosticsError(RecountMessage.noManifest(from, known: known)) }
        let draw = try Draw(request, from: manifest.batches)
        let record = try DrawRecord(draw, mission: workspace.mission.id, dataset: from)
        try AtomicFolder.create(to) { folder in
          for (name, bytes) in record.files { try folder.write(bytes, to: name) }
        }
        Console.print(to)
        Console.message(draw.summary)
      } catch {
        throw Console.failure(error)
      }
    }
  }

  struct CheckDraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Make a draw again from its record, and compare.",
      discussion: """
        Needs the record alone: it holds seed, request and manifest. The lists in its folder are compared byte for byte. \
        Whether the seed came from dice, and whether the manifest was published before, only witnesses can say.
        """)

    @Argument(help: ArgumentHelp("The folder of the draw.", valueName: "folder")) var folder: String

    func run() throws {
      do {
        let folder = try Folder(path: folder)
        let record = try DrawRecord.redraw(try folder.file(DrawRecord.fileName).content(atMost: DrawRecord.limit))
        for (name, bytes) in record.files where name != DrawRecord.fileName {
          guard try folder.file(name).content(atMost: DrawRecord.limit) == bytes else {
            throw DiagnosticsError(RecountMessage.otherList(name))
          }
        }
        Console.print("\(record.draw.summary): the same draw, made again from its record")
      } catch {
        throw Console.failure(error)
      }
    }
  }
}
