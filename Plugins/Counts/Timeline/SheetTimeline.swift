import ModuleKit

/// What `counts.timeline` finds in sheets that say when they were published.
struct SheetTimeline {
  typealias Code = TimelineCode

  /// A time in which no sheet was published, between two batches.
  struct Silence {
    /// The batch behind it.
    let after: Int
    /// Hours, at least and at most.
    let low, high: Double
  }

  let flow: SheetFlow
  let outstanding: OutstandingVoters?
  /// A silence is so many times the median gap, and no shorter than ``gapLeast``.
  let gapFactor: Double
  let gapLeast: Duration
  let zone: Zone

  /// At most so many silences have a finding each; the table has them all.
  private static let mostSilences = 10

  func add(to findings: inout Findings<Code>) throws {
    let silences = silences
    addOrder(to: &findings)
    addSilences(silences, to: &findings)
    addReversals(to: &findings)
    addTenths(to: &findings)
    try Task.checkCancellation()
    let moments = moments(silences)
    for place in moments { addNeeded(place, to: &findings) }
    addDecided(to: &findings)
    if let figure = SheetFigure(self, silences) { findings.add(figure: figure.svg, as: "sheets_lead") }
    try SheetReport(self, silences).add(to: &findings)
  }

  private var evidence: [Evidence] { [flow.sheets.evidence] }
  func name(_ option: Int?) -> Text { option.map { flow.sheets.contest.options[$0].name } ?? Text("") }
  func time(_ place: Int) -> Text {
    Publication(from: flow.batches[place].time, to: flow.batches[place].time, basis: .stated).text(in: zone)
  }
  func rows(_ place: Int) -> [Int] { flow.order[flow.batches[place].places].map(Int.init) }

  /// The lead as a finding states it: who is ahead of whom in the pair, with the batch at `place`.
  private func pairWords(_ place: Int) -> [String: Text] {
    guard let pair = flow.pair else { return [:] }
    let isFirst = flow.lead(place) >= 0
    return ["leader": name(isFirst ? pair.a : pair.b), "trailing": name(isFirst ? pair.b : pair.a)]
  }

  private func addOrder(to findings: inout Findings<Code>) {
    let end = flow.batches.count - 1
    var values = [
      "sheets": Quantity(flow.order.count, .sheets), "batches": Quantity(flow.batches.count, .batches),
      "undated": Quantity(flow.undated, .sheets),
    ]
    let words = ["first": time(0), "last": time(end)]
    findings.add(.sheetOrder, about: "sheets", values, words: words, from: evidence)
    if let step = flow.step, step >= 60 {
      values = ["step": Quantity(Double(step) / 60, .minutes)]
      findings.add(.timeSteps, about: "sheets", values, from: evidence)
    }
  }

  // MARK: - Silences

  /// The gaps longer than so many times the median one, and no shorter than the least.
  private var silences: [Silence] {
    let gaps = zip(flow.batches, flow.batches.dropFirst()).map { $1.time.hours(since: $0.time) }.sorted()
    guard !gaps.isEmpty else { return [] }
    let threshold = max(gapFactor * gaps.median, gapLeast.hours)
    return (1..<flow.batches.count).compactMap { place in
      let (before, after) = (flow.batches[place - 1], flow.batches[place])
      let low = max(0, after.first.hours(since: before.time))
      return low > threshold ? Silence(after: place, low: low, high: after.time.hours(since: before.last)) : nil
    }
  }

  private func addSilences(_ silences: [Silence], to findings: inout Findings<Code>) {
    let longest = silences.sorted { ($1.low, $0.after) < ($0.low, $1.after) }.prefix(Self.mostSilences)
    for silence in longest.sorted(by: { $0.after < $1.after }) {
      let place = silence.after
      var values = [
        "gap": Quantity(nil, .hours, low: silence.low, high: silence.high, interval: .reportedRange),
        "counted": Quantity(100 * Double(flow.counted(place - 1)) / Double(flow.order.count), .percent),
        "after_sheets": Quantity(flow.batches[place].places.count, .sheets),
      ]
      let words = ["before": time(place - 1), "after": time(place)]
      let subject = "sheets_\(place - 1)_to_\(place)"
      if let pair = flow.pair, let earlier = flow.points(0...place - 1), let first = flow.points(place...place) {
        values["earlier_points"] = Quantity(earlier, .points)
        values["first_points"] = Quantity(first, .points)
        findings.add(
          .sheetSilence, about: subject, values,
          words: words.merging(["a": name(pair.a), "b": name(pair.b)]) { $1 }, from: evidence)
      } else {
        findings.add(.sheetSilenceOnly, about: subject, values, words: words, from: evidence)
      }
    }
  }

  // MARK: - The lead

