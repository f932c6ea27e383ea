import ModuleKit
import Statistics

/// How often each test raises an alarm on clean elections of one kind.
struct FalseAlarms {
  /// One number that a test gives, as the table of comparisons names it.
  struct Test: Hashable, Comparable {
    var name, quantity, measure: String
    static func < (a: Test, b: Test) -> Bool {
      (a.name, a.quantity, a.measure) < (b.name, b.quantity, b.measure)
    }
  }

  /// What one election gave.
  struct Election: Sendable {
    /// For each test with a p value whether it is at or below the level.
    var alarms: [Test: Bool] = [:]
    /// Whether anything stood out among all tests together.
    var standsOut = false
  }

  /// The level at which single tests are held.
  static let level = 0.05

  private(set) var alarms: [Test: (alarms: Int, elections: Int)] = [:]
  private(set) var standing = 0
  private(set) var elections = 0

  mutating func add(_ election: Election) {
    elections += 1
    if election.standsOut { standing += 1 }
    for (test, isAlarm) in election.alarms { alarms[test, default: (0, 0)] += (isAlarm ? 1 : 0, 1) }
  }

  /// What the battery said of a clean election.
  static func election(_ outcome: Outcome) throws -> Election {
    guard let tests = outcome.tables["tests"] else { return Election() }
    let (names, quantities, measures) = (
      try tests.texts("test"), try tests.texts("quantity"), try tests.texts("measure")
    )
    let (p, standsOut) = (try tests.numbers("p"), try tests.booleans("stands_out"))
    var result = Election()
    for row in 0..<tests.rowCount {
      if standsOut[row] == true { result.standsOut = true }
      guard let p = p[row] else { continue }
      let test = Test(name: names[row] ?? "", quantity: quantities[row] ?? "", measure: measures[row] ?? "")
      result.alarms[test] = p <= level
    }
    return result
  }
}

private func += (total: inout (alarms: Int, elections: Int), more: (Int, Int)) {
  total = (total.alarms + more.0, total.elections + more.1)
}
