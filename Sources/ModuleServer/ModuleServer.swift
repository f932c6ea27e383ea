import Files
import Glibc
import Hashing
@_exported public import ModuleKit

/// Serves a module as a program of its own, which the host runs once for each call.
///
///     import ModuleServer
///
///     exit(await ModuleServer(timelines).serve())
///
/// The program reads one request from its standard input and writes lines of JSON to its standard output:
/// `Docs/modules.md` describes both. With `--module-yaml` it prints the module's `module.yaml` instead.
public struct ModuleServer: Sendable {
  private let module: any Module

  /// A server of `module`.
  public init(_ module: any Module) { self.module = module }

  /// Does what `arguments` ask for, the program's name first, and gives the exit status: 0 where that was done, 1
  /// where the operation failed, 2 where the arguments are wrong.
  public func serve(_ arguments: [String] = CommandLine.arguments) async -> Int32 {
    let program = arguments.first.map { String($0.split(separator: "/").last ?? "module") } ?? "module"
    switch arguments.dropFirst() {
    case []: return await answer(LineWriter(STDOUT_FILENO))
    case ["--module-yaml"]:
      StandardStream.write(moduleYAML(command: ["./\(program)"]).prettyJSON, to: STDOUT_FILENO)
      return 0
    default:
      StandardStream.write(
        Array("usage: \(program) [--module-yaml] < request.json\n".utf8), to: STDERR_FILENO)
      return 2
    }
  }

  /// The module's `module.yaml`, as JSON, which is YAML too.
  func moduleYAML(command: [String]) -> Value {
    var members = module.manifest.document.object ?? [:]
    members["veedor_module"] = .integer(ModuleCall.version)
    members["command"] = .list(command.map(Value.string))
    return .object(members)
  }

  private func answer(_ lines: LineWriter) async -> Int32 {
    lines.write(.hello(id: module.manifest.id, version: module.manifest.version))
    do {
      let call = try Self.call(StandardStream.readAll(STDIN_FILENO), kinds: sharedKinds + module.kinds) {
        lines.write(.progress($0))
      }
      let outcome = try await module.run(call.request, call.context)
      for line in try Self.lines(of: outcome, in: call.outputs) { lines.write(line) }
      lines.write(.result)
      return 0
    } catch {
      lines.write(.failed(Self.problems(of: error)))
      return 1
    }
  }

  /// The call that `bytes` hold.
  static func call(
    _ bytes: [UInt8], kinds: [any AnyDatasetKind], progress: @escaping @Sendable (Double) -> Void
  ) throws -> ModuleCall {
    do {
      return try ModuleCall(document: try Value(json: bytes), kinds: kinds, progress: progress) { file in
        let content = try MappedFile(path: file.path).content(atMost: .data)
        guard Hash32(of: content) == file.sha256 else { throw DiagnosticsError(ServerMessage.fileDiffers(file.path)) }
        return content
      }
    } catch let error as JSONError {
      throw DiagnosticsError(ServerMessage.unreadableRequest(error.sentence))
    } catch let error as DocumentError {
      throw DiagnosticsError(ServerMessage.unreadableRequest(error.sentence))
    }
  }

  /// What tells `outcome`; its tables and figures are written into the folder at `path`.
  static func lines(of outcome: Outcome, in path: String) throws -> [ModuleLine] {
    guard outcome.pages.isEmpty else { throw DiagnosticsError(ServerMessage.pages) }
    let folder = try Folder(path: path)
    func write(_ bytes: [UInt8], _ name: String) throws -> HandedFile {
      let file = try folder.create(name)
      try file.write(bytes)
      try file.flush()
      return HandedFile(path: name, sha256: Hash32(of: bytes))
    }
    var lines = outcome.findings.map { ModuleLine.finding($0.stated) }
    for artefact in outcome.artefacts {
      lines.append(.output(artefact.name, try write(artefact.bytes, artefact.name.path)))
    }
    return lines
  }

  static func problems(of error: any Error) -> [StatedProblem] {
    Diagnostic.all(of: error).map { StatedProblem(code: $0.code, message: $0.message, hint: $0.hint) }
  }
}

extension Finding {
  /// The finding as the protocol states it.
  fileprivate var stated: StatedFinding {
    StatedFinding(
      code: code, subject: subject, values: values, words: words,
      evidence: evidence.map {
        StatedEvidence(dataset: $0.dataset, rows: $0.rows, sources: $0.sources, basis: $0.basis)
      })
  }
}
