import Files
import Glibc
public import ModuleKit
import YAML

/// A workspace with a proposal written into its file, in memory: what it would be, before a byte of it is written.
public struct ProposedWorkspace: Sendable {
  /// What reading it gives.
  public let reading: WorkspaceReading
  private let folder: WorkspaceFolder
  private let bytes: [UInt8]
  private let dataset: String

  /// A mission for a file that lies in no workspace.
  private static let mission = """
    veedor: 1
    mission: {id: look, title: Look, election_day: 2000-01-01, time_zone: UTC, languages: [en]}

    """

  /// The workspace of `folder` with `proposal` in it, for which there are `modules`.
  ///
  /// Throws a `DiagnosticsError` where the workspace cannot be read, or its file has no place for the proposal.
  public init(_ proposal: Proposal, in folder: WorkspaceFolder, modules: [any Module]) throws(DiagnosticsError) {
    let source: SourceText
    do throws(FileError) {
      source = SourceText(name: Workspace.fileName, text: try folder.input(Workspace.fileName, atMost: .small).content)
    } catch {
      throw DiagnosticsError(error)
    }
    let parsed = parseYAML(source)
    guard let root = parsed.root else { throw DiagnosticsError(parsed.diagnostics) }
    if root["datasets"]?[proposal.name] != nil { throw DiagnosticsError(LookMessage.nameTaken(proposal.name)) }
    var insertion = WorkspaceInsertion(source, root)
    if let contest = proposal.contest {
      try insertion.add(contest.lines, in: proposal.language, to: "contests", behind: "mission")
    }
    try insertion.add(proposal.dataset.lines, in: proposal.language, to: "datasets", behind: "contests")
    (self.folder, bytes, dataset) = (folder, insertion.bytes, proposal.name)
    reading = Workspace.read(bytes, in: folder, modules: modules)
    guard Self.holds(bytes, root.value, with: proposal) else {
      throw DiagnosticsError(LookMessage.notLineByLine(section: "datasets"))
    }
  }

  /// A workspace with nothing but `proposal`, for a file in `folder` that lies in no workspace.
  public init(alone proposal: Proposal, in folder: WorkspaceFolder, modules: [any Module]) {
    (self.folder, bytes, dataset) = (folder, Array((Self.mission + proposal.text).utf8), proposal.name)
    reading = Workspace.read(bytes, in: folder, modules: modules)
  }

  /// Whether `bytes` hold what the workspace said before, `old`, and besides it the entries of the proposal alone.
  private static func holds(_ bytes: [UInt8], _ old: Value, with proposal: Proposal) -> Bool {
    guard var new = parseYAML(SourceText(name: Workspace.fileName, text: bytes)).root?.value.object,
      var old = old.object
    else { return false }
    for (section, name) in [("datasets", proposal.name), ("contests", proposal.contest?.name)] {
      guard let name else { continue }
      guard var entries = new[section]?.object, entries.removeValue(forKey: name) != nil else { return false }
      (new[section], old[section]) = (.object(entries), old[section] ?? .null)
      if old[section] == .null { old[section] = .object([:]) }
    }
    return new == old
  }

  /// What is wrong with the workspace that would be, or with the dataset's rows as it would be read.
  public func problems() async -> [Diagnostic] {
    guard let workspace = reading.workspace else { return reading.diagnostics }
    return await workspace.dataProblems(DatasetLoader(workspace), of: [dataset])
  }

  /// Makes it the workspace: the file is replaced as a whole, unless somebody has written to it meanwhile.
  public func write() throws {
    let file = try folder.input(Workspace.fileName, atMost: .small)
    guard file.isUnchanged, try folder.home.file(Workspace.fileName).stamp == file.stamp else {
      throw FileError.changed(path: folder.path(Workspace.fileName))
    }
    var status = stat()
    let isThere = stat(folder.path(Workspace.fileName), &status) == 0
    try folder.home.write(bytes, to: Workspace.fileName, mode: isThere ? status.st_mode & 0o777 : 0o644)
  }
}
