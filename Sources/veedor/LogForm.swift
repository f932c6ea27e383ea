import Files
import Incidents
import Ledger
import ModuleKit
import Workspaces

/// A form on the terminal. What is answered is kept in the workspace's private folder, readable by its user alone, until the record
/// is written.
struct LogForm {
  private let kind: EntryKind
  private let surroundings: FormSurroundings
  private let folder: Folder
  private let draftName: String
  /// One form of a kind at a time: two would write over each other's draft.
  private let lock: FileLock

  /// A form for a record of `kind` in `ledger`, that of `workspace`, whose incidents are of `categories`.
  init(_ kind: EntryKind, of ledger: Ledger, in workspace: Workspace, _ categories: LogCategories) throws {
    let (view, persons) = (try ledger.view(), try ledger.persons())
    self.kind = kind
    surroundings = FormSurroundings(
      ProgramLanguage.current, view, zone: workspace.mission.zone,
      usual: workspace.mission.languages.first.map { ["language": .string($0.rawValue)] } ?? [:],
      further: ["category": categories.all.keys]
    ) { $0.line(persons) }
    folder = try workspace.folder.privateFolder.made()
    // The folder may be new: what is kept in it must be found after a power cut.
    try workspace.folder.home.sync()
    draftName = "form_\(kind.name).json"
    lock = try folder.lock("form_\(kind.name).lock")
  }

  /// The fields that somebody answers, and says yes to; nil where the draft is dropped.
  /// - Throws: `Exit` where somebody stops.
  func fields() throws -> [String: Value]? {
    var kept = try draft()
    var form = EntryForm(kind, surroundings, goingOnWith: kept)
    while form.end == nil {
      for line in form.lines { Console.message(line) }
      form.take(Console.ask(form.prompt), at: Clock.now)
      // Before the next question: whoever sees that knows that the answer is safe.
      if form.draft != kept ?? FormDraft() {
        try folder.write(form.draft.document.canonicalJSON, to: draftName, mode: 0o600)
        kept = form.draft
      }
    }
    switch form.end {
    case .complete(let fields)?: return fields
    case .dropped?:
      try removeDraft()
      return nil
    case .stopped?, nil:
      Console.message("")
      Console.message(
        form.draft == FormDraft()
          ? spoken(en: "nothing was written", es: "no se escribió nada")
          : spoken(
            en: "nothing was written; 'veedor log add \(kind.name)' goes on with the draft",
            es: "no se escribió nada; «veedor log add \(kind.name)» continúa el borrador"))
      throw Exit(status: .failed)
    }
  }

  /// Forgets the answers, once they are written or dropped.
  func removeDraft() throws {
    do throws(FileError) {
      try folder.remove(draftName)
      try folder.sync()
    } catch {
      guard error.isAbsence else { throw error }
    }
  }

  /// What was answered before; nil where nothing was, or this program cannot read it.
  private func draft() throws -> FormDraft? {
    do throws(FileError) {
      let bytes = try folder.file(draftName).content(atMost: .small)
      return (try? Value(json: bytes)).flatMap { FormDraft($0, of: kind) }
    } catch {
      guard error.isAbsence else { throw error }
      return nil
    }
  }
}
