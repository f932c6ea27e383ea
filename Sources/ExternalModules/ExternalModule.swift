public import Files
import Glibc
public import Hashing
public import ModuleKit
public import Workspaces

/// A module that is a program of its own: its manifest comes from its `module.yaml`, and each run is a process.
///
/// It runs once it is trusted on this machine, as long as its files stay as
/// they were then.
public struct ExternalModule: Module {
  /// What the module says of itself.
  public let manifest: Manifest
  /// The folder that it stands in, relative to the workspace's.
  public let path: String
  private let command: [String]
  private let workspace: String
  private let limits: ModuleLimits

  /// The folder in `.veedor/` into which the runs of external modules write.
  public static let outputsFolder = "outputs"

  /// The module `module` of the workspace in `folder`.
  public init(_ module: Workspace.DeclaredModule, workspace folder: String) {
    self.init(module, workspace: folder, limits: ModuleLimits())
  }

  init(_ module: Workspace.DeclaredModule, workspace folder: String, limits: ModuleLimits) {
    (manifest, command, path) = (module.file.manifest, module.file.command, module.path)
    (workspace, self.limits) = (folder, limits)
  }

  /// External modules bring no kinds: their datasets are of kinds that the program knows.
  public var kinds: [any AnyDatasetKind] { [] }

  /// The module's files, relative to the workspace.
  public func files() throws -> [String] { try ModuleFolder.files("\(workspace)/\(path)").map { "\(path)/\($0)" } }

  /// The digest of the module's files.
  public func filesDigest() throws -> Hash32 {
    try filesDigest { path throws(FileError) in try Hash32(ofFile: path) }
  }

  /// The digest of the module's files; `digest` gives that of the file at a path.
  public func filesDigest(_ digest: (String) throws(FileError) -> Hash32) throws -> Hash32 {
    try ModuleFolder.digest("\(workspace)/\(path)", digest)
  }

  /// Whether the module's files are those that were trusted on this machine.
  public func isTrusted() throws -> Bool {
    TrustedModules(workspace: workspace).contains(manifest.id, digest: try filesDigest())
  }

  /// Trusts the module on this machine, as long as its files stay as they are.
  public func trust() throws { try TrustedModules(workspace: workspace).add(manifest.id, digest: try filesDigest()) }

  /// Runs one operation in a process of its own.
  public func run(_ request: Request, _ context: Context) async throws -> Outcome {
    guard let operation = manifest.operations.first(where: { $0.id == request.operation }) else {
      throw ModuleError(KitMessage.unknownOperation(request.operation, module: manifest.id))
    }
    guard try isTrusted() else { throw ModuleError(ExternalMessage.untrusted(manifest.id, folder: path)) }
    let privateFolder = try Folder(path: workspace).makeFolder(Workspace.privateFolder)
    let outputs = try OutputFolder(inside: privateFolder)
    let cache = HandedFiles(folder: try Self.absolute(privateFolder.makeFolder("cache").path))
    let call = ModuleCall(request, context, outputs: try Self.absolute(outputs.folder.path))
    let document = try call.document { try cache.store($0, $1) }
    let process = ModuleProcess(
      command: command, folder: try Self.absolute("\(workspace)/\(path)"), limits: limits)
    let receiver = ModuleReceiver(manifest, operation, request, progress: context.progress)
    var (state, end) = try await process.run(document.canonicalJSON + [UInt8(ascii: "\n")], receiver) {
      try $0.take($1)
    }
    return try state.finished(end, outputs: outputs.folder, limits: limits)
  }

  private static func absolute(_ path: String) throws(FileError) -> String {
    guard let real = realpath(path, nil) else {
      throw FileError.system(.inspect, path: path, reason: SystemReason(number: errno))
    }
    defer { free(real) }
    return String(cString: real)
  }
}

/// A folder for the outputs of one run, removed with all that is in it when nobody needs it any more.
private final class OutputFolder {
  let folder: Folder
  private let parent: Folder
  private let name: String

  init(inside folder: Folder) throws {
    parent = try folder.makeFolder(ExternalModule.outputsFolder)
    var generator = SystemRandomNumberGenerator()
    name = String(generator.next(), radix: 36)
    self.folder = try parent.makeFolder(name)
  }

  deinit {
    // What cannot be removed is in nobody's way.
    try? folder.removeContent()
    try? parent.remove(name)
  }
}
