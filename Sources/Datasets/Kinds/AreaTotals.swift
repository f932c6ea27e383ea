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
    let names = rows.map { areas.units.last?[areas.unit(areas.levels.count - 1, $0)].path.joined(separator: "/") ?? "" }
    return Evidence(dataset: source.dataset, rows: names, sources: [source.sourceKey], basis: .reported)
  }
}

extension DatasetKind where Content == AreaTotals {
  /// Published totals, one area a row.
  public static var areaTotals: Self {
    DatasetKind(
      "area_totals", "published totals of one contest, one area a row; the areas are all of one level",
      takes: [.contest, .areas]
    ) { declaration in
      declaration.areas.map { KindColumn($0, .text, role: .key, "the \($0)") }
        + whole.map { KindColumn($0, .integer(least: 0), $1) }
        + (declaration.contest?.options ?? []).map { option in
          KindColumn("votes_\(option.id)", .integer(least: 0), "votes for \(option.name.en)")
        } + Provenance.publicationColumns
    } load: { source throws(DiagnosticsError) in
      guard let contest = source.contest else { preconditionFailure("the host gives totals their contest") }
      let problems = source.publicationProblems()
      guard problems.isEmpty else { throw DiagnosticsError(problems) }
      let (table, count) = (source.table, source.table.rowCount)
      func column(_ name: String) -> Column<Int64> { table.integerColumn(name) ?? Column(missing: count, zero: 0) }
      return AreaTotals(
        source: source, contest: contest, count: count, areas: Areas(source.declaration.areas, in: table),
        sheets: column("sheets"), registered: column("registered"), cast: column("cast"), valid: column("valid"),
        blank: column("blank"), null: column("null"), votes: contest.options.map { column("votes_\($0.id)") })
    }
  }

  private static let whole: KeyValuePairs = [
    "sheets": "the number of sheets", "registered": "registered voters", "cast": "ballots cast",
    "valid": "valid votes", "blank": "blank votes", "null": "null votes",
  ]
}
