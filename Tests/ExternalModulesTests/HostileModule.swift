import Files
import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import ExternalModules

/// An external module written in shell, for behaviours that no module should show.
struct HostileModule {
  static let hello = #"{"type":"hello","id":"hostile","version":"1"}"#
  static let result = #"{"type":"result"}"#

  let scratch: ScratchWorkspace
  let module: ExternalModule

  /// The module that runs `script`, trusted.
  init(_ script: String, _ limits: ModuleLimits = ModuleLimits()) throws {
    scratch = try ScratchWorkspace()
    try scratch.write(script, to: "modules/hostile/run.sh")
    var yaml = Self.manifest.document.object ?? [:]
    yaml["veedor_module"] = 1
    yaml["command"] = ["sh", "run.sh"]
    try scratch.write(Value.object(yaml).prettyJSON, to: "modules/hostile/module.yaml")
    module = try Self.module(in: scratch, limits)
    try module.trust()
  }

  /// `module`, which stands in `scratch`.
  init(scratch: ScratchWorkspace, module: ExternalModule) { (self.scratch, self.module) = (scratch, module) }

  /// The module as it stands in `scratch`.
  static func module(in scratch: ScratchWorkspace, _ limits: ModuleLimits = ModuleLimits()) throws -> ExternalModule {
    let (path, folder) = ("modules/hostile", try WorkspaceFolder(path: scratch.path))
    do throws(ModuleFile.Unreadable) {
      let file = try ModuleFile(path, in: folder)
      return ExternalModule(Workspace.DeclaredModule(path: path, file: file), in: folder, limits: limits)
    } catch {
      Issue.record("\(error.reason)")
      throw error
    }
  }

  static let manifest: Manifest = {
    var operation = OperationManifest("try", summary: Text("tries"))
    operation.inputs = [.init("claims", kind: "claims", isOptional: true, summary: "the claims")]
    operation.findings = [
      DeclaredFinding(
        "seen", .info, Text(en: "{n} seen.", es: "Vistos: {n}."), caution: Text("c"), method: Text("m"),
        numbers: [.init("n", .claims, Text("n"))])
    ]
    operation.tables = [DeclaredTable("rows", Text("Rows"), columns: [.init("n", .integer, Text("n"))])]
    operation.figures = [FigureKind("drawing", Text("Drawing"))]
    return Manifest(id: "hostile", version: "1", operations: [operation])
  }()

  /// Runs the module on two claims.
  func run(progress: @escaping @Sendable (Double) -> Void = { _ in }) async throws -> Outcome {
    let zone = try #require(Zone("America/Tegucigalpa"))
    let kind = DatasetKind.claims
    let table = try kind.reader(for: nil, dataset: "said").read(
      Array("id,source,basis\nc1,eu,observed\nc2,oas,alleged\n".utf8), name: "data/said.csv")
    let source = DatasetSource(dataset: "said", file: "data/said.csv", table: table, zone: zone)
    var request = Request("try")
    request.inputs["claims"] = LoadedDataset(source, kind: kind, content: try kind.content(of: source))
    // More than a pipe holds, so that a program that does not read blocks whoever writes without care.
    request.parameters["padding"] = .string(String(repeating: "x", count: 300_000))
    let mission = Mission(
      id: "m", title: Text("M"), electionDay: Day(ordinal: 17_496), zone: zone, languages: [.english], notice: nil)
    return try await module.run(request, Context(mission: mission, progress: progress))
  }

  /// What the run ends in.
  func problems() async throws -> [Diagnostic] {
    do {
      _ = try await run()
      return []
    } catch let error as DiagnosticsError {
      return error.all
    }
  }
}