  private func addReversals(to findings: inout Findings<Code>) {
    guard let pair = flow.pair else { return }
    var (last, count, place): (Int64, Int, Int) = (0, 0, 0)
    for batch in flow.batches.indices {
      let lead = flow.lead(batch)
      if lead == 0 { continue }
      if last != 0, (lead > 0) != (last > 0) { (count, place) = (count + 1, batch) }
      last = lead
    }
    guard count > 0 else { return }
    let isFirst = flow.lead(place) > 0
    findings.add(
      .sheetReversals, about: "sheets",
      [
        "times": Quantity(count, .number),
        "counted": Quantity(100 * Double(flow.counted(place)) / Double(flow.order.count), .percent),
        "lead": Quantity(Int(flow.lead(place).magnitude), .votes),
      ],
      words: [
        "a": name(pair.a), "b": name(pair.b), "leader": name(isFirst ? pair.a : pair.b), "published": time(place),
      ], from: evidence)
  }

  /// The batches in tenths of the sheets: each ends with the batch that fills it.
  var tenths: [ClosedRange<Int>] {
    var (out, start): ([ClosedRange<Int>], Int) = ([], 0)
    for batch in flow.batches.indices {
      let isFull = flow.counted(batch) * 10 >= flow.order.count * (out.count + 1)
      guard isFull || batch == flow.batches.count - 1 else { continue }
      out.append(start...batch)
      start = batch + 1
    }
    return out
  }

  private func addTenths(to findings: inout Findings<Code>) {
    let points = tenths.compactMap { flow.points($0) }
    guard let pair = flow.pair, points.count > 1, let low = points.min(), let high = points.max() else { return }
    findings.add(
      .sheetTenths, about: "sheets",
      [
        "first_points": Quantity(points[0], .points), "last_points": Quantity(points[points.count - 1], .points),
        "low": Quantity(low, .points), "high": Quantity(high, .points), "parts": Quantity(points.count, .number),
      ], words: ["a": name(pair.a), "b": name(pair.b)], from: evidence)
  }

  // MARK: - What was still needed

  /// The batches after which it is told what was still needed: before silences, and with half and nine tenths of the
  /// sheets in.
  private func moments(_ silences: [Silence]) -> [Int] {
    let all = outstanding?.sheets ?? flow.order.count
    let shares = [5, 9].compactMap { tenths in
      flow.batches.indices.last { flow.counted($0) * 10 <= all * tenths }
    }
    return Set(silences.prefix(Self.mostSilences).map { $0.after - 1 } + shares).sorted()
  }

  private func addNeeded(_ place: Int, to findings: inout Findings<Code>) {
    guard let outstanding, flow.pair != nil, let turnout = CountedTurnout(flow, upTo: place) else { return }
    let lead = Int64(flow.lead(place).magnitude)
    guard let needed = outstanding.needed(lead: lead, place, turnout) else { return }
    let reach = Reach(needed)
    var words = pairWords(place).merging(["published": time(place)]) { $1 }
    if reach != .out { words["reach"] = reach.note }
    findings.add(
      reach == .out ? .stillOutOfReach : .stillNeeded, about: "sheets_\(place)",
      [
        "needed": needed, "lead": Quantity(Int(lead), .votes),
        "outstanding": outstanding.votes(place, turnout),
        "voters": Quantity(Int(outstanding.after[place]), .people),
        "counted": Quantity(100 * Double(flow.counted(place)) / Double(outstanding.sheets), .percent),
      ], words: words, from: evidence)
  }

  /// Only where a list tells all stations is anything decided, and only once the lead over every other option is more
  /// than the voters of all sheets that were not in, or not in full.
  private func addDecided(to findings: inout Findings<Code>) {
    guard let outstanding, outstanding.knowledge == .stations, let end = flow.batches.indices.last else { return }
    func isDecided(_ place: Int) -> Bool { outstanding.isDecided(flow.standing(place), place) }
    let place = isDecided(end) ? (flow.batches.indices.last { !isDecided($0) }.map { $0 + 1 } ?? 0) : end
    let standing = flow.standing(place)
    let values = [
      "lead": Quantity(Int(standing.votes), .votes), "voters": Quantity(Int(outstanding.unseen[place]), .people),
      "counted": Quantity(100 * Double(flow.counted(place)) / Double(outstanding.sheets), .percent),
    ]
    guard let leader = standing.leader else { return }
    findings.add(
      isDecided(end) ? .decided : .notDecided, about: "sheets", values,
      words: ["leader": name(leader), "published": time(place)], from: evidence)
  }
}

extension [Double] {
  /// The middle of sorted numbers; 0 where there are none.
  fileprivate var median: Double {
    isEmpty ? 0 : count % 2 == 1 ? self[count / 2] : (self[count / 2 - 1] + self[count / 2]) / 2
  }
}
