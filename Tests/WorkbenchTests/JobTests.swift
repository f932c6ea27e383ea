import BuiltIn
import Files
import Hashing
import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import Workbench

/// A job that is written down and read again elsewhere gives the same result.
@Suite struct JobTests {
  @Test func aJobCanBeWrittenDown() async throws {
    let scratch = try ScratchWorkspace()
    try scratch.write(
      ScratchWorkspace.mission + """
        datasets:
          published: {kind: bulletins, path: data/bulletins.csv, contest: president, sources: sources}
          sources: {kind: sources, path: data/sources.csv}
        analyses:
          count_line: {use: counts.timeline, on: {bulletins: published}, with: {silence: 480min}}

        """, to: "veedor.yaml")
    try scratch.write(ExternalTimelineTests.bulletins, to: "data/bulletins.csv")
    try scratch.write(
      "key,label_en,label_es,type,url\ntse,the court,el tribunal,electoral_authority,https://example.org\neu,the EU,la UE,mission,\n",
      to: "data/sources.csv")
    let workspace = try #require(Workspace.read(scratch.path, modules: builtInModules).workspace)
    let modules = Dictionary(uniqueKeysWithValues: builtInModules.map { ($0.manifest.id, $0) })
    let planner = Planner(workspace, modules: modules, machineKey: scratch.machineKey)
    let step = try #require(try planner.plan([], asOf: nil).steps.first)
    let job = try await JobMaker(workspace: workspace, loader: DatasetLoader(workspace), planner: planner)
      .job(step, key: planner.key(step.analysis.id), [:])

    var files: [String: [UInt8]] = [:]
    let written = ModuleCall(job.request, job.context, outputs: "out").document { bytes, ending in
      let digest = Hash32(of: bytes)
      files[digest.hex + ending] = bytes
      return HandedFile(path: digest.hex + ending, sha256: digest)
    }
    let read = try ModuleCall(document: Value(json: written.canonicalJSON), kinds: sharedKinds) { file in
      try #require(files[file.path])
    }
    let elsewhere = Job(key: job.key, module: job.module, request: read.request, context: read.context)
    let executor = ModuleExecutor(modules: modules)
    let (here, there) = (try await executor.run(job), try await executor.run(elsewhere))
    #expect(!here.findings.isEmpty)
    #expect(
      here.findings[0].evidence[0].citations.contains { $0.source.label == Text(en: "the court", es: "el tribunal") })
    #expect(here == there)
    #expect(read.request.parameters == job.request.parameters && read.request.parameters["silence"] == "8h")
  }
}
