internal import Statistics

/// Who has which sheets: the tracks beside the official one, before anything goes wrong in them.
enum Copies {
  /// The preliminary count: sent in after two fifths of the time that the official sheet takes, from 95 % of the
  /// stations in towns and 80 % of the others, and closed five hours after the polls.
  static func preliminary(of sheets: [SimulatedSheet], _ territory: Territory, seed: UInt64) -> [SimulatedSheet] {
    var random = SplitMix64(seed: seed, .preliminary)
    return sheets.compactMap { sheet in
      let isSent = random.uniform() < (territory.isUrban(sheet) ? 0.95 : 0.80)
      var delay = sheet.published - PublicationTimes.close
      if sheet.published > PublicationTimes.silence.from {
        delay -= PublicationTimes.silence.to - PublicationTimes.silence.from
      }
      let time = PublicationTimes.close + delay * 2 / 5
      guard isSent, time <= PublicationTimes.at(hours: 5) else { return nil }
      var copy = sheet
      copy.published = (time + PublicationTimes.snapshot - 1) / PublicationTimes.snapshot * PublicationTimes.snapshot
      return copy
    }
  }

  /// The copies of the party whose option is `holder`: 85 % in towns, 55 % elsewhere, times 0.7 plus 0.6 of its share.
  static func party(
    of sheets: [SimulatedSheet], _ territory: Territory, holder: Int, seed: UInt64
  ) -> [SimulatedSheet] {
    var random = SplitMix64(seed: seed, .party)
    return sheets.filter { sheet in
      let share = Double(sheet.votes[holder]) / Double(max(1, sheet.valid))
      return random.uniform() < (territory.isUrban(sheet) ? 0.85 : 0.55) * (0.7 + 0.6 * share)
    }
  }

  /// The sample for the quick count, and the reports that came in from it.
  ///
  /// In each stratum one sheet in eight, but in all no more than about 1,500, and at least two, is drawn at random without
  /// replacement. 97 % of the reports from towns come in, and 90 % of the others.
  static func sample(
    of sheets: [SimulatedSheet], _ territory: Territory, seed: UInt64
  ) -> (drawn: [SimulatedSheet], reports: [SimulatedSheet]) {
    var strata = [[Int]](repeating: [], count: 2 * territory.regions.count)
    for (row, sheet) in sheets.enumerated() { strata[territory.stratum(sheet)].append(row) }
    let wanted = max(1, min(sheets.count / 8, 1500))
    var drawn: [Int] = []
    var random = SplitMix64(seed: seed, .sample)
    for var stratum in strata where !stratum.isEmpty {
      let size = min(stratum.count, max(2, (stratum.count * wanted + sheets.count / 2) / sheets.count))
      for place in 0..<size { stratum.swapAt(place, place + random.number(below: stratum.count - place)) }
      drawn += stratum.prefix(size)
    }
    drawn.sort()
    let reports = drawn.filter { row in random.uniform() < (territory.isUrban(sheets[row]) ? 0.97 : 0.90) }
    return (drawn.map { sheets[$0] }, reports.map { sheets[$0] })
  }
}

extension Territory {
  func isUrban(_ sheet: SimulatedSheet) -> Bool { places[Int(sheet.place)].isUrban }

  /// The stratum, from 0: the towns of the first region, its other municipalities, and so on.
  func stratum(_ sheet: SimulatedSheet) -> Int {
    let place = places[Int(sheet.place)]
    return 2 * place.region + (place.isUrban ? 0 : 1)
  }

  func stratumName(_ sheet: SimulatedSheet) -> String {
    let place = places[Int(sheet.place)]
    return regions[place.region].lowercased() + (place.isUrban ? "_urban" : "_rural")
  }

  /// A sheet's key: region, municipality, place and number there, all from 1.
  func key(_ sheet: SimulatedSheet) -> String { "\(key(places[Int(sheet.place)]))-\(sheet.number + 1)" }

  /// What the keys of a place's sheets begin with.
  func key(_ place: Place) -> String {
    "\(padded(place.region + 1, 2))-\(padded(place.municipality + 1, 4))-\(padded(place.number + 1, 3))"
  }
}

/// `number` with zeros in front up to `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
