import Files
import Glibc
public import Hashing
public import ModuleKit
public import Workspaces

/// A module that is a program of its own: its manifest comes from its `module.yaml`, and each run is a process.
///
/// It runs once it is trusted on this machine, as long as its files stay as they were then.
public struct ExternalModule: Module {
  /// What the module says of itself.
  public let manifest: Manifest
  /// The folder that it stands in, relative to the workspace's.
  public let path: String
  private let command: [String]
  private let workspace: WorkspaceFolder
  private let limits: ModuleLimits

  /// The folder in `.veedor/` into which the runs of external modules write.
  public static let outputsFolder = "outputs"

  /// The module `module` of the workspace in `folder`.
  public init(_ module: Workspace.DeclaredModule, in folder: WorkspaceFolder) {
    self.init(module, in: folder, limits: ModuleLimits())
  }

  init(_ module: Workspace.DeclaredModule, in folder: WorkspaceFolder, limits: ModuleLimits) {
    (manifest, command, path) = (module.file.manifest, module.file.command, module.path)
    (workspace, self.limits) = (folder, limits)
  }

  /// External modules bring no kinds: their datasets are of kinds that the program knows.
  public var kinds: [any AnyDatasetKind] { [] }

  /// The program that the command looks up in `PATH`, which no trust in the module covers; nil where the module brings
  /// its own.
  public var program: String? { command[0].contains("/") ? nil : command[0] }

  /// The files in the module's folder.
  public var files: [String] {
    get throws { try ModuleFolder.files(in: workspace.home.folder(path)).map { "\(path)/\($0)" } }
  }

  /// The digest of the module's files, by their names and contents.
  public var fingerprint: Hash32? { get throws { try digest { path throws(FileError) in try workspace.digest(path) } } }

  /// Whether the module's files are those that were trusted on this machine.
  public func isTrusted() throws -> Bool {
    TrustedModules(in: workspace.privateFolder).contains(manifest.id, digest: try freshDigest())
  }

  /// Trusts the module on this machine, as long as its files stay as they are.
  public func trust() throws {
    try TrustedModules(in: workspace.privateFolder).add(manifest.id, digest: try freshDigest())
  }

  /// The fingerprint without what is remembered of files: nothing is trusted for looking untouched.
  private func freshDigest() throws -> Hash32 {
    try digest { path throws(FileError) in try Hash32(of: workspace.file(path)) }
  }

  private func digest(_ digest: (String) throws(FileError) -> Hash32) throws -> Hash32 {
    let digests = try files.map { file in
      (String(file.dropFirst(path.count + 1)), Value.string(try digest(file).hex))
    }
    return Hash32(of: Value.object(Dictionary(digests) { first, _ in first }).canonicalJSON)
  }

  /// Runs one operation in a process of its own.
  public func run(_ request: Request, _ context: Context) async throws -> Outcome {
    guard let operation = manifest.operations.first(where: { $0.id == request.operation }) else {
      throw DiagnosticsError(KitMessage.unknownOperation(request.operation, module: manifest.id))
    }
    guard try isTrusted() else { throw DiagnosticsError(ExternalMessage.untrusted(manifest.id, folder: path)) }
    let privateFolder = try workspace.privateFolder.made()
    let outputs = try OutputFolder(inside: privateFolder)
    let cache = try privateFolder.makeFolder("cache")
    let handed = HandedFiles(folder: cache, path: try Self.absolute(cache.path))
    let call = ModuleCall(request, context, outputs: try Self.absolute(outputs.folder.path))
    let document = try call.document { try handed.store($0, $1) }
    let process = ModuleProcess(
      command: command, folder: try Self.absolute(workspace.path(path)), limits: limits)
    let receiver = ModuleReceiver(manifest, operation, request, progress: context.progress)
    return try await context.mission.writing {
      var (state, end) = try await process.run(document.canonicalJSON + [UInt8(ascii: "\n")], receiver, outputs) {
        try $0.take($1)
      }
      return try state.finished(end, outputs: outputs.folder, limits: limits)
    }
  }

  private static func absolute(_ path: String) throws(FileError) -> String {
    guard let real = realpath(path, nil) else {
      throw FileError.system(.inspect, path: path, reason: SystemReason(number: errno))
    }
    defer { free(real) }
    return String(cString: real)
  }
}
