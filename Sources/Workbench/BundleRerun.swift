public import Bundles
internal import Files
internal import Ledger
public import ModuleKit
internal import Workspaces

/// What came of running a bundle's analyses and drafts again, from the inputs that it carries.
public struct BundleRerun: Sendable {
  /// Files of results and pages that the bundle holds.
  public private(set) var files = 0
  /// What is not the same, or could not be made: first what failed, then file by file in the order of their paths.
  public private(set) var problems: [Diagnostic] = []

  /// Analyses and drafts that nobody can make of what the edition was given, by what it says of itself.
  public private(set) var withheld: [String] = []

  /// Whether everything was made again, to the same bytes.
  public var isSame: Bool { files > 0 && problems.isEmpty }

  /// Runs what stands in the bag in `folder`, into which an intact bundle was unpacked, and compares.
  ///
  /// It runs there, and its results stay there. External modules that came along do not run.
  /// - Throws: file errors of the folder itself; what ``Workbench/run(_:progress:)`` throws.
  public init(
    unpackedIn folder: String, modules: [any Module], machineKey: MachineKey = MachineKey(),
    progress: @escaping @Sendable (_ done: Int, _ all: Int, _ name: String) -> Void = { _, _, _ in }
  ) async throws {
    let bag = try Folder(path: folder)
    let stated = try BundleRerun.stated(in: bag)
    files = stated.count
    guard !stated.isEmpty, try bag.files(below: "data/workspace").contains(Workspace.fileName) else {
      problems = [Diagnostic(RunMessage.nothingToRunAgain)]
      return
    }
    let home = "\(folder)/data/workspace"
    let reading = Workspace.read(home, modules: modules)
    guard var workspace = reading.workspace else {
      problems = reading.diagnostics
      return
    }
    // Whether results follow from what came along no roster of this machine decides.
    workspace.rosters = RosterFolder(path: nil)
    withheld = workspace.withheld?.results ?? []
    let workbench = Workbench(workspace, modules: modules, machineKey: machineKey)
    problems = await workspace.dataProblems(workbench.loader, of: Set(workspace.datasets.map(\.id)))
    guard problems.isEmpty else { return }
    let made = try await run(workbench, withDrafts: stated.contains { $0.hasPrefix("drafts/") }, progress)
    try compare(stated, of: bag, with: try Folder(path: home), in: made)
  }

  /// Unpacks `bundle` into a new folder of the system's for temporary files, runs it again there, and removes
  /// the folder.
  /// - Throws: `DiagnosticsError` where the bundle is not intact; as the other.
  public init(
    _ bundle: Bundle, modules: [any Module], machineKey: MachineKey = MachineKey(),
    progress: @escaping @Sendable (_ done: Int, _ all: Int, _ name: String) -> Void = { _, _, _ in }
  ) async throws {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    try bundle.extract(to: "\(scratch.path)/bag")
    try await self.init(
      unpackedIn: "\(scratch.path)/bag", modules: modules, machineKey: machineKey, progress: progress)
  }

  /// The paths below `data/` of what the bundle holds of results and pages.
  private static func stated(in bag: Folder) throws(FileError) -> [String] {
    var paths: [String] = []
    for part in ["drafts", "results"] { paths += try bag.files(below: "data/\(part)").map { "\(part)/\($0)" } }
    return paths
  }

  /// Runs everything; gives the folders of what was made. What else lies in the workspace came along.
  private mutating func run(
    _ workbench: Workbench, withDrafts: Bool,
    _ progress: @escaping @Sendable (_ done: Int, _ all: Int, _ name: String) -> Void
  ) async throws -> [String] {
    var reports = try await workbench.run(try workbench.plan(), progress: progress)
    if withDrafts { reports += try await workbench.run(try workbench.planDrafts(), progress: progress) }
    reports.removeAll { withheld.contains($0.step.analysis.id) }
    for report in reports where [.failed, .skipped].contains(report.status) {
      problems += report.problems + [Diagnostic(RunMessage.failedAgain(report.step.analysis.id))]
    }
    return reports.filter { ![.failed, .skipped].contains($0.status) }.map { $0.step.place.folder + "/" }
  }

  /// Holds the files at `stated` against those that were made again in the folders `made` of the workspace `home`.
  private mutating func compare(_ stated: [String], of bag: Folder, with home: Folder, in made: [String]) throws {
    var folders: Set<String> = []
    for path in stated {
      let place = Self.place(path)
      if path.hasSuffix("/\(ResultRecord.fileName)") {
        folders.insert(String(path.dropLast(ResultRecord.fileName.utf8.count + 1)))
      }
      let again: MappedFile?
      do throws(FileError) {
        again = made.contains(where: place.hasPrefix) ? try home.file(place) : nil
      } catch {
        guard error.isAbsence else { throw error }
        again = nil
      }
      guard let again else {
        problems.append(Diagnostic(RunMessage.notMadeAgain(path)))
        continue
      }
      guard let byte = try Self.firstDifference(try bag.file("data/\(path)"), again) else { continue }
      problems.append(Diagnostic(RunMessage.differsAgain(path, byte: byte.offset, line: byte.line)))
    }
    let known = Set(stated)
    for folder in folders.sorted() {
      for name in try home.files(below: Self.place(folder)) where !known.contains("\(folder)/\(name)") {
        problems.append(Diagnostic(RunMessage.onlyMadeAgain("\(folder)/\(name)")))
      }
    }
  }

  /// Where in the workspace stands what a bundle has at `path`: pages are results there.
  private static func place(_ path: String) -> String {
    path.hasPrefix("drafts/") ? "results" + path.dropFirst("drafts".count) : path
  }

  /// The first byte and its line, from 1, in which two files differ; nil where they are the same.
  private static func firstDifference(_ one: MappedFile, _ other: MappedFile) throws -> (offset: Int, line: Int)? {
    try one.reading { left in
      try other.reading { right in
        if left.count == right.count, zip(left, right).allSatisfy({ $0 == $1 }) { return nil }
        let common = zip(left, right).prefix { $0 == $1 }
        return (common.count + 1, 1 + common.count { $0.0 == UInt8(ascii: "\n") })
      }
    }
  }
}

extension Folder {
  /// The paths of all regular files below `inner`, relative to it; none where it is not there.
  fileprivate func files(below inner: String) throws(FileError) -> [String] {
    do throws(FileError) {
      return try folder(inner).files()
    } catch {
      guard error.isAbsence else { throw error }
      return []
    }
  }
}
