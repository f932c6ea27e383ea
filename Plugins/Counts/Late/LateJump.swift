import ModuleKit
import Statistics

/// The jump of the margin at an instant, along the order in which sheets were published.
struct LateJump {
  /// One bandwidth with its jump, in points, and the jumps at placebo cuts.
  struct Row {
    let bandwidth: Int
    let jump: LocalLinear.Jump
    /// The error of the jump by the areas of every level, the coarsest first; by sheets where there are no areas.
    let errors: [LevelError]
    /// The jumps at placebo cuts; those of ``LateJump/main`` with intervals, by the areas by which its own is the widest.
    let placebos: PlaceboCuts

    /// The widest of the 95% intervals; nil where none can be had.
    var interval: ClosedRange<Double>? { errors.reach.map { jump.size - $0...jump.size + $0 } }

    /// What the interval is called: one that does not hold at placebo cuts has no confidence to claim.
    var intervalKind: Quantity.Interval {
      placebos.record.isDoubtful ? .assumptionRange([LateJump.likePlacebos]) : .confidence(level: 0.95)
    }

    /// The jump with its interval.
    var size: Quantity {
      let interval = interval
      return Quantity(
        jump.size, .points, low: interval?.lowerBound, high: interval?.upperBound,
        interval: interval.map { _ in intervalKind })
    }
  }

  /// What is assumed where placebo cuts show that the interval does not hold.
  private static let likePlacebos = Assumption(
    "straight_lines",
    Text(
      en: "the margin follows a straight line on either side of the cut, though placebo cuts show that it need not",
      es: "el margen sigue una recta a cada lado del corte, aunque los cortes de placebo muestran que no siempre es así"
    ))

  /// The bandwidths tried: percent of the sheets, on either side of the cut.
  static let bandwidths = [2, 5, 10, 15, 20]
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
    let clusters = Self.clusters(sheets, order.map(\.row))
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
    let data = LocalLinear(observations)
    let place = order.isEmpty ? 0 : 100 * Double(before) / Double(order.count)
    let fits = Self.bandwidths.compactMap { bandwidth in
      data.jump(at: place, bandwidth: Double(bandwidth)).map { (bandwidth, $0) }
    }
    let named = fits.contains { $0.0 == Self.named } ? Self.named : fits.last?.0
    rows = fits.map { bandwidth, jump in
      let errors = clusters.map { level, clusters in
        let it = data.clusteredError(at: place, bandwidth: Double(bandwidth), by: clusters)
        return LevelError(estimate: .jump, level: level, areas: it?.clusters, error: it?.error)
      }
      let widest = errors.widest.flatMap { widest in clusters.first { $0.level == widest.level }?.clusters }
      return Row(
        bandwidth: bandwidth, jump: jump, errors: errors,
        placebos: PlaceboCuts(
          data, count: placebos, bandwidth: Double(bandwidth), around: place,
          clusters: bandwidth == named ? widest : nil))
    }
    guard let main = rows.first(where: { $0.bandwidth == named }) else { return nil }
    (self.main, self.sheets, self.instants) = (main, order.count, instants)
    intervals = JumpIntervals(observations, at: place, main: main)
  }

  /// By the areas of every level which of `rows` go together; each by itself where there are no areas.
  private static func clusters(_ sheets: Sheets, _ rows: [Int32]) -> [(level: String?, clusters: LocalLinear.Clusters)]
  {
    let areas = sheets.areas
    guard !areas.levels.isEmpty else { return [(nil, LocalLinear.Clusters(rows, count: sheets.count))] }
    return zip(areas.levels, zip(areas.rows, areas.units)).map { level, it in
      (level, LocalLinear.Clusters(rows.map { it.0[Int($0)] }, count: it.1.count))
    }
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
