internal import Glibc
internal import Statistics

/// The sheets of an election in which nothing went wrong.
struct CleanCount {
  let territory: Territory
  let seed: UInt64
  let leanings: Leanings
  let areas: AreaEffects
  private let registers: TrainingElection.Registers

  init(_ election: TrainingElection) {
    territory = Territory(stations: election.stations, seed: election.seed)
    (seed, leanings) = (election.seed, Leanings(election.shape))
    registers = election.registers
    areas = AreaEffects(territory, leanings, seed: election.seed)
  }

  /// All sheets, place by place.
  func sheets() -> [SimulatedSheet] {
    var sheets: [SimulatedSheet] = []
    sheets.reserveCapacity(territory.places.last?.sheets.upperBound ?? 0)
    for place in territory.places.indices { append(place, to: &sheets) }
    return sheets
  }

  private func append(_ index: Int, to sheets: inout [SimulatedSheet]) {
    let place = territory.places[index]
    var random = SplitMix64(seed: seed, .place, index)
    let here = areas.of(place) + Effects(&random, leanings.votes.place, leanings.turnout.place)
    let delay = PublicationTimes.delay(ofPlace: place.isUrban, &random)
    for (number, position) in place.sheets.enumerated() {
      let effects = here + Effects(&random, leanings.votes.sheet, leanings.turnout.sheet)
      let registered = registered(place, random.bell())
      let turnout = place.isUrban ? leanings.townTurnout : leanings.countryTurnout
      let odds = turnout / (1 - turnout) * tilt(effects.turnout)
      let extra = random.number(below: 4)
      let cast = random.binomial(registered, odds / (1 + odds)) + extra
      let blank = random.binomial(cast, place.isUrban ? 0.015 : 0.025)
      let null = random.binomial(cast - blank, place.isUrban ? 0.020 : 0.035)
      let valid = cast - blank - null
      let received = registered + 10
      sheets.append(
        SimulatedSheet(
          position: position, place: Int32(index), number: Int32(number), registered: Int32(registered),
          extraVoters: Int32(extra), received: Int32(received), issued: Int32(cast), unused: Int32(received - cast),
          cast: Int32(cast), valid: Int32(valid), blank: Int32(blank), null: Int32(null),
          votes: votes(valid, place.isUrban ? leanings.town : leanings.country, effects, &random),
          published: PublicationTimes.published(after: delay + PublicationTimes.delayOfSheet(&random))))
    }
  }

  /// The voters of a station of `place`, from a standard normal number.
  private func registered(_ place: Territory.Place, _ bell: Double) -> Int {
    switch registers {
    case .alike:
      place.isUrban ? min(450, max(250, Int(380 + 40 * bell))) : min(450, max(60, Int(240 + 60 * bell)))
    case .spread: min(60_000, max(30, Int(400 * pow(10, 0.75 * bell))))
    }
  }

  /// A multinomial draw of `valid` votes: one binomial after another.
  func votes(
    _ valid: Int, _ shares: SIMD4<Double>, _ effects: Effects, _ random: inout SplitMix64
  ) -> SIMD4<Int32> {
    var weights = shares
    for option in 0..<3 { weights[option] *= tilt(effects.votes[option]) }
    var (votes, left) = (SIMD4<Int32>(), valid)
    var rest = weights[0] + weights[1] + weights[2] + weights[3]
    for option in 0..<3 {
      let drawn = random.binomial(left, weights[option] / rest)
      votes[option] = Int32(drawn)
      left -= drawn
      rest -= weights[option]
    }
    votes[3] = Int32(left)
    return votes
  }
}

/// How far an area or a sheet departs from the country.
struct Effects {
  /// On the weights of the first three options; the fourth is the reference.
  var votes: SIMD3<Double>
  var turnout: Double

  /// Drawn with the standard deviations `votes` and `turnout`.
  init(_ random: inout SplitMix64, _ votes: Double, _ turnout: Double) {
    self.votes = SIMD3(random.bell(), random.bell(), random.bell()) * votes
    self.turnout = random.bell() * turnout
  }

  static func + (a: Effects, b: Effects) -> Effects {
    var sum = a
    sum.votes += b.votes
    sum.turnout += b.turnout
    return sum
  }
}

/// The effects of regions and municipalities.
struct AreaEffects {
  private let regions, municipalities: [Effects]

  init(
    _ territory: Territory, _ leanings: Leanings, seed: UInt64,
    _ streams: (region: SplitMix64.Purpose, municipality: SplitMix64.Purpose) = (.region, .municipality)
  ) {
    regions = territory.regions.indices.map { region in
      var random = SplitMix64(seed: seed, streams.region, region)
      var effects = Effects(&random, leanings.votes.region, leanings.turnout.region)
      effects.votes[region % 2] += leanings.bloc
      return effects
    }
    municipalities = (0...(territory.places.last?.municipalityNumber ?? 0)).map { municipality in
      var random = SplitMix64(seed: seed, streams.municipality, municipality)
      return Effects(&random, leanings.votes.municipality, leanings.turnout.municipality)
    }
  }

  func of(_ place: Territory.Place) -> Effects { regions[place.region] + municipalities[place.municipalityNumber] }
}
