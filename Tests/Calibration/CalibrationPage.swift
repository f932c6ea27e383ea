import Statistics
import Training

/// The generated part of `Docs/methods/calibration.md`.
struct CalibrationPage {
  /// What the battery gave, shape by shape.
  let battery: [FalseAlarms]
  /// In how many fits the model with added ballots was taken, shape by shape.
  let added: [Int]
  /// What is found of the planted faults.
  let faults: FoundFaults

  var markdown: String { falseAlarms + found }

  private var falseAlarms: String {
    let shapes = Shape.allCases.map(\.rawValue)
    var lines = [
      "",
      "Elections of \(Calibration.stations) stations, \(Calibration.elections) of each shape, level "
        + "\(Self.percent(FalseAlarms.level)) %. Share of alarms in percent, with its 95 % interval; **bold** where the "
        + "whole interval lies above the level.", "",
      "| test | looks at | measure | " + shapes.joined(separator: " | ") + " |",
      "|---|---|---|" + shapes.map { _ in "---|" }.joined(),
    ]
    let tests = Set(battery.flatMap(\.alarms.keys)).sorted()
    for test in tests {
      let cells = battery.map { alarms in
        alarms.alarms[test].map { Self.share($0.alarms, of: $0.elections, level: FalseAlarms.level) } ?? ""
      }
      lines.append("| `\(test.name)` | \(test.quantity) | \(test.measure) | " + cells.joined(separator: " | ") + " |")
    }
    lines.append(
      "| anything at all, adjusted | | | "
        + battery.map { Self.share($0.standing, of: $0.elections, level: FalseAlarms.level) }.joined(separator: " | ")
        + " |")
    lines += [
      "",
      "`counts.klimek`, \(Calibration.fits) elections of each shape, ten repeats each: how often the model with "
        + "added ballots is taken. The fit has no level.", "",
      "| | " + shapes.joined(separator: " | ") + " |", "|---|" + shapes.map { _ in "---|" }.joined(),
      "| `added_ballots` | " + added.map { Self.share($0, of: Calibration.fits, level: nil) }.joined(separator: " | ")
        + " |", "",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private var found: String {
    var lines = [
      "## Faults found in the training mission", "",
      "`Workspaces/training`: what is planted, and on how many of these sheets, areas, bulletins or claims an operation "
        + "puts its finger. The last column counts what any of them finds, `counts.late`, `counts.screen`, "
        + "`counts.timeline` and `counts.claims` among them; a fault of a whole region counts once.", "",
      "| fault | planted | `counts.sheets` | against the party's copies | against the preliminary count | found |",
      "|---|---|---|---|---|---|",
    ]
    lines += faults.rows.map {
      "| `\($0.fault.rawValue)` | \($0.planted) | \($0.sheets) | \($0.party) | \($0.preliminary) | \($0.found) |"
    }
    lines += ["", "Sheets named by these checks in which nothing is planted: \(faults.unplanted).", ""]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func share(_ count: Int, of all: Int, level: Double?) -> String {
    let interval = ClopperPearson(count, of: all)
    let text =
      "\(percent(Double(count) / Double(all))) (\(percent(interval.low))–\(percent(interval.high)))"
    return level.map { interval.low > $0 } == true ? "**\(text)**" : text
  }

  /// In percent with one decimal.
  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
