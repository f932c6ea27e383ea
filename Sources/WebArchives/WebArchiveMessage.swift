public import Archive
public import Diagnostics
public import Language

/// What is wrong with a WACZ archive, or to be told of one that is whole.
public enum WebArchiveMessage: Error, DiagnosticMessage, Hashable {
  /// The ZIP archive that it is breaks a rule.
  case archive(ArchiveMessage)
  /// More content than is unpacked of an archive of this size.
  case tooLarge(limit: Int)
  /// No list of what it holds.
  case noPackage
  /// A list that has more bytes than are read.
  case listTooLarge(file: String, bytes: Int, limit: Int)
  /// A list that is no JSON.
  case notJSON(file: String, Text)
  /// Another version than the program reads, or none.
  case otherVersion(String?)
  /// A list without files.
  case noResources
  /// A file's line in the list that does not say what it must.
  case resourceLacks(String, number: Int)
  /// A digest of another kind than SHA-256.
  case otherHash(file: String)
  /// A file that is listed twice.
  case listedTwice(file: String)
  /// A file that is listed and not there.
  case missing(file: String)
  /// A file of another size.
  case otherSize(file: String, bytes: Int, stated: Int)
  /// A file of another content.
  case otherContent(file: String)
  /// A digest of the list that is none.
  case noDigestOfPackage
  /// A list whose digest is another one.
  case otherPackage
  /// A signature of another digest.
  case otherSigned

