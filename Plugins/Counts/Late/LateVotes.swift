import ModuleKit
import Statistics

/// The early and late votes of a count by area, and how far early neighbours differ.
struct LateVotes {
  let ladder: AreaLadder
  /// How far the early sheets of one area of the finest level differ from each other.
  let sheetSpread: NeighbourSpread
  /// Sheets of unknown period, and other sheets without the votes of both options or without valid votes stated.
  let untimed, incomplete: Int
  /// The registered voters of the late sheets; nil where some do not state them.
  let lateRegistered: Double?

  /// One pass over the sheets for the sums, one more over the early ones for their spread.
  init(_ sheets: Sheets, _ periods: LatePeriods, _ options: ComparedOptions) {
    let areas = sheets.areas
    let units = areas.rows.last
    var finest = Array(repeating: TwoPeriods(), count: areas.units.last?.count ?? 1)
    let (first, second, valid) = (sheets.votes[options.first], sheets.votes[options.second], sheets.validVotes)
    var (untimed, incomplete, registered) = (0, 0, 0.0 as Double?)
    func isComplete(_ row: Int) -> Bool {
      !first.missing.contains(row) && !second.missing.contains(row) && !valid.missing.contains(row)
    }
    func margin(_ row: Int) -> Double { Double(first.values[row]) - Double(second.values[row]) }
    for (row, period) in periods.all.enumerated() {
      guard period != .unknown else {
        untimed += 1
        continue
      }
      guard isComplete(row) else {
        incomplete += 1
        continue
      }
      let unit = units.map { Int($0[row]) } ?? 0
      let votes = Double(valid.values[row])
      if period == .early {
        finest[unit].early.add(valid: votes, margin: margin(row))
      } else {
        finest[unit].late.add(valid: votes, margin: margin(row))
        registered = registered.flatMap { sum in sheets.registered[row].map { sum + Double($0) } }
      }
    }
    var spread = NeighbourSpread()
    for (row, period) in periods.all.enumerated() where period == .early && isComplete(row) {
      let place = finest[units.map { Int($0[row]) } ?? 0].early
      spread.add(
        valid: Double(valid.values[row]), margin: margin(row),
        both: Double(first.values[row]) + Double(second.values[row]), place: place)
    }
    ladder = AreaLadder(
      finest, counts: areas.units.map(\.count), parents: areas.units.dropFirst().map { $0.parents.map(Int.init) })
    (sheetSpread, self.untimed, self.incomplete, lateRegistered) = (spread, untimed, incomplete, registered)
  }
}

/// What an earlier dataset itself gave for the sheets that the final count has too, beside what the final count gives.
struct RevisedVotes {
  /// The lead of the first option over the second: as the early count gave it, and as the final count gives it.
  var published: Int64 = 0, final: Int64 = 0
  /// The sheets whose margin the final count gives otherwise.
  var revised = 0
  /// The sheets of which both give the votes of both options.
  var sheets = 0

  init(_ sheets: Sheets, in early: Sheets, _ options: ComparedOptions) {
    let (first, second) = (sheets.votes[options.first], sheets.votes[options.second])
    let (firstThen, secondThen) = (early.votes[options.first], early.votes[options.second])
    for (row, match) in early.keys.matches(in: sheets.keys).enumerated() where match >= 0 {
      guard let a = first[Int(match)], let b = second[Int(match)], let then = firstThen[row],
        let other = secondThen[row]
      else { continue }
      self.sheets += 1
      published += then - other
      final += a - b
      if then - other != a - b { revised += 1 }
    }
  }

  /// Who was ahead by how much, by the early count's own votes and by the final count's, in a sentence.
  func standings(_ options: ComparedOptions) -> Text {
    func standing(_ lead: Int64) -> Text {
      guard lead != 0 else { return Text(en: "the two options level", es: "las dos opciones estaban igualadas") }
      let (ahead, behind) = (options.name(first: lead > 0), options.name(first: lead < 0))
      let votes = Quantity(Int(lead.magnitude), .votes)
      return Text(
        en: "\(ahead.en) ahead of \(behind.en) by \(votes.text(.english))",
        es: "\(ahead.es) aventajaba a \(behind.es) por \(votes.text(.spanish))")
    }
    let (then, now) = (standing(published), standing(final))
    return Text(
      en: "The early count as published showed \(then.en); the final count shows \(now.en) on the same sheets.",
      es:
        "Según el conteo temprano, tal como se publicó, \(then.es); según el cómputo final, \(now.es) en las mismas actas."
    )
  }
}
