import ArgumentParser
import Files
import Hashing
import Ledger
import ModuleKit
import Signatures

struct LedgerProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: spoken(
      en: "Print the proof that an entry stands under the head that its author signed.",
      es: "Imprime la prueba de que una entrada está bajo la cabecera que firmó su autor."),
    discussion: spoken(
      en: """
        Whoever has the author's public key ('veedor key list --json') checks it on another machine, without the ledger: 'veedor \
        ledger verify-proof'. The proof holds the entry itself.
        """,
      es: """
        Quien tenga la clave pública del autor («veedor key list --json») la revisa en otro equipo, sin el registro: \
        «veedor ledger verify-proof». La prueba contiene la entrada misma.
        """))

  @Argument(
    help: ArgumentHelp(
      spoken(en: "The entry's id, or the beginning of it.", es: "El identificador de la entrada, o su comienzo."),
      valueName: "entry")) var entry: String
  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    let proof = try ledger.open().proof(of: entry)
    Console.print(help: String(decoding: proof.bytes.dropLast(), as: UTF8.self))
  }
}

struct LedgerVerifyProofCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-proof",
    abstract: spoken(
      en: "Check the proof of an entry with the author's public key, and print the entry.",
      es: "Revisa la prueba de una entrada con la clave pública del autor, e imprime la entrada."),
    discussion: spoken(
      en: """
        It shows that the key signed a feed in which the entry stands where it says. It does not show when it was written, nor by \
        which person.
        """,
      es: """
        Muestra que la clave firmó una serie en la que la entrada está donde dice. No muestra cuándo se escribió, ni \
        qué persona la escribió.
        """))

  @Argument(help: ArgumentHelp(spoken(en: "The proof.", es: "La prueba."), valueName: "file")) var file: String
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "The author's public key, as 'key list --json' has it; got another way than the proof.",
        es: "La clave pública del autor, como la da «key list --json»; obtenida por otra vía que la prueba."),
      valueName: "vkey"))
  var key: String
  @Flag(
    help: ArgumentHelp(spoken(en: "Print the entry as one JSON object.", es: "Imprime la entrada como un objeto JSON."))
  ) var json = false

  /// The public key that a word of the command line writes.
  static func noteKey(_ text: String) throws -> NoteKey {
    guard let key = NoteKey(text) else {
      throw ValidationError(spoken(en: "'\(text)' is no public key", es: "«\(text)» no es una clave pública"))
    }
    return key
  }

  func run() throws {
    let key = try Self.noteKey(key)
    let proof = try EntryProof(MappedFile(path: file).content(atMost: .small), file: file)
    let (entry, size) = try proof.verified(by: key, file: file)
    guard !json else { return Console.print(json: entry.document) }
    Console.print(
      spoken(
        en: "proved: entry \(entry.seq) of \(entry.author), under a signed head of \(size) entries",
        es: "probado: entrada \(entry.seq) de \(entry.author), bajo una cabecera firmada de \(size) entradas"))
    Console.print(String(decoding: entry.bytes, as: UTF8.self))
  }
}

struct LedgerRosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: spoken(
      en:
        "Trust a roster on this machine: which authors are which persons, which are revoked, whose the keys for bundles are.",
      es:
        "Confía en una nómina en este equipo: qué autores son qué personas, cuáles están revocados, de quién son las claves de paquetes."
    ),
    discussion: spoken(
      en: """
        Only with it can 'verified' mean that a second person did it, and a bundle be signed by somebody who is \
        trusted. It is kept outside the workspace, for this user alone, and goes into no bundle. A later version \
        replaces it; one that came along with a workspace is not believed.
        """,
      es: """
        Solo con ella puede «verificado» significar que lo hizo una segunda persona, y un paquete estar firmado por \
        alguien en quien se confía. Se guarda fuera del espacio de trabajo, solo para este usuario, y no va en ningún paquete. Una \
        versión posterior la reemplaza; no se cree en una que llegó con un espacio de trabajo.
        """))

  @Argument(
    help: ArgumentHelp(
      spoken(
        en: "The roster; without it, what is trusted is told.", es: "La nómina; sin ella se dice en cuál se confía."),
      valueName: "file")) var file: String?
  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    let ledger = try ledger.open()
    let roster = try file.map { try RosterFolder().trust($0, for: ledger.mission) } ?? ledger.roster()
    guard let roster else {
      return Console.print(spoken(en: "no roster is trusted here", es: "aquí no se confía en ninguna nómina"))
    }
    let keys =
      roster.bundleKeys.isEmpty
      ? ""
      : spoken(
        en: ", keys for bundles: \(roster.bundleKeys.count)", es: ", claves de paquetes: \(roster.bundleKeys.count)")
    let revoked =
      roster.revoked.isEmpty
      ? "" : spoken(en: ", revoked: \(roster.revoked.count)", es: ", revocados: \(roster.revoked.count)")
    Console.print(
      spoken(
        en:
          "version \(roster.version) of the roster, until \(roster.expires.iso): \(roster.authors) \(roster.authors == 1 ? "author" : "authors")",
        es:
          "versión \(roster.version) de la nómina, hasta el \(roster.expires.iso): \(roster.authors) \(roster.authors == 1 ? "autor" : "autores")"
      )
        + revoked + keys)
  }
}
