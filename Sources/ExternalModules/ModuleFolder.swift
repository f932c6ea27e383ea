import Files
import Hashing
import ModuleKit

/// The files of an external module, by which it is known.
enum ModuleFolder {
  /// The digest of all files in the folder at `path`, by their names and contents; `digest` gives that of one file.
  static func digest(_ path: String, _ digest: (String) throws(FileError) -> Hash32) throws -> Hash32 {
    var digests: [String: Value] = [:]
    for file in try files(path) { digests[file] = .string(try digest("\(path)/\(file)").hex) }
    return Hash32(of: Value.object(digests).canonicalJSON)
  }

  /// The files in the folder at `path` and the folders below it, by their paths inside it.
  ///
  /// Links and devices are refused: their targets could change while the digest does not.
  static func files(_ path: String) throws -> [String] {
    var files: [String] = []
    try collect(try Folder(path: path), path: path, before: "", depth: 32, &files)
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
