import BuiltIn
import Files
import ModuleKit
import TestSupport
import Testing

@testable import Workbench

/// What a killed run leaves behind is taken away by the next one, and nothing else is.
@Suite struct LeftoversTests {
  private func workspace() throws -> ScratchWorkspace {
    let scratch = try ScratchWorkspace()
    try scratch.write(
      ScratchWorkspace.mission + """
        datasets:
          published: {kind: bulletins, path: data/bulletins.csv, contest: president}
        analyses:
          count_line: {use: counts.timeline, on: {bulletins: published}}

        """, to: "veedor.yaml")
    try scratch.write(ExternalTimelineTests.bulletins, to: "data/bulletins.csv")
    return scratch
  }

  private func run(_ scratch: ScratchWorkspace) async throws -> [StepReport.Status] {
    let workbench = try scratch.workbench(builtInModules)
    return try await workbench.run(workbench.plan()).map(\.status)
  }

  @Test(arguments: [".veedor", ".veedor/runs", "bundles"]) func areRemovedEvenWhereAllIsCurrent(folder: String)
    async throws
  {
    let scratch = try workspace()
    #expect(try await run(scratch) == [.ran])
    try scratch.write("half", to: "\(folder)/.veedor-part-abc")
    try scratch.write("mine", to: "\(folder)/notes.txt")
    #expect(try await run(scratch) == [.cached])
    let names = try Folder(path: "\(scratch.path)/\(folder)").list().map(\.name)
    #expect(!names.contains(".veedor-part-abc"))
    #expect(names.contains("notes.txt"))
  }

  @Test func outputsOfModulesAreRemovedEvenWhereAllIsCurrent() async throws {
    let scratch = try workspace()
    #expect(try await run(scratch) == [.ran])
    try scratch.write("half", to: ".veedor/outputs/abc/tables/rows.csv")
    try scratch.write("half", to: ".veedor/outputs/file")
    try scratch.write("mine", to: "elsewhere/file")
    try scratch.link("../../elsewhere", from: ".veedor/outputs/link")
    #expect(try await run(scratch) == [.cached])
    #expect(try Folder(path: "\(scratch.path)/.veedor/outputs").list().isEmpty)
    #expect(try scratch.text("elsewhere/file") == "mine")
  }

  @Test func stayWhileAnotherRunHoldsTheWorkspace() async throws {
    let scratch = try workspace()
    #expect(try await run(scratch) == [.ran])
    try scratch.write("half", to: "bundles/.veedor-part-abc")
    let lock = try FileLock(path: "\(scratch.path)/.veedor/lock")
    #expect(try await run(scratch) == [.cached])
    withExtendedLifetime(lock) {}
    #expect(try scratch.text("bundles/.veedor-part-abc") == "half")
  }

  @Test func noLinkIsFollowed() async throws {
    let scratch = try workspace()
    try scratch.write("mine", to: "elsewhere/.veedor-part-abc")
    try scratch.link("elsewhere", from: "bundles")
    #expect(try await run(scratch) == [.ran])
    #expect(try scratch.text("elsewhere/.veedor-part-abc") == "mine")
  }

  @Test func aFinishedResultIsKnownAtOnce() async throws {
    let scratch = try workspace()
    let workbench = try scratch.workbench(builtInModules)
    let path = "\(scratch.path)/.veedor/seals.json"
    _ = try await workbench.run(workbench.plan()) { _, _, _ in
      let known = (try? MappedFile(path: path).content).map { String(decoding: $0, as: UTF8.self) }
      #expect(known?.contains("results/count_line") == true)
    }
  }
}