  /// No digest of the list.
  case noDigest
  /// A signature by the certificate of a domain.
  case domainNotChecked(String)
  /// A signature by a key.
  case keyNotChecked
  /// Files that are not listed.
  case unlisted(first: String, count: Int)
  /// Lines that should tell of pages.
  case pagesUnread(Int)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .archive(let message): message.text.behind(Text(en: "the WACZ archive", es: "el archivo WACZ"))
    case .tooLarge(let limit):
      .init(
        "V001",
        en:
          "the WACZ archive says that it holds more than \(limit) bytes, the most that is unpacked of one of its size",
        es: "el archivo WACZ dice que contiene más de \(limit) bytes, lo más que se extrae de uno de su tamaño",
        hint: Self.keepElsewhere())
    case .noPackage:
      .init(
        "V002", en: "there is no 'datapackage.json' in the file: it is no WACZ archive",
        es: "no hay ningún «datapackage.json» en el archivo: no es un archivo WACZ", hint: Self.saveAgain())
    case .listTooLarge(let file, let bytes, let limit):
      .init(
        "V003", en: "'\(file.visible)' in the WACZ archive has \(bytes) bytes, and at most \(limit) are read",
        es: "«\(file.visible)» en el archivo WACZ tiene \(bytes) bytes, y se leen \(limit) como máximo",
        hint: Self.keepElsewhere())
    case .notJSON(let file, let why):
      .init(
        "V004", en: "'\(file.visible)' in the WACZ archive: \(why.en)",
        es: "«\(file.visible)» en el archivo WACZ: \(why.es)",
        hint: Self.saveAgain())
    case .otherVersion(let version):
      .init(
        "V005",
        en: version.map { "the WACZ archive is of version '\($0.visible)', and versions 1.x are read" }
          ?? "the WACZ archive does not say of which version it is",
        es: version.map { "el archivo WACZ es de la versión «\($0.visible)», y se leen las versiones 1.x" }
          ?? "el archivo WACZ no dice de qué versión es", hint: Self.saveAgain())
    case .noResources:
      .init(
        "V006", en: "'datapackage.json' lists no files of the WACZ archive",
        es: "«datapackage.json» no menciona ningún archivo del WACZ", hint: Self.saveAgain())
    case .resourceLacks(let member, let number):
      .init(
        "V007", en: "file \(number) of those that 'datapackage.json' lists has no '\(member)'",
        es: "el archivo número \(number) de los que menciona «datapackage.json» no tiene «\(member)»",
        hint: Self.saveAgain())
    case .otherHash(let file):
      .init(
        "V008", en: "'datapackage.json' gives no SHA-256 of '\(file.visible)'",
        es: "«datapackage.json» no da el SHA-256 de «\(file.visible)»", hint: Self.saveAgain())
    case .listedTwice(let file):
      .init(
        "V009", en: "'datapackage.json' lists '\(file.visible)' twice",
        es: "«datapackage.json» menciona «\(file.visible)» dos veces", hint: Self.saveAgain())
    case .missing(let file):
      .init(
        "V010", en: "'datapackage.json' lists '\(file.visible)', which is not in the WACZ archive",
        es: "«datapackage.json» menciona «\(file.visible)», que no está en el archivo WACZ", hint: Self.askAgain())
    case .otherSize(let file, let bytes, let stated):
      .init(
        "V011",
        en: "'\(file.visible)' in the WACZ archive has \(bytes) bytes, and not \(stated) as 'datapackage.json' says",
        es: "«\(file.visible)» en el archivo WACZ tiene \(bytes) bytes, y no \(stated) como dice «datapackage.json»",
        hint: Self.askAgain())
    case .otherContent(let file):
      .init(
        "V012", en: "'\(file.visible)' in the WACZ archive has another SHA-256 than 'datapackage.json' says",
        es: "«\(file.visible)» en el archivo WACZ tiene otro SHA-256 que el que dice «datapackage.json»",
        hint: Self.askAgain())
    case .noDigestOfPackage:
      .init(
        "V013", en: "'datapackage-digest.json' does not give the SHA-256 of 'datapackage.json'",
        es: "«datapackage-digest.json» no da el SHA-256 de «datapackage.json»", hint: Self.askAgain())
    case .otherPackage:
      .init(
        "V014", en: "'datapackage.json' has another SHA-256 than 'datapackage-digest.json' says",
        es: "«datapackage.json» tiene otro SHA-256 que el que dice «datapackage-digest.json»", hint: Self.askAgain())
    case .otherSigned:
      .init(
        "V015", en: "the signature in 'datapackage-digest.json' is of another SHA-256 than it states itself",
        es: "la firma en «datapackage-digest.json» es de otro SHA-256 que el que él mismo indica", hint: Self.askAgain()
      )
    case .noDigest:
      .init(
        "V016",
        en: "the WACZ archive has no 'datapackage-digest.json': nothing in it vouches for its list of files",
        es: "el archivo WACZ no tiene «datapackage-digest.json»: nada en él responde por su lista de archivos")
    case .domainNotChecked(let domain):
      .init(
        "V017", en: "the WACZ archive says that '\(domain.visible)' signed it: not checked",
        es: "el archivo WACZ dice que lo firmó «\(domain.visible)»: no se comprobó")
    case .keyNotChecked:
      .init(
        "V018", en: "the WACZ archive says that a key signed it: not checked",
        es: "el archivo WACZ dice que lo firmó una clave: no se comprobó")
    case .unlisted(let first, let count):
      .init(
        "V019",
        en: count == 1
          ? "'datapackage.json' does not list '\(first.visible)': nothing in the WACZ archive vouches for it"
          : "'datapackage.json' does not list \(count) files, such as '\(first.visible)': nothing in the WACZ archive vouches for them",
        es: count == 1
          ? "«datapackage.json» no menciona «\(first.visible)»: nada en el archivo WACZ responde por él"
          : "«datapackage.json» no menciona \(count) archivos, como «\(first.visible)»: nada en el archivo WACZ responde por ellos"
      )
    case .pagesUnread(let count):
      .init(
        "V020",
        en: count == 1
          ? "a line of the WACZ archive's list of pages tells of no page"
          : "\(count) lines of the WACZ archive's list of pages tell of no page",
        es: count == 1
          ? "una línea de la lista de páginas del archivo WACZ no dice de ninguna página"
          : "\(count) líneas de la lista de páginas del archivo WACZ no dicen de ninguna página")
    }
  }

  private static func keepElsewhere() -> Text {
    Text(
      en: "'veedor log attach' keeps a file as it is, unopened",
      es: "«veedor log attach» guarda un archivo como está, sin abrirlo")
  }

  private static func saveAgain() -> Text {
    Text(
      en: "save the page again, or keep the file as it is with 'veedor log attach'",
      es: "guarde la página de nuevo, o guarde el archivo como está con «veedor log attach»")
  }

  private static func askAgain() -> Text {
    Text(
      en: "ask for it again from where it came; 'veedor log attach' keeps it as it is",
      es: "pídalo de nuevo a quien lo envió; «veedor log attach» lo guarda como está")
  }

  /// A warning where the archive is whole.
  public var severity: Diagnostic.Severity {
    switch self {
    case .noDigest, .domainNotChecked, .keyNotChecked, .unlisted, .pagesUnread: .warning
    case .archive, .tooLarge, .noPackage, .listTooLarge, .notJSON, .otherVersion, .noResources, .resourceLacks,
      .otherHash, .listedTwice, .missing, .otherSize, .otherContent, .noDigestOfPackage, .otherPackage, .otherSigned:
      .error
    }
  }

  /// As a verification that failed.
  public var status: ExitStatus { .unverified }
}
