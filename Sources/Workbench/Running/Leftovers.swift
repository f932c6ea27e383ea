import ExternalModules
import Files
import Workspaces

/// What a run or a packing was writing when it was killed, outside the results' folders, where writing a result anew
/// removes it: files half written, and the outputs of external modules.
struct Leftovers {
  /// The files, relative to the workspace's folder.
  private let paths: [String]
  /// The folders of outputs, likewise.
  private let outputs: [String]
  private let home: Folder

  /// What is left over in the workspace's folder `home`.
  init(in home: Folder) {
    self.home = home
    paths = [PrivateFolder.name, "\(PrivateFolder.name)/\(RunCircumstances.folder)", Workspace.Bundle.folder].flatMap {
      name in
      let entries = (try? home.folder(name).list()) ?? []
      return entries.filter { AtomicFile.isTemporary($0.name) }.map { "\(name)/\($0.name)" }
    }
    let folder = "\(PrivateFolder.name)/\(ExternalModule.outputsFolder)"
    outputs = ((try? home.folder(folder).list()) ?? []).map { "\(folder)/\($0.name)" }
  }

  var isEmpty: Bool { paths.isEmpty && outputs.isEmpty }

  /// Removes them; only for whoever holds the workspace's lock, since others may be writing. What stays is in nobody's
  /// way.
  func remove() {
    for path in outputs { try? home.folder(path).removeContent() }
    for path in paths + outputs { try? home.remove(path) }
  }
}
