internal import Statistics

/// Plants faults and writes down each one.
///
/// A sheet gets one fault at most, apart from the two that a whole region has, so that the ground truth can be held
/// against what an operation says of a sheet.
struct Planting {
  private(set) var planted: [PlantedFault] = []
  private let election: TrainingElection
  private let territory: Territory
  private let sides: Sides
  /// The sheets, by position, that have their fault.
  private var taken: Set<Int> = []

  /// The regions that have a fault of their own: two shared by many sheets, one of the total.
  private static let (lateRegion, roundedRegion, totalRegion) = (1, 2, 3)

  init(_ election: TrainingElection, _ territory: Territory, _ sides: Sides) {
    (self.election, self.territory, self.sides) = (election, territory, sides)
  }

  /// Faults that every copy shows, since they happened before any was made.
  mutating func spoilSheets(_ sheets: inout [SimulatedSheet]) {
    var random = SplitMix64(seed: election.seed, .faultAtTheSheet)
    let sides = sides
    for row in sheets.indices {
      let (region, before) = (territory.places[Int(sheets[row].place)].region, sheets[row])
      if region == Self.roundedRegion, before.valid >= 100, random.number(below: 10) < 9 {
        sides.round(&sheets[row])
        note(.roundedPercentages, nil, from: before, to: sheets[row])
      } else if region == Self.lateRegion, before.published > PublicationTimes.silence.to {
        sides.move(before.votes[sides.second] / 5, in: &sheets[row])
        note(.lateJump, nil, from: before, to: sheets[row])
      }
    }
    change(3, of: &sheets, .moreBallotsThanVoters, in: nil, &random) { sheet, random in
      sides.stuff(&sheet, with: 5 + Int32(random.number(below: 36)))
    }
    change(2, of: &sheets, .hiddenTransfer, in: nil, &random) { sheet, _ in
      sides.move(sheet.votes[sides.second] / 3, in: &sheet)
    }
  }

  /// Faults of the official count alone; gives the count as first published.
  mutating func spoilEntry(_ official: inout [SimulatedSheet]) -> [SimulatedSheet] {
    var random = SplitMix64(seed: election.seed, .faultInTheEntry)
    let (dataset, sides) = ("official", sides)
    change(5, of: &official, .arithmeticSlip, in: dataset, &random) { sheet, random in
      let off = Int32(1 + random.number(below: 9))
      switch random.number(below: 3) {
      case 0: sheet.votes[random.number(below: 4)] += off
      case 1: sheet.valid += off
      default: sheet.unused += off
      }
    }
    change(5, of: &official, .transposedDigits, in: dataset, &random) { sheet, random in
      let option = random.number(below: 2) == 0 ? sides.leader : sides.second
      sheet.votes[option] = Self.transposed(sheet.votes[option]) ?? sheet.votes[option]
    }
    change(3, of: &official, .swappedOptions, in: dataset, &random) { sheet, _ in
      (sheet.votes[sides.leader], sheet.votes[sides.second]) = (sheet.votes[sides.second], sheet.votes[sides.leader])
    }
    let entered = official
    change(2, of: &official, .duplicatedSheet, in: dataset, &random) { sheet, _ in
      let above = sheet.number > 0 ? entered[sheet.position - 1] : sheet
      if above.cast <= sheet.registered { sheet.copyFigures(of: above) }
    }
    planted.append(
      PlantedFault(
        fault: .silence, dataset: dataset, key: "", field: "published_to", was: "",
        now: "\(PublicationTimes.silenceHours) hours"))
    var firstFeed = official
    // Half of the revisions mend an error of the first feed, half move votes that were right.
    for (count, row) in rows(6, of: official, &random).enumerated() {
      let votes = Int32(10 + random.number(below: 30))
      if count % 2 == 0 {
        firstFeed[row].votes[sides.second] += votes
      } else {
        sides.move(votes, in: &official[row])
      }
      note(.revisedSheet, dataset, from: firstFeed[row], to: official[row])
    }
    let missing = Set(rows(4, of: official, &random))
    for row in missing.sorted() { note(.missingStation, dataset, official[row], "sheet", was: "there", now: "") }
    let left = official.indices.filter { !missing.contains($0) }
    (official, firstFeed) = (left.map { official[$0] }, left.map { firstFeed[$0] })
    return firstFeed
  }

  /// One copy in fifty of the preliminary count has two digits exchanged.
  mutating func spoilPreliminary(_ copies: inout [SimulatedSheet]) {
    var random = SplitMix64(seed: election.seed, .slipInPreliminary)
    change(20, of: &copies, .typingSlip, in: "preliminary", &random) { sheet, random in
      let option = random.number(below: 3)
      sheet.votes[option] = Self.transposed(sheet.votes[option]) ?? sheet.votes[option]
    }
  }

