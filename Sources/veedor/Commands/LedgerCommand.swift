import ArgumentParser
import Hashing
import Ledger
import ModuleKit

struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: spoken(
      en: "Check, sign and merge the feeds of all who write the ledger.",
      es: "Revisa, firma y une las entradas de todos los que escriben el registro."),
    subcommands: [
      Status.self, Check.self, Sign.self, Merge.self, LedgerProveCommand.self, LedgerVerifyProofCommand.self,
      LedgerRosterCommand.self, LedgerGatherCommand.self, LedgerRequestCommand.self, LedgerCosignCommand.self,
      LedgerWitnessedCommand.self,
    ])

  /// Tells what is wrong, and ends the command where any of it is an error.
  static func tell(_ problems: [FeedMessage], apart: [PrivateMessage]) throws {
    let all = problems.map { Diagnostic($0) } + apart.map { Diagnostic($0) }
    Console.report(all, in: nil)
    if all.contains(where: { $0.severity == .error }) { throw Exit(status: .unverified) }
  }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: spoken(
        en: "Tell how each feed stands: entries, how many are signed, what is held back.",
        es: "Dice cómo están las entradas de cada autor: cuántas son, cuántas están firmadas, qué se retiene."))

    @OptionGroup var ledger: LedgerArguments
    @Flag(
      help: ArgumentHelp(
        spoken(en: "Print the feeds as one JSON object.", es: "Imprime los autores como un objeto JSON."))) var json =
      false

    func run() throws {
      let ledger = try ledger.open()
      let (status, apart) = try ledger.standing()
      let problems = status.problems.map { Diagnostic($0) } + apart.problems.map { Diagnostic($0) }
      if json {
        Console.print(json: [
          "feeds": .list(status.feeds.map(Self.document)), "problems": .list(problems.map(\.document)),
        ])
      } else {
        for feed in status.feeds { Console.print(Self.line(feed)) }
        Console.report(problems, in: nil)
      }
    }

    private static func line(_ feed: FeedStatus) -> String {
      var parts = [
        feed.author + (feed.isMine ? spoken(en: " (yours)", es: " (de usted)") : ""),
        spoken(en: "\(feed.entries) entries", es: "\(feed.entries) entradas"),
        spoken(en: "\(feed.signed) signed", es: "\(feed.signed) firmadas"),
      ]
      for (count, words) in [
        (feed.withheld, spoken(en: "withheld", es: "no entregadas")),
        (feed.held, spoken(en: "held back", es: "retenidas")),
        (feed.unsigned, spoken(en: "under no head", es: "bajo ninguna cabecera")),
        (feed.beyond, spoken(en: "of a revoked key", es: "de una clave revocada")),
      ]
      where count > 0 {
        parts.append("\(count) \(words)")
      }
      if feed.revocation != nil { parts.append(spoken(en: "REVOKED", es: "REVOCADO")) }
      if feed.isForked { parts.append(spoken(en: "FORKED", es: "BIFURCADO")) }
      return parts.joined(separator: ", ")
    }

    private static func document(_ feed: FeedStatus) -> Value {
      [
        "author": .string(feed.author), "mine": .bool(feed.isMine), "entries": .integer(feed.entries),
        "signed": .integer(feed.signed), "root": .string(feed.root.hex), "withheld": .integer(feed.withheld),
        "held": .integer(feed.held), "unsigned": .integer(feed.unsigned), "forked": .bool(feed.isForked),
        "revoked": feed.revocation.map { .string($0.why) } ?? .null, "beyond": .integer(feed.beyond),
      ]
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: spoken(
        en: "Check every entry, its place and what vouches for it.",
        es: "Revisa cada entrada, su lugar y lo que responde por ella."),
      discussion: spoken(
        en:
          "Ends with 4 where an entry was changed, removed or put elsewhere, or a private value or an attached file is another one, and says which.",
        es:
          "Termina con 4 si una entrada se cambió, se quitó o se movió, o si un valor privado o un archivo adjunto es otro, y dice cuál."
      ))

    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      let ledger = try ledger.open()
      let (status, apart) = try ledger.standing(readingAttachments: true)
      try LedgerCommand.tell(status.problems, apart: apart.problems)
      let entries = status.feeds.map(\.entries).reduce(0, +)
      let feeds = status.feeds.count
      Console.print(
        spoken(
          en: "\(feeds) \(feeds == 1 ? "feed" : "feeds"), \(entries) \(entries == 1 ? "entry" : "entries"): intact",
          es:
            "\(feeds) \(feeds == 1 ? "autor" : "autores"), \(entries) \(entries == 1 ? "entrada" : "entradas"): intacto"
        ))
    }
  }

  struct Sign: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: spoken(
        en: "Sign your feed as it stands, before you hand the ledger on.",
        es: "Firma sus entradas como están, antes de entregar el registro."),
      discussion: spoken(
        en: """
          What is not signed counts for nothing elsewhere: anybody could have written it. The machine remembers what it signed, and \
          never signs a feed that contradicts it.
          """,
        es: """
          Lo que no está firmado no cuenta en otra parte: pudo escribirlo cualquiera. El equipo recuerda lo que firmó, \
          y nunca firma entradas que lo contradigan.
          """))

    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorOption

    func run() throws {
      let ledger = try ledger.open()
      let key = try author.key(for: ledger)
      let signed = try ledger.sign(key)
      Console.print(
        spoken(
          en: "\(key.author.name): \(signed) entries signed", es: "\(key.author.name): \(signed) entradas firmadas"))
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: spoken(
        en: "Take in what another copy of the ledger holds.", es: "Incorpora lo que contiene otra copia del registro."),
      discussion: spoken(
        en: """
          Copies may come in any order and as often as they like: the outcome is the same. Only what an author signed counts; what is \
          behind a gap is held back until the gap is closed. Private values and attached files come along where the copy has them and they \
          are those that entries have the hashes of; what was erased does not come back.
          """,
        es: """
          Las copias pueden llegar en cualquier orden y cuantas veces se quiera: el resultado es el mismo. Solo cuenta \
          lo que un autor firmó; lo que está después de un hueco se retiene hasta que el hueco se cierra. Los valores \
          privados y los archivos adjuntos vienen también, si la copia los tiene y son aquellos de los que las entradas \
          guardan la huella; lo que se borró no vuelve.
          """))

    @Argument(
      help: ArgumentHelp(
        spoken(
          en: "A workspace's folder, or the folder of its ledger.",
          es: "La carpeta de un espacio de trabajo, o la de su registro."), valueName: "dir")) var source: String
    @OptionGroup var ledger: LedgerArguments
    @Flag(
      help: ArgumentHelp(
        spoken(en: "Print what was taken in as one JSON object.", es: "Imprime lo incorporado como un objeto JSON.")))
    var json = false

    func run() throws {
      let report = try ledger.open().merge(source)
      if json {
        let feeds = report.feeds.map { feed -> Value in
          ["author": .string(feed.author), "before": .integer(feed.before), "after": .integer(feed.after)]
        }
        let problems = report.problems.map { Diagnostic($0) } + report.problemsApart.map { Diagnostic($0) }
        Console.print(json: [
          "feeds": .list(feeds), "private_values": .integer(report.values),
          "attachments": .integer(report.attachments), "problems": .list(problems.map(\.document)),
        ])
        if problems.contains(where: { $0.severity == .error }) { throw Exit(status: .unverified) }
      } else {
        for feed in report.feeds {
          Console.print(
            spoken(
              en: "\(feed.author): \(feed.after - feed.before) new of \(feed.after) entries",
              es: "\(feed.author): \(feed.after - feed.before) nuevas de \(feed.after) entradas"))
        }
        if report.values + report.attachments > 0 {
          Console.print(
            spoken(
              en: "private values taken: \(report.values); attached files: \(report.attachments)",
              es: "valores privados incorporados: \(report.values); archivos adjuntos: \(report.attachments)"))
        }
        try LedgerCommand.tell(report.problems, apart: report.problemsApart)
      }
    }
  }
}
