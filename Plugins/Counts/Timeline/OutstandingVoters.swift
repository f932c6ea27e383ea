import ModuleKit

/// The voters registered for sheets that were not in yet: no count of these can hold more votes.
struct OutstandingVoters {
  /// Where the sheets that were not in are known from.
  enum Knowledge { case stations, sameFile }

  let knowledge: Knowledge
  /// All sheets that are to come in.
  let sheets: Int
  /// Registered voters of the sheets that were not in with each batch.
  let after: [Int64]
  /// The same, with those of sheets that were in without the votes of some option: how many votes of an option nobody
  /// had seen yet, at most.
  let unseen: [Int64]
  /// Sheets that were in with each batch and hold more votes than the list has voters for them: the register then bounds
  /// nothing.
  let overRegister: [Int]

  /// nil where nothing tells all the sheets there are, or the voters of one of them.
  ///
  /// A list of stations tells them where it names every sheet that came in. Without a list the file itself does, with
  /// its later sheets: not in an edition, from which these are absent.
  init?(_ flow: SheetFlow, _ stations: Stations?, isEdition: Bool) {
    let sheets = flow.sheets
    var voters: [Int64]
    if let stations {
      guard sheets.stations.missing.count == sheets.count, stations.registered.missing.isEmpty else { return nil }
      let places = sheets.keys.matches(in: stations.keys)
      voters = []
      for row in flow.order {
        guard places[Int(row)] >= 0 else { return nil }
        voters.append(stations.registered.values[Int(places[Int(row)])])
      }
      (knowledge, self.sheets) = (.stations, stations.count)
      after = Self.left(of: stations.registered.total, voters, flow)
      unseen = Self.left(of: stations.registered.total, voters, flow) { row in
        sheets.votes.allSatisfy { !$0.isMissing(row) }
      }
      var over = 0
      overRegister = flow.batches.map { batch in
        for place in batch.places where Self.votes(sheets, Int(flow.order[place])) > voters[place] { over += 1 }
        return over
      }
    } else {
      guard !isEdition, sheets.registered.missing.isEmpty else { return nil }
      voters = flow.order.map { sheets.registered.values[Int($0)] + (sheets.extraVoters[Int($0)] ?? 0) }
      (knowledge, self.sheets) = (.sameFile, sheets.count)
      after = Self.left(of: sheets.registered.total + sheets.extraVoters.total, voters, flow)
      unseen = after
      overRegister = flow.batches.map { _ in 0 }
    }
  }

  /// The most votes that the sheet at `row` states in any way.
  private static func votes(_ sheets: Sheets, _ row: Int) -> Int64 {
    max(sheets.validVotes[row] ?? 0, sheets.votes.reduce(0) { $0 + ($1[row] ?? 0) })
  }

  /// What of `total` is left with each batch without the voters of its sheets, of those that `counts`.
  private static func left(
    of total: Int64, _ voters: [Int64], _ flow: SheetFlow, counts: (Int) -> Bool = { _ in true }
  ) -> [Int64] {
    var left = total
    return flow.batches.map { batch in
      for place in batch.places where counts(Int(flow.order[place])) { left -= voters[place] }
      return left
    }
  }

  /// Whether nothing that nobody had seen with the batch at `place` could change who was ahead: only a list tells all
  /// the stations there are, and only one that no sheet exceeds tells how many votes these can hold.
  func isDecided(_ standing: (leader: Int?, second: Int?, votes: Int64), _ place: Int) -> Bool {
    isBeyondRegister(standing, place) && overRegister[place] == 0
  }

  /// Whether the register bounds the votes not in with the batch at `place`, and every sheet that is in is so in full.
  func bounds(_ place: Int) -> Bool { knowledge == .stations && unseen[place] == after[place] }

  /// Whether the lead is more than the registered voters of all that nobody had seen.
  func isBeyondRegister(_ standing: (leader: Int?, second: Int?, votes: Int64), _ place: Int) -> Bool {
    knowledge == .stations && standing.leader != nil && standing.votes > unseen[place]
  }
}

extension OutstandingVoters {
  /// The valid votes that the sheets not in with the batch at `place` would hold.
  func votes(_ place: Int, _ turnout: CountedTurnout) -> Quantity {
    let voters = Double(after[place])
    return Quantity(
      (voters * turnout.value).rounded(), .votes, low: (voters * turnout.low).rounded(),
      high: (voters * turnout.high).rounded(), interval: turnout.interval)
  }

  /// The same with both ends as they are.
  func all(_ place: Int, _ turnout: CountedTurnout) -> TurningVotes.Outstanding {
    let voters = Double(after[place])
    return TurningVotes.Outstanding(
      votes: votes(place, turnout), middle: voters * turnout.value, fewest: voters * turnout.low,
      most: voters * turnout.high)
  }

  /// The margin among those votes that would close `lead`; nil where there is no lead or nothing to come, and where it
  /// would be out of reach by a register that a sheet exceeds.
  func needed(lead: Int64, _ place: Int, _ turnout: CountedTurnout) -> Quantity? {
    let voters = Double(after[place])
    guard voters > 0, lead > 0, turnout.low > 0 else { return nil }
    func points(_ share: Double) -> Double { RemainingVote.neededPoints(lead: Int(lead), outstanding: voters * share) }
    let needed = Quantity(
      points(turnout.value), .points, low: points(turnout.high), high: points(turnout.low), interval: turnout.interval)
    return overRegister[place] > 0 && Reach(needed) == .out ? nil : needed
  }
}

/// How many valid votes a registered voter of the counted sheets stood for.
struct CountedTurnout {
  /// Of all counted sheets together, and the ends between which nine of ten sheets lie.
  let value, low, high: Double

  /// Of the sheets that were in with the batch at `place`; nil where none of them says how many were registered.
  init?(_ flow: SheetFlow, upTo place: Int) {
    let sheets = flow.sheets
    var (valid, registered): (Int64, Int64) = (0, 0)
    var shares: [Double] = []
    for row in flow.order.prefix(flow.counted(place)).map(Int.init) {
      guard let votes = sheets.validVotes[row], let voters = sheets.registered[row], voters > 0 else { continue }
      (valid, registered) = (valid + votes, registered + voters)
      shares.append(min(1, Double(votes) / Double(voters)))
    }
    guard registered > 0, valid > 0 else { return nil }
    shares.sort()
    value = min(1, Double(valid) / Double(registered))
    low = min(value, shares[(shares.count - 1) / 20])
    high = max(value, shares[shares.count - 1 - (shares.count - 1) / 20])
  }

  /// The assumption in words that follow what rests on it.
  static let condition = Text(
    en: ", if voters of the other sheets turned out as in nine of ten counted ones",
    es: ", si en las demás actas se votó como en nueve de cada diez contadas")

  /// The assumption as a range.
  var interval: Quantity.Interval {
    .assumptionRange([
      Assumption(
        "turnout",
        Text(
          en: "valid votes of an outstanding voter: as in nine of ten counted sheets",
          es: "votos válidos por elector pendiente: como en nueve de cada diez actas contadas"),
        value: value, low: low, high: high)
    ])
  }
}
