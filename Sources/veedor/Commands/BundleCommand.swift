import Archive
import ArgumentParser
import Bundles
import Files
import Hashing
import ModuleKit
import Signatures
import Workbench
import Workspaces

struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle", abstract: "Pack evidence for others, and check what others packed.",
    subcommands: [Create.self, BundleSignCommand.self, Inspect.self, Verify.self, Probe.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Pack the bundles that the workspace describes.",
      discussion: """
        What is not up to date is not packed: run 'veedor run' and 'veedor draft' first. Results that were received and \
        not re-run here are packed as they came, and named.

        With --sign the bundle names your key for bundles as a signer, and has its signature. Make the key once, with 'veedor key new \
        --for bundles', and tell others its digits in a way that nobody can change: on paper, by telephone.
        """)

    @OptionGroup var workspace: WorkspaceArguments
    @Option(help: ArgumentHelp("Pack these bundles alone.", valueName: "name")) var only: [String] = []
    @Option(name: .shortAndLong, help: ArgumentHelp("Write the one bundle to this file.", valueName: "file"))
    var output: String?
    @Flag(help: "Sign what is packed.") var sign = false
    @OptionGroup var key: BundleKeyOption
    @Option(
      help: ArgumentHelp(
        "Name this key as a signer too; its holder signs with 'veedor bundle sign'.", valueName: "key"))
    var signer: [String] = []
    @Flag(help: "Print what was packed as one JSON object.") var json = false

    func run() async throws {
      let others = try signer.map { digits in
        guard let key = VerifyingKey(hex: digits) else {
          throw ValidationError("'\(digits)' is no public key: it has 64 digits, as 'veedor key list' shows them")
        }
        return key
      }
      if key.key != nil, !sign { throw ValidationError("--key says with which key to sign: give --sign as well") }
      let workbench = try workspace.open()
      let known = workbench.workspace.bundles
      for name in only where !known.contains(where: { $0.id == name }) {
        throw Console.failure(DiagnosticsError(RunMessage.unknownBundle(name, known: known.map(\.id))))
      }
      let chosen = known.filter { only.isEmpty || only.contains($0.id) }
      if output != nil, chosen.count != 1 {
        throw ValidationError("--output is for one bundle, and there are \(chosen.count): choose one with --only")
      }
      var packed: [(id: String, bundle: PackedBundle)] = []
      var signers: [BundleSigner] = []
      do {
        signers = sign ? [try key.signer(mission: workbench.workspace.mission.id)] : []
        for bundle in chosen {
          packed.append((bundle.id, try await workbench.make(bundle, at: output, signedBy: signers, naming: others)))
        }
      } catch {
        throw Console.failure(error)
      }
      if json {
        let bundles = packed.map { id, it -> Value in
          [
            "id": .string(id), "path": .string(it.written.path), "identity": .string(it.written.statement.identity.hex),
            "root": .string(it.written.statement.root.hex), "files": .integer(it.written.statement.leaves),
            "signers": .list(it.written.statement.description.signers.map { .string($0.hex) }),
            "size": .integer(it.written.packedSize), "received": .list(it.received.map(Value.string)),
          ]
        }
        Console.print(json: ["bundles": .list(bundles)])
      } else {
        for (id, it) in packed {
          Console.print(it.written.path)
          Console.message(
            "\(id): \(it.written.statement.leaves) files, identity \(it.written.statement.identity.hex)")
          for key in it.written.statement.description.signers {
            Console.message(
              "\(id): \(signers.contains { $0.key.verifier == key } ? "signed as" : "still to be signed by") \(key)")
          }
          Console.report(it.warnings, in: nil)
        }
      }
    }
  }

  struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List what a bundle says it holds, without vouching for it.")

    @Argument(help: ArgumentHelp("The bundle.", valueName: "file")) var file: String
    @Flag(help: "Print the contents as one JSON object.") var json = false

    func run() throws {
      let inspection: Bundle.Inspection
      do {
        inspection = try Bundle(path: file).inspect()
      } catch {
        throw Console.failure(error)
      }
      let statement = inspection.statement
      let description = statement.description
      if json {
        let entries = inspection.entries.map { entry -> Value in
          ["path": .string(entry.path), "size": .integer(Int(entry.size))]
        }
        let document: Value = [
          "mission": .string(description.mission), "edition": .string(description.edition),
          "profile": .string(description.profile.rawValue), "identity": .string(statement.identity.hex),
          "root": .string(statement.root.hex), "files": .integer(statement.leaves),
          "signers": .list(description.signers.map { .string($0.hex) }), "entries": .list(entries),
        ]
        Console.print(json: document)
        return
      }
      Console.print(
        "\(description.mission), edition \(description.edition), profile \(description.profile.rawValue), "
          + "identity \(statement.identity.hex)")
      for text in description.notice.sorted(by: { $0.key < $1.key }) { Console.print(text.value) }
      for entry in inspection.entries { Console.print("\(entry.path)  \(entry.size)") }
    }
  }
}
