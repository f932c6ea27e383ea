import Counts
import Foundation
import ModuleKit
import Statistics
import TestSupport

/// How often the three intervals that `counts.late` gives a jump hold the true one, on series drawn for it.
struct JumpCoverage {
  /// How the margin runs towards the cut and behind it, and in what steps sheets are published.
  enum Series: String, CaseIterable {
    case line = "a line"
    case curve = "a curve"
    case rise = "a steep rise about the cut"
    case heavyTails = "a line, heavy tails"
    case batches = "a curve in 40 batches"
    case steps = "a line in 12 batches"
    case curvedSteps = "a curve in 12 batches"

    /// Sheets that are published together.
    var batch: Int {
      switch self {
      case .line, .curve, .rise, .heavyTails: 5
      case .batches: 25
      case .steps, .curvedSteps: 84
      }
    }
    /// The margin in points at `x` percent from the cut, where nothing jumps.
    func margin(_ x: Double) -> Double {
      switch self {
      case .line, .heavyTails, .steps: 5 + 0.25 * x
      case .curve, .batches, .curvedSteps: Self.saturating(x, within: 15)
      case .rise: Self.saturating(x, within: 6)
      }
    }

    /// Twenty points away from 0 far from the cut: the second derivative at the cut is 20 over the square of `within`,
    /// with one sign before it and the other behind, which is worst for a jump.
    private static func saturating(_ x: Double, within: Double) -> Double {
      (x < 0 ? -20 : 20) * (1 - exp(-abs(x) / within))
    }
  }

  /// What is told of one series: whether an interval holds the true jump, by the name of its method; and the finding.
  struct Told: Sendable {
    let holds: [String: Bool]
    let verdict: String?
  }

  /// The sheets of a series, its true jumps in points, and the methods as the table `intervals` names them.
  static let (sheets, jumps, methods) = (1000, [0.0, 8], ["local_linear", "bias_corrected", "honest"])

  let series: [Told]

  /// How often `method` gives an interval, and how often it holds the true jump.
  func coverage(_ method: String) -> (held: Int, given: Int) {
    let given = series.compactMap { $0.holds[method] }
    return (given.count { $0 }, given.count)
  }

  /// How often all three intervals lie on the same side of 0, of the series in which there are three.
  var leavingOutZero: (told: Int, given: Int) {
    let given = series.compactMap(\.verdict)
    return (given.count { $0 == "jump_intervals_leave_out_zero" }, given.count)
  }

  /// What `counts.late` tells of one series with a true jump of `jump` points.
  static func draw(_ series: Series, jump: Double, _ seed: Int) async throws -> Told {
    guard let zone = Zone("UTC") else { throw CalibrationError.noZone }
    var random = SplitMix64(seed: UInt64(seed))
    let (csv, cut) = Self.csv(series, jump, &random)
    let outcome = try await OperationRun(
      counts, "late", with: ["option": "oak", "against": "elm", "cut": .string(cut)], zone: zone
    ).giving(csv, as: "sheets", DatasetDeclaration(areas: ["place"])).outcome()
    let table = outcome.tables["intervals"]
    let (names, lows, highs) = (
      try table?.texts("method"), try table?.numbers("low_points"), try table?.numbers("high_points")
    )
    var holds: [String: Bool] = [:]
    for row in 0..<(table?.rowCount ?? 0) {
      guard let name = names?[row], let low = lows?[row], let high = highs?[row] else { continue }
      holds[name] = (low...high).contains(jump)
    }
    return Told(holds: holds, verdict: outcome.findings.map(\.code).first { $0.hasPrefix("jump_intervals") })
  }

  /// Sheets of 100 to 400 votes, four to a place, whose times lie within sixty sheets of each other; the cut is at six
  /// tenths. Around the mean a place varies by 4 points and a sheet by 6, with heavy tails by Student's t of 3 degrees of
  /// freedom of the same deviation.
  private static func csv(
    _ series: Series, _ jump: Double, _ random: inout SplitMix64
  ) -> (csv: String, cut: String) {
    let effects: [Double] = (0..<sheets / 4).map { _ in 4 * noise(series, &random) }
    var order: [(key: Double, place: Int)] = []
    for sheet in 0..<sheets {
      order.append((Double(sheet / 4 * 4) + 60 * random.uniform(), sheet / 4))
    }
    order.sort { $0.key < $1.key }
    let first = (0.6 * Double(sheets) / Double(series.batch)).rounded() * Double(series.batch)
    var csv = "sheet,place,votes_oak,votes_elm,published_to\n"
    for (position, it) in order.enumerated() {
      let batch = position / series.batch
      let (start, end) = (batch * series.batch, min(sheets, (batch + 1) * series.batch))
      let x = (Double(start + end) / 2 - first) * 100 / Double(sheets)
      let mean = series.margin(x) + (x > 0 ? jump : 0)
      let margin = mean + effects[it.place] + 6 * noise(series, &random)
      let valid = 100 + random.number(below: 301)
      // Rounded up as often as it must be to come out right on the average.
      let share = 0.5 + min(95, max(-95, margin)) / 200
      let oak = Int(Double(valid) * share + random.uniform())
      csv += "\(position),\(it.place),\(oak),\(valid - oak),\(time(batch))\n"
    }
    return (csv, time(Int(first) / series.batch - 1))
  }

  /// Mean 0 and standard deviation 1.
  private static func noise(_ series: Series, _ random: inout SplitMix64) -> Double {
    series == .heavyTails ? random.student3() / 3.0.squareRoot() : random.normal()
  }

  /// A minute a batch.
  private static func time(_ batch: Int) -> String { Instant(seconds: 1_935_705_600 + Int64(60 * batch)).rfc3339 }
}

extension CalibrationPage {
  /// How often the intervals of a jump hold it, series by series.
  static func jump(_ coverage: [JumpCoverage.Series: [JumpCoverage]]) -> String {
    var lines = [
      "\(Calibration.elections) series of \(JumpCoverage.sheets) sheets of each kind. In percent of the series in which the "
        + "interval is given, with its 95 % interval: how often the 95 % interval held the true jump, by method; **bold** where "
        + "the whole interval lies below 95 %. Last, in how many all three lay on the same side of 0.", "",
      "| margin along the count | true jump | lines alone | corrected for bias | worst bias allowed for | all leave out 0 |",
      "|---|---|---|---|---|---|",
    ]
    func rate(_ held: Int, _ given: Int, below level: Double? = nil) -> String {
      guard given > 0 else { return "not given" }
      let text = share(held, of: given, level: nil)
      let isShort = level.map { ClopperPearson(held, of: given).high < $0 } ?? false
      return (isShort ? "**\(text)**" : text) + (given < Calibration.elections ? " of \(given)" : "")
    }
    for series in JumpCoverage.Series.allCases {
      for (jump, it) in zip(JumpCoverage.jumps, coverage[series] ?? []) {
        let cells = JumpCoverage.methods.map { method in
          let (held, given) = it.coverage(method)
          return rate(held, given, below: 0.95)
        }
        let (told, given) = it.leavingOutZero
        lines.append(
          "| \(series.rawValue) | \(Int(jump)) | " + (cells + [rate(told, given)]).joined(separator: " | ") + " |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
