import ModuleKit

/// What `counts.timeline` finds in sheets that say when they were published.
struct SheetTimeline {
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
  /// A silence is told where at least one sheet in so many is in before it, and as many come after it.
  private static let toldShare = 100

  func add(to findings: inout Findings) throws {
    let silences = silences
    addOrder(to: &findings)
    let told = told(silences)
    addSilences(told, to: &findings)
    addReversals(to: &findings)
    addTenths(to: &findings)
    try Task.checkCancellation()
    let moments = moments(told)
    for place in moments { addNeeded(place, to: &findings) }
    addDecided(to: &findings)
    addDecidedByRule(to: &findings)
    if let figure = SheetFigure(self, silences) { findings.add(Timeline.sheetsLeadFigure, figure.svg) }
    try SheetReport(timeline: self, silences: silences).add(to: &findings)
  }

  private var evidence: [Evidence] { [flow.sheets.evidence] }
  /// Whose sheets they are.
  private var source: Text { flow.sheets.source.citation.source.label }
  func name(_ option: Int?) -> Text { option.map { flow.sheets.contest.options[$0].name } ?? Text("") }
  func time(_ place: Int) -> Text {
    Publication(from: flow.batches[place].time, to: flow.batches[place].time, basis: .stated).text(in: zone)
  }
  func rows(_ place: Int) -> [Int] { flow.order[flow.batches[place].places].map(Int.init) }

