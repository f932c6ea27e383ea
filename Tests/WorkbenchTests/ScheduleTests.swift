import ModuleKit
import Testing
import Workspaces

@testable import Workbench

@Suite struct ScheduleTests {
  private func step(_ name: String, needs: String...) throws -> Plan.Step {
    let analysis = try #require(
      try NotesWorkspace("analyses:\n  \(name): {use: notes.count}\n").read().analysis(name))
    return Plan.Step(
      analysis: analysis, place: ResultPlace(name), needs: needs.map { ResultPlace($0) }, state: .due([]))
  }

  private func report(_ step: Plan.Step, _ status: StepReport.Status = .ran) -> StepReport {
    StepReport(step: step, status: status, outcome: Outcome(), problems: [])
  }

  @Test func stepsGoOnceTheirNeedsHaveEnded() throws {
    let steps = [
      try step("a", needs: "b", "c"), try step("b"), try step("c", needs: "b"), try step("d", needs: "elsewhere"),
    ]
    var schedule = Schedule(Plan(steps: steps))
    #expect(schedule.next()?.analysis.id == "b")
    // What is no step of the plan is not waited for.
    #expect(schedule.next()?.analysis.id == "d")
    #expect(schedule.next() == nil)
    schedule.end(report(steps[1]))
    #expect(schedule.progress == (1, 4))
    #expect(schedule.next()?.analysis.id == "c")
    #expect(schedule.next() == nil)
    schedule.end(report(steps[2]))
    #expect(schedule.next()?.analysis.id == "a")
    schedule.end(report(steps[3]))
    schedule.end(report(steps[0]))
    #expect(schedule.ended.map(\.step.analysis.id) == ["a", "b", "c", "d"])
  }

  @Test(
    arguments: [
      (.ran, nil), (.cached, nil), (.failed, "b"), (.skipped, "b"),
    ] as [(StepReport.Status, String?)])
  func whatRestsOnABrokenStepIsKnown(status: StepReport.Status, broken: String?) throws {
    let steps = [try step("b"), try step("a", needs: "b")]
    var schedule = Schedule(Plan(steps: steps))
    _ = schedule.next()
    schedule.end(report(steps[0], status))
    #expect(schedule.next()?.analysis.id == "a")
    #expect(schedule.broken(steps[1])?.analysis == broken)
  }
}
