/// The data files of a simulated election.
public enum TrainingFile: String, Sendable, CaseIterable {
  /// The official count in the end, and as first published: kind `sheets`.
  case official
  case firstFeed = "first_feed"
  /// The preliminary count, a party's copies, the observers' reports from the sample: kind `sheets`.
  case preliminary, party, observer
  /// The previous election, four years before: kind `sheets`, of a contest of its own.
  case previous
  /// All stations, and those drawn for the quick count: kind `stations`.
  case stations, sample
  /// The published totals of the regions.
  case totals
  /// What was published about the count: kinds `bulletins` and `claims`.
  case bulletins, claims
  /// Every planted fault.
  case groundTruth = "ground_truth"

  /// Where it stands in the workspace.
  public var path: String { "data/\(rawValue).csv" }
}

extension SimulatedCount {
  /// The bytes of `file`: CSV, UTF-8, commas, LF.
  public func csv(_ file: TrainingFile) -> [UInt8] {
    var all: [UInt8] = []
    write(file) { all += $0 }
    return all
  }

  /// Hands the bytes of `file` to `sink`, about a mebibyte at a time.
  public func write<Failure: Error>(
    _ file: TrainingFile, to sink: (borrowing [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    switch file {
    case .official: try write(official, [.stratum, .ballots, .times], to: sink)
    case .firstFeed: try write(firstFeed, [.stratum, .ballots, .times], to: sink)
    case .preliminary: try write(preliminary, [.times], to: sink)
    case .party: try write(party, [], to: sink)
    case .observer: try write(reports, [.stratum], to: sink)
    case .previous: try write(previous, [], options: TrainingElection.previousOptions, to: sink)
    case .stations: try writeStations(sheets, to: sink)
    case .sample: try writeStations(sample, to: sink)
    case .totals: try writeTotals(to: sink)
    case .bulletins: try write([Statements.bulletinColumns] + statements.bulletins, to: sink)
    case .claims: try write([Statements.claimColumns] + statements.claims, to: sink)
    case .groundTruth:
      let rows = planted.map { [$0.fault.rawValue, $0.dataset, $0.key, $0.field, $0.was, $0.now, $0.fault.foundBy] }
      try write([["fault", "dataset", "key", "field", "was", "is", "found_by"]] + rows, to: sink)
    }
  }

  /// Which columns a file of sheets has beside those that all have.
  private struct Columns: OptionSet {
    let rawValue: Int
    static let stratum = Columns(rawValue: 1)
    static let ballots = Columns(rawValue: 2)
    static let times = Columns(rawValue: 4)
  }

  private func write<Failure: Error>(
    _ sheets: [SimulatedSheet], _ columns: Columns, options: [String] = TrainingElection.options,
    to sink: (borrowing [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var line = LineWriter()
    line.texts(
      ["sheet", "region", "municipality", "place"] + (columns.contains(.stratum) ? ["stratum"] : []) + ["registered"]
        + (columns.contains(.ballots) ? ["extra_voters", "received", "issued", "unused"] : [])
        + ["cast", "valid", "blank", "null"] + options.map { "votes_\($0)" }
        + (columns.contains(.times) ? ["published_from", "published_to"] : []))
    var names = PlaceNames(territory)
    for sheet in sheets {
      names.write(sheet, withStratum: columns.contains(.stratum), to: &line)
      line.number(sheet.registered)
      if columns.contains(.ballots) {
        for figure in [sheet.extraVoters, sheet.received, sheet.issued, sheet.unused] { line.number(figure) }
      }
      for figure in [sheet.cast, sheet.valid, sheet.blank, sheet.null] { line.number(figure) }
      for option in 0..<4 { line.number(sheet.votes[option]) }
      if columns.contains(.times) {
        line.time(sheet.published - PublicationTimes.snapshot)
        line.time(sheet.published)
      }
      try line.end(sink)
    }
    try sink(line.bytes)
  }

  private func writeStations<Failure: Error>(
    _ sheets: [SimulatedSheet], to sink: (borrowing [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var line = LineWriter()
    line.texts(["station", "region", "municipality", "place", "stratum", "registered"])
    var names = PlaceNames(territory)
    for sheet in sheets {
      names.write(sheet, withStratum: true, to: &line)
      line.number(sheet.registered)
      try line.end(sink)
    }
    try sink(line.bytes)
  }

  private func writeTotals<Failure: Error>(
    to sink: (borrowing [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let header =
      ["region", "sheets", "registered", "cast", "valid", "blank", "null"]
      + TrainingElection.options.map { "votes_\($0)" }
    let rows = zip(territory.regions, totals).map { region, total in
      [region]
        + [total.sheets, total.registered, total.cast, total.valid, total.blank, total.null].map(String.init)
        + (0..<4).map { String(total.votes[$0]) }
    }
    try write([header] + rows, to: sink)
  }

  private func write<Failure: Error>(
    _ rows: [[String]], to sink: (borrowing [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var line = LineWriter()
    for row in rows { line.texts(row) }
    try sink(line.bytes)
  }
}

/// The names that stand at the head of a row; the texts of a place are put together once for all its sheets.
private struct PlaceNames {
  private let territory: Territory
  private var place: Int32 = -1
  private var (key, areas, stratum): ([UInt8], [UInt8], [UInt8]) = ([], [], [])

  init(_ territory: Territory) { self.territory = territory }

  /// The sheet's key, its region, municipality and place, and its stratum where asked for.
  mutating func write(_ sheet: SimulatedSheet, withStratum: Bool, to line: inout LineWriter) {
    if sheet.place != place {
      place = sheet.place
      let here = territory.places[Int(place)]
      let (region, municipality) = (territory.regions[here.region], here.municipality + 1)
      key = Array("\(territory.key(here))-".utf8)
      areas = Array("\(region),\(region)-\(municipality),\(region)-\(municipality)-\(here.number + 1)".utf8)
      stratum = Array(territory.stratumName(sheet).utf8)
    }
    line.text(key)
    line.join(sheet.number + 1)
    line.text(areas)
    if withStratum { line.text(stratum) }
  }
}
