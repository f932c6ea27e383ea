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
      let group = places[sheet.place].early
      spread.add(valid: sheet.valid, margin: sheet.margin, group: group, squares: group.squares)
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
    let error = try #require(it.standardError)
    let actual = country.ladder.whole.late.margin
    if abs(actual - it.margin) <= 1.96 * error { covered += 1 }
    #expect(abs(actual) <= it.lateValid)
  }
  // 570 of 600 are expected, with a standard deviation of 5.3.
  #expect((545...592).contains(covered), "\(covered)")
}

/// The variance between members is found again, whatever their sizes and the groups' own margins.
@Test func leavingOutFindsTheVariance() throws {
  var generator = SplitMix64(seed: 13)
  var mean = 0.0
  for _ in 0..<200 {
    var spread = NeighbourSpread()
    for _ in 0..<60 {
      let base = generator.normal()
      var group = VoteTally()
      let members = (0..<(2 + generator.number(below: 4))).map { _ in
        let valid = Double(50 + generator.number(below: 400))
        return (valid: valid, margin: valid * (base + 0.1 * generator.normal()))
      }
      for it in members { group.add(valid: it.valid, margin: it.margin) }
      for it in members { spread.add(valid: it.valid, margin: it.margin, group: group, squares: group.squares) }
    }
    mean += try #require(spread.variance) / 200
  }
  #expect(abs(mean / 0.01 - 1) < 0.03, "\(mean)")
}

@Test func likeNeighboursLeaveNoError() throws {
  var place = TwoPeriods()
  for _ in 0..<3 { place.early.add(valid: 100, margin: 20) }
  for _ in 0..<2 { place.late.add(valid: 50, margin: -50) }
  var spread = NeighbourSpread()
  for _ in 0..<3 { spread.add(valid: 100, margin: 20, group: place.early, squares: place.early.squares) }
  let it = try #require(LateProjection(AreaLadder([place], counts: [1], parents: []), sheetSpread: spread))
  #expect(it.margin == 20 && it.standardError == 0 && it.steps.map(\.sheets) == [0, 2] && it.lateValid == 100)
  #expect(it.steps[1].actual == -100)
}

@Test func noEarlyVotesProjectNothing() throws {
  var place = TwoPeriods()
  place.late.add(valid: 100, margin: 20)
  #expect(LateProjection(AreaLadder([place], counts: [1], parents: []), sheetSpread: NeighbourSpread()) == nil)
  // One early sheet projects, but says nothing of how far sheets differ.
  place.early.add(valid: 10, margin: 5)
  let it = try #require(LateProjection(AreaLadder([place], counts: [1], parents: []), sheetSpread: NeighbourSpread()))
  #expect(it.margin == 50 && it.steps[1].variance == nil && it.standardError == nil)
}
