import Digests
import Files
import Glibc
public import ModuleKit

/// A module that is a program of its own: its manifest comes from its `module.yaml`, and each run is a process.
///
/// Reading the workspace runs nothing of it. It runs once it is trusted on this machine, as long as its files stay as
/// they were then.
public struct ExternalModule: Module {
  /// What the module says of itself.
  public let manifest: Manifest
  /// The folder that it stands in, relative to the workspace's.
  public let path: String
  private let command: [String]
  private let workspace: String
  private let limits: ModuleLimits

  /// The module in the folder `path` of the workspace in `folder`.
  init(
    path: String, workspace folder: String, limits: ModuleLimits = ModuleLimits()
  ) throws(ModuleFolder.Unreadable) {
    let read = try ModuleFolder(path: folder == "." ? path : "\(folder)/\(path)")
    (manifest, command, self.path, workspace, self.limits) = (read.manifest, read.command, path, folder, limits)
  }

  /// External modules bring no kinds: their datasets are of kinds that the program knows.
  public var kinds: [any AnyDatasetKind] { [] }

  /// The module's files, relative to the workspace.
  func files() throws -> [String] { try ModuleFolder.files("\(workspace)/\(path)").map { "\(path)/\($0)" } }

  /// The digest of the module's files.
  public func filesDigest() throws -> String { try filesDigest { path throws(FileError) in try Digest.ofFile(path) } }

  func filesDigest(_ digest: (String) throws(FileError) -> String) throws -> String {
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
      throw DiagnosticsError(KitMessage.unknownOperation(request.operation, module: manifest.id))
    }
    guard try isTrusted() else { throw DiagnosticsError(ExternalMessage.untrusted(manifest.id, folder: path)) }
    let privateFolder = try Folder(path: workspace).makeFolder(Workbench.privateFolder)
    let outputs = try OutputFolder(inside: privateFolder)
    let cache = HandedFiles(folder: try Self.absolute(privateFolder.makeFolder("cache").path))
    var complete = request
    for parameter in operation.parameters where request.parameters[parameter.name] == nil {
      complete.parameters[parameter.name] = parameter.schema.defaultValue
    }
    let call = ModuleCall(complete, context, outputs: try Self.absolute(outputs.folder.path))
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
    parent = try folder.makeFolder(Workbench.outputsFolder)
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
