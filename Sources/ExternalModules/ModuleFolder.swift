import Files
import ModuleKit

/// The files of an external module.
enum ModuleFolder {
  /// The files in `folder` and the folders below it, by their paths inside it.
  ///
  /// Links and devices are refused: their targets could change while the digest does not.
  static func files(in folder: Folder) throws -> [String] {
    var files: [String] = []
    try collect(folder, path: folder.path, before: "", depth: 32, &files)
    return files
  }

  private static func collect(
    _ folder: Folder, path: String, before: String, depth: Int, _ files: inout [String]
  ) throws {
    for entry in try folder.list() {
      let inner = before + entry.name
      switch entry.kind {
      case .file: files.append(inner)
      case .folder:
        guard depth > 0 else { throw FileError.tooDeep(folder: path, limit: 32) }
        try collect(try folder.folder(entry.name), path: path, before: "\(inner)/", depth: depth - 1, &files)
      case .link, .other: throw DiagnosticsError(ExternalMessage.link("\(path)/\(inner)"))
      }
    }
  }
}