  /// One in a hundred of a party's copies has votes that its sheet has not.
  mutating func spoilParty(_ copies: inout [SimulatedSheet]) {
    var random = SplitMix64(seed: election.seed, .slipInParty)
    change(10, of: &copies, .copyDiffers, in: "party", &random) { sheet, random in
      sheet.votes[random.number(below: 3)] += Int32(1 + random.number(below: 30))
    }
  }

  /// A region's published total with a thousand votes too many for the leading option.
  mutating func spoilTotals(_ totals: inout [AreaTotal]) {
    let (before, option) = (totals[Self.totalRegion].votes[sides.leader], sides.leader)
    totals[Self.totalRegion].votes[option] += 1000
    planted.append(
      PlantedFault(
        fault: .wrongRollUp, dataset: "totals", key: territory.regions[Self.totalRegion],
        field: "votes_\(TrainingElection.options[option])", was: "\(before)", now: "\(before + 1000)"))
  }

  /// Writes down faults that others planted.
  mutating func add(_ faults: [PlantedFault]) { planted += faults }

  /// `number` with its first two neighbouring digits that differ exchanged; nil where all are alike.
  static func transposed(_ number: Int32) -> Int32? {
    var digits = Array(String(number).utf8)
    for place in digits.indices.dropLast() where digits[place] != digits[place + 1] {
      digits.swapAt(place, place + 1)
      return Int32(String(decoding: digits, as: UTF8.self))
    }
    return nil
  }

  // MARK: Choosing and noting

  /// Changes some sheets by `body`; one that it leaves as it was is passed over.
  private mutating func change(
    _ perThousand: Int, of sheets: inout [SimulatedSheet], _ fault: Fault, in dataset: String?,
    _ random: inout SplitMix64, body: (inout SimulatedSheet, inout SplitMix64) -> Void
  ) {
    for row in rows(perThousand, of: sheets, &random) {
      let before = sheets[row]
      body(&sheets[row], &random)
      note(fault, dataset, from: before, to: sheets[row])
    }
  }

  /// Rows of sheets that have no fault yet, drawn at random: so many in a thousand and at least three, but no more than
  /// one in forty, so that there are always enough left.
  private mutating func rows(_ perThousand: Int, of sheets: [SimulatedSheet], _ random: inout SplitMix64) -> [Int] {
    let count = min(max(3, sheets.count * perThousand / 1000), sheets.count / 40)
    var rows: [Int] = []
    for _ in 0..<100 * count where rows.count < count {
      let row = random.number(below: sheets.count)
      if taken.insert(sheets[row].position).inserted { rows.append(row) }
    }
    return rows
  }

  /// Writes down every figure that differs.
  private mutating func note(
    _ fault: Fault, _ dataset: String?, from before: SimulatedSheet, to after: SimulatedSheet
  ) {
    guard before != after else { return }
    for (field, (was, now)) in zip(SimulatedSheet.fields, zip(before.figures, after.figures)) where was != now {
      note(fault, dataset, after, field, was: "\(was)", now: "\(now)")
    }
  }

  private mutating func note(
    _ fault: Fault, _ dataset: String?, _ sheet: SimulatedSheet, _ field: String, was: String, now: String
  ) {
    planted.append(
      PlantedFault(
        fault: fault, dataset: dataset ?? "all_tracks", key: territory.key(sheet), field: field, was: was, now: now))
  }
}

/// The two options between which faults move votes: the one ahead in the clean count, and the next one.
struct Sides {
  var leader, second: Int

  /// The option ahead at the end of `sheets`, and the next; the earlier on the ballot where they tie.
  init(_ sheets: [SimulatedSheet]) {
    let totals = sheets.reduce(into: SIMD4<Int64>()) { $0 &+= SIMD4(truncatingIfNeeded: $1.votes) }
    let ranked = (0..<4).sorted { (totals[$1], $0) < (totals[$0], $1) }
    (leader, second) = (ranked[0], ranked[1])
  }

  /// Moves votes from the second option to the leading one, as far as there are any.
  func move(_ votes: Int32, in sheet: inout SimulatedSheet) {
    let moved = max(-sheet.votes[leader], min(votes, sheet.votes[second]))
    sheet.votes[leader] += moved
    sheet.votes[second] -= moved
  }

  /// Brings the leading option to a whole percentage, as near as whole votes come; the second one gives or takes.
  func round(_ sheet: inout SimulatedSheet) {
    let percent = (sheet.votes[leader] * 100 + sheet.valid / 2) / sheet.valid
    move((percent * sheet.valid + 50) / 100 - sheet.votes[leader], in: &sheet)
  }

  /// Adds ballots for the leading option until there are `surplus` more than voters.
  func stuff(_ sheet: inout SimulatedSheet, with surplus: Int32) {
    let added = sheet.registered + sheet.extraVoters + surplus - sheet.cast
    sheet.cast += added
    sheet.valid += added
    sheet.votes[leader] += added
    sheet.issued = sheet.cast
    sheet.received = max(sheet.received, sheet.cast)
    sheet.unused = sheet.received - sheet.cast
  }
}
