import ArgumentParser
import Ledger
import ModuleKit

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make and list the keys with which this machine writes ledgers.",
    discussion: """
      A key is one author: one person on one device, under a pseudonym. It is kept outside all workspaces, for the user alone, \
      and never leaves the machine.
      """,
    subcommands: [New.self, List.self])

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a key for the workspace's ledger.")

    @OptionGroup var ledger: LedgerArguments
    @Flag(help: "Print the author as one JSON object.") var json = false

    func run() throws {
      let ledger = try ledger.open()
      let key = try ledger.keys.makeKey(mission: ledger.mission)
      if json {
        Console.print(json: KeyCommand.document(key))
      } else {
        Console.print(key.author.name)
        Console.message("the key is kept in '\(ledger.keys.place(of: key))'; it is on no other machine")
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the keys of this user on this machine.")

    @Flag(help: "Print the list as one JSON object.") var json = false

    func run() throws {
      let keys = try KeyFolder().keys()
      if json {
        Console.print(json: ["keys": .list(keys.map(KeyCommand.document))])
      } else {
        for key in keys { Console.print("\(key.author.name)  \(key.mission)") }
      }
    }
  }

  private static func document(_ key: AuthorKey) -> Value {
    [
      "author": .string(key.author.name), "mission": .string(key.mission), "vkey": .string(key.verifier.text),
    ]
  }
}
