import BuiltIn
import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import Workbench

/// The second reference mission: captures of the count of Honduras 2025, in two editions.
@Suite struct CapturedMissionTests {
  @Test func bothEditionsSayWhatTheirCapturesShow() async throws {
    let scratch = try ScratchWorkspace.mission("honduras_2025")
    let workbench = try scratch.workbench(builtInModules)
    let reports = try await workbench.run(try workbench.plan())
    #expect(reports.allSatisfy { $0.status == .ran }, "\(reports.flatMap(\.problems).map(\.message))")
    let drafts = try await workbench.run(try workbench.planDrafts())
    #expect(drafts.allSatisfy { $0.status == .ran }, "\(drafts.flatMap(\.problems).map(\.message))")
    #expect(drafts.count == 2)

    for language in Language.allCases {
      func page(_ draft: String) throws -> String {
        prose(try scratch.text("results/\(draft)/\(language.rawValue).html"))
      }
      let (first, later) = (try page("count_5_december"), try page("count_11_december"))
      for (edition, others) in [(first, [42_407, 19_167, 2773]), (later, [])] {
        #expect(edition.contains(language.number(12_709)) && edition.contains(language.number(10_096)))
        for figure in others { #expect(!edition.contains(language.number(figure)), "\(figure)") }
        #expect(edition.contains(language == .english ? "not a count of zero" : "no es un conteo en cero"))
        #expect(edition.contains(language == .english ? "which is not certain" : "lo que no es seguro"))
        #expect(edition.contains(language == .english ? "and not of the valid votes" : "y no de los válidos"))
        #expect(Wording.slips(in: edition).isEmpty, "\(Wording.slips(in: edition))")
      }
      for figure in [19_152, 19_167, 2773, 19_052] { #expect(later.contains(language.number(figure)), "\(figure)") }
      #expect(
        later.contains(
          language == .english
            ? "they stood for at least 44 and at most 73" : "duración de esas cifras, al menos 44 y como máximo 73"))
    }
  }
}
