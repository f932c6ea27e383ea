import ModuleKit
import TestSupport
import Testing

@testable import Incidents

/// The categories of a mission's incidents, its own and the usual ones.
@Suite struct CategoriesTests {
  private static let log = "id,category,severity\n1,sealing,minor\n2,opening,minor\n3,drums,minor\n"

  private func statement(_ code: String, _ categories: String? = nil) async throws -> Text {
    var run = try OperationRun(incidents, "summary").giving(Self.log, as: "incidents")
    if let categories { run = try run.giving(categories, as: "categories") }
    return try await run.outcome().one(code).statement
  }

  @Test func theUsualOnesHaveWordsInBothLanguages() async throws {
    #expect(
      try await statement("by_category")
        == Text(
          en:
            "By category, without those refuted, duplicates of others and those not related to the election (3\u{A0}incidents in all): drums (1), opening of polling stations (1) and seals (1).",
          es:
            "Por categoría, sin los refutados, los duplicados de otros ni los ajenos a la elección (en total 3\u{A0}incidentes): drums (1), apertura de mesas (1) y sellos y precintos (1)."
        ))
    let all = Categories.usual.all
    #expect(Set(all.map(\.key)).count == all.count && all.allSatisfy { Categories.usual[$0.key] == $0 })
    #expect(
      all.allSatisfy { $0.key.allSatisfy { $0 == "_" || $0.isLowercase } && $0.label.en != "" && $0.label.es != "" })
    #expect(Categories.usual["protest"]?.acled?.rawValue == "Peaceful protest")
    #expect(Categories.usual["secrecy"]?.voteMonitor?.rawValue == "BreachOfSecrecyOfVote")
  }

  @Test func theMissionsOwnComeBeforeThem() async throws {
    let own =
      "key,label_en,label_es,acled,vote_monitor\nsealing,broken seals,sellos rotos,,ViolationOfSealingProceduresOfElectionMaterials\n"
    #expect(
      try await statement("by_category", own).en
        == "By category, without those refuted, duplicates of others and those not related to the election (3\u{A0}incidents in all): drums (1), opening (1) and broken seals (1)."
    )
    #expect(
      try await statement("categories_not_listed", own)
        == Text(
          en:
            "Incidents of categories that the mission's own list does not have: 2\u{A0}incidents, of drums and opening.",
          es:
            "Incidentes de categorías que no están en la lista de la propia misión: 2\u{A0}incidentes, de drums y opening."
        ))
  }

  @Test func aListIsChecked() {
    let kind = DatasetKind<Categories>.categories
    func problems(_ rows: String) -> [String] {
      KindSample().problems(kind, "key,label_en,acled,vote_monitor\n" + rows).map { "\($0.code) \($0.message)" }
    }
    #expect(problems("sealing,seals,Attack,Other\n") == [])
    #expect(
      problems("sealing,,,\n") == [
        "I013 row 1, column 'label_en': readers have no name for the category; fill 'label_en' or 'label_es'"
      ])
    #expect(problems("sealing,seals,Peaceful protests,\n").count == 1)
    #expect(problems("sealing,seals,,\nsealing,seals,,\n").count == 1)
    #expect(
      IncidentMessage.categoryWithoutLabel.message
        == "readers have no name for the category; fill 'label_en' or 'label_es'")
    let unknown = IncidentMessage.unknownCategory("seeling", known: ["sealing"])
    #expect(unknown.code == "I014" && unknown.message == "the categories of this log do not have 'seeling'")
  }
}
