public import Diagnostics
import Files
import Language

/// What can be wrong with feeds: their lines, their heads, whose they are.
public enum FeedMessage: Error, DiagnosticMessage, Hashable {
  /// A line that is no entry.
  case badLine(file: String, line: Int, EntryFault)
  /// An entry of another author than the feed's.
  case wrongAuthor(file: String, line: Int, author: String)
  /// An entry that was changed after it was written.
  case changed(file: String, line: Int)
  /// Entries that are missing before a line.
  case removed(file: String, line: Int, first: Int, last: Int)
  /// An entry that stands at another place than its own.
  case misplaced(file: String, line: Int, seq: Int)
  /// A feed that is shorter than it was when it was last written here.
  case truncated(file: String, entries: Int, written: Int)
  /// A last line that was never confirmed.
  case torn(file: String, bytes: Int)
  /// A feed that is not what its head vouches for.
  case otherHead(file: String, size: Int)
  /// A head that is no signed note, or is not signed by the author's key.
  case badNote(file: String)
  /// A file beside a feed or a key that does not hold a size and a root.
  case badHead(file: String)
  /// A feed that does not begin with its author's opening.
  case notOpened(file: String)
  /// A feed of another mission.
  case otherMission(author: String, mission: String, here: String)
  /// Entries that are missing, so that those behind them are held back.
  case missing(author: String, first: Int, last: Int, held: Int)
  /// Entries that no head of the author's key covers.
  case unsigned(author: String, entries: Int)
  /// A key that signed two feeds that contradict each other; where they part, if the entries are there.
  case forked(author: String, seq: Int?)
  /// Entries of a revoked key, behind those that hold.
  case revoked(author: String, hold: Int, beyond: Int, why: String)
  /// A revoked key of which nothing counts, since the entries that hold are not here.
  case revokedUnseen(author: String, hold: Int, why: String)
  /// An author whom the trusted roster does not name.
  case notInRoster(author: String)
  /// No ledger in a folder.
  case noLedger(folder: String)
  /// A proof that shows nothing.
  case badProof(file: String, ProofFault)
  /// Something in a ledger that is no author's folder.
  case notAnAuthor(file: String)
  /// More files or bytes of one author than are read again.
  case tooMuch(author: String)
  /// More wrong lines than are told.
  case tooManyFaults(file: String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .badLine(let file, let line, let fault):
      .init(
        "L001", en: "line \(line) of '\(file)' is no entry: \(fault.words.en)",
        es: "la línea \(line) de «\(file)» no es una entrada: \(fault.words.es)")
    case .wrongAuthor(let file, let line, let author):
      .init(
        "L002", en: "line \(line) of '\(file)' is an entry of '\(author)', not of the feed's author",
        es: "la línea \(line) de «\(file)» es una entrada de «\(author)», no de su autor")
    case .changed(let file, let line):
      .init(
        "L003", en: "line \(line) of '\(file)' was changed after it was written: another entry is vouched for there",
        es: "la línea \(line) de «\(file)» se cambió después de escribirse: ahí consta otra entrada")
    case .removed(let file, let line, let first, let last):
      .init(
        "L004", en: "\(Self.entries(first, last).en) missing before line \(line) of '\(file)'",
        es: "\(Self.entries(first, last).es) antes de la línea \(line) de «\(file)»")
    case .misplaced(let file, let line, let seq):
      .init(
        "L005", en: "line \(line) of '\(file)' is out of order: it is entry \(seq) of its feed",
        es: "la línea \(line) de «\(file)» está fuera de orden: es la entrada \(seq) de su autor")
    case .truncated(let file, let entries, let written):
      .init(
        "L006", en: "'\(file)' ends after \(Self.count(entries).en), and \(written) were written here",
        es: "«\(file)» termina después de \(Self.count(entries).es), y aquí se escribieron \(written)",
        hint: Text(
          en: "merge a copy that has the others: 'veedor ledger merge'",
          es: "incorpore una copia que tenga las demás: «veedor ledger merge»"))
    case .torn(let file, let bytes):
      .init(
        "L007",
        en: "the last line of '\(file)' was cut short and never confirmed: its \(bytes) bytes count for nothing",
        es: "la última línea de «\(file)» quedó cortada y nunca se confirmó: sus \(bytes) bytes no cuentan")
    case .otherHead(let file, let size):
      .init(
        "L008", en: "the first \(Self.count(size).en) of '\(file)' are not what its head vouches for",
        es:
          "\(size == 1 ? "la primera entrada" : "las primeras \(size) entradas") de «\(file)» no son lo que garantiza su cabecera"
      )
    case .badNote(let file):
      .init(
        "L009", en: "'\(file)' is no head that the author's key signed",
        es: "«\(file)» no es una cabecera firmada con la clave del autor")
    case .badHead(let file):
      .init(
        "L010", en: "'\(file)' does not hold the size and root of a feed",
        es: "«\(file)» no contiene el tamaño y la raíz de las entradas de un autor")
    case .notOpened(let file):
      .init(
        "L011", en: "'\(file)' does not begin with the opening of its author's feed",
        es: "«\(file)» no empieza con la apertura de su autor")
    case .otherMission(let author, let mission, let here):
      .init(
        "L012",
        en: "the feed of '\(author)' belongs to the mission '\(mission)', not to '\(here)': nothing of it is taken",
        es: "las entradas de «\(author)» pertenecen a la misión «\(mission)», no a «\(here)»: no se toma nada de ellas")
    case .missing(let author, let first, let last, let held):
      .init(
        "L013",
        en:
          "of '\(author)' \(Self.entries(first, last).en) missing: \(Self.count(held).en) behind \(held == 1 ? "is" : "are") held back",
        es:
          "de «\(author)» \(Self.entries(first, last).es): \(held == 1 ? "se retiene la entrada que sigue" : "se retienen las \(held) entradas que siguen")",
        hint: Text(en: "merge a copy that has them", es: "incorpore una copia que las tenga"))
    case .unsigned(let author, let entries):
      .init(
        "L014",
        en:
          "\(Self.count(entries).en) of '\(author)' \(entries == 1 ? "is" : "are") under no head of its key: nothing counts that it has not signed",
        es:
          "\(entries == 1 ? "1 entrada de «\(author)» no está" : "\(entries) entradas de «\(author)» no están") bajo ninguna cabecera de su clave: no cuenta nada que no haya firmado",
        hint: Text(
          en: "the author signs them with 'veedor ledger sign'", es: "el autor las firma con «veedor ledger sign»"))
    case .forked(let author, let seq):
      .init(
        "L015",
        en: "the key of '\(author)' signed two feeds that contradict each other"
          + (seq.map { " from entry \($0) on" } ?? ""),
        es: "la clave de «\(author)» firmó dos series que se contradicen"
          + (seq.map { " desde la entrada \($0)" } ?? ""),
        hint: Text(
          en: "both are kept; what stands beyond is disputed", es: "se conservan ambas; lo que sigue queda en disputa"))
    case .revoked(let author, let hold, let beyond, let why):
      .init(
        "L021",
        en:
          "the key of '\(author)' is revoked (\(why)): its first \(Self.count(hold).en) \(hold == 1 ? "holds" : "hold"), "
          + "and \(beyond) behind \(beyond == 1 ? "counts" : "count") for nothing",
        es: "la clave de «\(author)» está revocada (\(why)): "
          + (hold == 1 ? "vale su primera entrada" : "valen sus primeras \(hold) entradas")
          + (beyond == 1 ? ", y no cuenta la que sigue" : ", y no cuentan las \(beyond) que siguen"))
    case .revokedUnseen(let author, let hold, let why):
      .init(
        "L022",
        en:
          "the key of '\(author)' is revoked (\(why)), and what holds of it, \(Self.count(hold).en), is not all here as it was: nothing of it counts",
        es:
          "la clave de «\(author)» está revocada (\(why)), y lo que vale de ella, \(Self.count(hold).es), no está todo aquí como estaba: no cuenta nada suyo",
        hint: Text(en: "merge a copy that has it", es: "incorpore una copia que lo tenga"))
    case .notInRoster(let author):
      .init(
        "L023",
        en: "the roster that is trusted here does not say who writes as '\(author)': it can be a second person, or not",
        es:
          "la nómina en la que se confía aquí no dice quién escribe como «\(author)»: puede ser una segunda persona, o no",
        hint: Text(
          en: "name the author in the roster, and trust its next version",
          es: "nombre al autor en la nómina, y confíe en su versión siguiente"))
    case .noLedger(let folder):
      .init("L016", en: "'\(folder)' holds no ledger", es: "«\(folder)» no contiene un registro")
    case .badProof(let file, let fault):
      .init(
        "L018", en: "'\(file)' proves nothing: \(fault.words.en)", es: "«\(file)» no prueba nada: \(fault.words.es)")
    case .notAnAuthor(let file):
      .init(
        "L017", en: "'\(file)' is not part of a ledger: nothing of it is taken",
        es: "«\(file)» no es parte de un registro: no se toma nada de él")
    case .tooMuch(let author):
      .init(
        "L019",
        en:
          "there is more of '\(author)' than a ledger takes, \(FeedFolder.largest.bytes >> 20) MiB in \(FeedFolder.mostFiles) files: nothing of it is taken",
        es:
          "hay más de «\(author)» que lo que admite un registro, \(FeedFolder.largest.bytes >> 20) MiB en \(FeedFolder.mostFiles) archivos: no se toma nada",
        hint: Text(
          en: "merge a copy without what stands under no head of its key: its file in 'unsigned'",
          es: "incorpore una copia sin lo que no está bajo ninguna cabecera de su clave: su archivo en «unsigned»"))
    case .tooManyFaults(let file):
      .init(
        "L020", en: "more than \(FeedReading.mostFaults) lines of '\(file)' are wrong: those behind are not looked at",
        es: "más de \(FeedReading.mostFaults) líneas de «\(file)» están mal: no se miran las que siguen")
    }
  }

  /// A warning where it is told and the work goes on.
  public var severity: Diagnostic.Severity {
    switch self {
    case .torn, .missing, .unsigned, .revoked, .revokedUnseen, .notInRoster, .notAnAuthor: .warning
    case .badLine, .wrongAuthor, .changed, .removed, .misplaced, .truncated, .otherHead, .badNote, .badHead, .notOpened,
      .otherMission, .forked, .noLedger, .badProof, .tooMuch, .tooManyFaults:
      .error
    }
  }

  /// Whether nothing mends it: what stands before a fork counts for good, and what stands beyond never does.
  public var isLasting: Bool { if case .forked = self { true } else { false } }

  /// As a verification that failed, but for a folder that was named wrongly.
  public var status: ExitStatus { if case .noLedger = self { .usage } else { .unverified } }

  private static func count(_ entries: Int) -> Text {
    entries == 1
      ? Text(en: "1 entry", es: "1 entrada") : Text(en: "\(entries) entries", es: "\(entries) entradas")
  }

  private static func entries(_ first: Int, _ last: Int) -> Text {
    first == last
      ? Text(en: "entry \(first) is", es: "falta la entrada \(first)")
      : Text(en: "entries \(first) to \(last) are", es: "faltan las entradas \(first) a \(last)")
  }
}
