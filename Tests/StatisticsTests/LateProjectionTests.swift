import Statistics
import Testing

/// A made-up country: districts of places of sheets, each around what it lies in.
private struct Country {
  struct Sheet {
    let place: Int, valid: Double, margin: Double
    var isLate: Bool
  }

  let districts: Int, placesPerDistrict: Int
  var sheets: [Sheet] = []

  /// Some sheets and some whole places come late, whatever they hold.
  init(_ generator: inout SplitMix64, districts: Int = 12, places: Int = 8, sheetsPerPlace: Int = 4) {
    (self.districts, placesPerDistrict) = (districts, places)
    for district in 0..<districts {
      let base = 0.3 * generator.normal()
      for place in 0..<places {
        let local = base + 0.15 * generator.normal()
        let isLatePlace = generator.number(below: 6) == 0
        for _ in 0..<sheetsPerPlace {
          let valid = Double(150 + generator.number(below: 150))
          let share = local + 0.06 * generator.normal()
          sheets.append(
            Sheet(
              place: district * places + place, valid: valid, margin: (valid * share).rounded(),
              isLate: isLatePlace || generator.number(below: 8) == 0))
        }
      }
    }
  }

  var places: [TwoPeriods] {
    var places = Array(repeating: TwoPeriods(), count: districts * placesPerDistrict)
    for sheet in sheets {
      if sheet.isLate {
        places[sheet.place].late.add(valid: sheet.valid, margin: sheet.margin)
      } else {
        places[sheet.place].early.add(valid: sheet.valid, margin: sheet.margin)
      }
    }
    return places
  }

  var ladder: AreaLadder {
    AreaLadder(
      places, counts: [districts, places.count], parents: [places.indices.map { $0 / placesPerDistrict }])
  }

  var projection: LateProjection? {
    let places = places
    var spread = NeighbourSpread()
    for sheet in sheets where !sheet.isLate {
      spread.add(valid: sheet.valid, margin: sheet.margin, both: sheet.valid, place: places[sheet.place].early)
    }
    return LateProjection(ladder, sheetSpread: spread)
  }
}

extension SplitMix64 {
  /// A number from 0 up to, not including, 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// About normal: twelve uniform numbers less six.
  mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + unit() } }
}

/// Sheet by sheet, looking for the finest area with early votes each time.
@Test func everyLateSheetTakesTheFinestEarlyMargin() throws {
  var generator = SplitMix64(seed: 11)
  for _ in 0..<40 {
    let country = Country(&generator, districts: 5, places: 4, sheetsPerPlace: 2)
    guard let it = country.projection else { continue }
    var (margin, sheets) = (0.0, [0, 0, 0])
    for sheet in country.sheets where sheet.isLate {
      let keys: [(Country.Sheet) -> Bool] = [
        { _ in true }, { $0.place / 4 == sheet.place / 4 }, { $0.place == sheet.place },
      ]
      for level in keys.indices.reversed() {
        let early = country.sheets.filter { !$0.isLate && keys[level]($0) }
        guard !early.isEmpty else { continue }
        let valid = early.reduce(0) { $0 + $1.valid }
        margin += sheet.valid * early.reduce(0) { $0 + $1.margin } / valid
        sheets[level] += 1
        break
      }
    }
    #expect(abs(it.margin - margin) < 1e-6 && it.steps.map(\.sheets) == sheets)
    #expect(it.steps.reduce(0) { $0 + $1.sheets } == country.sheets.count { $0.isLate })
    #expect(it.steps.reduce(0) { $0 + $1.actual } == country.ladder.whole.late.margin)
    #expect(it.steps.reduce(0) { $0 + $1.valid } == it.lateValid)
  }
}

