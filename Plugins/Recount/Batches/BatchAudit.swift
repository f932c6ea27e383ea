import ModuleKit
import Statistics

/// Counted batches held against what was reported of them.
struct BatchAudit {
  /// One batch, or several that were counted together.
  struct Unit {
    /// Their places among all batches, and the numbers of their draws.
    let places: [Int], draws: [Int]
    /// By how much the report overstates the outcome, over the margin; and that over the sum of their bounds.
    let error: Rational, taint: Double
    /// Whether what was found is other than what was reported.
    let differs: Bool
  }

  /// A draw, with the p-value after it.
  struct Drawn {
    let draw: Int, batch: Int, taint, pValue: Double
  }

  let totals: BatchTotals
  let comparison: BatchComparison
  let units: [Unit]
  /// The draws in their order.
  let drawn: [Drawn]

  /// Holds `counts` against `totals` for `assertions`, each true by a vote or more.
  /// - Throws: `DiagnosticsError` for batches that were not reported, or hold more ballots than they can; where draws lack their batch.
  init(_ counts: BatchCounts, of totals: BatchTotals, _ assertions: [Assertion]) throws(DiagnosticsError) {
    let comparison = try answer(Text(en: "the batches", es: "los lotes")) { () throws(StatisticsError) in
      try totals.comparison(assertions)
    }
    (self.totals, self.comparison) = (totals, comparison)
    let places = Dictionary(uniqueKeysWithValues: totals.batches.enumerated().map { ($1.place.key, $0) })
    var units: [Unit] = []
    for batches in counts.units {
      var rows: [Int] = []
      for batch in batches {
        guard let place = places[batch.key] else {
          throw DiagnosticsError(RecountMessage.unknownBatch(batch.key, known: totals.batches.map(\.place.key)))
        }
        rows.append(place)
      }
      units.append(try Self.unit(batches, at: rows, totals, comparison, assertions))
    }
    self.units = units
    drawn = try Self.drawn(units, counts.batches, places, comparison)
  }

  private static func unit(
    _ batches: [BatchCounts.Batch], at places: [Int], _ totals: BatchTotals, _ comparison: BatchComparison,
    _ assertions: [Assertion]
  ) throws(DiagnosticsError) -> Unit {
    let found = batches.compactMap(\.found)
    guard !found.isEmpty else { throw DiagnosticsError(RecountMessage.togetherWithoutCount(batches[0].together ?? "")) }
    let tally = Tally(adding: found)
    let reported = Tally(adding: places.map { totals.batches[$0].tally })
    let notFound = batches.reduce(0) { $0 + $1.notFound }
    let (held, most) = (tally.cast + notFound, places.reduce(0) { $0 + totals.batches[$1].place.ballots })
    guard held <= most else {
      throw DiagnosticsError(RecountMessage.batchLarger(batches.map(\.key), counted: held, most: most))
    }
    // A ballot that cannot be found counts as the worst that it could be.
    let counted = assertions.map { $0.statement.margin(of: tally) + $0.statement.least * notFound }
    return Unit(
      places: places, draws: batches.flatMap(\.draws).sorted(), error: comparison.error(of: places, counted: counted),
      taint: comparison.taint(of: places, counted: counted),
      differs: notFound > 0 || tally.votes != reported.votes || tally.valid != reported.valid)
  }

  /// The draws from the first to the last, each of which stands at one batch.
  private static func drawn(
    _ units: [Unit], _ batches: [BatchCounts.Batch], _ places: [String: Int], _ comparison: BatchComparison
  ) throws(DiagnosticsError) -> [Drawn] {
    var (place, taint) = ([Int: Int](), [Int: Double]())
    for unit in units { for draw in unit.draws { taint[draw] = unit.taint } }
    for batch in batches {
      for draw in batch.draws {
        guard place.updateValue(places[batch.key] ?? 0, forKey: draw) == nil else {
          throw DiagnosticsError(RecountMessage.drawOfBatches(draw, isTwice: true))
        }
      }
    }
    let draws = place.keys.sorted()
    for (number, draw) in draws.enumerated() where draw != number + 1 {
      throw DiagnosticsError(RecountMessage.drawOfBatches(number + 1, isTwice: false))
    }
    let taints = draws.map { taint[$0] ?? 0 }
    return zip(draws, zip(taints, comparison.pValues(taints: taints))).map {
      Drawn(draw: $0, batch: place[$0] ?? 0, taint: $1.0, pValue: $1.1)
    }
  }

  /// Holds the draws against those that `seed` makes.
  /// - Throws: `DiagnosticsError` for the first batch that is another.
  func mustBeDrawn(from seed: String) throws(DiagnosticsError) {
    let draw = try Draw(
      DrawRequest(seed: seed, size: .simple(drawn.count), bounds: comparison.bounds),
      from: totals.batches.map(\.place))
    for (entered, drawn) in zip(drawn, draw.drawn) where entered.batch != drawn.batch {
      throw DiagnosticsError(
        RecountMessage.otherBallot(
          draw: entered.draw, entered: totals.batches[entered.batch].place.key,
          drawn: totals.batches[drawn.batch].place.key))
    }
  }
}

extension BatchCounts {
  /// The batches as they were counted: alone, or together with others; in the order of the file.
  fileprivate var units: [[Batch]] {
    var (out, places) = ([[Batch]](), [String: Int]())
    for batch in batches {
      if let word = batch.together, let place = places[word] {
        out[place].append(batch)
      } else {
        if let word = batch.together { places[word] = out.count }
        out.append([batch])
      }
    }
    return out
  }
}

extension Tally {
  /// The votes of several together.
  fileprivate init(adding tallies: [Tally]) {
    let options = tallies.first?.votes.indices ?? 0..<0
    self.init(
      votes: options.map { option in tallies.reduce(0) { $0 + $1.votes[option] } },
      valid: tallies.reduce(0) { $0 + $1.valid }, cast: tallies.reduce(0) { $0 + $1.cast })
  }
}
