import Statistics
import Training

/// The generated parts of `Docs/methods/calibration.md`.
enum CalibrationPage {
  private static let kinds = CleanElections.allCases.map(\.rawValue).joined(separator: " | ")
  private static let kindsRule = CleanElections.allCases.map { _ in "---|" }.joined()

  /// What the battery gave, kind by kind.
  static func falseAlarms(_ battery: [FalseAlarms], _ registers: TrainingElection.Registers) -> String {
    let sizes =
      switch registers {
      case .alike: ""
      case .spread: " with registers from 30 to 60,000"
      }
    var lines = [
      "Elections of \(Calibration.stations) stations, \(Calibration.elections) of each kind\(sizes), level "
        + "\(percent(FalseAlarms.level)) %. Share of alarms in percent of the elections in which the test is made, with its 95 % interval; **bold** where the whole "
        + "interval lies above the level.", "",
      "| test | looks at | measure | \(kinds) |", "|---|---|---|\(kindsRule)",
    ]
    for test in Set(battery.flatMap(\.alarms.keys)).sorted() {
      let cells = battery.map { alarms in
        alarms.alarms[test].map {
          share($0.alarms, of: $0.elections, level: FalseAlarms.level)
            + ($0.elections < alarms.elections ? " of \($0.elections)" : "")
        } ?? "not made"
      }
      lines.append("| `\(test.name)` | \(test.quantity) | \(test.measure) | " + cells.joined(separator: " | ") + " |")
    }
    let standing = battery.map { share($0.standing, of: $0.elections, level: FalseAlarms.level) }
    lines.append("| anything at all, adjusted | | | " + standing.joined(separator: " | ") + " |")
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the fits of the model with added ballots gave, by each distance and kind by kind.
  static func klimek(_ fits: [KlimekFits.Distance: [KlimekFits]]) -> String {
    let distances = KlimekFits.Distance.allCases.filter { fits[$0] != nil }
    var lines = [
      "Elections of \(Calibration.stations) stations, \(Calibration.fits) of each kind, \(KlimekFits.repeats) repeats "
        + "of each fit, by plain and by relative differences. `added_ballots`: share of elections in percent, with its 95 % "
        + "interval; the fit has no level. Numbers: the middle one of the elections, the lowest and the highest.", "",
      "| | distance | \(kinds) |", "|---|---|\(kindsRule)",
    ]
    func add(_ name: String, _ cell: (KlimekFits) -> String) {
      for distance in distances {
        let cells = (fits[distance] ?? []).map(cell)
        lines.append("| \(name) | \(distance.rawValue) | " + cells.joined(separator: " | ") + " |")
      }
    }
    func spread(_ value: @escaping (KlimekFits.Fit) -> Double) -> (KlimekFits) -> String {
      { kind in
        let it = kind.spread(value)
        return "\(decimal(it.middle)) (\(decimal(it.low))–\(decimal(it.high)))"
      }
    }
    add("elections with a fit") { "\($0.fits.count)" }
    add("`added_ballots`") { share($0.added, of: $0.fits.count, level: nil) }
    for (index, number) in KlimekFits.numbers.enumerated() { add(number.1, spread { $0.values[index] }) }
    add("`f_i` among the repeats of one election, percent apart", spread(\.repeatsApart))
    let moved = (fits[.plain] ?? []).map(spread(\.moved))
    lines.append("| `f_i`, points that the other distance moves it | both | " + moved.joined(separator: " | ") + " |")
    return lines.joined(separator: "\n") + "\n"
  }

  /// How often the final margin lies outside the interval of the projection, and 0 outside that of the jump.
  static func late(
    _ projections: [(LateCoverage.Case, LateCoverage)], jumps: [(LateCoverage.Case, LateCoverage)]
  ) -> String {
    let header = [
      "| elections | late sheets | doubted by placebos | outside, all | outside, not doubted |",
      "|---|---|---|---|---|",
    ]
    func row(_ which: LateCoverage.Case, _ it: LateCoverage, of count: Int) -> String {
      let name =
        switch which {
        case .published(let shape): "\(shape.rawValue) | published after the silence"
        case .drawn(let shape): "\(shape.rawValue) | one in five, drawn at random"
        case .correlated(let tenths): "heavy tails | correlation \(decimal(Double(tenths) / 10)) with the margin"
        }
      let (all, undoubted) = (it.elections, it.undoubted)
      return "| \(name) | \(share(all.count { $0.isDoubted }, of: all.count, level: nil)) | "
        + share(all.count { $0.isOutside }, of: all.count, level: 0.05) + (all.count < count ? " of \(all.count)" : "")
        + " [\(decimal(it.errors.mean, places: 2)), \(decimal(it.errors.deviation, places: 2))]"
        + " | \(share(undoubted.count { $0.isOutside }, of: undoubted.count, level: 0.05)) |"
    }
    return
      ([
        "\(Calibration.elections) elections a row, shares in percent with their 95 % intervals: how often the interval missed "
          + "at more earlier cuts than chance would have it, and how often the final margin lay outside it, in all "
          + "elections and in those in which it is called a confidence interval; **bold** where the whole of it lies above "
          + "5 %. In brackets the mean and the standard deviation of the errors, in standard errors: 0 and 1 where all is "
          + "well.", "",
      ]
      + header
      + projections.map { row($0, $1, of: Calibration.elections) }
      + [
        "",
        "The jump at the cut in \(Calibration.jumps) elections a row, in which there is none: how often the interval left out 0 "
          + "at more placebo cuts than chance would have it, and how often at the cut. In brackets as above, with half the "
          + "interval over 1.96 for the standard error.", "",
      ] + header + jumps.map { row($0, $1, of: Calibration.jumps) })
      .joined(separator: "\n") + "\n"
  }

  /// How often intervals and bounds of quick counts hold, and how often the test of a true count raises an alarm.
  static func quickCount(_ samples: [QuickCountCoverage.Case: [QuickCountCoverage.Sample]]) -> String {
    let generators = SampledElection.Generator.allCases
    let names = generators.map(\.rawValue)
    func rate(_ of: [Bool]) -> String { of.isEmpty ? "–" : share(of.count { $0 }, of: of.count, level: nil) }
    var lines = [
      "\(Calibration.elections) elections of each generator, one sample of each kind from each. In percent of the samples, "
        + "with its 95 % interval: how often the 95 % interval of the lead held that of the strata of which sheets came in, and "
        + "how often the worst-case bounds held the lead of the whole count.", "",
      "| design | sheets that came in | " + names.map { "interval, \($0)" }.joined(separator: " | ") + " | "
        + names.map { "bounds, \($0)" }.joined(separator: " | ") + " |", "|---|---|---|---|---|---|",
    ]
    for design in QuickCountCoverage.Design.allCases {
      for response in QuickCountCoverage.Response.allCases {
        let cells = generators.map { samples[.init(generator: $0, design: design, response: response)] ?? [] }
        let rates = cells.map { rate($0.compactMap(\.holds)) } + cells.map { rate($0.compactMap(\.isBounded)) }
        lines.append("| \(design.rawValue) | \(response.rawValue) | " + rates.joined(separator: " | ") + " |")
      }
    }
    lines += [
      "",
      "Complete samples held against the true official count: in how many percent some option was told to be not "
        + "consistent with it, at 95 % for all options together (four options, and eight).", "",
      "| design | " + names.joined(separator: " | ") + " |", "|---|---|---|",
    ]
    for design in QuickCountCoverage.Design.allCases {
      let cells = generators.map { generator in
        rate((samples[.init(generator: generator, design: design, response: .all)] ?? []).compactMap(\.isAlarm))
      }
      lines.append("| \(design.rawValue) | " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is found of the planted faults.
  static func found(_ faults: FoundFaults) -> String {
    func copies(_ it: FoundFaults.Copies?) -> String { it.map { "\($0.named) of \($0.held)" } ?? "" }
    var lines = [
      "| fault | planted | `counts.sheets` | `counts.compare`, party | `counts.compare`, preliminary | others | found |",
      "|---|---|---|---|---|---|---|",
    ]
    lines += faults.rows.map {
      "| `\($0.fault.rawValue)` | \($0.planted) | \($0.sheets) | \(copies($0.party)) | \(copies($0.preliminary)) | "
        + "\($0.others) | \($0.found) |"
    }
    lines += ["", "Sheets named by these checks in which nothing is planted: \(faults.unplanted)."]
    return lines.joined(separator: "\n") + "\n"
  }

  static func share(_ count: Int, of all: Int, level: Double?) -> String {
    let interval = ClopperPearson(count, of: all)
    let text =
      "\(percent(Double(count) / Double(all))) (\(percent(interval.low))–\(percent(interval.high)))"
    return level.map { interval.low > $0 } == true ? "**\(text)**" : text
  }

  private static func percent(_ share: Double) -> String { decimal(share * 100) }

  private static func decimal(_ number: Double, places: Int = 1) -> String {
    let factor = places == 1 ? 10 : 100
    let parts = Int((abs(number) * Double(factor)).rounded())
    let fraction = String(factor + parts % factor).dropFirst()
    return "\(number < 0 && parts > 0 ? "−" : "")\(parts / factor).\(fraction)"
  }
}
