import ModuleKit

/// The steps of a plan while they run: which can go, given what became of those before them.
struct Schedule {
  private let steps: [Plan.Step]
  private var waiting: [Plan.Step]
  private var reports: [ResultPlace: StepReport] = [:]

  /// A schedule in which everything waits.
  init(_ plan: Plan) { (steps, waiting) = (plan.steps, plan.steps) }

  /// How many steps have ended, and of how many.
  var progress: (done: Int, all: Int) { (reports.count, steps.count) }

  /// What became of the steps that have ended, in the order of the plan.
  var ended: [StepReport] { steps.compactMap { reports[$0.place] } }

  /// Takes the first waiting step all of whose needs have ended, or are no steps of the plan; nil where none can go.
  mutating func next() -> Plan.Step? {
    let places = Set(steps.map(\.place))
    let ready = waiting.firstIndex { step in
      step.needs.allSatisfy { reports[$0] != nil || !places.contains($0) }
    }
    return ready.map { waiting.remove(at: $0) }
  }

  /// The first need of `step` that has failed, or was skipped itself.
  func broken(_ step: Plan.Step) -> ResultPlace? {
    step.needs.first { [.failed, .skipped].contains(reports[$0]?.status) }
  }

  /// Notes what became of a step.
  mutating func end(_ report: StepReport) { reports[report.step.place] = report }
}
