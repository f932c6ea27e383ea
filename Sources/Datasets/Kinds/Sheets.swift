import Diagnostics
import Language
public import Tables
public import Times

/// The tally sheets of one contest as one track has them, one a row; numbers stand as columns, for counts of a nation.
public struct Sheets: Sendable {
  /// Where they come from.
  public let source: DatasetSource
  /// The contest.
  public let contest: Contest
  /// Whose copies they are.
  public let track: Track
  /// The number of sheets.
  public let count: Int
  /// The key of each sheet.
  public let keys: TextColumn
  /// The polling station of each sheet, where the file names it apart from the sheet.
  public let stations: TextColumn
  /// The sampling stratum of each sheet.
  public let strata: TextColumn
  /// The areas of the sheets; the finest level is the polling place, where the workspace says so.
  public let areas: Areas
  /// Registered voters, and voters admitted beyond the register.
  public let registered, extraVoters: Column<Int64>
  /// Ballots received by the station, issued to voters, and left over.
  public let received, issued, unused: Column<Int64>
  /// Ballots cast, and of these valid, blank and null ones, as stated.
  public let cast, valid, blank, null: Column<Int64>
  /// Votes by option, in ballot order.
  public let votes: [Column<Int64>]
  /// When a sheet can have become known, at the earliest and at the latest.
  public let publishedFrom, publishedTo: Column<Instant>
  /// Valid votes: as stated, else the sum of the votes where all options have them.
  public let validVotes: Column<Int64>
  /// Ballots cast: as stated, else valid, blank and null ones where the sheet has them.
  public let castBallots: Column<Int64>

  /// All sheets as evidence.
  public var evidence: Evidence { evidence(rows: []) }

  /// The sheets at `rows`, from 0, as evidence; the whole dataset where there are none.
  public func evidence(rows: [Int]) -> Evidence {
    Evidence(
      dataset: source.dataset, rows: rows.map { keys[$0] ?? "" }, sources: [source.sourceKey], basis: track.basis)
  }
}

extension DatasetKind where Content == Sheets {
  /// Tally sheets, one a row.
  public static var sheets: Self {
    DatasetKind(
      "sheets", "tally sheets of one contest on one track, one a row", takes: [.contest, .track, .areas]
    ) { declaration in
      [KindColumn("sheet", .text, role: .key, "the sheet's key, the same on every track")]
        + AreaColumns.columns(declaration.areas)
        + [
          KindColumn("station", .text, "the polling station, where it has another key than the sheet"),
          KindColumn("stratum", .text, "the sampling stratum"),
        ] + whole.map { KindColumn($0, .integer(least: 0), $1) }
        + (declaration.contest?.options ?? []).map { option in
          KindColumn("votes_\(option.id)", .integer(least: 0), "votes for \(option.name.en)")
        } + Provenance.publicationColumns
    } keep: {
      $0.filtered(rows: $1)
    } load: { source throws(DiagnosticsError) in
      try sheets(of: source)
    }
  }

  private static let whole: KeyValuePairs = [
    "registered": "registered voters", "extra_voters": "voters admitted beyond the register",
    "received": "ballots received", "issued": "ballots issued to voters", "unused": "ballots left over",
    "cast": "ballots cast", "valid": "valid votes", "blank": "blank votes", "null": "null votes",
  ]

  private static func sheets(of source: DatasetSource) throws(DiagnosticsError) -> Sheets {
    guard let contest = source.declaration.contest, let track = source.declaration.track else {
      preconditionFailure("the host gives sheets their contest and track")
    }
    let table = source.table
    func whole(_ name: String) -> Column<Int64> {
      table.integerColumn(name) ?? Column(missing: table.rowCount, zero: 0)
    }
    func texts(_ name: String) -> TextColumn { table.textColumn(name) ?? TextColumn(missing: table.rowCount) }
    let votes = contest.options.map { whole("votes_\($0.id)") }
    let (valid, blank, null, cast) = (whole("valid"), whole("blank"), whole("null"), whole("cast"))
    let validVotes = valid.filled(from: votes)
    let publications = table.publicationColumns(in: source.zone)
    let sheets = Sheets(
      source: source, contest: contest, track: track, count: table.rowCount, keys: texts("sheet"),
      stations: texts("station"), strata: texts("stratum"), areas: Areas(source.declaration.areas, in: table),
      registered: whole("registered"), extraVoters: whole("extra_voters"), received: whole("received"),
      issued: whole("issued"), unused: whole("unused"), cast: cast, valid: valid, blank: blank, null: null,
      votes: votes, publishedFrom: publications.from, publishedTo: publications.to, validVotes: validVotes,
      castBallots: cast.filled(from: [validVotes], [blank, null]))
    let problems = source.publicationProblems() + sheets.totalsRows().map(source.totalsRow)
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return sheets
  }
}
