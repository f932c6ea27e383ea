import Files
import ModuleKit

/// The workspace that `veedor init` copies: `Workspaces/starter`, inside the executable.
enum Starter {
  /// The files, by their path in the workspace; a test holds them against the folder.
  static let files: [(path: String, bytes: [UInt8])] = [
    ("veedor.yaml", PackageResources.veedor_yaml),
    ("data/bulletins.csv", PackageResources.bulletins_csv),
    ("data/claims.csv", PackageResources.claims_csv),
    ("drafts/preliminary.en.md", PackageResources.preliminary_en_md),
    ("drafts/preliminary.es.md", PackageResources.preliminary_es_md),
  ]

  /// Copies the starter to `folder`, which appears when it is complete; an empty folder there makes way.
  ///
  /// - Throws: `FileError` where something stands at `folder`, or cannot be written.
  static func copy(to folder: String) throws {
    try AtomicFolder.create(folder) { made in
      for file in files {
        let inner = file.path.split(separator: "/").dropLast().joined(separator: "/")
        if !inner.isEmpty { _ = try made.makeFolder(inner) }
        let output = try made.create(file.path)
        try output.write(file.bytes)
        try output.finish()
      }
    }
  }
}
