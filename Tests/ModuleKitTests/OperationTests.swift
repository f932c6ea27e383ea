import TestSupport
import Testing

@testable import ModuleKit

/// Operations as types: what they declare, and how they are run.
@Suite struct OperationTests {
  @Test func theManifestIsReadOffTheType() throws {
    #expect(census.manifest.id == "census" && census.manifest.version == "3")
    let operation = try #require(census.manifest.operations.first)
    #expect(operation.id == "census_of_things")
    #expect(operation.summary == CensusOfThings.summary)
    #expect(
      operation.inputs == [
        .init("bulletins", kind: "bulletins", isOptional: false, summary: "the published counts"),
        .init("claims", kind: "claims", isOptional: true, summary: "what was said of them"),
      ])
    #expect(operation.files == ["template"])
    #expect(operation.usesResults == .current && !operation.makesPages)
    #expect(operation.parameters.map(\.name) == ["deed"])
    #expect(operation.findings.map(\.code) == ["counted", "screened", "too_severe"])
    #expect(operation.finding("screened") == CensusOfThings.findings[1].declared)
    #expect(operation.finding("other") == nil)
    #expect(operation.tables == CensusOfThings.tables.map(\.declared) && operation.figures == CensusOfThings.figures)
  }

  @Test func anOperationThatDeclaresNothingMore() {
    struct Bare: ModuleOperation {
      static let summary = Text("bare")
      static let findings: [any AnyFindingKind] = []
      func run(_ findings: inout Findings, _ context: Context) async throws {}
    }
    let manifest = Bare.manifest
    #expect(
      manifest.inputs.isEmpty && manifest.files.isEmpty && manifest.usesResults == nil && manifest.parameters.isEmpty)
    #expect(manifest.tables.isEmpty && manifest.figures.isEmpty)
  }

  @Test func aRunGivesFindingsTablesFiguresAndPages() async throws {
    let sample = KindSample()
    let outcome = try await census.run(try sample.request(), sample.context)
    let finding = try #require(outcome.findings.first)
    #expect(outcome.findings.count == 1)
    #expect(finding.statement == Text(en: "the board counted 12\u{00A0}votes.", es: "la junta contó 12\u{00A0}votos."))
    #expect(finding.caution == Text(en: "Counting is not knowing.", es: "Contar no es saber."))
    #expect(finding.severity == .notice && finding.tier == .fact && finding.placement == .body)
    #expect(finding.basis == .alleged && finding.basisBy == ["eu", "tse"] && finding.method == "sums")
    #expect(finding.evidence.map(\.rows) == [["b1", "b2"]])
    #expect(outcome.tables["counted"]?.rowCount == 1)
    #expect(outcome.figures == ["bars": Text("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>\n")])
    #expect(outcome.pages == [.spanish: "<html></html>"])
  }

  @Test func findingsKeepTwelveDigitsBeforeTheySayAnything() throws {
    var checked = CheckedOutcome(CensusOfThings.manifest)
    checked.add(
      "counted", about: "a", ["total": Quantity(2.4999999999999996, .votes)], words: ["who": Text("x")], from: [])
    let finding = try #require(checked.outcome.findings.first)
    #expect(finding.values["total"]?.value == 2.5)
    #expect(finding.statement.en == "x counted 2\u{00A0}votes.")
    #expect(Finding(document: try Value(json: finding.document.canonicalJSON)) == finding)
  }

  @Test func anOptionalInputMayBeThereOrNot() async throws {
    let sample = KindSample()
    var request = try sample.request()
    let claims = try sample.read(.claims, "id,source\nc1,eu\n")
    request.inputs["claims"] = LoadedDataset(claims.source, kind: DatasetKind.claims, content: claims)
    #expect(try await census.run(request, sample.context).findings.count == 1)
  }

  @Test(arguments: [
    ("Timeline", "timeline"), ("LeadChange", "lead_change"), ("sizeLow", "size_low"), ("x", "x"), ("aB2c", "a_b2c"),
  ])
  func namesBecomeSnakeCase(_ name: String, _ snake: String) { #expect(snakeCase(name) == snake) }
}
