internal import Times

/// What is published about the count: bulletins by the commission, and claims by it and by others.
struct Statements: Sendable {
  /// The rows of the two files, fields in the order of their columns.
  private(set) var bulletins: [[String]] = []
  private(set) var claims: [[String]] = []
  /// What contradicts what.
  private(set) var planted: [PlantedFault] = []
  private let sides: Sides

  static let bulletinColumns =
    [
      "id", "stage", "follows_previous", "counted_sheets", "total_sheets", "valid_votes", "lead", "leader",
    ] + TrainingElection.options.map { "votes_\($0)" } + provenance
  static let claimColumns =
    [
      "id", "topic", "topic_en", "topic_es", "qualifier", "value", "unit", "answer", "option", "says_en", "says_es",
      "due_from",
      "due_to", "fulfilled_by",
    ] + provenance
  private static let provenance = [
    "source", "source_en", "source_es", "basis", "published_from", "published_to", "published_basis",
  ]

  /// The statements on a count that was `published` sheet by sheet and declared as `totals`, of `stations` sheets in all.
  init(
    _ election: TrainingElection, published: [SimulatedSheet], totals: [AreaTotal], stations: Int, _ sides: Sides
  ) {
    self.sides = sides
    // At 20:00, 23:00 and 02:00, then at noon, 17:00 and 22:00.
    let times = [3, 6, 9, 19, 24, 29].map { PublicationTimes.at(hours: $0) }
    let keys = ["first", "second", "third", "fourth", "fifth", "sixth"]
    let counts = Self.counted(published, at: times)
    for (number, count) in counts.enumerated() where count.sheets > 0 {
      let isWrong = election.hasFaults && keys[number] == "second"
      addBulletin(keys[number], "bulletin", count, of: stations, at: times[number], statesWrongLead: isWrong)
    }
    let declared = totals.reduce(into: AreaTotal()) { $0 += $1 }
    addBulletin("declared", "declared", declared, of: stations, at: Self.declaration, statesWrongLead: false)
    addClaims(declared, atMidnight: counts[1], stations: stations, hasFaults: election.hasFaults)
  }

  /// The result is declared three days after the polls close.
  private static let declaration = PublicationTimes.at(hours: 72)

  /// What was published by each of `times`, which ascend.
  private static func counted(_ sheets: [SimulatedSheet], at times: [Int64]) -> [AreaTotal] {
    var batches = times.map { _ in AreaTotal() }
    for sheet in sheets {
      if let batch = times.firstIndex(where: { sheet.published <= $0 }) { batches[batch] += sheet }
    }
    for batch in batches.indices.dropFirst() { batches[batch] += batches[batch - 1] }
    return batches
  }

  private mutating func addBulletin(
    _ id: String, _ stage: String, _ count: AreaTotal, of stations: Int, at time: Int64, statesWrongLead: Bool
  ) {
    let ranked = (0..<4).sorted { (count.votes[$1], $0) < (count.votes[$0], $1) }
    let lead = count.votes[ranked[0]] - count.votes[ranked[1]]
    var stated = ["", ""]
    if statesWrongLead, let slip = Planting.transposed(Int32(clamping: lead)) {
      stated = ["\(slip)", TrainingElection.options[ranked[0]]]
      planted.append(
        PlantedFault(
          fault: .bulletinContradictsItself, dataset: "bulletins", key: id, field: "lead", was: "\(lead)",
          now: "\(slip)"))
    }
    bulletins.append(
      [id, stage, bulletins.isEmpty ? "" : "true", "\(count.sheets)", "\(stations)", "\(count.valid)"] + stated
        + (0..<4).map { "\(count.votes[$0])" } + Source.commission.fields(at: time))
  }

