import Foundation
import Statistics
import Training

/// A clean election counted to the end, of twenty strata of about a hundred stations: quick counts are drawn from it, and
/// the battery and the fit of added ballots look at the whole of it.
struct SampledElection: Sendable {
  /// Where elections come from.
  enum Generator: String, CaseIterable {
    /// The project's own, its three shapes in turn.
    case training
    /// Municipalities of very different sizes whose votes go together, with heavy tails; registers with heavy tails; eight
    /// options.
    case heavyTails = "heavy tails"
  }

  struct Station: Sendable {
    let stratum, municipality, place: Int
    let votes: [Int]
    /// What stands on a sheet beside votes; nil where quick counts alone are drawn.
    var sheet: Sheet?

    var valid: Int { votes.reduce(0, +) }
    /// The share of the first option.
    var share: Double { Double(votes[0]) / Double(max(1, valid)) }
  }

  /// A sheet's figures and hour.
  struct Sheet: Sendable {
    let registered, cast: Int
    /// Minutes from the close of the polls to publication.
    let published: Int
  }

  let stations: [Station]

  /// The options, numbered.
  var options: Int { stations[0].votes.count }

  init(_ generator: Generator, seed: Int) {
    switch generator {
    case .training:
      let shape = Shape.allCases[seed % Shape.allCases.count]
      let count = TrainingElection(shape, stations: 2000, seed: UInt64(seed), hasFaults: false).simulated()
      stations = count.sheets.map { sheet in
        let place = count.territory.places[Int(sheet.place)]
        return Station(
          stratum: 2 * place.region + (place.isUrban ? 0 : 1), municipality: place.municipality,
          place: Int(sheet.place),
          votes: TrainingElection.options.indices.map { Int(sheet.votes[$0]) })
      }
    case .heavyTails: stations = Self.heavyTails(seed, .alike)
    }
  }

  /// The election of heavy tails drawn from `seed`, with registers of that kind.
  init(heavyTails seed: Int, registers: TrainingElection.Registers = .alike) {
    stations = Self.heavyTails(seed, registers)
  }

  /// In logarithms of the odds a municipality's options have effects of .35, a place's of .15, both times Student's t of
  /// three degrees of freedom, a station's of .1 times a normal. Municipalities hold 5 to 60 stations and stations 60 to
  /// 900 votes, by Pareto laws of 1.2 and 1.8; or, where registers are spread, 20 to 30,000 votes, whose decimal logarithms are
  /// half of Student's t of three degrees about 2,000.
  private static func heavyTails(_ seed: Int, _ registers: TrainingElection.Registers) -> [Station] {
    var random = SplitMix64(seed: UInt64(seed))
    // What is not votes has a stream of its own.
    var others = SplitMix64(seed: UInt64(seed) ^ 0x7a11)
    let weights = [0.30, 0.25, 0.15, 0.10, 0.08, 0.06, 0.04, 0.02]
    var stations: [Station] = []
    var (place, municipality) = (0, 0)
    for stratum in 0..<20 {
      var left = 100
      while left > 0 {
        let size = min(left, Int(min(60, 5 * random.pareto(1.2))))
        let votes = weights.map { $0 * exp(0.35 * random.student3()) }
        let leaning = log(votes[0] / weights[0])
        let conduct = Conduct(leaning, &others)
        var (inPlace, effects) = (0, votes)
        for _ in 0..<size {
          if inPlace == 0 {
            place += 1
            inPlace = 1 + random.number(below: 8)
            effects = votes.map { $0 * exp(0.15 * random.student3()) }
          }
          inPlace -= 1
          let here = effects.map { $0 * exp(0.1 * random.normal()) }
          let (all, valid) = (here.reduce(0, +), valid(registers, &random))
          var station = Station(
            stratum: stratum, municipality: municipality, place: place,
            votes: here.map { Int(valid * $0 / all + random.uniform()) })
          station.sheet = conduct.sheet(valid: station.valid, &others)
          stations.append(station)
        }
        left -= size
        municipality += 1
        place += 1
      }
    }
    return stations
  }

  private static func valid(_ registers: TrainingElection.Registers, _ random: inout SplitMix64) -> Double {
    switch registers {
    case .alike: return min(900, 60 * random.pareto(1.8))
    case .spread:
      while true {
        let valid = 2000 * pow(10, 0.5 * random.student3())
        if (20...30_000).contains(valid) { return valid }
      }
    }
  }

  /// How a municipality turns out and when it reports; both go with how it votes.
  private struct Conduct {
    /// In logarithms of the odds of voting, and of the hours until a sheet is published.
    let turnout, delay: Double

    /// The conduct of a municipality where the first option has `leaning` more in logarithms of the odds.
    ///
    /// With heavy tails turnout correlates with it at some .8 and lateness at some .6.
    init(_ leaning: Double, _ random: inout SplitMix64) {
      turnout = min(3, max(-2, 0.5 + 0.5 * leaning + 0.15 * random.student3()))
      delay = min(5, 1.5 + 0.8 * leaning + 0.4 * random.student3())
    }

    func sheet(valid: Int, _ random: inout SplitMix64) -> Sheet {
      let cast = valid + Int(0.04 * Double(valid) + random.uniform())
      let odds = exp(turnout + 0.1 * random.normal())
      return Sheet(
        registered: max(cast, Int(Double(cast) * (1 + odds) / odds + random.uniform())), cast: cast,
        published: Int(min(7 * 24 * 60, 60 * exp(delay + 0.5 * random.normal()))))
    }
  }
}

extension SplitMix64 {
  /// A number from 0 up to, not including, 1.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func normal() -> Double { StandardNormal.quantile(min(max(uniform(), 1e-12), 1 - 1e-12)) }
  mutating func pareto(_ shape: Double) -> Double { pow(1 - uniform(), -1 / shape) }
  mutating func student3() -> Double {
    let squares = (0..<3).reduce(0.0) { sum, _ in
      let x = normal()
      return sum + x * x
    }
    return normal() / (squares / 3).squareRoot()
  }
}
