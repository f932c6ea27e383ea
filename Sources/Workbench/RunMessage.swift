public import Diagnostics
import Language
public import ModuleKit
public import Workspaces

/// What can go wrong while analyses run and results are kept.
public enum RunMessage: DiagnosticMessage, Equatable {
  /// A name that is no analysis of the workspace.
  case unknownAnalysis(String, known: [String])
  /// Another run holds the workspace.
  case busy
  /// A stored result cannot be read.
  case damagedResult(String, reason: Text)
  /// A result that a bundle is to hold is not current.
  case notCurrent(String, isPages: Bool)
  /// A file of a result that a bundle is to hold is not as it is written here.
  case notAsWritten(String)
  /// A draft that a bundle is to hold states a result that is not current.
  case draftOnStaleResult(String, result: String)
  /// Personal data that cannot be cut out of the file of a dataset.
  case personalData(dataset: String, column: String)
  /// A personal column that its file has not.
  case noSuchColumn(String)
  /// Columns of a dataset that a public bundle is without.
  case columnsCut([String], dataset: String)
  /// An analysis or draft that a public bundle is without.
  case resultWithheld(String)
  /// A bundle holds the workspace file, and not the ledger that a dataset is read from.
  case absentLedger(dataset: String)
  /// Entries that count here alone would be handed out.
  case unsignedEntries(Int)
  /// Entries that are not for everybody would be handed out, since they cannot be withheld.
  case exposedEntries(Int)
  /// Entries that are not for everybody are withheld.
  case entriesWithheld(Int)
  /// A result that a bundle holds, or that its pages state, came from elsewhere.
  case receivedIsPacked(String)
  /// No key can be kept or read that vouches for results.
  case noKey(reason: Text)
  /// An author of the ledger in a bundle whose key is revoked: how many of the entries there hold, nil where that cannot be told, and how
  /// many others there are.
  case revokedAuthor(String, why: String, hold: Int?, beyond: Int)
  /// A name that is no bundle of the workspace.
  case unknownBundle(String, known: [String])
  /// A file is not the one that its analysis makes again; the first byte and the line that differ, from 1.
  case differsAgain(String, byte: Int, line: Int)
  /// A file of a result or page that no analysis or draft of the workspace makes.
  case notMadeAgain(String)
  /// A file of a result or page that was made again, and that the bundle lacks.
  case onlyMadeAgain(String)
  /// An analysis or draft that could not be run again.
  case failedAgain(String)
  /// A bundle without the inputs, or without anything that could be made of them.
  case nothingToRunAgain
  /// A name among the attachments that leads to nothing.
  case attachmentMissing(String)
  /// A file that a system puts into folders, which no bundle takes along.
  case attachmentLeftOut(String)
  /// A link or device among the attachments.
  case attachmentIsNoFile(String)
  /// A file that tells more than it shows, and what.
  case tellsTraces(String, [Text])
  /// A public bundle would hold what looks as if it told of a person: what kind of thing, and its beginning.
  case tellsOfAPerson(Text, hint: String)
  /// The name of a file that a public bundle would hold looks as if it told of a person: what kind of thing.
  case nameTells(Text)
  /// So much more of that in one file.
  case tellsMore(Int)
  /// Something is meant to be public that no file of the bundle has.
  case disclosedNowhere(Disclosed.Scope)
  /// An archive that cannot be opened, so that nobody looked into it: why.
  case archiveNotOpened(Text)
  /// Files that are no texts were not looked through.
  case notLookedThrough([String])
  /// A bundle is to hold attachments, and the workspace has none.
  case noAttachments(bundle: String)
  /// A step whose need failed.
  case skipped(waitsFor: String)
  /// A draft that was written states an analysis that failed.
  case usesFailed(draft: String, analysis: String)
  /// Where the last good page of a draft that fails is.
  case pageKept(String)
  /// A page that was changed by hand was written anew.
  case pageChangedByHand(String, kept: String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .unknownAnalysis(let name, let known):
      .init(
        "R002", en: "the workspace has no analysis or draft '\(name)'",
        es: "el espacio de trabajo no tiene el análisis o borrador «\(name)»", hint: didYouMean(name, among: known))
    case .busy:
      .init(
        "R003", en: "another run is under way in this workspace",
        es: "hay otra ejecución en curso en este espacio de trabajo",
        hint: Text(en: "wait until it is done", es: "espere a que termine"))
    case .damagedResult(let path, let reason):
      .init(
        "R004", en: "the stored result '\(path)' cannot be read: \(reason.en)",
        es: "no se puede leer el resultado guardado «\(path)»: \(reason.es)",
        hint: Text(en: "run 'veedor run'", es: "ejecute «veedor run»"))
    case .notCurrent(let name, let isPages):
      .init(
        "R010", en: "'\(name)' is not up to date, and a bundle holds only what is",
        es: "«\(name)» no está al día, y un paquete solo lleva lo que lo está",
        hint: isPages
          ? Text(en: "run 'veedor draft'", es: "ejecute «veedor draft»")
          : Text(en: "run 'veedor run'", es: "ejecute «veedor run»"))
    case .notAsWritten(let path):
      .init(
        "R016", en: "'\(path)' is not as Veedor writes it, and a bundle hands out nothing else",
        es: "«\(path)» no está como lo escribe Veedor, y un paquete no entrega otra cosa",
        hint: Text(
          en: "delete the result's folder, then run 'veedor run'",
          es: "borre la carpeta del resultado y ejecute «veedor run»"))
    case .draftOnStaleResult(let draft, let result):
      .init(
        "R011", en: "draft '\(draft)' states the result '\(result)', which is not up to date",
        es: "el borrador «\(draft)» cita el resultado «\(result)», que no está al día",
        hint: Text(en: "run 'veedor run', then 'veedor draft'", es: "ejecute «veedor run» y luego «veedor draft»"))
    case .personalData(let dataset, let column):
      .init(
        "R012",
        en: "column '\(column)' of dataset '\(dataset)' is personal, and columns are cut out of CSV files alone",
        es:
          "la columna «\(column)» del conjunto de datos «\(dataset)» es personal, y solo se quitan columnas de archivos CSV",
        hint: Text(en: "save the file as CSV", es: "guarde el archivo como CSV"))
    case .noSuchColumn(let column):
      .init(
        "R038", en: "the file has no column '\(column)', which 'personal' names",
        es: "el archivo no tiene la columna «\(column)», que nombra «personal»",
        hint: Text(
          en: "write it as the file has it: what is misspelt is not cut",
          es: "escríbala como la tiene el archivo: lo mal escrito no se quita"))
    case .columnsCut(let columns, let dataset):
      .init(
        "R039", en: "the bundle lacks what is personal in '\(dataset)': \(columns.joined(separator: ", "))",
        es: "el paquete no lleva lo personal de «\(dataset)»: \(columns.joined(separator: ", "))")
    case .resultWithheld(let name):
      .init(
        "R040", en: "'\(name)' needs what the bundle lacks, so that the bundle lacks it as well",
        es: "«\(name)» necesita lo que el paquete no lleva, de modo que el paquete tampoco lo lleva")
    case .absentLedger(let dataset):
      .init(
        "R030", en: "dataset '\(dataset)' is read from the ledger, which the bundle does not hold",
        es: "el conjunto de datos «\(dataset)» se lee del registro, que el paquete no contiene",
        hint: Text(
          en: "write 'ledger' in its 'include', or take 'workspace' out",
          es: "escriba «ledger» en su «include», o quite «workspace»"))
    case .unsignedEntries(let count):
      .init(
        "R031", en: "\(Self.entries(count).en) not signed: nobody else will count what is not",
        es: "\(Self.entries(count).es) sin firmar: nadie más contará lo que no está firmado",
        hint: Text(en: "run 'veedor ledger sign'", es: "ejecute «veedor ledger sign»"))
    case .exposedEntries(let count):
      .init(
        "R032",
        en:
          "\(Self.entries(count).en) not for everybody, and cannot be withheld: without a salt, or of a key that signed two feeds",
        es: "\(Self.entries(count).es) que no \(count == 1 ? "es" : "son") para todos, y que no se "
          + "\(count == 1 ? "puede" : "pueden") retener: sin sal, o de una clave que firmó dos series",
        hint: Text(
          en: "take 'ledger' and 'workspace' out of the bundle's 'include'",
          es: "quite «ledger» y «workspace» del «include» del paquete"))
    case .entriesWithheld(let count):
      .init(
        "R033",
        en: "\(Self.entries(count).en) withheld: the bundle holds \(count == 1 ? "its id" : "their ids") alone, as "
          + "\(count == 1 ? "it is" : "they are") not for everybody",
        es: "\(Self.entries(count).es) \(count == 1 ? "retenida" : "retenidas"): el paquete solo contiene "
          + "\(count == 1 ? "su identificador, pues no es" : "sus identificadores, pues no son") para todos",
        hint: Text(
          en:
            "of reports, those with sensitivity=public are for everybody; of assessments, attached files and erasures, none",
          es:
            "de los reportes, los que tienen sensitivity=public son para todos; de las evaluaciones, los archivos adjuntos y los borrados, ninguno"
        ))
    case .receivedIsPacked(let result):
      .init(
        "R014", en: "the bundle holds or states '\(result)', which was received and not re-run here",
        es: "el paquete contiene o cita «\(result)», que se recibió y no se ha ejecutado aquí",
        hint: Text(en: "'veedor run' confirms it", es: "«veedor run» lo confirma"))
    case .noKey(let reason):
      .init(
        "R015", en: "no key vouches for results: \(reason.en); what runs here counts as received",
        es: "ninguna clave responde por los resultados: \(reason.es); lo que se ejecute aquí cuenta como recibido",
        hint: Text(
          en: "let XDG_STATE_HOME name a folder that can be written to",
          es: "que XDG_STATE_HOME nombre una carpeta en la que se pueda escribir"))
    case .revokedAuthor(let author, let why, let hold, let beyond):
      .init(
        "R053",
        en: "the key of '\(author)', who wrote in the ledger of this bundle, is revoked (\(why)). "
          + Self.holding(hold, beyond).en,
        es: "la clave de «\(author)», que escribió en el registro de este paquete, está revocada (\(why)). "
          + Self.holding(hold, beyond).es,
        hint: beyond > 0
          ? Text(
            en: "ask the mission for a bundle that was made since", es: "pida a la misión un paquete hecho después")
          : nil)
    case .unknownBundle(let name, let known):
      .init(
        "R013", en: "the workspace has no bundle '\(name)'", es: "el espacio de trabajo no tiene el paquete «\(name)»",
        hint: didYouMean(name, among: known))
    case .differsAgain(let path, let byte, let line):
      .init(
        "R020",
        en: "'\(path)' is not what its analysis makes again: the first difference is byte \(byte), in line \(line)",
        es:
          "«\(path)» no es lo que su análisis vuelve a producir: la primera diferencia está en el byte \(byte), en la línea \(line)"
      )
    case .notMadeAgain(let path):
      .init(
        "R021", en: "'\(path)' is not made by any analysis or draft of the bundle's workspace",
        es: "ningún análisis ni borrador del espacio de trabajo del paquete produce «\(path)»")
    case .onlyMadeAgain(let path):
      .init(
        "R022", en: "'\(path)' is made again, and the bundle does not have it",
        es: "«\(path)» se vuelve a producir, y el paquete no lo tiene")
    case .failedAgain(let name):
      .init(
        "R023", en: "'\(name)' could not be run again, so that nothing vouches for its results",
        es: "«\(name)» no se pudo ejecutar de nuevo, de modo que nada responde por sus resultados",
        hint: Text(
          en: "external modules that came along never run until somebody has read and trusted them",
          es:
            "los módulos externos que llegan con un paquete no se ejecutan hasta que alguien los lea y confíe en ellos")
      )
    case .nothingToRunAgain:
      .init(
        "R024", en: "there is nothing to run again: the bundle has no workspace, or neither results nor drafts",
        es:
          "no hay nada que ejecutar de nuevo: el paquete no tiene espacio de trabajo, o no tiene resultados ni borradores"
      )
    case .attachmentMissing(let pattern):
      .init(
        "R025", en: "the attachments name '\(pattern)', and nothing there is called so",
        es: "los adjuntos nombran «\(pattern)», y no hay nada que se llame así",
        hint: Text(
          en: "'*' and '?' stand for letters of a name, '**' for folders",
          es: "«*» y «?» representan letras de un nombre, «**» carpetas"))
    case .attachmentLeftOut(let path):
      .init(
        "R026", en: "'\(path)' is left out of the bundle: a system puts such files into folders",
        es: "«\(path)» queda fuera del paquete: es de los archivos que un sistema pone en las carpetas")
    case .attachmentIsNoFile(let path):
      .init(
        "R027", en: "'\(path)' is a link or a device, and a bundle holds files alone",
        es: "«\(path)» es un enlace o un dispositivo, y un paquete solo contiene archivos")
    case .tellsTraces(let path, let traces):
      .init(
        "R028",
        en:
          "'\(path)' tells \(traces.map(\.en).joined(separator: ", and ")); the public profile hands out none of that",
        es: "«\(path)» revela \(traces.map(\.es).joined(separator: ", y ")); el perfil público no entrega nada de eso",
        hint: Text(
          en:
            "leave it out, or take it out of a copy ('exiftool -all= COPY'), which also destroys a C2PA manifest, and keep "
            + "the original",
          es:
            "déjelo fuera, o quítelo en una copia («exiftool -all= COPIA»), lo que también destruye un manifiesto C2PA, y conserve el original"
        ))
    case .tellsOfAPerson(let kind, let hint):
      .init(
        "R034", en: "this looks like \(kind.en): \(hint); the public profile hands out none",
        es: "esto parece \(kind.es): \(hint); el perfil público no entrega ninguno",
        hint: Text(
          en:
            "take it out; where it is meant to be public, write it under 'disclose' in \(Workspace.fileName), with the reason",
          es: "quítelo; si se quiere que sea público, escríbalo en «disclose» de \(Workspace.fileName), con la razón"))
    case .nameTells(let kind):
      .init(
        "R041", en: "the file's name has what looks like \(kind.en); the public profile hands out none",
        es: "el nombre del archivo tiene lo que parece \(kind.es); el perfil público no entrega ninguno",
        hint: Text(
          en:
            "rename it; where the name is meant to be public, write the file under 'disclose' in \(Workspace.fileName), with the reason",
          es:
            "cámbielo; si se quiere que el nombre sea público, escriba el archivo en «disclose» de \(Workspace.fileName), con la razón"
        ))
    case .tellsMore(let count):
      .init(
        "R035", en: "\(count) more places in this file look as if they told of persons",
        es: "\(count) lugares más de este archivo parecen hablar de personas")
    case .disclosedNowhere(let scope):
      .init(
        "R036", en: "nothing in the bundle is what 'disclose' names by \(Self.words(scope).en)",
        es: "nada en el paquete es lo que «disclose» nombra con \(Self.words(scope).es)",
        hint: Text(
          en: "take it out, or write it as it stands in the file", es: "quítelo, o escríbalo como está en el archivo"))
    case .archiveNotOpened(let why):
      .init(
        "R042", en: "nobody could look into the archive: \(why.en); the public profile hands out none like it",
        es: "nadie pudo ver lo que hay en el archivo comprimido: \(why.es); el perfil público no entrega ninguno así",
        hint: Text(
          en:
            "pack it again, or leave it out; where it is meant to be public, write it under 'disclose' in \(Workspace.fileName), with the reason",
          es:
            "comprímalo de nuevo, o déjelo fuera; si se quiere que sea público, escríbalo en «disclose» de \(Workspace.fileName), con la razón"
        ))
    case .notLookedThrough(let paths):
      .init(
        "R037",
        en: (paths.count == 1
          ? "1 file is no text, and nobody looked through it"
          : "\(paths.count) files are no texts, and nobody looked through them")
          + " for what tells of persons: " + Self.some(paths, more: "and \(paths.count - 3) more"),
        es: (paths.count == 1
          ? "1 archivo no es texto, y nadie buscó en él"
          : "\(paths.count) archivos no son textos, y nadie buscó en ellos")
          + " lo que hable de personas: " + Self.some(paths, more: "y \(paths.count - 3) más"),
        hint: Text(en: "look at them yourself", es: "véalos usted"))
    case .noAttachments(let bundle):
      .init(
        "R029", en: "bundle '\(bundle)' is to hold attachments, and the workspace names none",
        es: "el paquete «\(bundle)» debe llevar adjuntos, y el espacio de trabajo no nombra ninguno",
        hint: Text(
          en: "list files, folders or patterns under 'attachments:'",
          es: "liste archivos, carpetas o patrones en «attachments:»"))
    case .skipped(let name):
      .init("R006", en: "skipped, since '\(name)' failed", es: "se omitió, porque «\(name)» falló")
    case .usesFailed(let draft, let analysis):
      .init(
        "R050", en: "draft '\(draft)' rests on '\(analysis)', whose last run failed",
        es: "el borrador «\(draft)» se apoya en «\(analysis)», cuya última ejecución falló",
        hint: Text(
          en: "'veedor run' says why; the page marks what is missing",
          es: "«veedor run» dice por qué; la página marca lo que falta"))
    case .pageKept(let path):
      .init(
        "R051", en: "the last good page is kept as '\(path)'", es: "la última página buena queda en «\(path)»",
        hint: Text(
          en: "it goes once the draft can be written again",
          es: "se borra cuando el borrador se pueda escribir de nuevo"))
    case .pageChangedByHand(let path, let kept):
      .init(
        "R052", en: "'\(path)' was changed by hand: what stood there is kept as '\(kept)'",
        es: "«\(path)» se cambió a mano: lo que tenía queda en «\(kept)»",
        hint: Text(
          en: "write such changes into the template, which the page is made of",
          es: "haga esos cambios en la plantilla, de la que sale la página"))
    }
  }

  /// A name that leads nowhere is wrong use.
  public var status: ExitStatus {
    switch self {
    case .unknownAnalysis, .unknownBundle: .usage
    case .busy, .damagedResult, .notCurrent, .notAsWritten, .draftOnStaleResult, .personalData, .noSuchColumn,
      .columnsCut, .resultWithheld, .absentLedger, .unsignedEntries, .exposedEntries, .differsAgain,
      .notMadeAgain, .onlyMadeAgain, .failedAgain, .nothingToRunAgain, .attachmentMissing, .attachmentIsNoFile,
      .tellsTraces, .tellsOfAPerson, .nameTells, .tellsMore, .disclosedNowhere, .archiveNotOpened, .notLookedThrough,
      .noAttachments,
      .skipped,
      .receivedIsPacked, .attachmentLeftOut, .entriesWithheld, .noKey, .revokedAuthor, .usesFailed, .pageKept,
      .pageChangedByHand:
      .failed
    }
  }

  /// What was received may be handed on, and a run without a key is a run.
  public var severity: Diagnostic.Severity {
    switch self {
    case .receivedIsPacked, .attachmentLeftOut, .entriesWithheld, .columnsCut, .resultWithheld, .disclosedNowhere,
      .notLookedThrough, .noKey, .revokedAuthor, .pageKept, .pageChangedByHand:
      .warning
    case .unknownAnalysis, .busy, .damagedResult, .notCurrent, .notAsWritten, .draftOnStaleResult, .personalData,
      .noSuchColumn, .absentLedger,
      .unsignedEntries, .exposedEntries,
      .differsAgain, .notMadeAgain, .onlyMadeAgain, .failedAgain, .nothingToRunAgain, .attachmentMissing,
      .attachmentIsNoFile, .tellsTraces, .tellsOfAPerson, .nameTells, .tellsMore, .archiveNotOpened, .noAttachments,
      .unknownBundle,
      .skipped,
      .usesFailed:
      .error
    }
  }

  /// The first three of `paths`, and how many there are besides.
  private static func some(_ paths: [String], more: String) -> String {
    (paths.prefix(3).map { "'\($0)'" } + (paths.count > 3 ? [more] : [])).joined(separator: ", ")
  }

  private static func words(_ scope: Disclosed.Scope) -> Text {
    switch scope {
    case .value(let text): Text(en: "the value '\(text)'", es: "el valor «\(text)»")
    case .file(let path, nil): Text(en: "the file '\(path)'", es: "el archivo «\(path)»")
    case .file(let path, let field?):
      Text(en: "the field '\(field)' of '\(path)'", es: "el campo «\(field)» de «\(path)»")
    }
  }

  /// What still holds of a ledger in which `hold` entries of a revoked key stand before its loss, and `beyond` others.
  private static func holding(_ hold: Int?, _ beyond: Int) -> Text {
    guard let hold else {
      return Text(
        en:
          "Which of its \(entries(beyond, "entry", "entries")) here were written before cannot be told, so that none is known to hold",
        es:
          "No se puede saber cuáles de sus \(entries(beyond, "entrada", "entradas")) de aquí se escribieron antes, de modo que no consta que valga ninguna"
      )
    }
    let held = Text(en: entries(hold, "entry", "entries"), es: entries(hold, "entrada", "entradas"))
    guard beyond > 0 else {
      return Text(
        en: "What still holds: all of it that is here, \(held.en), which were written before",
        es: "Lo que sigue valiendo: todo lo suyo que hay aquí, \(held.es), que se escribieron antes")
    }
    return Text(
      en:
        "What still holds: the first \(held.en); \(beyond) behind may be anybody's, and what rests here on the ledger was made with all of them",
      es:
        "Lo que sigue valiendo: las primeras \(held.es); \(beyond) posteriores pueden ser de cualquiera, y lo que aquí se basa en el registro se hizo con todas"
    )
  }

  private static func entries(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) \(count == 1 ? one : several)"
  }

  private static func entries(_ count: Int) -> Text {
    count == 1
      ? Text(en: "1 entry of the ledger is", es: "1 entrada del registro")
      : Text(en: "\(count) entries of the ledger are", es: "\(count) entradas del registro")
  }
}
