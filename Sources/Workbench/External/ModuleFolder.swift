import Files
import Hashing
import ModuleKit
import YAML

/// The folder of an external module: its `module.yaml` and the files of its program.
struct ModuleFolder {
  static let fileName = "module.yaml"

  /// What `module.yaml` may hold beside the module's operations, which have their own way of being read.
  static let schema = Schema(
    .object([
      .init("veedor_module", Schema(.integer(1...1), "the version of this format"), required: true),
      .init("id", Schema(.string(.identifier), "the module's name"), required: true),
      .init("version", Schema(.string(.filled), "the version of its methods"), required: true),
      .init(
        "command", Schema(.list(Schema(.string(.filled)), atLeast: 1), "the command and its arguments"), required: true),
      .init("operations", Schema(.any, "what it can do"), required: true),
    ]))

  /// What the module says of itself.
  let manifest: Manifest
  /// The command, with its arguments.
  let command: [String]

  /// Reads the `module.yaml` in the folder at `path`; nothing is run.
  /// - Throws: ``Unreadable`` with the first thing that is wrong.
  init(path: String) throws(Unreadable) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try MappedFile(path: "\(path)/\(Self.fileName)").content
    } catch {
      throw Unreadable(reason: error.message)
    }
    let parsed = parseYAML(SourceText(name: Self.fileName, text: bytes))
    if let error = parsed.diagnostics.first(where: { $0.severity == .error }) {
      throw Unreadable(reason: error.message, line: error.location?.range?.start.line)
    }
    let value = parsed.root?.value ?? .null
    if let problem = Self.schema.problems(of: value).first { throw Unreadable(reason: problem.message.message) }
    do throws(DocumentError) {
      manifest = try Manifest(document: value)
    } catch {
      throw Unreadable(reason: error.description)
    }
    command = value["command"]?.texts ?? []
  }

  /// Why a `module.yaml` cannot be used.
  struct Unreadable: Error {
    var reason: String
    var line: Int?
  }

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
