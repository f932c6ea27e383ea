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
    commandName: "bundle",
    abstract: spoken(
      en: "Pack evidence for others, and check what others packed.",
      es: "Empaqueta evidencia para otros, y revisa la que otros empaquetaron."),
    subcommands: [Create.self, BundleSignCommand.self, Inspect.self, Verify.self, Probe.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: spoken(
        en: "Pack the bundles that the workspace describes.",
        es: "Hace los paquetes que describe el espacio de trabajo."),
      discussion: spoken(
        en: """
          What is not up to date is not packed: run 'veedor run' and 'veedor draft' first. Results that were received and \
          not re-run here are packed as they came, and named.

          With --sign the bundle names your key for bundles as a signer, and has its signature. Make the key once, with 'veedor key new \
          --for bundles', and tell others its digits in a way that nobody can change: on paper, by telephone.
          """,
        es: """
          Lo que no está al día no se empaqueta: ejecute antes «veedor run» y «veedor draft». Los resultados que se \
          recibieron y no se ejecutaron aquí se empaquetan como llegaron, y se nombran.

          Con --sign el paquete nombra como firmante la clave de paquetes de usted, y lleva su firma. Haga la clave una \
          sola vez, con «veedor key new --for bundles», y comunique sus dígitos por una vía que nadie pueda alterar: en \
          papel, por teléfono.
          """))

    @OptionGroup var workspace: WorkspaceArguments
    @Option(
      help: ArgumentHelp(spoken(en: "Pack these bundles alone.", es: "Hace solo estos paquetes."), valueName: "name"))
    var only: [String] = []
    @Option(
      name: .shortAndLong,
      help: ArgumentHelp(
        spoken(en: "Write the one bundle to this file.", es: "Escribe el único paquete en este archivo."),
        valueName: "file"))
    var output: String?
    @Flag(help: ArgumentHelp(spoken(en: "Sign what is packed.", es: "Firma lo empaquetado."))) var sign = false
    @OptionGroup var key: BundleKeyOption
    @Option(
      help: ArgumentHelp(
        spoken(
          en: "Name this key as a signer too; its holder signs with 'veedor bundle sign'.",
          es: "Nombra también esta clave como firmante; quien la tiene firma con «veedor bundle sign»."),
        valueName: "key"))
    var signer: [String] = []
    @Flag(
      help: ArgumentHelp(
        spoken(en: "Print what was packed as one JSON object.", es: "Imprime lo empaquetado como un objeto JSON.")))
    var json = false

    func run() async throws {
      let others = try signer.map { text in
        guard let key = VerifyingKey(text) else {
          throw ValidationError(
            spoken(
              en: "'\(text)' is no public key: 'veedor key list' of its holder shows it whole",
              es: "«\(text)» no es una clave pública: «veedor key list» de quien la tiene la muestra entera"))
        }
        return key
      }
      if key.key != nil, !sign {
        throw ValidationError(
          spoken(
            en: "--key says with which key to sign: give --sign as well",
            es: "--key indica con qué clave firmar: dé también --sign"))
      }
      let workbench = try workspace.open()
      let known = workbench.workspace.bundles
      for name in only where !known.contains(where: { $0.id == name }) {
        throw Console.failure(DiagnosticsError(RunMessage.unknownBundle(name, known: known.map(\.id))))
      }
      let chosen = known.filter { only.isEmpty || only.contains($0.id) }
      if output != nil, chosen.count != 1 {
        throw ValidationError(
          spoken(
            en: "--output is for one bundle, and there are \(chosen.count): choose one with --only",
            es: "--output es para un solo paquete, y hay \(chosen.count): elija uno con --only"))
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
            spoken(
              en: "\(id): \(it.written.statement.leaves) files, identity \(it.written.statement.identity.hex)",
              es: "\(id): \(it.written.statement.leaves) archivos, identidad \(it.written.statement.identity.hex)"))
          for key in it.written.statement.description.signers {
            Console.message(
              signers.contains { $0.key.verifier == key }
                ? spoken(en: "\(id): signed as \(key)", es: "\(id): firmado como \(key)")
                : spoken(en: "\(id): still to be signed by \(key)", es: "\(id): falta que firme \(key)"))
          }
          Console.report(it.warnings, in: nil)
        }
      }
    }
  }

  struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: spoken(
        en: "List what a bundle says it holds, without vouching for it.",
        es: "Lista lo que un paquete dice contener, sin responder por ello."))

    @Argument(help: ArgumentHelp(spoken(en: "The bundle.", es: "El paquete."), valueName: "file")) var file: String
    @Flag(
      help: ArgumentHelp(
        spoken(en: "Print the contents as one JSON object.", es: "Imprime el contenido como un objeto JSON.")))
    var json = false

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
      let (edition, profile, identity) = (
        description.edition, description.profile.rawValue, statement.identity.hex
      )
      Console.print(
        "\(description.mission), "
          + spoken(
            en: "edition \(edition), profile \(profile), identity \(identity)",
            es: "edición \(edition), perfil \(profile), identidad \(identity)"))
      for text in description.notice.sorted(by: { $0.key < $1.key }) { Console.print(text.value) }
      for entry in inspection.entries { Console.print("\(entry.path)  \(entry.size)") }
    }
  }
}
