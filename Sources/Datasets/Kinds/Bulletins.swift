import Diagnostics
import Language
public import Tables

/// Published partial counts of one contest, in the order of the file.
public struct Bulletins: Sendable {
  /// Where they come from.
  public let source: DatasetSource
  /// The contest.
  public let contest: Contest
  /// The bulletins.
  public let all: [Bulletin]

  /// The rows as evidence.
  public func evidence(_ bulletins: Bulletin...) -> Evidence { source.evidence(bulletins.map(\.provenance)) }
}

/// One published count. It may state votes, percentages, a lead only, or any mix.
public struct Bulletin: Sendable, Equatable {
  /// What stage of the count a bulletin reports.
  public enum Stage: String, Sendable, CaseIterable {
    /// A partial count.
    case bulletin
    /// The result as declared: hindsight for all that came before.
    case declared
  }

  /// Its key, source and times.
  public var provenance: Provenance
  /// What stage it reports.
  public var stage: Stage
  /// Whether it is known to have come after the row before it.
  public var followsPrevious: Bool
  /// Sheets counted, in percent as printed.
  public var countedPercent: ExactDecimal?
  /// Sheets counted, and all sheets there are.
  public var countedSheets, totalSheets: Int?
  /// Valid votes counted, as stated.
  public var validVotes: Int?
  /// Votes by option, in ballot order.
  public var votes: [Int?]
  /// Percent of the valid votes by option as printed, in ballot order.
  public var percents: [ExactDecimal?]
  /// The lead in votes as stated, and the option that has it by its place on the ballot.
  public var statedLead, leader: Int?
}

extension DatasetKind where Content == Bulletins {
  /// Published partial counts, one a row.
  public static var bulletins: Self {
    DatasetKind("bulletins", "published partial counts, one a row, in order of publication") { contest in
      [
        KindColumn("id", .text, role: .key, "the bulletin's key"),
        KindColumn(
          "stage", .choice(Bulletin.Stage.allCases.map(\.rawValue)), "`bulletin` (also where empty) or `declared`"),
        KindColumn("follows_previous", .boolean, "whether it is known to have come after the row before it"),
        KindColumn(
          "counted_sheets_percent", .decimal(least: 0), "sheets counted in percent, with the decimals printed"),
        KindColumn("counted_sheets", .integer(least: 0), "sheets counted"),
        KindColumn("total_sheets", .integer(least: 0), "all sheets there are"),
        KindColumn("valid_votes", .integer(least: 0), "valid votes counted"),
        KindColumn("lead", .integer(least: 0), "the lead in votes, where the source states it"),
        KindColumn("leader", .text, "the option that has the lead"),
      ]
        + contest.options.flatMap { option in
          [
            KindColumn("votes_\(option.id)", .integer(least: 0), "votes for \(option.name.en)"),
            KindColumn(
              "percent_\(option.id)", .decimal(least: 0),
              "percent of the valid votes for \(option.name.en), with the decimals printed"),
          ]
        } + Provenance.columns
    } keep: { table, rows in
      keeping(rows, of: table)
    } load: { source throws(DiagnosticsError) in
      guard let contest = source.contest else { preconditionFailure("the host gives bulletins their contest") }
      return Bulletins(source: source, contest: contest, all: try bulletins(of: source, contest))
    }
  }

  /// A row whose predecessor is left out is no longer known to follow the row before it.
  private static func keeping(_ rows: [Int], of table: Table) -> Table {
    table.filtered(rows: rows).rewriting("follows_previous") { row, cell in
      row > 0 && rows[row - 1] == rows[row] - 1 ? cell : .missing
    }
  }

  private static func bulletins(
    of source: DatasetSource, _ contest: Contest
  ) throws(DiagnosticsError) -> [Bulletin] {
    let table = source.table
    var problems: [Diagnostic] = []
    let provenances = source.provenances(problems: &problems)
    func integer(_ name: String, _ row: Int) -> Int? { table.integerColumn(name)?[row].map { Int($0) } }
    let options = contest.options.map(\.id)
    var out: [Bulletin] = []
    for (row, provenance) in provenances.enumerated() {
      func problem(_ message: RowMessage, _ field: String, _ value: String?) {
        problems.append(source.problem(message, row: row, field: field, value: value))
      }
      let leader = table.textColumn("leader")?[row]
      let bulletin = Bulletin(
        provenance: provenance, stage: table.textColumn("stage")?[row].flatMap(Bulletin.Stage.init) ?? .bulletin,
        followsPrevious: table.truthColumn("follows_previous")?[row] ?? false,
        countedPercent: table.decimalColumn("counted_sheets_percent")?[row],
        countedSheets: integer("counted_sheets", row), totalSheets: integer("total_sheets", row),
        validVotes: integer("valid_votes", row), votes: options.map { integer("votes_\($0)", row) },
        percents: options.map { table.decimalColumn("percent_\($0)")?[row] }, statedLead: integer("lead", row),
        leader: leader.flatMap { options.firstIndex(of: $0) })
      if let leader, bulletin.leader == nil {
        problem(.unknownOption(leader, contest: contest.id, options: options), "leader", leader)
      }
      if let lead = bulletin.statedLead, lead > 0, leader == nil { problem(.leadWithoutLeader, "lead", "\(lead)") }
      if bulletin.statedLead == nil, bulletin.votes.allSatisfy({ $0 == nil }),
        bulletin.percents.allSatisfy({ $0 == nil })
      {
        problem(.statesNothing, "id", provenance.key)
      }
      if let percent = bulletin.countedPercent, percent > 100 {
        problem(.partExceedsWhole(part: "counted_sheets_percent", whole: "100"), "counted_sheets_percent", "\(percent)")
      }
      if let counted = bulletin.countedSheets, let total = bulletin.totalSheets, counted > total {
        problem(.partExceedsWhole(part: "counted_sheets", whole: "total_sheets"), "counted_sheets", "\(counted)")
      }
      if bulletin.followsPrevious {
        if let previous = out.last {
          if let to = provenance.publication.to, let from = previous.provenance.publication.from, to < from {
            problem(.followsBackwards(previous: previous.provenance.key), "follows_previous", "true")
          }
        } else {
          problem(.followsNothing, "follows_previous", "true")
        }
      }
      out.append(bulletin)
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return out
  }
}