  private mutating func addClaims(_ declared: AreaTotal, atMidnight: AreaTotal, stations: Int, hasFaults: Bool) {
    let perThousand = (declared.cast * 1000 + declared.registered / 2) / max(1, declared.registered)
    claim(
      "turnout_commission", .turnout, value: "\(perThousand / 10).\(perThousand % 10)", unit: "percent",
      by: .commission, at: Self.declaration)
    claim(
      "result_declared", nil, says: ("the result was declared", "se declaró el resultado"), by: .commission,
      at: Self.declaration)
    guard hasFaults else { return }
    // The first two digits that differ change places, as in 63.4 and 36.4.
    let slip = Int64(Planting.transposed(Int32(clamping: perThousand)) ?? 0)
    claim(
      "turnout_radio", .turnout, value: "\(slip / 10).\(slip % 10)", unit: "percent", by: .radio,
      at: Self.declaration + 3 * 3600)
    note("turnout_radio", "value", was: "\(perThousand / 10).\(perThousand % 10)", now: "\(slip / 10).\(slip % 10)")
    claim(
      "sheets_commission", .sheets, value: "\(atMidnight.sheets)", unit: "sheets", by: .commission,
      at: PublicationTimes.at(hours: 7))
    let more = atMidnight.sheets + Int64(stations) / 10
    claim(
      "sheets_second_list", .sheets, qualifier: "at_least", value: "\(more)", unit: "sheets", by: .list(sides.second),
      at: PublicationTimes.at(hours: 8))
    note("sheets_second_list", "value", was: "\(atMidnight.sheets)", now: "\(more)")
    for (id, side, hour) in [("ahead_second_list", sides.second, 2), ("ahead_first_list", sides.leader, 6)] {
      claim(
        id, .ahead, answer: TrainingElection.options[side],
        says: ("our list has the most votes", "nuestra lista tiene más votos"), by: .list(side),
        at: PublicationTimes.at(hours: Int64(hour)))
      note(id, "answer", was: "", now: TrainingElection.options[side])
    }
    claim(
      "results_promised", nil, says: ("the result tonight, by 22:00", "el resultado esta noche, antes de las 22:00"),
      due: (PublicationTimes.at(hours: 4), PublicationTimes.at(hours: 5), "result_declared"), by: .commission,
      at: PublicationTimes.at(hours: 1))
    note(
      "results_promised", "due_to", was: Source.stamp(Self.declaration),
      now: Source.stamp(PublicationTimes.at(hours: 5)))
  }

  private mutating func claim(
    _ id: String, _ topic: Topic?, qualifier: String = "", value: String = "", unit: String = "", answer: String = "",
    says: (String, String) = ("", ""), due: (from: Int64, to: Int64, by: String)? = nil, by source: Source,
    at time: Int64
  ) {
    claims.append(
      [id, topic?.rawValue ?? "", topic?.names.0 ?? "", topic?.names.1 ?? "", qualifier, value, unit, answer, answer]
        + [says.0, says.1, due.map { Source.stamp($0.from) } ?? "", due.map { Source.stamp($0.to) } ?? ""]
        + [due?.by ?? ""] + source.fields(at: time))
  }

  private mutating func note(_ id: String, _ field: String, was: String, now: String) {
    planted.append(
      PlantedFault(fault: .claimsContradict, dataset: "claims", key: id, field: field, was: was, now: now))
  }

  /// What claims are about.
  private enum Topic: String {
    case turnout, sheets, ahead

    var names: (String, String) {
      switch self {
      case .turnout: ("the turnout", "la participación")
      case .sheets: ("the sheets published by 23:00", "las actas publicadas hasta las 23:00")
      case .ahead: ("who is ahead", "quién va adelante")
      }
    }
  }
}

/// Who says something.
private enum Source {
  case commission, radio
  /// A list, by its place on the ballot.
  case list(Int)

  private static let lists = [
    ("the Oak List", "la Lista Roble"), ("the Cedar List", "la Lista Cedro"), ("the Willow List", "la Lista Sauce"),
    ("the Maple List", "la Lista Arce"),
  ]

  static func stamp(_ seconds: Int64) -> String { Instant(seconds: seconds).rfc3339 }

  /// The fields of provenance for what was said at `time`.
  func fields(at time: Int64) -> [String] {
    let (key, (english, spanish)) =
      switch self {
      case .commission: ("commission", ("the electoral commission", "la comisión electoral"))
      case .radio: ("radio", ("a radio station", "una emisora de radio"))
      case .list(let place): (TrainingElection.options[place], Self.lists[place])
      }
    return [key, english, spanish, "reported", Self.stamp(time), Self.stamp(time), "stated"]
  }
}
