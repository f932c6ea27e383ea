import Archive
import BuiltIn
import Bundles
import ExternalModules
import Files
import Glibc
import ModuleKit
import TestSupport
import Testing
import Workbench
import Workspaces

/// The same operation, built in and as a program of its own.
@Suite struct ExternalTimelineTests {
  static let bulletins = """
    id,stage,follows_previous,counted_sheets_percent,valid_votes,lead,leader,votes_amapola,votes_bromelia,\
    percent_amapola,percent_bromelia,source,source_en,source_es,basis,published,published_from,published_to
    b1,,,57.18,,,,700123,605000,45.17,40.21,tse,the tribunal,el tribunal,reported,,\
    2017-11-27T01:40:00-06:00,2017-11-27T02:00:00-06:00
    b2,,true,71.2,,30000,amapola,,,,,eu,the EU's mission,la misión de la UE,observed,,\
    2017-11-28T14:00:00-06:00,2017-11-28T20:00:00-06:00
    b3,,true,94.35,3031000,,,1290000,1300500,,,tse,,,alleged,2017-11-30,,
    b4,declared,,100,3262000,,,1410888,1360442,,,tse,,,,2017-12-17,,

    """

  private var program: String {
    get throws {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
      let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      return "/\(folder)/ExternalTimeline"
    }
  }

  /// What the program prints of itself is the module's `module.yaml`.
  private func moduleYAML() throws -> String {
    let pipe = try #require(popen("\(try program) --module-yaml", "r"))
    defer { pclose(pipe) }
    var out: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { out.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: out, as: UTF8.self)
  }

  private func workspace() throws -> ScratchWorkspace {
    let scratch = try ScratchWorkspace()
    try scratch.write(
      ScratchWorkspace.mission + """
        datasets:
          published: {kind: bulletins, path: data/bulletins.csv, contest: president}
        modules:
          counts_outside: {path: modules/timeline}
        bundles:
          partners: {include: [workspace], profile: public}
        analyses:
          inside: {use: counts.timeline, on: {bulletins: published}, with: {silence: 8h, size_low: 0.75}}
          outside: {use: counts_outside.timeline, on: {bulletins: published}, with: {silence: 8h, size_low: 0.75}}

        """, to: "veedor.yaml")
    try scratch.write(Self.bulletins, to: "data/bulletins.csv")
    try scratch.write(
      try MappedFile(path: try program).content(atMost: .data), to: "modules/timeline/ExternalTimeline", mode: 0o755)
    try scratch.write(try moduleYAML(), to: "modules/timeline/module.yaml")
    return scratch
  }

