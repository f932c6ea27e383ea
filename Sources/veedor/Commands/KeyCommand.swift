import ArgumentParser
import Ledger
import ModuleKit
import Signatures

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: spoken(
      en: "Make and list the keys with which this machine writes ledgers and signs bundles.",
      es: "Hace y lista las claves con que este equipo escribe registros y firma paquetes."),
    discussion: spoken(
      en: """
        A key of the ledger is one author: one person on one device, under a pseudonym. A key for bundles signs these and nothing else; \
        others know it by the 64 digits of its public half. Both are kept outside all workspaces, for the user alone, and never leave the \
        machine.
        """,
      es: """
        Una clave del registro es un autor: una persona en un dispositivo, bajo un seudónimo. Una clave de paquetes \
        firma estos y nada más; los demás la conocen por los 64 dígitos de su mitad pública. Ambas se guardan fuera de \
        los espacios de trabajo, solo para el usuario, y nunca salen del equipo.
        """),
    subcommands: [New.self, List.self])

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: spoken(
        en: "Make a key for the workspace's mission.", es: "Hace una clave para la misión del espacio de trabajo."))

    /// What a key is for.
    enum Use: String, CaseIterable, ExpressibleByArgument {
      case ledger, bundles, minisign, cosignatures
    }

    @OptionGroup var ledger: LedgerArguments
    @Option(
      name: .customLong("for"),
      help: ArgumentHelp(
        spoken(
          en:
            "What the key signs: ledger, bundles, bundles as minisign does, or cosignatures of other missions' heads.",
          es:
            "Qué firma la clave: el registro (ledger), paquetes (bundles), paquetes como minisign, o contrafirmas de cabeceras de otras misiones (cosignatures)."
        )))
    var use = Use.ledger
    @Flag(
      help: ArgumentHelp(
        spoken(en: "Print the author as one JSON object.", es: "Imprime el autor como un objeto JSON."))) var json =
      false

    func run() throws {
      let ledger = try ledger.open()
      switch use {
      case .ledger: break
      case .bundles: return try makeSigningKey(.bundles, mission: ledger.mission)
      case .minisign: return try makeSigningKey(.minisign, mission: ledger.mission)
      case .cosignatures: return try makeSigningKey(.cosignatures, mission: ledger.mission)
      }
      let key = try ledger.keys.makeKey(mission: ledger.mission)
      if json {
        Console.print(json: KeyCommand.document(key))
      } else {
        Console.print(key.author.name)
        Console.message(
          spoken(
            en: "the key is kept in '\(ledger.keys.place(of: key))'; it is on no other machine",
            es: "la clave se guarda en «\(ledger.keys.place(of: key))»; no está en ningún otro equipo"))
      }
    }

    private func makeSigningKey(_ purpose: SigningKey.Purpose, mission: String) throws {
      let folder = SigningKeyFolder()
      let key = try folder.makeKey(purpose, mission: mission)
      if json {
        Console.print(json: KeyCommand.document(key))
      } else {
        Console.print(key.publicText)
        Console.message(
          spoken(
            en: "the key is kept in '\(folder.place(of: key))'; it is on no other machine",
            es: "la clave se guarda en «\(folder.place(of: key))»; no está en ningún otro equipo"))
        Console.message(
          spoken(
            en: "tell others this public key in a way that nobody can change on the way: on paper, by telephone",
            es: "comunique esta clave pública por una vía que nadie pueda alterar: en papel, por teléfono"))
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: spoken(
        en: "List the keys of this user on this machine.", es: "Lista las claves de este usuario en este equipo."))

    @Flag(
      help: ArgumentHelp(spoken(en: "Print the list as one JSON object.", es: "Imprime la lista como un objeto JSON.")))
    var json = false

    func run() throws {
      let keys = try KeyFolder().keys()
      let others = try SigningKey.Purpose.allCases.flatMap { try SigningKeyFolder().keys($0) }
      if json {
        Console.print(
          json: [
            "keys": .list(keys.map(KeyCommand.document)), "signing_keys": .list(others.map(KeyCommand.document)),
          ])
      } else {
        for key in keys { Console.print("\(key.author.name)  \(key.mission)") }
        for key in others { Console.print("\(key.publicText)  \(key.mission), \(key.purpose.rawValue)") }
      }
    }
  }

  private static func document(_ key: SigningKey) -> Value {
    ["key": .string(key.publicText), "mission": .string(key.mission), "purpose": .string(key.purpose.rawValue)]
  }

  private static func document(_ key: AuthorKey) -> Value {
    [
      "author": .string(key.author.name), "mission": .string(key.mission), "vkey": .string(key.verifier.text),
    ]
  }
}
