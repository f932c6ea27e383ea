import BuiltIn
import Files
import Glibc
import ModuleKit
import TestSupport
import Testing

/// `Docs/findings.md` shows what each finding says for its examples, and what it does not show.
/// `VEEDOR_UPDATE_DOCS=1 swift test --filter FindingsPageTests` writes it.
@Suite struct FindingsPageTests {
  private static let head = """
    # Findings by example

    What each finding says, in both languages, for the smallest data that make it, what it does not show, and data that do not make
    it. The contest of the examples has the options `oak` and `elm`. A test holds the program to every one of them. Findings that
    only simulated or whole counts make stand in [formats](formats.md) alone; the rules of `counts.sheets` have their examples in
    [methods](methods/counts.md).


    """

  @Test func thePageIsUpToDate() async throws {
    var text = Self.head
    for module in builtInModules.compactMap({ $0 as? SwiftModule }) {
      let cases = Dictionary(grouping: module.examples) { "\($0.operation) \($0.code)" }
      for operation in module.manifest.operations {
        let kinds = operation.findings.filter { cases["\(operation.id) \($0.code)"] != nil }
        if !kinds.isEmpty { text += "## `\(module.manifest.id).\(operation.id)`\n\n" }
        for kind in kinds {
          text +=
            "### `\(kind.code)`\n\n\(kind.severity.rawValue), \(kind.tier.rawValue), \(kind.placement.rawValue).\n\n"
          for it in cases["\(operation.id) \(kind.code)"] ?? [] {
            text += try await Self.section(it.example, kind, OperationRun(module, operation.id).giving(it.example))
          }
        }
      }
    }
    let page = Page.docs("findings.md")
    if getenv("VEEDOR_UPDATE_DOCS") != nil { return try AtomicFile.write(Array(text.utf8), to: page.path) }
    #expect(try page.text == text, "run it with VEEDOR_UPDATE_DOCS=1")
  }

  private static func section(
    _ example: FindingExample, _ kind: DeclaredFinding, _ run: OperationRun
  ) async throws -> String {
    var text = "\(example.title)\n\n"
    for (input, dataset) in example.inputs {
      let lines = dataset.lines.split(separator: "\n").map(String.init)
      let shown = lines.count > 12 ? Array(lines.prefix(8)) + ["… \(lines.count - 8) more"] : lines
      text += "`\(input)`:\n\n```csv\n\(shown.joined(separator: "\n"))\n```\n\n"
    }
    if !example.parameters.isEmpty {
      let parameters = String(decoding: Value.object(example.parameters).canonicalJSON, as: UTF8.self)
      text += "With `\(parameters)`.\n\n"
    }
    if example.rule != .plurality {
      text += "By the rule `\(String(decoding: example.rule.document.canonicalJSON, as: UTF8.self))`.\n\n"
    }
    if let asOf = example.asOf { text += "As of `\(asOf)`.\n\n" }
    guard let finding = try await run.outcome().all(kind.code).first else { return text + "→ No such finding.\n\n" }
    return text + "→ \(finding.statement.en)\n\n→ \(finding.statement.es)\n\n*\(finding.caution.en)*\n\n"
  }
}
