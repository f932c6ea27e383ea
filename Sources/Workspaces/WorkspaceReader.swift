public import Diagnostics
import Files
public import ModuleKit
import YAML

/// What reading a workspace gave: the workspace where it is sound, and everything that was found.
public struct WorkspaceReading: Sendable {
  /// The workspace; nil where there are errors.
  public var workspace: Workspace?
  /// What was found, in the order of the file.
  public var diagnostics: [Diagnostic]
  /// The text that the diagnostics point into.
  public var source: SourceText?
}

extension Workspace {
  /// Reads the workspace in `folder`, which can use the built-in `modules`: every error of the file at once.
  ///
  /// Data files are not opened here.
  public static func read(_ folder: String, modules: [any Module]) -> WorkspaceReading {
    let (home, bytes): (WorkspaceFolder, [UInt8])
    do throws(FileError) {
      home = try WorkspaceFolder(path: folder)
      bytes = try home.input(fileName, atMost: .small).content
    } catch {
      return WorkspaceReading(workspace: nil, diagnostics: [Diagnostic(message(error, folder))], source: nil)
    }
    return read(bytes, in: home, modules: modules)
  }

  /// What `error`, of opening the workspace in `folder`, says to its user.
  private static func message(_ error: FileError, _ folder: String) -> any DiagnosticMessage {
    if error.isAbsence {
      let near = try? Folder(path: folder).nearFile(to: fileName)
      return WorkspaceMessage.noWorkspace(folder: folder, near: near, beside: workspace(besides: folder))
    }
    return (try? MappedFile(path: folder)) == nil ? error : WorkspaceMessage.workspaceIsFile(folder)
  }

  /// The workspace in the same folder whose name is near to that of `folder`, where nothing stands.
  private static func workspace(besides folder: String) -> String? {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, !name.isEmpty, name != ".", name != ".." else { return nil }
    let before = parts.dropLast().map { $0 + "/" }.joined()
    guard (try? Folder(path: folder)) == nil, let parent = try? Folder(path: before.isEmpty ? "." : before) else {
      return nil
    }
    let folders = ((try? parent.list()) ?? []).filter { $0.kind == .folder }.map(\.name)
    let workspaces = folders.filter { (try? parent.file("\($0)/\(fileName)")) != nil }
    return nearName(to: String(name), among: workspaces).map { before + $0 }
  }

  /// Reads `bytes` as the workspace file of the folder `home`, as ``read(_:modules:)`` does.
  static func read(_ bytes: [UInt8], in home: WorkspaceFolder, modules: [any Module]) -> WorkspaceReading {
    let source = SourceText(name: fileName, text: bytes)
    let parsed = parseYAML(source)
    guard let root = parsed.root else {
      return WorkspaceReading(workspace: nil, diagnostics: parsed.diagnostics, source: source)
    }
    var checker = WorkspaceChecker(
      document: WorkspaceDocument(root: root, source: source), folder: home, catalogue: Catalogue(modules))
    let workspace = checker.check()
    let all = (parsed.diagnostics + checker.found.told).inFileOrder + checker.found.more(in: fileName)
    let isSound = !all.contains { $0.severity == .error }
    return WorkspaceReading(
      workspace: isSound ? workspace : nil, diagnostics: all, source: source)
  }
}

extension [Diagnostic] {
  /// The diagnostics by where they stand; those of one place in the order in which they were found.
  var inFileOrder: [Diagnostic] {
    enumerated().sorted { a, b in
      let (first, second) = (a.element.location?.range?.start, b.element.location?.range?.start)
      guard let first, let second, first != second else { return a.offset < b.offset }
      return first < second
    }.map(\.element)
  }
}
