import ArgumentParser
import Ledger
import ModuleKit
import Signatures

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make and list the keys with which this machine writes ledgers and signs bundles.",
    discussion: """
      A key of the ledger is one author: one person on one device, under a pseudonym. A key for bundles signs these and nothing else; \
      others know it by the 64 digits of its public half. Both are kept outside all workspaces, for the user alone, and never leave the \
      machine.
      """,
    subcommands: [New.self, List.self])

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a key for the workspace's mission.")

    /// What a key is for.
    enum Use: String, CaseIterable, ExpressibleByArgument {
      case ledger, bundles, minisign
    }

    @OptionGroup var ledger: LedgerArguments
    @Option(name: .customLong("for"), help: "What the key signs: ledger, bundles, or bundles as minisign does.")
    var use = Use.ledger
    @Flag(help: "Print the author as one JSON object.") var json = false

    func run() throws {
      let ledger = try ledger.open()
      switch use {
      case .ledger: break
      case .bundles: return try makeSigningKey(.bundles, mission: ledger.mission)
      case .minisign: return try makeSigningKey(.minisign, mission: ledger.mission)
      }
      let key = try ledger.keys.makeKey(mission: ledger.mission)
      if json {
        Console.print(json: KeyCommand.document(key))
      } else {
        Console.print(key.author.name)
        Console.message("the key is kept in '\(ledger.keys.place(of: key))'; it is on no other machine")
      }
    }

    private func makeSigningKey(_ purpose: SigningKey.Purpose, mission: String) throws {
      let folder = SigningKeyFolder()
      let key = try folder.makeKey(purpose, mission: mission)
      if json {
        Console.print(json: KeyCommand.document(key))
      } else {
        Console.print(KeyCommand.text(of: key))
        Console.message("the key is kept in '\(folder.place(of: key))'; it is on no other machine")
        Console.message("tell others these signs in a way that nobody can change on the way: on paper, by telephone")
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the keys of this user on this machine.")

    @Flag(help: "Print the list as one JSON object.") var json = false

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
        for key in others { Console.print("\(KeyCommand.text(of: key))  \(key.mission), \(key.purpose.rawValue)") }
      }
    }
  }

  /// How a public key is told: as those programs write it that check with it.
  private static func text(of key: SigningKey) -> String {
    switch key.purpose {
    case .bundles: key.verifier.hex
    case .minisign: MinisignKey(key.verifier).text
    }
  }

  private static func document(_ key: SigningKey) -> Value {
    ["key": .string(text(of: key)), "mission": .string(key.mission), "purpose": .string(key.purpose.rawValue)]
  }

  private static func document(_ key: AuthorKey) -> Value {
    [
      "author": .string(key.author.name), "mission": .string(key.mission), "vkey": .string(key.verifier.text),
    ]
  }
}