/// Where the late sheets are like their neighbours, the interval holds what they show about as often as it says.
@Test func theIntervalCoversWhatLateSheetsShow() throws {
  var generator = SplitMix64(seed: 12)
  var covered = 0
  let runs = 600
  for _ in 0..<runs {
    let country = Country(&generator)
    let it = try #require(country.projection)
    let error = try #require(it.components?.size)
    let actual = country.ladder.whole.late.margin
    if abs(actual - it.margin) <= 1.96 * error { covered += 1 }
    #expect(abs(actual) <= it.lateValid)
  }
  // 570 of 600 are expected, with a standard deviation of 5.3.
  #expect((545...592).contains(covered), "\(covered)")
}

/// The variance between sheets is found again, whatever their sizes and the places' own margins: what is the same for
/// sheets of any size, what evens out in large ones, and both.
@Test(arguments: [(0.01, 0.0), (0, 0.8), (0.004, 0.8)]) func leavingOutFindsTheVariance(
  constant: Double, perVote: Double
) throws {
  var generator = SplitMix64(seed: 13)
  var (small, large) = (0.0, 0.0)
  for _ in 0..<200 {
    var spread = NeighbourSpread()
    for _ in 0..<100 {
      let base = generator.normal()
      var place = VoteTally()
      let sheets = (0..<(2 + generator.number(below: 4))).map { _ in
        let valid = Double(50 + generator.number(below: 400))
        return (valid: valid, margin: valid * (base + (constant + perVote / valid).squareRoot() * generator.normal()))
      }
      for it in sheets { place.add(valid: it.valid, margin: it.margin) }
      for it in sheets { spread.add(valid: it.valid, margin: it.margin, both: it.valid, place: place) }
    }
    let variance = try #require(spread.variance)
    small += (variance.constant + variance.perVote / 100) / 200
    large += (variance.constant + variance.perVote / 400) / 200
  }
  // A part that is zero is taken to be a little more, since less than none is cut off.
  #expect((0.92...(perVote == 0 ? 1.2 : 1.08)).contains(small / (constant + perVote / 100)), "\(small)")
  #expect((0.92...1.08).contains(large / (constant + perVote / 400)), "\(large)")
}

/// Sheets of one size tell only one of the two parts; a single one tells nothing.
@Test func whatSheetsOfOneSizeTell() throws {
  var place = VoteTally()
  for margin in [10.0, 30.0] { place.add(valid: 100, margin: margin) }
  var spread = NeighbourSpread()
  #expect(spread.variance == nil)
  for margin in [10.0, 30.0] { spread.add(valid: 100, margin: margin, both: 100, place: place) }
  // Each is .2 from the other, which is twice the variance.
  let variance = try #require(spread.variance)
  #expect(abs(variance.constant - 0.02) < 1e-12 && variance.perVote == 0)
}

