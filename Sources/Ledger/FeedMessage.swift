public import Diagnostics
import Files

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
    case .badLine(let file, let line, let fault): .init("L001", "line \(line) of '\(file)' is no entry: \(fault.words)")
    case .wrongAuthor(let file, let line, let author):
      .init("L002", "line \(line) of '\(file)' is an entry of '\(author)', not of the feed's author")
    case .changed(let file, let line):
      .init("L003", "line \(line) of '\(file)' was changed after it was written: another entry is vouched for there")
    case .removed(let file, let line, let first, let last):
      .init("L004", "\(Self.entries(first, last)) missing before line \(line) of '\(file)'")
    case .misplaced(let file, let line, let seq):
      .init("L005", "line \(line) of '\(file)' is out of order: it is entry \(seq) of its feed")
    case .truncated(let file, let entries, let written):
      .init(
        "L006", "'\(file)' ends after \(Self.count(entries)), and \(written) were written here",
        hint: "merge a copy that has the others: 'veedor ledger merge'")
    case .torn(let file, let bytes):
      .init(
        "L007", "the last line of '\(file)' was cut short and never confirmed: its \(bytes) bytes count for nothing")
    case .otherHead(let file, let size):
      .init("L008", "the first \(Self.count(size)) of '\(file)' are not what its head vouches for")
    case .badNote(let file): .init("L009", "'\(file)' is no head that the author's key signed")
    case .badHead(let file): .init("L010", "'\(file)' does not hold the size and root of a feed")
    case .notOpened(let file): .init("L011", "'\(file)' does not begin with the opening of its author's feed")
    case .otherMission(let author, let mission, let here):
      .init(
        "L012", "the feed of '\(author)' belongs to the mission '\(mission)', not to '\(here)': nothing of it is taken")
    case .missing(let author, let first, let last, let held):
      .init(
        "L013",
        "of '\(author)' \(Self.entries(first, last)) missing: \(Self.count(held)) behind \(held == 1 ? "is" : "are") held back",
        hint: "merge a copy that has them")
    case .unsigned(let author, let entries):
      .init(
        "L014",
        "\(Self.count(entries)) of '\(author)' \(entries == 1 ? "is" : "are") under no head of its key: nothing counts that it has not signed",
        hint: "the author signs them with 'veedor ledger sign'")
    case .forked(let author, let seq):
      .init(
        "L015",
        "the key of '\(author)' signed two feeds that contradict each other"
          + (seq.map { " from entry \($0) on" } ?? ""), hint: "both are kept; what stands beyond is disputed")
    case .noLedger(let folder): .init("L016", "'\(folder)' holds no ledger")
    case .badProof(let file, let fault): .init("L018", "'\(file)' proves nothing: \(fault.words)")
    case .notAnAuthor(let file): .init("L017", "'\(file)' is not part of a ledger: nothing of it is taken")
    case .tooMuch(let author):
      .init(
        "L019",
        "there is more of '\(author)' than a ledger takes, \(FeedFolder.largest.bytes >> 20) MiB in \(FeedFolder.mostFiles) files: nothing of it is taken",
        hint: "merge a copy without what stands under no head of its key: its file in 'unsigned'")
    case .tooManyFaults(let file):
      .init("L020", "more than \(FeedReading.mostFaults) lines of '\(file)' are wrong: those behind are not looked at")
    }
  }

  /// A warning where it is told and the work goes on.
  public var severity: Diagnostic.Severity {
    switch self {
    case .torn, .missing, .unsigned, .notAnAuthor: .warning
    case .badLine, .wrongAuthor, .changed, .removed, .misplaced, .truncated, .otherHead, .badNote, .badHead, .notOpened,
      .otherMission, .forked, .noLedger, .badProof, .tooMuch, .tooManyFaults:
      .error
    }
  }

  /// Whether nothing mends it: what stands before a fork counts for good, and what stands beyond never does.
  public var isLasting: Bool { if case .forked = self { true } else { false } }

  /// As a verification that failed, but for a folder that was named wrongly.
  public var status: ExitStatus { if case .noLedger = self { .usage } else { .unverified } }

  private static func count(_ entries: Int) -> String { "\(entries) \(entries == 1 ? "entry" : "entries")" }

  private static func entries(_ first: Int, _ last: Int) -> String {
    first == last ? "entry \(first) is" : "entries \(first) to \(last) are"
  }
}
