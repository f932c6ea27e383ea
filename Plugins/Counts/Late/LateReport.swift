import ModuleKit
import Statistics

/// The tables of `counts.late`, gathered row by row.
struct LateReport {
  private let areas: Areas
  private var ladder: [[Cell]] = []
  private var projection: [[Cell]] = []
  private var jumps: [[Cell]] = []
  private var placebos: [[Cell]] = []
  private var byArea: [[Cell]] = []

  init(_ areas: Areas) { self.areas = areas }

  mutating func add(_ it: Kitagawa, level: String) {
    ladder.append(
      [.text(level)] + [it.unitsInBoth, it.unitsOnlyEarly, it.unitsOnlyLate].map { .integer(Int64($0)) }
        + Self.parts(it)
        + [
          Self.points(it.parts?.early), Self.points(it.parts?.late), Self.points(it.parts?.compositionAtEarlyRates),
          Self.points(it.parts?.withinAtLateWeights), .number(100 * it.earlyUncovered),
        ])
  }

  /// `level` counts from the whole, which is 0.
  mutating func add(_ step: LateProjection.Step, level: Int) {
    projection.append([
      level == 0 ? .missing : .text(areas.levels[level - 1]), .integer(Int64(step.sheets)), .number(step.valid),
      .number(step.projected), step.variance.map { .number($0.squareRoot()) } ?? .missing, .number(step.actual),
    ])
  }

  mutating func add(_ row: LateJump.Row) {
    func number(_ value: Double?) -> Cell { value.map(Cell.number) ?? .missing }
    let (jump, interval, range) = (row.jump, row.interval, row.placebos.range)
    jumps.append(
      [.integer(Int64(row.bandwidth)), .number(jump.size), .number(jump.before), .number(jump.after)]
        + [jump.robustError, jump.clusteredError, interval?.lowerBound, interval?.upperBound].map(number)
        + [jump.countBefore, jump.countAfter, jump.clusters, row.placebos.cuts.count].map { .integer(Int64($0)) }
        + [range?.lowerBound, range?.upperBound, row.placebos.p(jump.size)].map(number))
    for cut in row.placebos.cuts {
      placebos.append([.integer(Int64(row.bandwidth)), .number(cut.place), .number(cut.jump)])
    }
  }

  /// The shift within each area of `level`, decomposed on the finest level.
  mutating func addAreas(_ ladder: AreaLadder, per level: Int) {
    guard let finest = ladder.levels.last else { return }
    var members: [[TwoPeriods]] = ladder.levels[level].map { _ in [] }
    for (place, unit) in finest.enumerated() {
      var ancestor = place
      for parents in ladder.parents[level...].reversed() { ancestor = parents[ancestor] }
      members[ancestor].append(unit)
    }
    for (unit, (area, units)) in zip(areas.units[level], zip(ladder.levels[level], members)) {
      var cells: [Cell] = [.text(unit.name), .integer(Int64(area.early.sheets)), .integer(Int64(area.late.sheets))]
      cells += Kitagawa(units).map(Self.parts) ?? Self.parts(early: area.early.rate, late: area.late.rate)
      byArea.append(cells)
    }
  }

  func add(to findings: inout CodedFindings<LateCode>) throws {
    for (kind, rows) in zip(Self.tables, [ladder, projection, jumps, placebos, byArea]) {
      findings.add(table: try kind.table(rows), as: kind.name)
    }
  }

  private static func points(_ share: Double?) -> Cell { share.map { .number(100 * $0) } ?? .missing }

  private static func parts(_ it: Kitagawa) -> [Cell] {
    [it.early, it.late, it.shift, it.parts?.composition, it.parts?.within, it.remainder, it.lateUncovered].map(points)
  }

  /// For an area without votes in one of the periods.
  private static func parts(early: Double?, late: Double?) -> [Cell] {
    [points(early), points(late)] + Array(repeating: .missing, count: 5)
  }
}