  private func addOrder(to findings: inout Findings) {
    let end = flow.batches.count - 1
    findings.add(
      Timeline.SheetOrder(
        sheets: flow.order.count, batches: flow.batches.count, undated: flow.undated, first: time(0), last: time(end),
        source: source),
      about: "sheets", from: evidence)
    if let step = flow.step, step >= 60 {
      findings.add(Timeline.TimeSteps(step: Double(step) / 60, source: source), about: "sheets", from: evidence)
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

  /// The silences with a part of the count on either side: before the count begins in earnest, or once it has ended,
  /// single sheets have long gaps between them.
  private func told(_ silences: [Silence]) -> [Silence] {
    silences.filter { silence in
      let (before, all) = (flow.counted(silence.after - 1), flow.order.count)
      return min(before, all - before) * Self.toldShare >= all
    }
  }

  private func addSilences(_ silences: [Silence], to findings: inout Findings) {
    let longest = silences.sorted { ($1.low, $0.after) < ($0.low, $1.after) }.prefix(Self.mostSilences)
    for silence in longest.sorted(by: { $0.after < $1.after }) {
      let place = silence.after
      let gap = Quantity(nil, .hours, low: silence.low, high: silence.high, interval: .reportedRange)
      let counted = share(place - 1, of: flow.order.count)
      let afterSheets = flow.batches[place].places.count
      let subject = "sheets_\(place - 1)_to_\(place)"
      if let pair = flow.pair, let earlier = flow.points(0...place - 1), let first = flow.points(place...place) {
        findings.add(
          Timeline.SheetSilence(
            gap: gap, counted: counted, afterSheets: afterSheets, earlierPoints: earlier, firstPoints: first,
            before: time(place - 1), after: time(place), a: name(pair.a), b: name(pair.b),
            source: source),
          about: subject, from: evidence)
      } else {
        findings.add(
          Timeline.SheetSilenceOnly(
            gap: gap, counted: counted, afterSheets: afterSheets, before: time(place - 1), after: time(place),
            source: source),
          about: subject, from: evidence)
      }
    }
  }

  /// The sheets that were in with the batch at `place`, in percent of `all`.
  private func share(_ place: Int, of all: Int) -> Double { 100 * Double(flow.counted(place)) / Double(all) }

  // MARK: - The lead

  private func addReversals(to findings: inout Findings) {
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
      Timeline.SheetReversals(
        times: count, lead: Int(flow.lead(place).magnitude), counted: share(place, of: flow.order.count),
        a: name(pair.a), b: name(pair.b), leader: name(isFirst ? pair.a : pair.b), published: time(place),
        source: source),
      about: "sheets", from: evidence)
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

  private func addTenths(to findings: inout Findings) {
    let points = tenths.compactMap { flow.points($0) }
    guard let pair = flow.pair, points.count > 1, let low = points.min(), let high = points.max() else { return }
    findings.add(
      Timeline.SheetTenths(
        parts: points.count, firstPoints: points[0], lastPoints: points[points.count - 1], low: low, high: high,
        a: name(pair.a), b: name(pair.b), source: source),
      about: "sheets", from: evidence)
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

  private func addNeeded(_ place: Int, to findings: inout Findings) {
    guard let outstanding, let pair = flow.pair, let turnout = CountedTurnout(flow, upTo: place) else { return }
    if let turning = flow.tally(place).flatMap({ TurningVotes(flow.sheets.contest, $0) }) {
      if outstanding.after[place] > 0, turnout.low > 0, outstanding.overRegister[place] == 0 {
        add(turning, outstanding.all(place, turnout), place, to: &findings)
      }
      return
    }
    let lead = Int64(flow.lead(place).magnitude)
    guard let needed = outstanding.needed(lead: lead, place, turnout) else { return }
    let reach = Reach(needed)
    let isFirst = flow.lead(place) >= 0
    findings.add(
      Timeline.SheetsNotIn(
        needed: needed, outstanding: outstanding.votes(place, turnout), lead: Int(lead),
        voters: outstanding.after[place], counted: share(place, of: outstanding.sheets),
        leader: name(isFirst ? pair.a : pair.b), trailing: name(isFirst ? pair.b : pair.a), published: time(place),
        reach: reach.note, source: source),
      of: reach == .out ? Timeline.SheetsNotIn.outOfReach : Timeline.SheetsNotIn.stillNeeded,
      about: "sheets_\(place)", from: evidence)
  }

  /// By a rule other than plurality.
  private func add(
    _ turning: TurningVotes, _ outstanding: TurningVotes.Outstanding, _ place: Int, to findings: inout Findings
  ) {
    let needed = turning.needed(outstanding)
    findings.add(
      Timeline.OutcomeByRule(
        needed, of: turning, outstanding, source: source, published: time(place), condition: CountedTurnout.condition),
      of: needed.reach == .out ? Timeline.OutcomeByRule.sheetsOutOfReach : Timeline.OutcomeByRule.sheets,
      about: "sheets_\(place)", from: evidence)
  }

  /// The first batch with which no count of the sheets not in could change the outcome by a rule other than plurality.
  ///
  /// Once that is so it stays so, as long as the register holds: so the first is looked for between the last and none.
  private func addDecidedByRule(to findings: inout Findings) {
    guard let outstanding, let end = flow.batches.indices.last, outstanding.overRegister[end] == 0 else { return }
    func isDecided(_ place: Int) -> Bool {
      guard outstanding.bounds(place), let tally = flow.tally(place),
        let turning = TurningVotes(flow.sheets.contest, tally)
      else { return false }
      return turning.assertions.allSatisfy {
        Double($0.margin) > Double(outstanding.after[place]) * Double(-$0.statement.least)
      }
    }
    guard isDecided(end) else { return }
    var (low, high) = (-1, end)
    while high - low > 1 {
      let middle = (low + high) / 2
      if isDecided(middle) { high = middle } else { low = middle }
    }
    guard let turning = flow.tally(high).flatMap({ TurningVotes(flow.sheets.contest, $0) }) else { return }
    findings.add(
      Timeline.OutcomeDecided(
        margin: turning.assertion.votes, assertions: turning.assertions.count, voters: outstanding.after[high],
        counted: share(high, of: outstanding.sheets), source: source, published: time(high),
        assertion: turning.assertion.words),
      about: "sheets", from: evidence)
  }

  /// Only where a list tells all stations is anything decided, and only once the lead over every other option is more
  /// than the voters of all sheets that were not in, or not in full.
  private func addDecided(to findings: inout Findings) {
    guard let outstanding, outstanding.knowledge == .stations, let end = flow.batches.indices.last else { return }
    func isDecided(_ place: Int) -> Bool { outstanding.isDecided(flow.standing(place), place) }
    let place = isDecided(end) ? (flow.batches.indices.last { !isDecided($0) }.map { $0 + 1 } ?? 0) : end
    let standing = flow.standing(place)
    guard let leader = standing.leader else { return }
    if !isDecided(end), outstanding.isBeyondRegister(standing, place) {
      findings.add(
        Timeline.RegisterExceeded(
          lead: Int(standing.votes), voters: outstanding.unseen[place], exceeding: outstanding.overRegister[place],
          counted: share(place, of: outstanding.sheets), leader: name(leader), published: time(place), source: source),
        about: "sheets", from: evidence)
      return
    }
    findings.add(
      Timeline.HardBound(
        lead: Int(standing.votes), voters: outstanding.unseen[place], counted: share(place, of: outstanding.sheets),
        leader: name(leader), published: time(place), source: source),
      of: isDecided(end) ? Timeline.HardBound.decided : Timeline.HardBound.notDecided, about: "sheets", from: evidence)
  }
}

extension [Double] {
  /// The middle of sorted numbers; 0 where there are none.
  fileprivate var median: Double {
    isEmpty ? 0 : count % 2 == 1 ? self[count / 2] : (self[count / 2 - 1] + self[count / 2]) / 2
  }
}
