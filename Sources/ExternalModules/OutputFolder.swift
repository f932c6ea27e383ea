import Files
import ModuleKit

/// A folder for the outputs of one run, removed with all that is in it when nobody needs it any more.
final class OutputFolder: Sendable {
  let folder: Folder
  private let parent: Folder
  private let name: String

  init(inside folder: Folder) throws {
    parent = try folder.makeFolder(ExternalModule.outputsFolder)
    var generator = SystemRandomNumberGenerator()
    name = String(generator.next(), radix: 36)
    self.folder = try parent.makeFolder(name)
  }

  deinit { remove() }

  /// Removes it. What cannot be removed is in nobody's way.
  func remove() {
    try? folder.removeContent()
    try? parent.remove(name)
  }
}
