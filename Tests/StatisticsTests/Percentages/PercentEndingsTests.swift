import Glibc
import Testing

@testable import Statistics

/// Rounded percentages that end in 0 or 5, and what their denominators lead one to expect.
struct PercentEndingsTests {
  @Test func percentagesRoundHalvesToEven() {
    // 4.5 to 4, 5.5 to 6, 14.5 to 14, 15.5 to 16; 4.51 to 5.
    #expect(PercentEndings(of: [9, 11, 29, 31], in: [200, 200, 200, 200]).endings.observed == 0)
    #expect(PercentEndings(of: [451, 5, 0, 100], in: [10_000, 100, 3, 100]).endings.observed == 4)
    let none = PercentEndings(of: [1, -1, 3], in: [0, 5, -5])
    #expect(none.total == 0 && none.share == nil && none.expected == nil && none.p == nil)
  }

  /// Against whole numbers, where the percentage does not lie exactly between two whole ones.
  @Test func percentagesAreRoundedLikeTheirFractions() {
    for whole in 1...240 {
      for part in 0...whole where 200 * part % whole != 0 || 100 * part % whole == 0 {
        let isFive = (200 * part + whole) / (2 * whole) % 5 == 0
        #expect(PercentEndings(of: [part], in: [whole]).endings.observed == (isFive ? 1 : 0), "\(part)/\(whole)")
      }
    }
  }

  /// The chance of every part from 1 up to the whole, added up one by one.
  @Test(arguments: [(1, 100), (37, 120), (64, 128), (119, 150), (150, 200), (3, 401), (800, 801)])
  func theChanceIsThatOfEveryPart(_ part: Int, _ whole: Int) {
    let (n, k) = (Double(whole), Double(part))
    let deviation = (k * (1 - k / n) + n * n / 1600).squareRoot()
    var (hits, all) = (0.0, 0.0)
    for other in 1..<whole {
      let weight =
        StandardNormal.lowerTail((Double(other) + 0.5 - k) / deviation)
        - StandardNormal.lowerTail((Double(other) - 0.5 - k) / deviation)
      // To even where the fraction lies in the middle, by whole numbers alone.
      let (whole100, rest) = (200 * other / (2 * whole), 200 * other % (2 * whole))
      let rounded = rest == whole ? whole100 + whole100 % 2 : rest > whole ? whole100 + 1 : whole100
      all += weight
      if rounded % 5 == 0 { hits += weight }
    }
    #expect(abs(PercentEndings.chance(part, of: whole) - hits / all) < 1e-8)
  }

  /// A third of the shares of 60 are such percentages, a sixth of those of 120, and one in five of those of 1,000.
  @Test func theDenominatorDecidesWhatIsExpected() {
    func mean(_ whole: Int) -> Double {
      let parts = (whole / 4)..<(3 * whole / 4)
      return parts.reduce(0) { $0 + PercentEndings.chance($1, of: whole) } / Double(parts.count)
    }
    #expect(abs(mean(60) - 1.0 / 3) < 0.005 && abs(mean(120) - 1.0 / 6) < 0.005 && abs(mean(1000) - 0.2) < 0.005)
  }

  /// None, all, more than all, and parts of less than 100, are counted and leave nothing to chance.
  @Test func whatHasReasonsOfItsOwnIsCountedAlone() throws {
    let endings = PercentEndings(of: [0, 300, 315, 50, 33], in: [300, 300, 300, 99, 99])
    #expect(endings.total == 5 && endings.endings.observed == 3)
    #expect(endings.endings.expected == 3 && endings.endings.standardDeviation == 0 && endings.p == nil)
    let one = PercentEndings(of: [0, 150], in: [300, 300])
    #expect(try #require(one.expected).share == (1 + PercentEndings.chance(150, of: 300)) / 2)
  }

