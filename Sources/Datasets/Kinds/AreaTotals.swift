import Diagnostics
import Language
public import Tables

/// Published totals of one contest by area: what the sums of its sheets are held against.
public struct AreaTotals: Sendable {
  /// Where they come from.
  public let source: DatasetSource
  /// The contest.
  public let contest: Contest
  /// The number of areas.
  public let count: Int
  /// The areas: each row is a unit of the finest level.
  public let areas: Areas
  /// The number of sheets of the area.
  public let sheets: Column<Int64>
  /// Registered voters, ballots cast, and of these valid, blank and null ones.
  public let registered, cast, valid, blank, null: Column<Int64>
  /// Votes by option, in ballot order.
  public let votes: [Column<Int64>]

  /// The totals at `rows`, from 0, as evidence; the whole dataset where there are none.
  public func evidence(rows: [Int]) -> Evidence {
    let keys = rows.map { RowKey(areas.units.last?[areas.unit(areas.levels.count - 1, $0)].path ?? []) }
    return Evidence(dataset: source.dataset, rows: keys, citations: [source.citation], basis: .reported)
  }
}

/// The fields of published totals.
private struct AreaTotalFields: RowFields {
  let areas: [Field<String>]
  let sheets = Field<Int>("sheets", least: 0, "the number of sheets")
  let registered = Field<Int>.registered
  let ballots: BallotFields
  let publication = PublicationFields()

  init(_ declaration: DatasetDeclaration) {
    areas = Field.areas(of: declaration, role: .key)
    ballots = BallotFields(declaration.givenContest)
  }

  var votes: [Field<Int>] { ballots.votes }
  var parts: [(part: Field<Int>, whole: Field<Int>)] { ballots.parts(of: registered) }
}

extension DatasetKind where Content == AreaTotals {
  /// Published totals, one area a row.
  public static var areaTotals: Self {
    DatasetKind(
      "area_totals", "published totals of one contest, one area a row; the areas are all of one level",
      takes: [.contest, .areas], fields: AreaTotalFields.init
    ) { source, fields in
      AreaTotals(
        source: source, contest: source.declaration.givenContest, count: source.table.rowCount,
        areas: Areas(fields.areas), sheets: fields.sheets.values, registered: fields.registered.values,
        cast: fields.ballots.cast.values, valid: fields.ballots.valid.values, blank: fields.ballots.blank.values,
        null: fields.ballots.null.values,
        votes: fields.votes.map(\.values))
    }
  }
}
