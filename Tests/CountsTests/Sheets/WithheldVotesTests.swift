import ModuleKit
import Tables
import TestSupport
import Testing

@testable import Counts

/// Votes that a file withholds, as `counts.sheets` tells of them.
struct WithheldVotesTests {
  @Test func sumsAreGivenWithinBounds() async throws {
    var declaration = DatasetDeclaration(contest: Samples.contest, track: .official)
    declaration.withheld = [WithheldText(["<10"], 0...9)]
    let text = "sheet,votes_oak,votes_elm\n1,1000,40\n2,<10,50\n3,<10,60\n4,,70\n"
    let outcome = try await OperationRun(counts, "sheets").giving(text, as: "sheets", declaration).outcome()
    let finding = try outcome.one("withheld_votes")
    #expect(finding.subject == "oak")
    #expect(
      finding.statement.en
        == "Votes of Oak are withheld in the file on 2\u{A0}sheets of 4. Those that it gives add up to 1,000\u{A0}votes; with those withheld they are between 1,000\u{A0}votes and 1,018\u{A0}votes."
    )
    #expect(
      finding.statement.es
        == "El archivo retiene los votos de Oak en 2\u{A0}actas de 4. Los que da suman 1,000\u{A0}votos; con los retenidos son entre 1,000\u{A0}votos y 1,018\u{A0}votos."
    )
    #expect(finding.values["total"]?.interval == .hardBound)
    #expect(finding.evidence.flatMap(\.rows).map(\.text) == ["2", "3"])
    // Nothing is withheld where a field is empty.
    let sound = try await OperationRun(counts, "sheets").giving("sheet,votes_oak,votes_elm\n1,,40\n", as: "sheets")
      .outcome()
    #expect(!sound.findings.contains { $0.code == "withheld_votes" })
  }
}
