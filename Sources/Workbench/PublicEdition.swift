import Bundles
import ExternalModules
import Files
import Hashing
import ModuleKit
import Workspaces

/// What a public bundle holds where something is withheld: a workspace of its own, with the files as they are handed out, and everything
/// that is computed made again from these. So nothing rests on what was cut, not even a digest in a record.
///
/// An analysis that cannot be made of what is left, or comes to something else, is withheld as well, with the drafts that state it.
struct PublicEdition {
  /// The mission, whose notice says what is withheld.
  let mission: Mission
  /// Its files: of the workspace, of results and of pages.
  let files: [BundleFile]
  /// What it lacks.
  let withheld: Withheld

  /// The edition of `planner`'s workspace whose files are `inputs`, below `workspace/`, and that lacks `withheld`; `builtIn` and
  /// `external` modules make it.
  init(
    of inputs: [BundleFile], lacking withheld: Withheld, like planner: Planner, builtIn: [any Module],
    external: [ExternalModule]
  ) async throws {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let home = try Folder(path: scratch.path).makeFolder("workspace")
    for file in inputs where file.path.hasPrefix("workspace/") {
      let path = String(file.path.dropFirst("workspace/".count))
      let parts = path.split(separator: "/")
      if parts.count > 1 { _ = try home.makeFolder(parts.dropLast().joined(separator: "/")) }
      if path != Withheld.fileName { try home.write(file.content, to: path) }
    }
    var withheld = withheld
    let key = MachineKey(folder: "\(scratch.path)/key")
    // What cannot be made is known when it was tried; the notice says it, and is part of every result.
    var made = try await Self.run(withheld, in: home, key, like: planner, builtIn, external)
    while !made.lacking.isEmpty {
      withheld.results = (withheld.results + made.lacking).sorted()
      made = try await Self.run(withheld, in: home, key, like: planner, builtIn, external)
    }
    (self.mission, files, self.withheld) = (made.mission, made.files, withheld)
  }

  /// Runs everything in `home` but what is withheld; gives what was made, and what could not be.
  private static func run(
    _ withheld: Withheld, in home: Folder, _ key: MachineKey, like planner: Planner, _ builtIn: [any Module],
    _ external: [ExternalModule]
  ) async throws -> (mission: Mission, files: [BundleFile], lacking: [String]) {
    let said = withheld.document.prettyJSON
    try home.write(said, to: Withheld.fileName)
    let reading = Workspace.read(home.path, modules: builtIn)
    guard let workspace = reading.workspace else { throw DiagnosticsError(reading.diagnostics) }
    let workbench = Workbench(workspace, modules: builtIn, external: external, machineKey: key)
    var reports = try await workbench.run(try workbench.plan())
    reports += try await workbench.run(try workbench.planDrafts())
    let folder = workspace.folder
    let store = ResultStore(folder, ResultSeals(in: folder.privateFolder, key))
    var (files, lacking): ([BundleFile], Set<String>) = (
      [BundleFile("workspace/\(Withheld.fileName)", .bytes(said))], []
    )
    for report in reports where !withheld.results.contains(report.step.analysis.id) {
      let (step, isPages) = (report.step, report.step.analysis.operation.makesPages)
      let outputs = try store.record(step.place)?.outputs ?? [:]
      let isMade = ![.failed, .skipped].contains(report.status)
      let isSame = try isPages || planner.store.record(step.place)?.outputs == outputs
      let usesWithheld = step.analysis.uses.contains { lacking.contains($0) || withheld.results.contains($0) }
      guard isMade, isSame, !usesWithheld else {
        lacking.insert(step.analysis.id)
        continue
      }
      for name in outputs.keys.sorted() + [ResultRecord.fileName] {
        let path = "\(step.place.folder)/\(name)"
        files.append(
          BundleFile(
            isPages ? "drafts" + path.dropFirst("results".count) : path, .bytes(try folder.file(path).content)))
      }
    }
    return (workspace.mission, files, lacking.sorted())
  }
}

extension BundleFile {
  /// Its bytes. Throws a `FileError`.
  fileprivate var content: [UInt8] {
    get throws {
      switch source {
      case .bytes(let bytes): bytes
      case .file(let open): try open().content
      }
    }
  }
}
