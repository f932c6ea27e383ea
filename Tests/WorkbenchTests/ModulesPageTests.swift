import BuiltIn
import ExternalModules
import Files
import Glibc
import ModuleKit
import TestSupport
import Testing
import Workbench

/// The external module in Python that `Docs/modules.md` shows, as it stands there.
@Suite struct ModulesPageTests {
  private static let page: String = {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let bytes = try? MappedFile(path: "\(folder)/../../Docs/modules.md").content
    return String(decoding: bytes ?? [], as: UTF8.self)
  }()

  /// The block of code in `language` that begins with `start`.
  private func block(_ language: String, _ start: String) throws -> String {
    let open = try #require(Self.page.firstRange(of: "```\(language)\n\(start)"))
    let rest = Self.page[open.lowerBound...].drop { $0 != "\n" }.dropFirst()
    let close = try #require(rest.firstRange(of: "```\n"))
    return String(rest[..<close.lowerBound])
  }

  /// Whether a program of this name is in `PATH`.
  private static func has(_ program: String) -> Bool {
    guard let path = getenv("PATH") else { return false }
    return String(cString: path).split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }

  @Test(.enabled(if: has("python3"), "python3 is not installed")) func thePythonModuleRuns() async throws {
    let scratch = try ScratchWorkspace()
    try scratch.write(try block("yaml", "veedor_module: 1"), to: "modules/coverage_py/module.yaml")
    try scratch.write(try block("python", "import csv"), to: "modules/coverage_py/main.py")
    try scratch.write(
      """
      id,source,source_en,source_es,votes_amapola,counted_sheets,total_sheets,published
      b1,tse,the tribunal,el tribunal,5,10,40,2017-11-27
      b2,tse,,,9,30,40,2017-11-28

      """, to: "data/bulletins.csv")
    try scratch.write(
      ScratchWorkspace.mission
        + "datasets:\n  bulletins: {kind: bulletins, path: data/bulletins.csv, contest: president}\n"
        + (try block("yaml", "modules:")), to: "veedor.yaml")
    let workbench = try scratch.workbench(builtInModules)
    try workbench.trust("coverage_py")
    let report = try #require(try await workbench.run(try workbench.plan()).first)
    #expect(report.problems.map(\.message) == [])
    #expect(
      report.outcome.findings.map(\.statement) == [
        Text(en: "The bulletin by the tribunal covers 25%.", es: "El boletín del tribunal cubre el 25%.")
      ])
    #expect(try scratch.text("results/coverage/tables/shares.csv") == "bulletin,percent\nb1,25\nb2,75\n")
    // The program has written nothing into its folder.
    #expect(try workbench.externalModules.allSatisfy { try $0.isTrusted() })
  }
}
