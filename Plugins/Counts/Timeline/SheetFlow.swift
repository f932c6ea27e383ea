import ModuleKit

/// The sheets that say when they were published, in the order in which they became known.
///
/// A sheet is known from the latest instant at which it can have been published. Sheets of one instant are one batch:
/// nothing tells their order, so no lead stands between them.
struct SheetFlow {
  /// The sheets that became known at one instant.
  struct Batch {
    /// When they were known, all of them.
    let time: Instant
    /// The earliest instant at which the first of them, and the last of them, can have been published.
    let first, last: Instant
    /// Their rows, by their places in ``order``.
    let places: Range<Int>
  }

  let sheets: Sheets
  /// The two options whose margin is told, in the order of the ballot; nil where the contest has one option.
  let pair: LeadingPair?
  /// The rows of the sheets that have votes and a time.
  let order: [Int32]
  let batches: [Batch]
  /// Sheets that have votes but no time.
  let undated: Int
  /// What had been counted with each batch: votes by option in ballot order, and valid votes.
  private(set) var votes: [[Int64]]
  private(set) var valid: [Int64]

  /// nil where no sheet has both votes and a time.
  init?(_ sheets: Sheets) {
    let (hasVotes, times) = (sheets.hasVotes, sheets.publishedTo)
    let rows = (0..<sheets.count).filter { hasVotes[$0] }
    let dated = rows.filter { !times.isMissing($0) }.map { (time: times.values[$0], row: Int32($0)) }
      .sorted { ($0.time, $0.row) < ($1.time, $1.row) }
    guard !dated.isEmpty else { return nil }
    (self.sheets, order, undated) = (sheets, dated.map(\.row), rows.count - dated.count)
    pair = LeadingPair(sheets)
    var batches: [Batch] = []
    var start = 0
    while start < dated.count {
      let time = dated[start].time
      var (end, first, last) = (start, time, Instant(seconds: .min))
      while end < dated.count, dated[end].time == time {
        let from = sheets.publishedFrom[Int(dated[end].row)] ?? time
        (first, last, end) = (min(first, from), max(last, from), end + 1)
      }
      batches.append(Batch(time: time, first: first, last: last, places: start..<end))
      start = end
    }
    self.batches = batches
    let order = order
    func summed(_ value: (Int) -> Int64) -> [Int64] {
      var sum: Int64 = 0
      return batches.map { batch in
        for place in batch.places { sum += value(Int(order[place])) }
        return sum
      }
    }
    votes = sheets.votes.map { column in summed { column[$0] ?? 0 } }
    valid = summed { row in
      sheets.validVotes[row] ?? sheets.votes.reduce(0) { $0 + ($1[row] ?? 0) }
    }
  }

  /// Sheets counted with the batch at `place`.
  func counted(_ place: Int) -> Int { batches[place].places.upperBound }

  /// The lead of the pair's first option over its second with the batch at `place`, or before all.
  func lead(_ place: Int) -> Int64 {
    guard let pair, place >= 0 else { return 0 }
    return votes[pair.a][place] - votes[pair.b][place]
  }

  /// The margin within the batches of `places`, in points of their valid votes; nil without votes.
  func points(_ places: ClosedRange<Int>) -> Double? {
    let before = places.lowerBound - 1
    let votes = valid[places.upperBound] - (before < 0 ? 0 : valid[before])
    guard votes > 0 else { return nil }
    return 100 * Double(lead(places.upperBound) - lead(before)) / Double(votes)
  }

  /// The option ahead of all others with the batch at `place`, the one behind it, and by how many votes; no leader for
  /// a tie.
  func standing(_ place: Int) -> (leader: Int?, second: Int?, votes: Int64) {
    let ranked = votes.indices.sorted { (votes[$1][place], $0) < (votes[$0][place], $1) }
    let second = ranked.count > 1 ? ranked[1] : nil
    let lead = votes[ranked[0]][place] - (second.map { votes[$0][place] } ?? 0)
    return (lead > 0 ? ranked[0] : nil, second, lead)
  }

  /// The votes counted with the batch at `place`; nil where the contest's rule goes by blank and null ones too, or where sheets
  /// have more votes than valid ones.
  func tally(_ place: Int) -> Tally? {
    let valid = Int(valid[place])
    return sheets.contest.countsAllVotes ? nil : Tally(votes.map { Int($0[place]) }, valid: valid, cast: valid)
  }

  /// The last batch that was known at `instant`; nil before the first.
  func last(at instant: Instant) -> Int? {
    var (low, high) = (0, batches.count)
    while low < high {
      let middle = (low + high) / 2
      if batches[middle].time <= instant { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The step in which times come, in seconds: all of them lie whole steps apart; nil with fewer than two batches, or
  /// where times have parts of seconds.
  var step: Int64? {
    guard batches.count > 1, batches.allSatisfy({ $0.time.nanoseconds == 0 }) else { return nil }
    var step: Int64 = 0
    for (one, next) in zip(batches, batches.dropFirst()) {
      var (a, b) = (step, next.time.seconds - one.time.seconds)
      while b != 0 { (a, b) = (b, a % b) }
      step = a
      if step == 1 { break }
    }
    return step
  }
}
