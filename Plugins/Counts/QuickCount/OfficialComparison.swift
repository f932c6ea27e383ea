import ModuleKit
import Statistics

/// A sample's estimates held against the official count.
///
/// Two questions. Does the official share lie within what the draw leaves open? The sample then speaks of the stations
/// that the official count covers, and of no others; its sheets are part of that count, which the correction for finite
/// strata takes into account. And how far would the official share move if every official sheet read as the sample's
/// do? That is told by the differences on the sheets that both have, whose variance is that of the differences alone:
/// a difference estimator (Cochran 1977, Sampling Techniques, third edition, section 7.2).
struct OfficialComparison {
  /// One option, or the lead of one over another.
  struct Line {
    /// The official share, as a proportion.
    let official: Double
    /// The share estimated for the stations that the official count covers.
    let sample: Estimate
    /// By how much the official share would move if all its sheets read as the sample's do.
    let shift: Estimate
  }

  /// The official sheets that can be used: with all their votes.
  let stations: Int
  /// The sheets that both have, and those of them whose votes differ.
  let shared: Int, differing: [Int]

  private let both: SheetsByUnit
  private let sample: StratifiedSample
  private let whole: Double
  private let totals: [Double]
  private let read: Reading
  private let counterparts: [Int: Int]
  private let official: Reading

  /// The votes and the whole of some sheets.
  struct Reading {
    let votes: [Column<Int64>]
    let whole: Column<Int64>

    func isUsable(_ row: Int) -> Bool { whole[row] != nil && votes.allSatisfy { $0[row] != nil } }
    func agrees(_ row: Int, with other: Reading, _ otherRow: Int) -> Bool {
      whole[row] == other.whole[otherRow] && zip(votes, other.votes).allSatisfy { $0[row] == $1[otherRow] }
    }
  }

  /// The sheets `sheets` of the official count; nil where they hold no votes.
  init?(
    _ incoming: IncomingSample, _ sample: StratifiedSample, _ read: Reading, of sheets: Sheets, index: StationIndex,
    official: Reading
  ) {
    (self.sample, self.read, self.official) = (sample, read, official)
    var (stations, whole) = (0, 0.0)
    var totals = official.votes.map { _ in 0.0 }
    let used = Set(incoming.rows)
    var counterparts: [Int: Int] = [:]
    for row in 0..<sheets.count where official.isUsable(row) {
      stations += 1
      whole += Double(official.whole[row] ?? 0)
      for option in totals.indices { totals[option] += Double(official.votes[option][row] ?? 0) }
      if let mine = index[sheets.station(row)], used.contains(mine), counterparts[mine] == nil {
        counterparts[mine] = row
      }
    }
    guard whole > 0 else { return nil }
    (self.stations, self.whole, self.totals, self.counterparts) = (stations, whole, totals, counterparts)
    both = incoming.byUnit(incoming.rows.filter { counterparts[$0] != nil })
    shared = counterparts.count
    differing = incoming.rows.filter { row in counterparts[row].map { !read.agrees(row, with: official, $0) } ?? false }
  }

  /// The options in the order of their official votes; ties as on the ballot.
  var ranking: [Int] { totals.indices.sorted { (-totals[$0], $0) < (-totals[$1], $1) } }

  /// The line of an option, or of its lead over another; nil where the shared sheets hold no votes.
  func line(_ option: Int, over other: Int? = nil) -> Line? {
    func part(_ reading: Reading, _ row: Int) -> Double {
      Double(reading.votes[option][row] ?? 0) - (other.map { Double(reading.votes[$0][row] ?? 0) } ?? 0)
    }
    func here(_ value: (_ mine: Int, _ theirs: Int) -> Double) -> [Double] {
      both.sums { row in counterparts[row].map { value(row, $0) } ?? 0 }
    }
    let share = (totals[option] - (other.map { totals[$0] } ?? 0)) / whole
    let wholes = here { mine, _ in Double(read.whole[mine] ?? 0) }
    guard let estimate = sample.ratio(of: here { mine, _ in part(read, mine) }, to: wholes, at: both.units) else {
      return nil
    }
    let moved = sample.total(
      of: here { mine, theirs in
        part(read, mine) - part(official, theirs)
          - share * (Double(read.whole[mine] ?? 0) - Double(official.whole[theirs] ?? 0))
      }, at: both.units)
    return Line(
      official: share, sample: estimate,
      shift: Estimate(
        value: moved.value / whole, variance: moved.variance / (whole * whole), degrees: moved.degrees))
  }

  /// The votes of one option less those of another on the sheets that both have.
  func lead(_ first: Int, over second: Int) -> (sample: Int, official: Int) {
    func lead(_ reading: Reading, _ row: Int) -> Int {
      Int((reading.votes[first][row] ?? 0) - (reading.votes[second][row] ?? 0))
    }
    return counterparts.reduce(into: (sample: 0, official: 0)) { sum, it in
      sum.sample += lead(read, it.key)
      sum.official += lead(official, it.value)
    }
  }
}
