public import Diagnostics

/// What can go wrong while analyses run and results are kept.
public enum RunMessage: DiagnosticMessage, Equatable {
  /// A name that is no analysis of the workspace.
  case unknownAnalysis(String, known: [String])
  /// Another run holds the workspace.
  case busy
  /// A stored result cannot be read.
  case damagedResult(String, reason: String)
  /// A result that a bundle is to hold is not current.
  case notCurrent(String, isPages: Bool)
  /// A file of a result that a bundle is to hold is not as it is written here.
  case notAsWritten(String)
  /// A draft that a bundle is to hold states a result that is not current.
  case draftOnStaleResult(String, result: String)
  /// A dataset that a public bundle is to hold has personal data.
  case personalData(dataset: String, column: String)
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
  case noKey(reason: String)
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
  case tellsTraces(String, [String])
  /// A bundle is to hold attachments, and the workspace has none.
  case noAttachments(bundle: String)
  /// A step whose need failed.
  case skipped(waitsFor: String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .unknownAnalysis(let name, let known):
      .init("R002", "the workspace has no analysis or draft '\(name)'", hint: didYouMean(name, among: known))
    case .busy: .init("R003", "another run is under way in this workspace", hint: "wait until it is done")
    case .damagedResult(let path, let reason):
      .init("R004", "the stored result '\(path)' cannot be read: \(reason)", hint: "run 'veedor run'")
    case .notCurrent(let name, let isPages):
      .init(
        "R010", "'\(name)' is not up to date, and a bundle holds only what is",
        hint: isPages ? "run 'veedor draft'" : "run 'veedor run'")
    case .notAsWritten(let path):
      .init(
        "R016", "'\(path)' is not as Veedor writes it, and a bundle hands out nothing else",
        hint: "delete the result's folder, then run 'veedor run'")
    case .draftOnStaleResult(let draft, let result):
      .init(
        "R011", "draft '\(draft)' states the result '\(result)', which is not up to date",
        hint: "run 'veedor run', then 'veedor draft'")
    case .personalData(let dataset, let column):
      .init(
        "R012", "dataset '\(dataset)' has personal data in column '\(column)'; the public profile hands out none",
        hint: "take the column out of the file")
    case .absentLedger(let dataset):
      .init(
        "R030", "dataset '\(dataset)' is read from the ledger, which the bundle does not hold",
        hint: "write 'ledger' in its 'include', or take 'workspace' out")
    case .unsignedEntries(let count):
      .init(
        "R031", "\(Self.entries(count)) not signed: nobody else will count what is not",
        hint: "run 'veedor ledger sign'")
    case .exposedEntries(let count):
      .init(
        "R032",
        "\(Self.entries(count)) not for everybody, and cannot be withheld: without a salt, or of a key that signed two feeds",
        hint: "take 'ledger' and 'workspace' out of the bundle's 'include'")
    case .entriesWithheld(let count):
      .init(
        "R033", "\(Self.entries(count)) withheld: the bundle holds their ids alone, as they are not for everybody",
        hint: "of reports, those with sensitivity=public are for everybody")
    case .receivedIsPacked(let result):
      .init(
        "R014", "the bundle holds or states '\(result)', which was received and not re-run here",
        hint: "'veedor run' confirms it")
    case .noKey(let reason):
      .init(
        "R015", "no key vouches for results: \(reason); what runs here counts as received",
        hint: "let XDG_STATE_HOME name a folder that can be written to")
    case .unknownBundle(let name, let known):
      .init("R013", "the workspace has no bundle '\(name)'", hint: didYouMean(name, among: known))
    case .differsAgain(let path, let byte, let line):
      .init(
        "R020", "'\(path)' is not what its analysis makes again: the first difference is byte \(byte), in line \(line)")
    case .notMadeAgain(let path):
      .init("R021", "'\(path)' is not made by any analysis or draft of the bundle's workspace")
    case .onlyMadeAgain(let path): .init("R022", "'\(path)' is made again, and the bundle does not have it")
    case .failedAgain(let name):
      .init(
        "R023", "'\(name)' could not be run again, so that nothing vouches for its results",
        hint: "external modules that came along never run until somebody has read and trusted them")
    case .nothingToRunAgain:
      .init("R024", "there is nothing to run again: the bundle has no workspace, or neither results nor drafts")
    case .attachmentMissing(let pattern):
      .init(
        "R025", "the attachments name '\(pattern)', and nothing there is called so",
        hint: "'*' and '?' stand for letters of a name, '**' for folders")
    case .attachmentLeftOut(let path):
      .init("R026", "'\(path)' is left out of the bundle: a system puts such files into folders")
    case .attachmentIsNoFile(let path): .init("R027", "'\(path)' is a link or a device, and a bundle holds files alone")
    case .tellsTraces(let path, let traces):
      .init(
        "R028", "'\(path)' tells \(traces.joined(separator: ", and ")); the public profile hands out none of that",
        hint:
          "leave it out, or take it out of a copy ('exiftool -all= COPY'), which also destroys a C2PA manifest, and keep "
          + "the original")
    case .noAttachments(let bundle):
      .init(
        "R029", "bundle '\(bundle)' is to hold attachments, and the workspace names none",
        hint: "list files, folders or patterns under 'attachments:'")
    case .skipped(let name): .init("R006", "skipped, since '\(name)' failed")
    }
  }

  /// A name that leads nowhere is wrong use.
  public var status: ExitStatus {
    switch self {
    case .unknownAnalysis, .unknownBundle: .usage
    case .busy, .damagedResult, .notCurrent, .notAsWritten, .draftOnStaleResult, .personalData, .absentLedger,
      .unsignedEntries, .exposedEntries, .differsAgain,
      .notMadeAgain, .onlyMadeAgain, .failedAgain, .nothingToRunAgain, .attachmentMissing, .attachmentIsNoFile,
      .tellsTraces, .noAttachments, .skipped, .receivedIsPacked, .attachmentLeftOut, .entriesWithheld, .noKey:
      .failed
    }
  }

  /// What was received may be handed on, and a run without a key is a run.
  public var severity: Diagnostic.Severity {
    switch self {
    case .receivedIsPacked, .attachmentLeftOut, .entriesWithheld, .noKey: .warning
    case .unknownAnalysis, .busy, .damagedResult, .notCurrent, .notAsWritten, .draftOnStaleResult, .personalData,
      .absentLedger,
      .unsignedEntries, .exposedEntries,
      .differsAgain, .notMadeAgain, .onlyMadeAgain, .failedAgain, .nothingToRunAgain, .attachmentMissing,
      .attachmentIsNoFile, .tellsTraces, .noAttachments, .unknownBundle,
      .skipped:
      .error
    }
  }

  private static func entries(_ count: Int) -> String {
    "\(count) \(count == 1 ? "entry of the ledger is" : "entries of the ledger are")"
  }
}