  /// Forty places of ten equal stations, half of the places at 60 %: ten stations of one share are no ten draws.
  @Test func stationsThatGoTogetherCountAsTheirGroup() throws {
    let places = (0..<400).map { $0 / 10 }
    let parts = places.map { $0 % 2 == 0 ? 1200 : 1250 }
    let wholes = [Int](repeating: 2000, count: 400)
    let alone = PercentEndings(of: parts, in: wholes)
    let together = PercentEndings(of: parts, in: wholes, groupings: [(places, 40), (places.map { $0 / 20 }, 2)])
    let (even, odd) = (PercentEndings.chance(1200, of: 2000), PercentEndings.chance(1250, of: 2000))
    #expect(alone.endings.observed == 200 && together.endings.expected == alone.endings.expected)
    let variance = 20 * (10 * (1 - even)) * (10 * (1 - even)) + 20 * (10 * odd) * (10 * odd)
    #expect(abs(together.endings.standardDeviation - variance.squareRoot()) < 1e-9)
    #expect(try #require(alone.p) < 1e-9 && (try #require(together.p)) > 1e-4)
    // Two groups tell nothing of how stations go together.
    #expect(PercentEndings(of: parts, in: wholes, groupings: [(places.map { $0 / 20 }, 2)]) == alone)
  }

  /// As in ``stationsThatGoTogetherCountAsTheirGroup()``, with one place less than tells how stations go together, and with as many.
  @Test(arguments: [(29, false), (30, true)]) func howManyGroupsTell(_ places: Int, _ widens: Bool) {
    let place = (0..<(10 * places)).map { $0 / 10 }
    let parts = place.map { $0 % 2 == 0 ? 1200 : 1250 }
    let wholes = parts.map { _ in 2000 }
    let alone = PercentEndings(of: parts, in: wholes).endings.standardDeviation
    let together = PercentEndings(of: parts, in: wholes, groupings: [(place, places)]).endings.standardDeviation
    #expect((together > alone) == widens)
  }

  /// Against the binomial distribution, of 400 stations with one chance, in the tail to one side doubled.
  @Test(arguments: [70, 90]) func theChanceIsNearThatOfEveryNumber(_ observed: Int) throws {
    let chance = PercentEndings.chance(1210, of: 2000)
    // 60.5 rounds to 60, which ends in 0; 61 does not: both have nearly the chance of any share.
    let parts = (0..<400).map { $0 < observed ? 1210 : 1220 }
    let p = try #require(PercentEndings(of: parts, in: [Int](repeating: 2000, count: 400)).p)
    var weights = [Double](repeating: 0, count: 401)
    for (number, other) in [(observed, chance), (400 - observed, PercentEndings.chance(1220, of: 2000))] {
      var next = [Double](repeating: 0, count: 401)
      var weight = pow(1 - other, Double(number))
      var own = [weight]
      for k in 0..<number {
        weight *= Double(number - k) / Double(k + 1) * other / (1 - other)
        own.append(weight)
      }
      if weights.allSatisfy({ $0 == 0 }) { weights = own + [Double](repeating: 0, count: 400 - number); continue }
      for (k, first) in weights.enumerated() where first > 0 {
        for (l, second) in own.enumerated() where k + l <= 400 { next[k + l] += first * second }
      }
      weights = next
    }
    let mean = weights.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    let tail = Double(observed) < mean ? weights[...observed].reduce(0, +) : weights[observed...].reduce(0, +)
    #expect(abs(p / min(1, 2 * tail) - 1) < 0.06, "\(p) \(2 * tail)")
  }

  /// Registers of all sizes from 30 up: an alarm in some 5 % of clean elections, and in every one in which a quarter of the
  /// larger stations is rounded.
  @Test func keepsItsLevelWhateverTheDenominators() {
    var random = SplitMix64(seed: 11)
    var (alarms, found) = (0, 0)
    for _ in 0..<120 {
      let wholes = (0..<300).map { _ in 30 + random.number(below: 1 << (5 + random.number(below: 6))) }
      var parts = wholes.map { whole in
        (0..<whole).reduce(0) { sum, _ in sum + (random.number(below: 100) < 61 ? 1 : 0) }
      }
      if PercentEndings(of: parts, in: wholes).p ?? 1 <= 0.05 { alarms += 1 }
      for station in 0..<300 where wholes[station] >= 100 && random.number(below: 4) == 0 {
        parts[station] = wholes[station] * 12 / 20
      }
      if PercentEndings(of: parts, in: wholes).p ?? 1 <= 0.05 { found += 1 }
    }
    #expect((1...14).contains(alarms) && found == 120, "\(alarms) \(found)")
  }
}
