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

  /// The station of each sheet: as stated, or else the sheet's own key where no sheet states one.
  public var stationKeys: TextColumn { stations.missing.count < count ? stations : keys }

  /// All sheets as evidence.
  public var evidence: Evidence { evidence(rows: []) }

  /// The sheets at `rows`, from 0, as evidence; the whole dataset where there are none.
  public func evidence(rows: [Int]) -> Evidence {
    Evidence(
      dataset: source.dataset, rows: rows.map { RowKey(keys[$0] ?? "") }, citations: [source.citation],
      basis: track.basis)
  }
}

/// The fields of tally sheets.
private struct SheetFields: RowFields {
  let sheet = Field<String>("sheet", role: .key, "the sheet's key, the same on every track", heads: StationHeads.all)
  let areas: [Field<String>]
  let station = Field<String>("station", "the polling station, where it has another key than the sheet")
  let stratum = Field<String>.stratum
  let registered = Field<Int>.registered
  let extraVoters = Field<Int>("extra_voters", least: 0, "voters admitted beyond the register")
  let received = Field<Int>(
    "received", least: 0, "ballots received", heads: ["ballot received", "recibid", "бюллет полученн"])
  let issued = Field<Int>(
    "issued", least: 0, "ballots issued to voters", heads: ["ballot issued", "entregad", "бюллет выдан"])
  let unused = Field<Int>(
    "unused", least: 0, "ballots left over", heads: ["ballot unused", "sobrant", "utilizad", "бюллет погашен"])
  let ballots: BallotFields
  let publication = PublicationFields()

  init(_ declaration: DatasetDeclaration) {
    areas = Field.areas(of: declaration)
    ballots = BallotFields(declaration.givenContest)
  }

  var votes: [Field<Int>] { ballots.votes }
  var parts: [(part: Field<Int>, whole: Field<Int>)] { ballots.parts(of: registered) }
}

extension DatasetKind where Content == Sheets {
  /// Tally sheets, one a row.
  public static var sheets: Self {
    DatasetKind(
      "sheets", "tally sheets of one contest on one track, one a row", takes: [.contest, .track, .areas, .series],
      fields: SheetFields.init
    ) { source, fields throws(DiagnosticsError) in
      let sheets = Sheets(source, fields)
      let totals = sheets.totalsRows().filter { $0.isCertain && $0.difference == 0 }
      let problems =
        totals.map { source.problem(.totalsRow, row: $0.row, of: fields.sheet) } + source.keysOfNoRow(sheets.keys)
      guard problems.isEmpty else { throw DiagnosticsError(problems) }
      return sheets
    }
  }
}

extension Sheets {
  fileprivate init(_ source: DatasetSource, _ fields: SheetFields) {
    let votes = fields.votes.map(\.values)
    let ballots = fields.ballots
    let (cast, valid, blank, null) = (
      ballots.cast.values, ballots.valid.values, ballots.blank.values, ballots.null.values
    )
    let validVotes = valid.filled(from: votes)
    let published = fields.publication.columns(in: source.zone)
    self.init(
      source: source, contest: source.declaration.givenContest, track: source.declaration.givenTrack,
      count: source.table.rowCount, keys: fields.sheet.values, stations: fields.station.values,
      strata: fields.stratum.values, areas: Areas(fields.areas), registered: fields.registered.values,
      extraVoters: fields.extraVoters.values, received: fields.received.values, issued: fields.issued.values,
      unused: fields.unused.values, cast: cast, valid: valid, blank: blank, null: null, votes: votes,
      publishedFrom: published.from, publishedTo: published.to, validVotes: validVotes,
      castBallots: cast.filled(from: [validVotes], [blank, null]))
  }
}
