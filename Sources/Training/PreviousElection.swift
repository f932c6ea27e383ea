internal import Statistics

extension CleanCount {
  /// The sheets of the previous election, by the stations of `sheets`.
  ///
  /// Areas and places lean as they do today, but for a third of the spread of their level; of the sheets nothing stays.
  /// The first option had less everywhere. One station in 25 is new since, and in one place in 25 one was closed.
  func previousSheets(before sheets: [SimulatedSheet]) -> [SimulatedSheet] {
    let swings = AreaEffects(territory, leanings.swing, seed: seed, (.previousRegion, .previousMunicipality))
    var previous: [SimulatedSheet] = []
    previous.reserveCapacity(sheets.count)
    for (index, place) in territory.places.enumerated() {
      var today = SplitMix64(seed: seed, .place, index)
      var random = SplitMix64(seed: seed, .previousPlace, index)
      let here =
        areas.of(place) + Effects(&today, leanings.votes.place, leanings.turnout.place) + swings.of(place)
        + Effects(&random, leanings.swing.votes.place, leanings.swing.turnout.place)
      for position in place.sheets {
        let isNew = random.number(below: 25) == 0
        let sheet = previousSheet(sheets[position], place, here, &random)
        if !isNew { previous.append(sheet) }
      }
      if random.number(below: 25) == 0, let last = place.sheets.last {
        var closed = previousSheet(sheets[last], place, here, &random)
        closed.number += 1
        previous.append(closed)
      }
    }
    return previous
  }

  /// What the station of `sheet` gave then, with registers a little smaller.
  private func previousSheet(
    _ sheet: SimulatedSheet, _ place: Territory.Place, _ here: Effects, _ random: inout SplitMix64
  ) -> SimulatedSheet {
    var effects = here + Effects(&random, leanings.votes.sheet, leanings.turnout.sheet)
    effects.votes[0] -= 0.1
    let registered = max(30, Int(Double(sheet.registered) * (0.95 + 0.02 * random.bell())))
    let turnout = place.isUrban ? leanings.townTurnout : leanings.countryTurnout
    let odds = turnout / (1 - turnout) * tilt(effects.turnout)
    let cast = random.binomial(registered, odds / (1 + odds))
    let blank = random.binomial(cast, place.isUrban ? 0.015 : 0.025)
    let null = random.binomial(cast - blank, place.isUrban ? 0.020 : 0.035)
    let valid = cast - blank - null
    var previous = sheet
    (previous.registered, previous.extraVoters) = (Int32(registered), 0)
    (previous.received, previous.issued) = (Int32(registered + 10), Int32(cast))
    (previous.unused, previous.cast) = (Int32(registered + 10 - cast), Int32(cast))
    (previous.valid, previous.blank, previous.null) = (Int32(valid), Int32(blank), Int32(null))
    previous.votes = votes(valid, place.isUrban ? leanings.town : leanings.country, effects, &random)
    return previous
  }
}

extension Leanings {
  /// By how much areas and places change from one election to the next: a third of their spread, and no bloc.
  fileprivate var swing: Leanings {
    func third(_ spread: Spread) -> Spread {
      Spread(
        region: spread.region / 3, municipality: spread.municipality / 3, place: spread.place / 3, sheet: spread.sheet)
    }
    var swing = self
    (swing.votes, swing.turnout, swing.bloc) = (third(votes), third(turnout), 0)
    return swing
  }
}
