import Diagnostics
import Testing

@testable import Drafting

/// Templates that are small and would make pages of gigabytes, or trees too deep to walk.
@Suite struct BudgetTests {
  private func told(_ template: String) -> [String] {
    DraftPage(template: template.utf8, name: "t.md", edition: Sample.edition()).diagnostics.map { $0.rendered() }
  }

  @Test func sectionsInsideSectionsHaveALimit() {
    let (open, close) = ("{{#count_line.lead_step}}", "{{/count_line.lead_step}}")
    let deep = "t.md:1:2501 error[D040] sections, lists and the like stand inside one another more than 100 deep"
    #expect(told(String(repeating: open, count: 3000) + String(repeating: close, count: 3000)) == [deep])
    // This one is larger than the Markdown that is read, and one just within is told in one sentence.
    #expect(told(String(repeating: open, count: 12_000)).first?.contains("M001") == true)
    #expect(told(String(repeating: open, count: 10_000)) == [deep])
    #expect(told(String(repeating: open, count: 40) + "." + String(repeating: close, count: 40)) == [])
  }

  @Test func roundsHaveALimit() {
    var budget = PageBudget(template: 10, findings: 3)
    #expect(budget.nodes == PageBudget.leastNodes)
    let taken = (0..<PageBudget.leastNodes).map { _ in budget.take(nodes: 1, bytes: 0) }
    let isMore = budget.take(nodes: 1, bytes: 0)
    #expect(taken.allSatisfy { $0 } && !isMore && budget.excess == .tooManyNodes(limit: 10_000))
    #expect(budget.excess?.code == "D041")
    #expect(budget.excess?.message == "the page becomes more than 10000 pieces of text here")
    #expect(PageBudget(template: 5000, findings: 9).nodes == 50_000)
    #expect(PageBudget(template: 60_000, findings: .max - 1).nodes == PageBudget.mostNodes)
  }

  @Test func whatIsShownHasALimit() {
    var budget = PageBudget(template: 1, findings: 1)
    let (all, more) = (budget.take(nodes: 1, bytes: PageBudget.bytes), budget.take(nodes: 0, bytes: 1))
    #expect(all && !more && budget.excess == .tooMuchText(limit: 16_777_216))
    #expect(budget.excess?.code == "D042")
    #expect(budget.excess?.message == "what the page shows of results takes more than 16777216 bytes here")
    var other = PageBudget(template: 1, findings: 1)
    let (largest, behind) = (other.take(nodes: 1, bytes: .max), other.take(nodes: 1, bytes: 0))
    #expect(!largest && !behind)
  }

  @Test func fiftyProblemsAreToldAndTheRestCounted() {
    let problems = told(String(repeating: "7\n\n", count: 60))
    #expect(problems.count == 51)
    #expect(problems.last == "t.md error[D043] and 10 more problems")
  }
}
