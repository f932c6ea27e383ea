public import Diagnostics
public import Hashing
public import Language

/// What is wrong with a bundle, or with what should go into one.
public enum BundleMessage: Error, DiagnosticMessage, Hashable {
  // Reading.

  /// The file is empty.
  case empty
  /// Something else than an archive, and what, where that is known.
  case notArchive(String?)
  /// The archive was written as text, in the encoding of that name.
  case asText(String)
  /// The archive's bytes were changed as if they were text.
  case convertedAsText
  /// The archive's end is missing, and zeros stand in its place.
  case cutShort(zeros: Int)
  /// Bytes follow the archive, which has `size` bytes without them.
  case appended(Int, size: Int)
  /// Bytes stand before the archive.
  case prepended(Int)
  /// An archive that is no bundle.
  case foreign
  /// An archive that holds a bundle as one of its files.
  case wrapped(String)
  /// Headers of the archive are not those that were written.
  case headers
  /// So many of the archive's files are damaged.
  case damagedFiles(Int, of: Int)
  /// The bundle was unpacked and made an archive again by another program.
  case zippedAgain
  /// The bundle was unpacked into a folder.
  case unpacked
  /// An archive that is not in a bundle's form, and that is refused by the rules for all archives as well.
  case otherRefused
  /// A folder in which no bundle, or more than one, was unpacked.
  case noBundleInFolder
  /// A folder that is a bag of others, and no bundle.
  case otherBag
  /// A file that a system puts into folders: left alone.
  case systemFile(String)
  /// A file that every bundle has is missing.
  case missing(String)
  /// A file that has no place in the layout.
  case unexpected(String)
  /// A file that follows from statement and files differs from what follows; lines count from 1, and the line is nil
  /// where the whole is compared.
  case derived(String, line: Int?)
  /// What only a later version of this format has.
  case later(Text)
  /// The bundle has the format before this one.
  case formatOne
  /// What is said of the statement in a way that this version does not read: told, not refused.
  case unread(String)
  /// The statement breaks a rule, and which.
  case statement(Text)
  /// The list of leaves or salts does not have the stated length.
  case lengthOf(String)
  /// The number of files is not the stated number of leaves.
  case fileCount(stated: Int, found: Int)
  /// A file's leaf is not the one in the list.
  case leafDiffers(path: String)
  /// A file's salt is not the one that the profile prescribes.
  case saltDiffers(path: String)
  /// The list of leaves does not have the stated root.
  case rootDiffers(stated: Hash32, computed: Hash32)
  /// Keys that a statement cannot name as its signers.
  case signers
  /// So many problems more.
  case more(Int)

  // Writing.