/// In each district a town gives its margin to its own late sheets and to two villages that come late as a whole, so
/// that all of these are wrong together; small sheets vary more, by the draw of their voters. Seen over many such
/// countries the interval holds as often as it says, which it would not if every error were taken as one of its own.
@Test func errorsThatShareEarlySheetsAddUp() throws {
  var generator = SplitMix64(seed: 14)
  let (runs, districts) = (600, 30)
  var (covered, coveredAlone) = (0, 0)
  for _ in 0..<runs {
    var places: [TwoPeriods] = []
    var early: [(place: Int, valid: Double, margin: Double)] = []
    for _ in 0..<districts {
      let district = 0.3 * generator.normal()
      for place in 0..<4 {
        let base = district + 0.1 * generator.normal()
        var area = TwoPeriods()
        for sheet in 0..<(place == 0 ? 8 : 2) {
          let valid = Double(place == 0 ? 200 + generator.number(below: 200) : 50 + generator.number(below: 100))
          let margin = valid * base + valid.squareRoot() * generator.normal()
          if place > 1 || place == 0 && sheet > 3 {
            area.late.add(valid: valid, margin: margin)
          } else {
            area.early.add(valid: valid, margin: margin)
            early.append((places.count, valid, margin))
          }
        }
        places.append(area)
      }
    }
    var spread = NeighbourSpread()
    for it in early { spread.add(valid: it.valid, margin: it.margin, both: it.valid, place: places[it.place].early) }
    let ladder = AreaLadder(
      places, counts: [districts, places.count], parents: [places.indices.map { $0 / 4 }])
    let it = try #require(LateProjection(ladder, sheetSpread: spread))
    let error = abs(ladder.whole.late.margin - it.margin)
    if error <= 1.96 * (try #require(it.components?.size)) { covered += 1 }
    let alone = try it.steps.reduce(0) { $0 + (try #require($1.variance)) }
    if error <= 1.96 * alone.squareRoot() { coveredAlone += 1 }
  }
  // 570 of 600 are expected, with a standard deviation of 5.3.
  #expect((545...592).contains(covered), "\(covered)")
  #expect(coveredAlone < covered, "\(coveredAlone)")
}

/// The variance of the whole error, from its definition: for every area of a level the late votes in it less those that
/// its early sheets stand for, squared. All areas of a level and all sheets vary as the country was drawn, so that
/// with many of them the components come near what they were drawn with.
@Test func theVarianceIsThatOfItsDefinition() throws {
  var generator = SplitMix64(seed: 15)
  let country = Country(&generator, districts: 60, places: 8, sheetsPerPlace: 4)
  let (places, ladder) = (country.places, country.ladder)
  let it = try #require(country.projection)
  // Per early vote of a district and of a place, the late votes that take its margin.
  var (byDistrict, byPlace) = ([Double](repeating: 0, count: 60), [Double](repeating: 0, count: places.count))
  for (place, area) in places.enumerated() {
    if area.early.valid > 0 {
      byPlace[place] = area.late.valid / area.early.valid
    } else {
      byDistrict[place / 8] += area.late.valid / ladder.levels[0][place / 8].early.valid
    }
  }
  var variance = 0.0
  for (place, area) in places.enumerated() {
    let early = byPlace[place] + byDistrict[place / 8]
    variance += 0.0036 * (area.late.squares + early * early * area.early.squares)
    let effect = area.late.valid - early * area.early.valid
    variance += 0.0225 * effect * effect
  }
  #expect(abs(try #require(it.components?.size) / variance.squareRoot() - 1) < 0.1)
  #expect(ladder.levels[0].allSatisfy { $0.early.valid > 0 })
}

/// Five sheets of one place and size: four degrees of freedom, Student's t of which is 2.776445.
@Test func fewSheetsAreHeldByStudentsT() throws {
  var place = TwoPeriods()
  let margins = [-60.0, -20, 0, 20, 60]
  for margin in margins { place.early.add(valid: 100, margin: margin) }
  place.late.add(valid: 100, margin: 0)
  var spread = NeighbourSpread()
  for margin in margins { spread.add(valid: 100, margin: margin, both: 100, place: place.early) }
  let it = try #require(LateProjection(AreaLadder([place], counts: [1], parents: []), sheetSpread: spread))
  // The sheets have the variance 8,000 / 4, the late one is predicted from five: 2,000 (1 + 1/5).
  let error = try #require(it.components?.size)
  #expect(abs((it.components?.degrees ?? 0) - 4) < 1e-9 && abs(error - 2400.0.squareRoot()) < 1e-9)
  let reach = try #require(it.reach)
  #expect(abs(reach - 2.7764451052 * 2400.0.squareRoot()) < 1e-6)
  // One vote in six late: z = .967422, φ(z) = .249842, and sheets of 2,000 squared votes.
  let selection = try #require(it.selection)
  #expect(abs(selection - 2000.0.squareRoot() * 0.249842 / (5.0 / 36)) < 0.01, "\(selection)")
  let inside = try #require(it.turningCorrelation(actual: 130))
  #expect(abs(inside - (130 - reach) / selection) < 1e-12 && inside < 0)
  let outside = try #require(it.turningCorrelation(actual: -150))
  #expect(abs(outside - (reach - 150) / selection) < 1e-12 && outside < 0)
  #expect(it.turningCorrelation(actual: 0) == nil && it.turningCorrelation(actual: 1000) == nil)
}

/// Lateness that goes with a sheet's margin among its neighbours: at the correlation said to turn a finding of no gap at
/// all, half of the clean counts lie outside, and at none one in twenty.
@Test(arguments: [false, true]) func atTheTurningCorrelationHalfLieOutside(isTurning: Bool) throws {
  var generator = SplitMix64(seed: 17)
  var (correlation, outside, turnings) = (0.0, 0, [Double]())
  let runs = 400
  for run in -40..<runs {
    var places: [TwoPeriods] = []
    var early: [(place: Int, valid: Double, margin: Double)] = []
    for place in 0..<60 {
      let base = 0.2 * generator.normal()
      var area = TwoPeriods()
      for _ in 0..<20 {
        let own = generator.normal()
        let rest = generator.normal()
        let lateness = correlation * own + (1 - correlation * correlation).squareRoot() * rest
        let margin = 200 * (base + 0.1 * own)
        // A normal variable passes .8416 in one of five.
        if lateness > 0.8416 {
          area.late.add(valid: 200, margin: margin)
        } else {
          area.early.add(valid: 200, margin: margin)
          early.append((place, 200, margin))
        }
      }
      places.append(area)
    }
    var spread = NeighbourSpread()
    for it in early { spread.add(valid: it.valid, margin: it.margin, both: 200, place: places[it.place].early) }
    let ladder = AreaLadder(places, counts: [places.count], parents: [])
    let it = try #require(LateProjection(ladder, sheetSpread: spread))
    let reach = try #require(it.reach)
    if run < 0 {
      // The first forty, of unrelated lateness, tell what would turn them on average.
      turnings.append(reach / (try #require(it.selection)))
      if run == -1, isTurning { correlation = turnings.reduce(0, +) / Double(turnings.count) }
    } else if abs(ladder.whole.late.margin - it.margin) > reach {
      outside += 1
    }
  }
  #expect(isTurning ? (160...240).contains(outside) : (8...34).contains(outside), "\(outside)")
}

@Test func likeNeighboursLeaveNoError() throws {
  var place = TwoPeriods()
  for _ in 0..<3 { place.early.add(valid: 100, margin: 20) }
  for _ in 0..<2 { place.late.add(valid: 50, margin: -50) }
  var spread = NeighbourSpread()
  for _ in 0..<3 { spread.add(valid: 100, margin: 20, both: 100, place: place.early) }
  let it = try #require(LateProjection(AreaLadder([place], counts: [1], parents: []), sheetSpread: spread))
  // What differs by nothing differs by the draw of voters, 100 (1 - .2²) squared votes a sheet; three sheets have two
  // degrees of freedom, too few.
  let error = try #require(it.components?.size)
  #expect(abs(error - 128.0.squareRoot()) < 1e-9 && abs((it.components?.degrees ?? 0) - 2) < 1e-9)
  #expect(it.reach == nil && it.turningCorrelation(actual: -100) == nil)
  #expect(it.margin == 20 && it.steps.map(\.sheets) == [0, 2] && it.lateValid == 100)
  #expect(it.steps[1].actual == -100)
}

@Test func noEarlyVotesProjectNothing() throws {
  var place = TwoPeriods()
  place.late.add(valid: 100, margin: 20)
  #expect(LateProjection(AreaLadder([place], counts: [1], parents: []), sheetSpread: NeighbourSpread()) == nil)
  // One early sheet projects, but says nothing of how far sheets differ.
  place.early.add(valid: 10, margin: 5)
  let it = try #require(LateProjection(AreaLadder([place], counts: [1], parents: []), sheetSpread: NeighbourSpread()))
  #expect(it.margin == 50 && it.steps[1].variance == nil && it.components == nil && it.reach == nil)
}
