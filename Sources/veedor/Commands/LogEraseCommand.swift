import ArgumentParser
import Hashing
import Ledger
import ModuleKit

struct LogEraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: spoken(
      en: "Erase a private value of a record, or a file that was attached.",
      es: "Borra un valor privado de una ficha, o un archivo adjunto."),
    discussion: spoken(
      en: """
        That it was erased, by whom, when and why stays as an entry; the value goes, with the salt without which nobody can guess it by \
        its hash. On other devices it goes once whoever works there confirms it, with --pending, which also removes what writes that were \
        cut short left; with a record, what waits of that alone. Copies elsewhere, backups, and what a disk keeps of removed files are \
        not reached. A field of an attached file is 'file', and the record is the attachment.
        """,
      es: """
        Que se borró, quién, cuándo y por qué queda como entrada; el valor se va, con la sal sin la cual nadie puede adivinarlo por su \
        huella. En otros equipos se va cuando quien trabaja ahí lo confirma, con --pending, que quita también los restos de \
        escrituras interrumpidas; con una ficha, solo lo pendiente de ella. No alcanza a copias en otra parte, a respaldos, ni a \
        lo que un disco guarda de archivos quitados. El campo de un archivo adjunto es «file», y la ficha es el adjunto.
        """))

  @Argument(help: .record) var record: String?
  @Option(
    help: ArgumentHelp(spoken(en: "The private field.", es: "El campo privado."), valueName: "field")) var field:
    String?
  @Option(help: .why) var why: String?
  @Flag(
    help: ArgumentHelp(
      spoken(
        en: "List what others said is to be erased and is still here, and erase it.",
        es: "Lista lo que otros dijeron que se borre y todavía está aquí, y lo borra."))) var pending = false
  @Flag(help: ArgumentHelp(spoken(en: "Do not ask.", es: "No pregunta."))) var yes = false
  @OptionGroup var ledger: LedgerArguments
  @OptionGroup var author: AuthorOption

  func validate() throws {
    guard pending ? field == nil && why == nil : record != nil && field != nil && why != nil else {
      throw ValidationError(
        spoken(
          en: "give a record with --field and --why, or --pending without these",
          es: "dé una ficha con --field y --why, o --pending sin estas opciones"))
    }
  }

  func run() throws {
    let ledger = try ledger.open()
    let opening = try record.map { try ledger.view().record($0).opening }
    guard let opening, let field, let why else { return try erasePending(ledger, of: opening) }
    try ledger.checkErasable(field, of: opening)
    let beginning = String(opening.id.hex.prefix(8))
    try confirm(
      beginning,
      spoken(
        en: "Type \(beginning) to erase '\(field)' of \(opening.kind) \(opening.id.hex.prefix(12)): ",
        es: "Escriba \(beginning) para borrar «\(field)» de \(opening.kind) \(opening.id.hex.prefix(12)): "))
    let erasure = try ledger.erase(field, of: opening, why: why, as: author.key(for: ledger), at: Clock.now)
    Console.print(Self.line(erasure))
    Console.message(
      spoken(
        en:
          "copies elsewhere and backups are not reached; others erase theirs once they have this entry and confirm it",
        es:
          "no alcanza a copias en otra parte ni a respaldos; los demás borran lo suyo cuando reciben esta entrada y lo confirman"
      ))
  }

  /// Erases what waits; of `entry` alone where one is given, so that one erasure can be confirmed and another not.
  private func erasePending(_ ledger: Ledger, of entry: Entry?) throws {
    let status = try ledger.apart()
    let waiting = status.waiting.filter { entry == nil || $0.entry == entry?.id }
    let leftovers = entry == nil ? status.leftovers : []
    guard !waiting.isEmpty || !leftovers.isEmpty else {
      return Console.message(spoken(en: "nothing waits", es: "no hay nada pendiente"))
    }
    let told = status.problems.filter {
      switch $0 {
      case .waiting(_, let erased, _, _, _): entry == nil || erased == entry?.id.hex
      case .leftover: entry == nil
      default: false
      }
    }
    if !yes { for message in told { Console.message(message.text.sentence.spoken) } }
    let word = spoken(en: "erase", es: "borrar")
    try confirm(word, spoken(en: "Type \(word) to erase all of it: ", es: "Escriba \(word) para borrar todo esto: "))
    try ledger.carryOut(waiting, leftovers: leftovers)
    for erasure in waiting { Console.print(Self.line(erasure)) }
    for path in leftovers { Console.print(spoken(en: "removed: \(path)", es: "quitado: \(path)")) }
  }

  private func confirm(_ answer: String, _ question: String) throws {
    guard !yes else { return }
    guard Console.canAsk, Console.ask(question) == answer else { throw PrivateMessage.notConfirmed }
  }

  private static func line(_ erasure: Erasure) -> String {
    let id = erasure.entry.hex.prefix(12)
    return spoken(en: "erased: '\(erasure.field)' of \(id)", es: "borrado: «\(erasure.field)» de \(id)")
  }
}