  /// The mission's identifier cannot be part of a file name.
  case mission(String)
  /// The edition's name has letters that no identifier has.
  case edition(String)
  /// A file should go to a place that has no place in the layout.
  case place(String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .empty:
      .init(
        "B018", en: "the file is empty", es: "el archivo está vacío",
        hint: Text(
          en: "it was not copied or sent to its end: ask for it again",
          es: "no se copió o envió hasta el final: pídalo de nuevo"))
    case .notArchive(let kind): Self.notArchive(kind)
    case .asText(let encoding):
      .init(
        "B019", en: "this is an archive written as text (\(encoding))",
        es: "esto es un archivo escrito como texto (\(encoding))",
        hint: Text(en: "decode it, and verify what comes of it", es: "decodifíquelo, y verifique lo que resulte"))
    case .convertedAsText:
      .init(
        "B020", en: "the bytes were changed on the way as if they were text, so that nothing can be read",
        es: "los bytes se cambiaron en el camino como si fueran texto, y no se puede leer nada",
        hint: Text(
          en: "ask for the file again, sent as a file: an attachment, or FTP in binary mode",
          es: "pida que se lo envíen de nuevo como archivo: un adjunto, o FTP en modo binario"))
    case .cutShort(let zeros):
      .init(
        "B021",
        en: "the archive is cut short: its end is missing"
          + (zeros > 0 ? ", and it ends in \(zeros == 1 ? "1 zero" : "\(zeros) zeros")" : ""),
        es: "el archivo ZIP está cortado: falta su final"
          + (zeros > 0 ? ", y termina en \(zeros == 1 ? "1 cero" : "\(zeros) ceros")" : ""),
        hint: Text(
          en: "it was not copied or sent to its end: compare its size with the sender's, and ask for it again",
          es: "no se copió o envió hasta el final: compare su tamaño con el de quien lo envió, y pídalo de nuevo"))
    case .appended(let count, let size):
      .init(
        "B022", en: "\(count) \(count == 1 ? "byte follows" : "bytes follow") the end of the archive",
        es: "hay \(count == 1 ? "1 byte" : "\(count) bytes") después del final del archivo ZIP",
        hint: Text(
          en: "the first \(size) bytes are the archive; ask who added the others",
          es: "los primeros \(size) bytes son el archivo; pregunte quién agregó los demás"))
    case .prepended(let count):
      .init(
        "B023", en: "\(count) \(count == 1 ? "byte stands" : "bytes stand") before the archive",
        es: "hay \(count == 1 ? "1 byte" : "\(count) bytes") antes del archivo ZIP",
        hint: Text(
          en: "ask for the file as it was made, and who added them",
          es: "pida el archivo tal como se hizo, y pregunte quién los agregó"))
    case .foreign:
      .init(
        "B024", en: "this is a ZIP archive, but no bundle: it has no '\(BundleLayout.statement)'",
        es: "esto es un archivo ZIP, pero no un paquete: no tiene «\(BundleLayout.statement)»",
        hint: Text(
          en: "the names of bundles end in '\(BundleLayout.nameEnd)'",
          es: "los nombres de los paquetes terminan en «\(BundleLayout.nameEnd)»"))
    case .wrapped(let path):
      .init(
        "B025", en: "this is a ZIP archive with a bundle inside: '\(path)'",
        es: "esto es un archivo ZIP con un paquete dentro: «\(path)»",
        hint: Text(
          en: "unpack it, and verify the file that comes out", es: "descomprímalo, y verifique el archivo que sale"))
    case .headers:
      .init(
        "B026", en: "a header of the archive was changed or damaged",
        es: "una cabecera del archivo ZIP se cambió o se dañó",
        hint: Text(
          en: "compare the file with the sender's, and ask for it again",
          es: "compare el archivo con el de quien lo envió, y pídalo de nuevo"))
    case .damagedFiles(let count, let all):
      .init(
        "B027", en: "\(count) of \(all) files in the archive \(count == 1 ? "is" : "are") damaged",
        es: "\(count) de \(all) archivos del ZIP \(count == 1 ? "está dañado" : "están dañados")",
        hint: Text(
          en: "bytes were changed or lost on the way: ask for the file again",
          es: "se cambiaron o perdieron bytes en el camino: pida el archivo de nuevo"))
    case .zippedAgain:
      .init(
        "B028",
        en: "this bundle was unpacked and packed again by another program: the archive is not the one that was made",
        es: "este paquete se descomprimió y otro programa lo volvió a comprimir: no es el archivo que se hizo",
        hint: Self.otherContainer)
    case .unpacked:
      .init(
        "B029", en: "this is a bundle that was unpacked into a folder: there is no archive that was made",
        es: "este es un paquete descomprimido en una carpeta: no está el archivo que se hizo", hint: Self.otherContainer
      )
    case .otherRefused:
      .init(
        "B031", en: "this archive is not in the form in which bundles are written, and cannot be read safely either",
        es: "este archivo no tiene la forma en que se escriben los paquetes, y tampoco se puede leer sin riesgo",
        hint: Text(en: "ask for the original file", es: "pida el archivo original"))
    case .noBundleInFolder:
      .init(
        "B032", en: "this folder is not one into which a bundle was unpacked: it has no '\(BundleLayout.statement)'",
        es: "esta carpeta no es una en que se descomprimió un paquete: no tiene «\(BundleLayout.statement)»",
        hint: Text(
          en: "give the bundle's file, or the folder in which 'evb' and 'bagit.txt' lie side by side",
          es: "indique el archivo del paquete, o la carpeta en que «evb» y «bagit.txt» están uno al lado del otro"))
    case .otherBag:
      .init(
        "B044", en: "this folder is a BagIt bag, but no bundle: it has no '\(BundleLayout.statement)'",
        es: "esta carpeta es una bolsa BagIt, pero no un paquete: no tiene «\(BundleLayout.statement)»",
        hint: Text(
          en: "a validator of bags, such as bagit.py, says whether it is whole",
          es: "un validador de bolsas, como bagit.py, dice si está completa"))
    case .systemFile(let path):
      .init(
        "B030", en: "'\(path)' is a file that a system puts into folders, and not the bundle's",
        es: "«\(path)» es un archivo que un sistema pone en las carpetas, y no del paquete")
    case .missing(let path): .init("B002", en: "the bundle has no '\(path)'", es: "el paquete no tiene «\(path)»")
    case .unexpected(let path):
      .init("B003", en: "'\(path)' has no place in a bundle", es: "«\(path)» no tiene lugar en un paquete")
    case .derived(let path, let line):
      .init(
        "B004",
        en: (line.map { "line \($0) of '\(path)'" } ?? "'\(path)'")
          + " is not what follows from the statement and the files",
        es: (line.map { "la línea \($0) de «\(path)»" } ?? "«\(path)»")
          + " no es lo que se sigue de la declaración y los archivos")
    case .later(let what):
      .init(
        "B005", en: "\(what.en) needs a later version of Veedor",
        es: "\(what.es) necesita una versión posterior de Veedor",
        hint: Text(
          en: "get the version that the bundle was made with", es: "obtenga la versión con que se hizo el paquete"))
    case .formatOne:
      .init(
        "B006", en: "the bundle has format 1, in which title, notice and mission could be changed unseen",
        es: "el paquete tiene el formato 1, en el que se podían cambiar título, aviso y misión sin que se notara",
        hint: Text(
          en: "Veedor wrote it before its first release: ask for the bundle to be made again",
          es: "Veedor lo escribió antes de su primera versión: pida que se haga de nuevo el paquete"))
    case .unread(let path):
      .init(
        "B007", en: "'\(path)' says something of the bundle that cannot be checked here",
        es: "«\(path)» dice algo del paquete que aquí no se puede comprobar",
        hint: path == BundleLayout.minisig
          ? Text(
            en: "'minisign -V' checks it with the signer's public key; a roster that is trusted here can name that key",
            es:
              "«minisign -V» la comprueba con la clave pública de quien firmó; una nómina en la que se confía aquí puede nombrarla"
          )
          : nil)
    case .statement(let rule):
      .init("B008", en: "the statement is wrong: \(rule.en)", es: "la declaración es incorrecta: \(rule.es)")
    case .lengthOf(let path):
      .init(
        "B009", en: "'\(path)' does not have the length that follows from the statement",
        es: "«\(path)» no tiene la longitud que se sigue de la declaración")
    case .fileCount(let stated, let found):
      .init(
        "B010", en: "the statement is about \(stated) files, and there are \(found)",
        es: "la declaración es sobre \(stated) archivos, y hay \(found)")
    case .leafDiffers(let path):
      .init(
        "B011", en: "'\(path)' is not a file that the bundle was made with",
        es: "«\(path)» no es un archivo con que se hizo el paquete")
    case .saltDiffers(let path):
      .init(
        "B012", en: "the salt of '\(path)' is not the one that the profile prescribes",
        es: "la sal de «\(path)» no es la que prescribe el perfil")
    case .rootDiffers(let stated, let computed):
      .init(
        "B013", en: "the root is \(computed.hex), and the statement says \(stated.hex)",
        es: "la raíz es \(computed.hex), y la declaración dice \(stated.hex)")
    case .signers:
      .init(
        "B042", en: "a statement names up to \(BundleDescription.mostSigners) signers, each once, in order",
        es: "una declaración nombra hasta \(BundleDescription.mostSigners) firmantes, cada uno una vez, en orden")
    case .more(let count): .init("B014", en: "\(count) more of this kind", es: "\(count) más de este tipo")
    case .mission(let id):
      .init(
        "B015", en: "'\(id)' cannot be part of a file name: use lower-case letters, digits, '_' and '-'",
        es: "«\(id)» no puede ser parte de un nombre de archivo: use minúsculas, dígitos, «_» y «-»")
    case .edition(let name):
      .init(
        "B016", en: "'\(name)' cannot name an edition: use lower-case letters, digits, '_' and '-'",
        es: "«\(name)» no puede nombrar una edición: use minúsculas, dígitos, «_» y «-»")
    case .place(let path):
      .init(
        "B017", en: "'\(path)' cannot go into a bundle: it is not below workspace, results or drafts",
        es: "«\(path)» no puede ir en un paquete: no está en workspace, results ni drafts")
    }
  }

  private static let otherContainer = Text(
    en: "ask for the original file; 'veedor bundle verify --content-only' is content with the files that are in it",
    es: "pida el archivo original; «veedor bundle verify --content-only» se conforma con los archivos que contiene")

  private static func notArchive(_ kind: String?) -> MessageText {
    let (what, hint): (Text, Text?) =
      switch kind {
      case "HTML":
        (
          Text(en: ", but a page of the web", es: ", sino una página web"),
          Text(
            en: "a page that asks for a password or tells an error was saved in place of the file: fetch it again",
            es: "se guardó en su lugar una página que pide una contraseña o indica un error: descárguelo de nuevo")
        )
      case "age":
        (
          Text(en: ", but one encrypted by age", es: ", sino uno cifrado con age"),
          Text(en: "decrypt it, and verify what comes of it", es: "descífrelo, y verifique lo que resulte")
        )
      case "zeros":
        (
          Text(en: ": it holds zeros", es: ": contiene ceros"),
          Text(
            en: "it was not copied or sent to its end: ask for it again",
            es: "no se copió o envió hasta el final: pídalo de nuevo")
        )
      case let kind?:
        (
          Text(en: ": it begins as files of \(kind) do", es: ": empieza como los archivos \(kind)"),
          Text(en: "a bundle may be inside: unpack it first", es: "quizá hay un paquete dentro: descomprímalo primero")
        )
      case nil: (Text(en: ", and so no bundle", es: ", y por tanto no es un paquete"), nil)
      }
    return .init(
      "B001", en: "this is no ZIP archive\(what.en)", es: "esto no es un archivo ZIP\(what.es)", hint: hint)
  }

  /// A warning where something is merely left alone.
  public var severity: Diagnostic.Severity {
    switch self {
    case .unread, .systemFile: .warning
    case .empty, .notArchive, .asText, .convertedAsText, .cutShort, .appended, .prepended, .foreign, .wrapped, .headers,
      .damagedFiles, .zippedAgain, .unpacked, .otherRefused, .noBundleInFolder, .otherBag, .missing, .unexpected,
      .derived, .later,
      .formatOne, .statement, .lengthOf, .fileCount,
      .leafDiffers, .saltDiffers, .rootDiffers, .signers, .more, .mission, .edition, .place:
      .error
    }
  }
}
