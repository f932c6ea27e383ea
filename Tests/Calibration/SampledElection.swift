import Foundation
import Statistics
import Training

/// An election counted to the end, from which quick counts are drawn: twenty strata of about a hundred stations.
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

    var valid: Int { votes.reduce(0, +) }
    /// The share of the first option.
    var share: Double { Double(votes[0]) / Double(max(1, valid)) }
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
    case .heavyTails: stations = Self.heavyTails(seed: UInt64(seed))
    }
  }

  /// In logarithms of the odds a municipality's options have effects of .35, a place's of .15, both times Student's t of
  /// three degrees of freedom, a station's of .1 times a normal. Municipalities hold 5 to 60 stations and stations 60 to
  /// 900 votes, by Pareto laws of 1.2 and 1.8.
  private static func heavyTails(seed: UInt64) -> [Station] {
    var random = SplitMix64(seed: seed)
    let weights = [0.30, 0.25, 0.15, 0.10, 0.08, 0.06, 0.04, 0.02]
    var stations: [Station] = []
    var (municipality, place) = (0, 0)
    for stratum in 0..<20 {
      var left = 100
      while left > 0 {
        let size = min(left, Int(min(60, 5 * random.pareto(1.2))))
        let leanings = weights.map { $0 * exp(0.35 * random.student3()) }
        var (inPlace, effects) = (0, leanings)
        for _ in 0..<size {
          if inPlace == 0 {
            place += 1
            inPlace = 1 + random.number(below: 8)
            effects = leanings.map { $0 * exp(0.15 * random.student3()) }
          }
          inPlace -= 1
          let here = effects.map { $0 * exp(0.1 * random.normal()) }
          let (all, valid) = (here.reduce(0, +), min(900, 60 * random.pareto(1.8)))
          stations.append(
            Station(
              stratum: stratum, municipality: municipality, place: place,
              votes: here.map { Int(valid * $0 / all + random.uniform()) }))
        }
        left -= size
        municipality += 1
        place += 1
      }
    }
    return stations
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
