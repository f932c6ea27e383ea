import ArgumentParser
import Files
import Ledger
import ModuleKit
import Signatures

struct LedgerGatherCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gather",
    abstract: spoken(
      en: "Write the heads of all feeds into your own, and sign it: what the mission's desk does before others cosign.",
      es:
        "Escribe las cabeceras de todos los autores entre las entradas de usted, y las firma: lo hace la oficina de la misión antes de que otros contrafirmen."
    ),
    discussion: spoken(
      en: """
        Whoever cosigns the desk's head vouches for all feeds as they stood then, and does not learn who works when.
        """,
      es: """
        Quien contrafirma la cabecera de la oficina responde por todas las entradas como estaban entonces, y no se \
        entera de quién trabaja cuándo.
        """))

  @OptionGroup var ledger: LedgerArguments
  @OptionGroup var author: AuthorOption

  func run() throws {
    let ledger = try ledger.open()
    let key = try author.key(for: ledger)
    let count = try ledger.gather(as: key, at: Clock.now)
    Console.print(
      spoken(
        en: "\(key.author.name): heads of other feeds: \(count), signed",
        es: "\(key.author.name): cabeceras de otros autores: \(count), firmado"))
  }
}

struct LedgerRequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request",
    abstract: spoken(
      en: "Print the request that another mission cosign your signed head.",
      es: "Imprime la petición de que otra misión contrafirme su cabecera firmada."),
    discussion: spoken(
      en: """
        It holds the size and root of your feed, and no entry. The other mission needs your public key ('veedor key list --json', vkey), \
        got another way.
        """,
      es: """
        Contiene el tamaño y la raíz de sus entradas, y ninguna entrada. La otra misión necesita su clave pública \
        («veedor key list --json», vkey), obtenida por otra vía.
        """))

  @Option(
    help: ArgumentHelp(
      spoken(
        en: "How many entries the head had that they cosigned before.",
        es: "Cuántas entradas tenía la cabecera que contrafirmaron antes."), valueName: "entries"))
  var since = 0
  @OptionGroup var ledger: LedgerArguments
  @OptionGroup var author: AuthorOption

  func run() throws {
    let ledger = try ledger.open()
    let request = try ledger.cosignRequest(of: author.key(for: ledger), old: since)
    Console.print(help: String(decoding: request.bytes.dropLast(), as: UTF8.self))
  }
}

struct LedgerCosignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cosign",
    abstract: spoken(
      en: "Cosign the head of another mission's feed, and print it.",
      es: "Contrafirma la cabecera de otra misión, y la imprime."),
    discussion: spoken(
      en: """
        A cosignature says: at this time by our clock, this is the longest head that we had seen of that feed, and it continues those \
        before. It does not say that anybody here read an entry. The machine remembers what it saw, and cosigns nothing that \
        contradicts it. 'veedor key new --for cosignatures' makes the key.
        """,
      es: """
        Una contrafirma dice: a esta hora de nuestro reloj, esta es la cabecera más larga que habíamos visto de esas \
        entradas, y continúa las anteriores. No dice que alguien aquí leyera una entrada. El equipo recuerda lo que vio, \
        y no contrafirma nada que lo contradiga. «veedor key new --for cosignatures» hace la clave.
        """))

  @Argument(
    help: ArgumentHelp(
      spoken(
        en: "What the other mission's 'ledger request' printed.",
        es: "Lo que imprimió «ledger request» de la otra misión."),
      valueName: "file")) var file: String
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "The public key of the other mission's desk, got another way than the request.",
        es: "La clave pública de la oficina de la otra misión, obtenida por otra vía que la petición."),
      valueName: "vkey"))
  var key: String
  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    let mission = try ledger.open().mission
    let log = try LedgerVerifyProofCommand.noteKey(key)
    let bytes = try MappedFile(path: file).content(atMost: .small)
    guard let request = CosignRequest(bytes) else { throw WitnessMessage.noRequest(file: file) }
    let witness = Witness(try SigningKeyFolder().key(.cosignatures, mission: mission))
    let cosigned = try witness.cosign(request, file: file, of: log, at: Clock.now)
    Console.print(help: String(decoding: cosigned.note.bytes.dropLast(), as: UTF8.self))
    let (size, origin) = (cosigned.checkpoint.head.size, cosigned.checkpoint.origin)
    Console.message(
      cosigned.seen.map { seen in
        spoken(
          en: "cosigned: \(size) entries of '\(origin)', which continue the \(seen) seen before",
          es: "contrafirmado: \(size) entradas de «\(origin)», que continúan las \(seen) vistas antes")
      }
        ?? spoken(
          en:
            "cosigned: \(size) entries of '\(origin)', seen here for the first time: there was nothing that they could contradict",
          es:
            "contrafirmado: \(size) entradas de «\(origin)», vistas aquí por primera vez: no había nada que pudieran contradecir"
        ))
  }
}

struct LedgerWitnessedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "witnessed",
    abstract: spoken(
      en: "Tell what a cosigned head shows of the ledger here.",
      es: "Dice qué muestra una cabecera contrafirmada del registro de aquí."),
    discussion: spoken(
      en: """
        The policy (C2SP tlog-policy) names the witnesses and how many of them are enough. Have it from the missions themselves: one that \
        came along with the head proves nothing.
        """,
      es: """
        La política (C2SP tlog-policy) nombra los testigos y cuántos de ellos bastan. Obténgala de las misiones mismas: \
        una que llegó con la cabecera no prueba nada.
        """))

  @Argument(
    help: ArgumentHelp(spoken(en: "The cosigned head.", es: "La cabecera contrafirmada."), valueName: "file"))
  var file: String
  @Option(
    help: ArgumentHelp(
      spoken(en: "The policy of witnesses.", es: "La política de testigos."), valueName: "file")) var policy: String
  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    let ledger = try ledger.open()
    let policy = try WitnessPolicy(MappedFile(path: policy).content(atMost: .small), file: policy)
    guard let note = SignedNote(try MappedFile(path: file).content(atMost: .small)) else {
      throw WitnessMessage.noHead(file: file)
    }
    for line in Self.lines(try ledger.witnessed(note, file: file, by: policy)) { Console.print(line) }
  }

  private static func lines(_ head: WitnessedHead) -> [String] {
    let (size, origin) = (head.checkpoint.head.size, head.checkpoint.origin)
    let withheld =
      head.withheld == 0
      ? ""
      : spoken(
        en: "; \(head.withheld) of them are withheld here", es: "; \(head.withheld) de ellas no se entregaron aquí")
    let first = spoken(
      en: "\(origin): \(size) entries under the head\(withheld)",
      es: "\(origin): \(size) entradas bajo la cabecera\(withheld)")
    let witnesses = head.cosignatures.map { named in
      let time = Instant(seconds: named.cosignature.seconds).description
      return spoken(
        en:
          "\(named.name): at \(time) by its clock, this was the longest head that it had seen of this feed; it need not have read any entry",
        es:
          "\(named.name): según su reloj, el \(time) esta era la cabecera más larga que había visto de estas entradas; puede no haber leído ninguna"
      )
    }
    let gathered = head.gathered.sorted { $0.key < $1.key }.map { author, size in
      spoken(en: "\(author): its first \(size) entries, too", es: "\(author): también sus primeras \(size) entradas")
    }
    let absent = head.absent.map {
      spoken(
        en: "\($0): gathered, and not here as it was then", es: "\($0): reunido, y no está aquí como estaba entonces")
    }
    return [first] + witnesses + gathered + absent
  }
}
