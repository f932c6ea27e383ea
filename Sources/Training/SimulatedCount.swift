/// Everything that a simulated election left behind: who has which sheets, and what was planted in them.
public struct SimulatedCount: Sendable {
  /// What it was drawn from.
  public let election: TrainingElection
  /// The areas.
  public let territory: Territory
  /// The sheets as they hang at the polling stations.
  public let sheets: [SimulatedSheet]
  /// The official count in the end, and as first published.
  public let official, firstFeed: [SimulatedSheet]
  /// The totals of the regions as published with the official count.
  public let totals: [AreaTotal]
  /// The preliminary count of election night.
  public let preliminary: [SimulatedSheet]
  /// The copies that a party gathered: more of them in towns and where it is strong.
  public let party: [SimulatedSheet]
  /// The probability sample drawn for the quick count, and the reports on it that came in.
  public let sample, reports: [SimulatedSheet]
  /// Bulletins and claims.
  let statements: Statements
  /// What was planted; empty for a clean election.
  public let planted: [PlantedFault]

  /// The sheets of the election before this one, in which nothing went wrong; drawn when asked for.
  public var previous: [SimulatedSheet] { CleanCount(election).previousSheets(before: sheets) }

  init(_ election: TrainingElection) {
    let clean = CleanCount(election)
    let (territory, seed) = (clean.territory, election.seed)
    var sheets = clean.sheets()
    let sides = Sides(sheets)
    var planting = Planting(election, territory, sides)
    if election.hasFaults { planting.spoilSheets(&sheets) }

    (sample, reports) = Copies.sample(of: sheets, territory, seed: seed)
    var preliminary = Copies.preliminary(of: sheets, territory, seed: seed)
    var party = Copies.party(of: sheets, territory, holder: sides.second, seed: seed)
    var official = sheets
    var firstFeed = sheets
    if election.hasFaults {
      firstFeed = planting.spoilEntry(&official)
      planting.spoilPreliminary(&preliminary)
      planting.spoilParty(&party)
    }
    var totals = AreaTotal.regions(of: official, territory)
    if election.hasFaults { planting.spoilTotals(&totals) }
    statements = Statements(election, published: firstFeed, totals: totals, stations: sheets.count, sides)
    planting.add(statements.planted)

    (self.election, self.territory, self.sheets) = (election, territory, sheets)
    (self.official, self.firstFeed, self.totals) = (official, firstFeed, totals)
    (self.preliminary, self.party, planted) = (preliminary, party, planting.planted)
  }
}
