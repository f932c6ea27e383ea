import ModuleKit
import Statistics

/// The jump of the margin at an instant, along the order in which sheets were published.
struct LateJump {
  /// One bandwidth with its jump, in points, and the jumps at placebo cuts.
  struct Row {
    let bandwidth: Int
    let jump: LocalLinear.Jump
    let placebos: PlaceboCuts

    /// The 95 % interval, by Student's t with one degree of freedom fewer than polling places; nil where these are fewer
    /// than ``LateJump/fewestPlaces``.
    var interval: ClosedRange<Double>? {
      guard jump.clusters >= LateJump.fewestPlaces, let error = jump.clusteredError else { return nil }
      let reach = StudentDistribution(degrees: Double(jump.clusters - 1)).upperQuantile(0.025) * error
      return jump.size - reach...jump.size + reach
    }
  }

  /// The bandwidths tried: percent of the sheets, on either side of the cut.
  static let bandwidths = [2, 5, 10, 15, 20]
  /// The fewest polling places from which a clustered error is taken.
  fileprivate static let fewestPlaces = 10
  /// The bandwidth that the sentence names first, where it could be fitted.
  private static let named = 10

  /// The bandwidths with which a line could be fitted on both sides.
  let rows: [Row]
  /// The row that the sentence names first.
  let main: Row
  /// How many sheets have a time and votes, and at how many instants they were published.
  let sheets, instants: Int
  /// The jump of ``main`` beside that of two other methods.
  let intervals: JumpIntervals

  /// The jump of ``main``, with its confidence interval where there is one.
  var size: Quantity {
    let interval = main.interval
    return Quantity(
      main.jump.size, .points, low: interval?.lowerBound, high: interval?.upperBound,
      interval: interval.map { _ in .confidence(level: 0.95) })
  }

  /// The jumps of all bandwidths tried.
  var range: Quantity {
    let (sizes, bandwidths) = (rows.map(\.jump.size), rows.map { Double($0.bandwidth) })
    let tried = Assumption(
      "bandwidth",
      Text(en: "percent of the sheets on either side of the cut", es: "porcentaje de las actas a cada lado del corte"),
      value: Double(main.bandwidth), low: bandwidths.min(), high: bandwidths.max())
    return Quantity(nil, .points, low: sizes.min(), high: sizes.max(), interval: .assumptionRange([tried]))
  }

  /// nil where no bandwidth leaves two instants of publication on both sides of `cut`.
  ///
  /// Sheets stand at the middle of the percent of sheets published with them; each weighs its valid votes.
  init?(_ sheets: Sheets, _ options: ComparedOptions, at cut: Instant, placebos: Int) {
    let order = Self.order(sheets, options)
    let (first, second, valid) = (sheets.votes[options.first], sheets.votes[options.second], sheets.validVotes)
    let places = sheets.areas.rows.last
    var observations: [LocalLinear.Observation] = []
    observations.reserveCapacity(order.count)
    var (instants, start, before) = (0, 0, 0)
    while start < order.count {
      var end = start + 1
      while end < order.count, order[end].time == order[start].time { end += 1 }
      let x = 50 * Double(start + end) / Double(order.count)
      for sheet in order[start..<end] {
        let row = Int(sheet.row)
        let votes = Double(valid.values[row])
        observations.append(
          .init(
            x: x, y: 100 * (Double(first.values[row]) - Double(second.values[row])) / votes, weight: votes,
            cluster: places?[row] ?? sheet.row))
      }
      if order[start].time <= cut { before = end }
      (instants, start) = (instants + 1, end)
    }
    let data = LocalLinear(observations, clusterCount: sheets.areas.units.last?.count ?? sheets.count)
    let place = order.isEmpty ? 0 : 100 * Double(before) / Double(order.count)
    rows = Self.bandwidths.compactMap { bandwidth in
      data.jump(at: place, bandwidth: Double(bandwidth)).map { jump in
        Row(
          bandwidth: bandwidth, jump: jump,
          placebos: PlaceboCuts(data, count: placebos, bandwidth: Double(bandwidth), around: place))
      }
    }
    guard let main = rows.first(where: { $0.bandwidth == Self.named }) ?? rows.last else { return nil }
    (self.main, self.sheets, self.instants) = (main, order.count, instants)
    intervals = JumpIntervals(observations, at: place, main: main)
  }

  /// The sheets with a time, with valid votes and with votes of both options, in order of publication.
  private static func order(_ sheets: Sheets, _ options: ComparedOptions) -> [(time: Instant, row: Int32)] {
    let (first, second, valid) = (sheets.votes[options.first], sheets.votes[options.second], sheets.validVotes)
    let times = sheets.publishedTo
    var order: [(time: Instant, row: Int32)] = []
    for row in 0..<sheets.count {
      guard !times.missing.contains(row), !first.missing.contains(row), !second.missing.contains(row),
        !valid.missing.contains(row), valid.values[row] > 0
      else { continue }
      order.append((times.values[row], Int32(row)))
    }
    order.sort { $0 < $1 }
    return order
  }
}
