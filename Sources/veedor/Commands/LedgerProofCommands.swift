import ArgumentParser
import Files
import Hashing
import Ledger
import ModuleKit

struct LedgerProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove", abstract: "Print the proof that an entry stands under the head that its author signed.",
    discussion: """
      Whoever has the author's public key ('veedor key list --json') checks it on another machine, without the ledger: 'veedor \
      ledger verify-proof'. The proof holds the entry itself.
      """)

  @Argument(help: ArgumentHelp("The entry's id, or the beginning of it.", valueName: "entry")) var entry: String
  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    let proof = try ledger.open().proof(of: entry)
    Console.print(help: String(decoding: proof.bytes.dropLast(), as: UTF8.self))
  }
}

struct LedgerVerifyProofCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-proof",
    abstract: "Check the proof of an entry with the author's public key, and print the entry.",
    discussion: """
      It shows that the key signed a feed in which the entry stands where it says. It does not show when it was written, nor by \
      which person.
      """)

  @Argument(help: ArgumentHelp("The proof.", valueName: "file")) var file: String
  @Option(
    help: ArgumentHelp(
      "The author's public key, as 'key list --json' has it; got another way than the proof.", valueName: "vkey"))
  var key: String
  @Flag(help: "Print the entry as one JSON object.") var json = false

  func run() throws {
    guard let key = NoteKey(key) else { throw ValidationError("'\(key)' is no public key") }
    let proof = try EntryProof(MappedFile(path: file).content(atMost: .small), file: file)
    let (entry, size) = try proof.verified(by: key, file: file)
    guard !json else { return Console.print(json: entry.document) }
    Console.print("proved: entry \(entry.seq) of \(entry.author), under a signed head of \(size) entries")
    Console.print(String(decoding: entry.bytes, as: UTF8.self))
  }
}

struct LedgerRosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: "Trust a roster on this machine: which authors are which persons, and whose the keys for bundles are.",
    discussion: """
      Only with it can 'verified' mean that a second person did it, and a bundle be signed by somebody who is trusted. It is kept outside the workspace, for this user alone, and goes \
      into no bundle. A later version replaces it; one that came along with a workspace is not believed.
      """)

  @Argument(help: ArgumentHelp("The roster; without it, what is trusted is told.", valueName: "file")) var file: String?
  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    let mission = try ledger.open().mission
    let roster = try file.map { try RosterFolder().trust($0, for: mission) } ?? RosterFolder().roster(of: mission)
    guard let roster else { return Console.print("no roster is trusted here") }
    let keys = roster.bundleKeys.isEmpty ? "" : ", keys for bundles: \(roster.bundleKeys.count)"
    Console.print(
      "version \(roster.version) of the roster, until \(roster.expires.iso): \(roster.authors) authors\(keys)")
  }
}
