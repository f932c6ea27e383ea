import Files

/// A file of text of the repository.
struct RepositoryFile {
  /// The path, from the repository's root.
  var path: String
  var text: String

  /// The files below `folders` whose names end with one of `endings`.
  static func all(in folders: [String], _ endings: [String] = [".swift"], _ file: String = #filePath) throws
    -> [RepositoryFile]
  {
    let root = try Folder(path: file.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" })
    return try folders.flatMap { name in
      let folder = try root.folder(name)
      return try folder.files().filter { file in endings.contains { file.hasSuffix($0) } }.map {
        RepositoryFile(path: "\(name)/\($0)", text: String(decoding: try folder.file($0).content, as: UTF8.self))
      }
    }
  }
}
