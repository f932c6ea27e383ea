import ArgumentParser
import Ledger
import ModuleKit
import Signatures

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: spoken(
      en: "Make, list and revoke the keys with which ledgers are written and bundles signed.",
      es: "Hace, lista y revoca las claves con que se escriben registros y se firman paquetes."),
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
    subcommands: [New.self, List.self, Revoke.self])

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

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: spoken(
        en: "Revoke an author's key: what it wrote holds up to a head of its feed and no further.",
        es: "Revoca la clave de un autor: lo que escribió vale hasta una cabecera de sus entradas y no más."),
      discussion: spoken(
        en: """
          For a device that was lost or stolen. The next version of the roster that is trusted here says so, and is printed: hand it \
          on as you hand on rosters, for 'veedor ledger roster'. What the key wrote behind the head is kept, and is in no view. Keys \
          for bundles are revoked in the roster's file.
          """,
        es: """
          Para un dispositivo perdido o robado. Lo dice la versión siguiente de la nómina en la que se confía aquí, que se \
          imprime: entréguela como entrega las nóminas, para «veedor ledger roster». Lo que la clave escribió después de la \
          cabecera se conserva, y no cuenta en nada. Las claves de paquetes se revocan en el archivo de la nómina.
          """))

    @Argument(
      help: ArgumentHelp(
        spoken(
          en: "The author, as 'ledger status' names it.", es: "El autor, como lo nombra «ledger status»."),
        valueName: "author")) var author: String
    @Option(
      help: ArgumentHelp(
        spoken(
          en: "How many of its first entries hold; without it all that are signed here.",
          es: "Cuántas de sus primeras entradas valen; sin esto, todas las que aquí están firmadas."),
        valueName: "number"))
    var entries: Int?
    @Option(help: ArgumentHelp(spoken(en: "The reason.", es: "La razón."), valueName: "text")) var why: String
    @OptionGroup var ledger: LedgerArguments

    func validate() throws {
      if let entries, entries < 0 {
        throw ValidationError(spoken(en: "--entries is less than 0", es: "--entries es menor que 0"))
      }
    }

    func run() throws {
      let ledger = try ledger.open()
      guard let author = Author(author) else {
        throw ValidationError(
          spoken(
            en: "'\(author)' is no author: 'veedor ledger status' names them",
            es: "«\(author)» no es un autor: «veedor ledger status» los nombra"))
      }
      let head = try ledger.head(of: author, entries: entries)
      let roster = try RosterFolder().revoke(author, at: head, why: why, in: ledger.mission)
      Console.print(json: roster.document)
      Console.message(
        spoken(
          en:
            "version \(roster.version) of the roster, which is trusted here now: of '\(author.name)' the first \(head.size) entries hold",
          es:
            "versión \(roster.version) de la nómina, en la que ya se confía aquí: de «\(author.name)» valen las primeras \(head.size) entradas"
        ))
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
