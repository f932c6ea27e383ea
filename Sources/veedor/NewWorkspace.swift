import Files

/// The files that a workspace begins with.
struct NewWorkspace {
  /// A file's path in the workspace, and what writes it; content is handed on in pieces, since it can be large.
  typealias File = (path: String, write: (_ sink: ([UInt8]) throws -> Void) throws -> Void)

  private let files: [File]

  init(_ files: [File]) { self.files = files }

  /// Makes the workspace at `folder`, which appears when it is complete; an empty folder there makes way.
  ///
  /// - Throws: `FileError` where something stands at `folder`, or cannot be written.
  func create(at folder: String) throws {
    try AtomicFolder.create(folder) { made in
      for file in files {
        let output = try made.create(file.path)
        try file.write { try output.write($0) }
        try output.finish()
      }
    }
  }
}
