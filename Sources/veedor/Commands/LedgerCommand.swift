import ArgumentParser
import Hashing
import Ledger
import ModuleKit

struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Check, sign and merge the feeds of all who write the ledger.",
    subcommands: [
      Status.self, Check.self, Sign.self, Merge.self, LedgerProveCommand.self, LedgerVerifyProofCommand.self,
      LedgerRosterCommand.self,
    ])

  /// Tells what is wrong, and ends the command where any of it is an error.
  static func tell(_ problems: [FeedMessage]) throws {
    let all = problems.map { Diagnostic($0) }
    Console.report(all, in: nil)
    if all.contains(where: { $0.severity == .error }) { throw Exit(status: .unverified) }
  }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell how each feed stands: entries, how many are signed, what is held back.")

    @OptionGroup var ledger: LedgerArguments
    @Flag(help: "Print the feeds as one JSON object.") var json = false

    func run() throws {
      let status = try ledger.open().status()
      if json {
        let problems = status.problems.map { Diagnostic($0).document }
        Console.print(json: ["feeds": .list(status.feeds.map(Self.document)), "problems": .list(problems)])
      } else {
        for feed in status.feeds { Console.print(Self.line(feed)) }
        Console.report(status.problems.map { Diagnostic($0) }, in: nil)
      }
    }

    private static func line(_ feed: FeedStatus) -> String {
      var parts = [feed.author + (feed.isMine ? " (yours)" : ""), "\(feed.entries) entries", "\(feed.signed) signed"]
      for (count, words) in [(feed.withheld, "withheld"), (feed.held, "held back"), (feed.unsigned, "under no head")]
      where count > 0 {
        parts.append("\(count) \(words)")
      }
      if feed.isForked { parts.append("FORKED") }
      return parts.joined(separator: ", ")
    }

    private static func document(_ feed: FeedStatus) -> Value {
      [
        "author": .string(feed.author), "mine": .bool(feed.isMine), "entries": .integer(feed.entries),
        "signed": .integer(feed.signed), "root": .string(feed.root.hex), "withheld": .integer(feed.withheld),
        "held": .integer(feed.held), "unsigned": .integer(feed.unsigned), "forked": .bool(feed.isForked),
      ]
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check every entry, its place and what vouches for it.",
      discussion: "Ends with 4 where an entry was changed, removed or put elsewhere, and says which.")

    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      let status = try ledger.open().status()
      try LedgerCommand.tell(status.problems)
      let entries = status.feeds.map(\.entries).reduce(0, +)
      let feeds = status.feeds.count
      Console.print(
        "\(feeds) \(feeds == 1 ? "feed" : "feeds"), \(entries) \(entries == 1 ? "entry" : "entries"): intact")
    }
  }

  struct Sign: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sign your feed as it stands, before you hand the ledger on.",
      discussion: """
        What is not signed counts for nothing elsewhere: anybody could have written it. The machine remembers what it signed, and \
        never signs a feed that contradicts it.
        """)

    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorOption

    func run() throws {
      let ledger = try ledger.open()
      let key = try author.key(for: ledger)
      Console.print("\(key.author.name): \(try ledger.sign(key)) entries signed")
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take in what another copy of the ledger holds.",
      discussion: """
        Copies may come in any order and as often as they like: the outcome is the same. Only what an author signed counts; what is \
        behind a gap is held back until the gap is closed.
        """)

    @Argument(help: ArgumentHelp("A workspace's folder, or the folder of its ledger.", valueName: "dir")) var source:
      String
    @OptionGroup var ledger: LedgerArguments
    @Flag(help: "Print what was taken in as one JSON object.") var json = false

    func run() throws {
      let report = try ledger.open().merge(source)
      if json {
        let feeds = report.feeds.map { feed -> Value in
          ["author": .string(feed.author), "before": .integer(feed.before), "after": .integer(feed.after)]
        }
        let problems = report.problems.map { Diagnostic($0).document }
        Console.print(json: ["feeds": .list(feeds), "problems": .list(problems)])
        if report.problems.contains(where: { $0.severity == .error }) { throw Exit(status: .unverified) }
      } else {
        for feed in report.feeds {
          Console.print("\(feed.author): \(feed.after - feed.before) new of \(feed.after) entries")
        }
        try LedgerCommand.tell(report.problems)
      }
    }
  }
}
