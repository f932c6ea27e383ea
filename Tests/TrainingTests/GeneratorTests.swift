import Statistics
import Testing

@testable import Training

/// The draws have the moments that they should.
struct DrawTests {
  @Test func bellHasMeanZeroAndDeviationOne() {
    var random = SplitMix64(seed: 1)
    let draws = (0..<200_000).map { _ in random.bell() }
    let mean = draws.reduce(0, +) / 200_000
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 200_000
    #expect(abs(mean) < 0.01)
    #expect(abs(variance - 1) < 0.015)
  }

  /// Against the exact probabilities, by a sum of squares over all outcomes.
  @Test(arguments: [(5, 0.3), (64, 0.5), (65, 0.01), (130, 0.97), (400, 0.62)])
  func binomialHasItsProbabilities(_ trials: Int, _ probability: Double) {
    var random = SplitMix64(seed: 7)
    let draws = 40_000
    var counts = [Int](repeating: 0, count: trials + 1)
    for _ in 0..<draws { counts[random.binomial(trials, probability)] += 1 }
    var chance = 1.0
    for _ in 0..<trials { chance *= 1 - probability }
    // Where the first chance underflows, moments have to do.
    guard chance > 1e-30 else {
      let mean = Double(counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }) / Double(draws)
      #expect(abs(mean - Double(trials) * probability) < 0.3)
      return
    }
    var (square, classes) = (0.0, 0)
    for successes in 0...trials {
      let expected = chance * Double(draws)
      if expected >= 5 {
        square += (Double(counts[successes]) - expected) * (Double(counts[successes]) - expected) / expected
        classes += 1
      }
      chance *= Double(trials - successes) / Double(successes + 1) * probability / (1 - probability)
    }
    // Five standard deviations above the mean of chi-square.
    #expect(square < Double(classes) + 5 * (2 * Double(classes)).squareRoot())
  }

  @Test func certainEventsNeedNoDraw() {
    var random = SplitMix64(seed: 3)
    #expect(random.binomial(0, 0.5) == 0)
    #expect(random.binomial(10, 0) == 0)
    #expect(random.binomial(10, 1) == 10)
  }

  @Test func tiltIsItsOwnReciprocal() {
    for x in [-3.0, -0.5, 0, 0.25, 2] {
      #expect(abs(tilt(x) * tilt(-x) - 1) < 1e-15)
      #expect(tilt(x) > 0)
    }
  }
}

/// Clean elections are clean, whatever their shape and size.
struct CleanElectionTests {
  @Test(arguments: Shape.allCases, [1, 3, 50, 1000])
  func everySheetAddsUp(_ shape: Shape, _ stations: Int) {
    let count = TrainingElection(shape, stations: stations, seed: 11, hasFaults: false).simulated()
    #expect(count.sheets.count == stations)
    #expect(count.sheets.map(\.position) == Array(0..<stations))
    #expect(Set(count.sheets.map { count.territory.key($0) }).count == stations)
    for sheet in count.sheets {
      #expect(sheet.votes.wrappedSum() == sheet.valid)
      #expect(sheet.valid + sheet.blank + sheet.null == sheet.cast)
      #expect(sheet.cast <= sheet.registered + sheet.extraVoters)
      #expect(sheet.cast + sheet.unused == sheet.received)
      #expect(sheet.issued == sheet.cast)
      #expect(sheet.votes.min() >= 0 && sheet.unused >= 0)
    }
    #expect(count.planted.isEmpty)
    #expect(count.official == count.sheets && count.firstFeed == count.sheets)
  }

  @Test func shapesDifferAsTheySay() {
    func shares(_ shape: Shape) -> (spread: Double, urbanLessRural: Double) {
      let count = TrainingElection(shape, stations: 4000, seed: 5, hasFaults: false).simulated()
      let totals = AreaTotal.regions(of: count.sheets, count.territory)
      let byRegion = totals.map { Double($0.votes[0]) / Double($0.valid) }
      func share(urban: Bool) -> Double {
        let some = count.sheets.filter { count.territory.isUrban($0) == urban }.reduce(into: AreaTotal()) { $0 += $1 }
        return Double(some.votes[0]) / Double(some.valid)
      }
      return ((byRegion.max() ?? 0) - (byRegion.min() ?? 0), share(urban: true) - share(urban: false))
    }
    let (flat, split, blocs) = (shares(.homogeneous), shares(.urbanRural), shares(.regionalBlocs))
    #expect(flat.spread < 0.05 && abs(flat.urbanLessRural) < 0.02)
    #expect(split.urbanLessRural < -0.08)
    #expect(blocs.spread > 0.25)
  }

  @Test func nothingIsPublishedInTheSilence() {
    let count = TrainingElection(.urbanRural, stations: 2000, seed: 5, hasFaults: false).simulated()
    let silence = PublicationTimes.silence
    #expect(!count.sheets.contains { $0.published > silence.from && $0.published <= silence.to })
    let late = count.sheets.count { $0.published > silence.to }
    #expect(late > 100 && late < 1000)
  }
}

/// The same seed gives the same bytes, and not by chance those of another.
struct DeterminismTests {
  /// FNV-1a of all files: a fixed value, so that a change of the generator or of the processor shows.
  static func fingerprint(_ count: SimulatedCount) -> UInt64 {
    TrainingFile.allCases.reduce(0xcbf2_9ce4_8422_2325) { hash, file in
      count.csv(file).reduce(hash) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
  }

  @Test func theBytesAreFixed() {
    let election = TrainingElection(.urbanRural, stations: 300, seed: 1)
    #expect(Self.fingerprint(election.simulated()) == 15_534_848_712_758_517_497)
  }

  @Test func anotherSeedGivesAnotherElection() {
    let (a, b) = (
      TrainingElection(.homogeneous, stations: 100, seed: 1), TrainingElection(.homogeneous, stations: 100, seed: 2)
    )
    #expect(a.simulated().csv(.official) != b.simulated().csv(.official))
    #expect(a.simulated().csv(.official) == a.simulated().csv(.official))
  }

  /// A larger country does not begin as a smaller one does, but its files are handed on in pieces all the same.
  @Test func piecesMakeTheFile() {
    let count = TrainingElection(.homogeneous, stations: 20_000, seed: 1, hasFaults: false).simulated()
    var pieces: [[UInt8]] = []
    count.write(.official) { pieces.append(copy $0) }
    #expect(pieces.count > 1)
    #expect(Array(pieces.joined()) == count.csv(.official))
  }
}
