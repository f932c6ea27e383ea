import ModuleKit

/// What captures of a published count show: the figures once each, how often they were seen, and the captures without any.
///
/// A capture tells what was published at a moment. Between two of them nobody looked, so that the time between two captures
/// is no silence; the same figures in several of them are a freeze.
struct CaptureSeries {
  /// The same figures in several captures on end.
  struct Freeze {
    /// The first and the last capture that show them.
    let first, last: Bulletin
    /// How many captures show them.
    let captures: Int
    /// Hours for which they stood, at least and at most, if they did not change and change back in between; no most
    /// where no capture with other figures is known before and behind.
    let low: Double
    let high: Double?
  }

  /// The bulletins, of captures that show the same figures the first one; none of the captures without figures.
  let shown: Bulletins
  /// The captures, in the order of the file.
  let captures: [Bulletin]
  /// Every bulletin but the captures without figures.
  let withFigures: Bulletins
  let freezes: [Freeze]
  /// By the key of a capture, that of the first one with the same figures.
  private let firstSeen: [String: String]
  /// By the key of the first capture that shows them, the last one with the same figures.
  private let lastSeen: [String: Capture]

  /// The captures that show no figures.
  var withoutFigures: [Bulletin] { captures.filter { $0.capture?.state != .complete } }

  init(_ bulletins: Bulletins) {
    let order = BulletinOrder(bulletins.all)
    var runs: [[Int]] = []
    for (row, bulletin) in bulletins.all.enumerated() {
      if let capture = bulletin.capture, capture.state != .complete { continue }
      if let last = runs.last?.last, Self.areSame(bulletins.all[last], bulletin), order.isKnown(last, before: row) {
        runs[runs.count - 1].append(row)
      } else {
        runs.append([row])
      }
    }
    captures = bulletins.all.filter { $0.capture != nil }
    withFigures = Self.bulletins(bulletins, Array(runs.joined()), order)
    shown = Self.bulletins(bulletins, runs.map { $0[0] }, order)
    firstSeen = runs.reduce(into: [:]) { seen, run in
      for row in run { seen[bulletins.all[row].provenance.key] = bulletins.all[run[0]].provenance.key }
    }
    lastSeen = runs.reduce(into: [:]) { seen, run in
      if run.count > 1 { seen[bulletins.all[run[0]].provenance.key] = bulletins.all[run[run.count - 1]].capture }
    }
    freezes = runs.indices.compactMap { place in
      let run = runs[place]
      guard let first = run.first, let last = run.last, run.count > 1 else { return nil }
      let before = place > 0 ? runs[place - 1].last : nil
      let after = place + 1 < runs.count ? runs[place + 1].first : nil
      return Self.freeze(
        run.map { bulletins.all[$0] },
        before: before.flatMap { order.isKnown($0, before: first) ? bulletins.all[$0] : nil },
        after: after.flatMap { order.isKnown(last, before: $0) ? bulletins.all[$0] : nil })
    }
  }

  /// The key of the first capture with the figures of `capture`; nil where it is that itself, or shows none.
  func earlier(than capture: Bulletin) -> String? {
    let key = capture.provenance.key
    return firstSeen[key].flatMap { $0 == key ? nil : $0 }
  }

  /// The last capture with the figures that `capture` was the first to show; nil where there is no other.
  func last(like capture: Bulletin) -> Capture? { lastSeen[capture.provenance.key] }

  /// The bulletins at `rows`, each of which is known to follow the one before it where it was so among all.
  private static func bulletins(_ all: Bulletins, _ rows: [Int], _ order: BulletinOrder) -> Bulletins {
    Bulletins(
      source: all.source, contest: all.contest,
      all: rows.enumerated().map { place, row in
        var bulletin = all.all[row]
        bulletin.followsPrevious = place > 0 && order.isKnown(rows[place - 1], before: row)
        return bulletin
      })
  }

  /// Any instants within the captures' intervals, in their order, give a time between the two ends.
  private static func freeze(_ run: [Bulletin], before: Bulletin?, after: Bulletin?) -> Freeze {
    let (first, last) = (run[0], run[run.count - 1])
    let least = last.capture?.from.flatMap { from in first.capture?.to.map { from.hours(since: $0) } }
    let most = after?.capture?.to.flatMap { to in before?.capture?.from.map { to.hours(since: $0) } }
    return Freeze(first: first, last: last, captures: run.count, low: max(0, least ?? 0), high: most)
  }

  /// Whether both are captures of partial counts that show the same figures.
  private static func areSame(_ earlier: Bulletin, _ later: Bulletin) -> Bool {
    guard earlier.capture != nil, later.capture != nil, earlier.stage == .bulletin, later.stage == .bulletin else {
      return false
    }
    func numbers(_ it: Bulletin) -> [Int?] {
      [
        it.countedSheets, it.totalSheets, it.inconsistentSheets, it.validVotes, it.blankVotes, it.nullVotes,
        it.statedLead, it.leader,
      ] + it.votes
    }
    return numbers(earlier) == numbers(later) && earlier.percents == later.percents
      && earlier.countedPercent == later.countedPercent
  }
}