  @Test(arguments: [nil, "2017-11-29T00:00:00-06:00"]) func givesTheSameBytes(_ asOf: String?) async throws {
    let scratch = try workspace()
    let workbench = try scratch.workbench(builtInModules)
    try workbench.trust("counts_outside")
    let instant = asOf.flatMap { Instant(rfc3339: $0) }
    let reports = try await workbench.run(try workbench.plan(asOf: instant))
    #expect(reports.map(\.status) == [.ran, .ran], "\(reports.flatMap(\.problems).map(\.message))")
    let (inside, outside) = (ResultPlace("inside", asOf: instant), ResultPlace("outside", asOf: instant))
    let folder = try Folder(path: scratch.path)
    let files = try folder.folder(inside.folder).files()
    #expect(files == (try folder.folder(outside.folder).files()))
    #expect(files.contains("result.json") && files.contains("tables/leads.csv"))
    for file in files where file != "record.json" {
      #expect(
        try scratch.text("\(inside.folder)/\(file)") == (try scratch.text("\(outside.folder)/\(file)")), "\(file)")
    }
    #expect(!reports[1].outcome.findings.isEmpty)
    // Nothing is left of what the process was given to write into.
    #expect(try folder.folder(".veedor/outputs").list().isEmpty)
  }

  @Test func aResultIsCurrentAsLongAsTheModulesFilesAre() async throws {
    let scratch = try workspace()
    let workbench = try scratch.workbench(builtInModules)
    try workbench.trust("counts_outside")
    _ = try await workbench.run(try workbench.plan())
    #expect(try workbench.plan().steps.map(\.state) == [.current, .current])
    try scratch.write("notes", to: "modules/timeline/NOTES")
    let changed = try scratch.workbench(builtInModules)
    #expect(
      try changed.plan().steps.map(\.state) == [
        .current, .due([Text(en: "its module's files have changed", es: "cambiaron los archivos de su módulo")]),
      ])
    // Other files: it has to be trusted again.
    let reports = try await changed.run(try changed.plan())
    #expect(reports.map(\.status) == [.cached, .failed])
    #expect(reports[1].problems.map(\.code) == ["E001"])
  }

  @Test func nothingRunsUntilItIsTrusted() async throws {
    let scratch = try workspace()
    let workbench = try scratch.workbench(builtInModules)
    let reports = try await workbench.run(try workbench.plan(["outside"]))
    #expect(reports.map(\.status) == [.failed])
    let problem = try #require(reports[0].problems.first)
    #expect(problem.code == "E001")
    #expect(problem.message == "the external module 'counts_outside' is not trusted on this machine")
    #expect(
      problem.hint == "look at what stands in 'modules/timeline', then run 'veedor module trust counts_outside'")
    #expect(try Folder(path: scratch.path).folder(".veedor").list().contains { $0.name == "cache" } == false)
  }

  /// The entry that trusts a module is tied to the folder it was made in.
  @Test func trustDoesNotTravel() throws {
    let first = try workspace()
    let workbench = try first.workbench(builtInModules)
    try workbench.trust("counts_outside")
    let module = try #require(workbench.externalModules.first)
    #expect(try module.isTrusted())
    var status = stat()
    #expect(stat("\(first.path)/.veedor/trusted_modules.json", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    let second = try workspace()
    try second.write(try first.text(".veedor/trusted_modules.json"), to: ".veedor/trusted_modules.json")
    let copied = try #require(try second.workbench(builtInModules).externalModules.first)
    #expect(try copied.fingerprint == module.fingerprint)
    #expect(try !copied.isTrusted())
  }

  /// A bundle takes the module along, but not the trust in it.
  @Test func aBundleHoldsTheModule() async throws {
    let scratch = try workspace()
    let workbench = try scratch.workbench(builtInModules)
    try workbench.trust("counts_outside")
    let bundle = try #require(workbench.workspace.bundles.first)
    let written = try await workbench.make(bundle).written
    let names = try Bundle(path: written.path).inspect().entries.map(\.path).filter { $0.contains("data/workspace/") }
    #expect(
      names.map { String($0.drop { $0 != "/" }) } == [
        "/workspace/data/bulletins.csv", "/workspace/modules/timeline/ExternalTimeline",
        "/workspace/modules/timeline/module.yaml", "/workspace/veedor.yaml",
      ])
  }

  @Test func whatAKilledRunLeftIsRemoved() async throws {
    let scratch = try workspace()
    try scratch.write("half", to: ".veedor/outputs/abc/tables/leads.csv")
    let workbench = try scratch.workbench(builtInModules)
    _ = try await workbench.run(try workbench.plan(["inside"]))
    #expect(try Folder(path: scratch.path).folder(".veedor/outputs").list().isEmpty)
  }

  @Test func onlyModulesOfTheWorkspaceCanBeTrusted() throws {
    let workbench = try workspace().workbench(builtInModules)
    let error = #expect(throws: DiagnosticsError.self) { try workbench.trust("counts_outsid") }
    #expect(error?.all.map(\.code) == ["E002"])
    #expect(error?.all.map(\.message) == ["the workspace has no external module 'counts_outsid'"])
    #expect(error?.all.map(\.hint) == ["did you mean 'counts_outside'?"])
  }
}
