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
  public enum Stage: String, Sendable, CaseIterable, FieldValue {
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

/// The fields of bulletins.
private struct BulletinFields: SourcedFields {
  let id = Field<String>("id", role: .key, "the bulletin's key")
  let stage = Field<Bulletin.Stage>("stage", "`bulletin` (also where empty) or `declared`")
  let followsPrevious = Field<Bool>("follows_previous", "whether it is known to have come after the row before it")
  let countedPercent = Field<ExactDecimal>(
    "counted_sheets_percent", least: 0, "sheets counted in percent, with the decimals printed")
  let countedSheets = Field<Int>("counted_sheets", least: 0, "sheets counted")
  let totalSheets = Field<Int>("total_sheets", least: 0, "all sheets there are")
  let validVotes = Field<Int>("valid_votes", least: 0, "valid votes counted")
  let lead = Field<Int>("lead", least: 0, "the lead in votes, where the source states it")
  let leader = Field<String>("leader", "the option that has the lead")
  let options: [OptionFields]
  let provenance = ProvenanceFields()

  init(_ declaration: DatasetDeclaration) { options = declaration.givenContest.options.map { OptionFields($0) } }

  var votes: [Field<Int>] { options.map(\.votes) }
}

extension DatasetKind where Content == Bulletins {
  /// Published partial counts, one a row.
  public static var bulletins: Self {
    DatasetKind(
      "bulletins", "published partial counts, one a row, in order of publication", takes: [.contest],
      fields: BulletinFields.init
    ) { kept, rows, fields in
      // A row whose predecessor is left out is no longer known to follow the row before it.
      kept.removing(fields.followsPrevious) { $0 == 0 || rows[$0 - 1] != rows[$0] - 1 }
    } load: { source, fields throws(DiagnosticsError) in
      let contest = source.declaration.givenContest
      return Bulletins(source: source, contest: contest, all: try bulletins(of: source, fields, contest))
    }
  }

  private static func bulletins(
    of source: DatasetSource, _ fields: BulletinFields, _ contest: Contest
  ) throws(DiagnosticsError) -> [Bulletin] {
    let options = contest.options.map(\.id)
    var problems: [Diagnostic] = []
    var out: [Bulletin] = []
    for (row, provenance) in fields.provenance.provenances(keys: fields.id, in: source).enumerated() {
      func problem<Value>(_ message: RowMessage, _ field: Field<Value>) {
        problems.append(source.problem(message, row: row, of: field))
      }
      let leader = fields.leader[row]
      let bulletin = Bulletin(
        provenance: provenance, stage: fields.stage[row] ?? .bulletin,
        followsPrevious: fields.followsPrevious[row] ?? false, countedPercent: fields.countedPercent[row],
        countedSheets: fields.countedSheets[row], totalSheets: fields.totalSheets[row],
        validVotes: fields.validVotes[row], votes: fields.options.map { $0.votes[row] },
        percents: fields.options.map { $0.percent[row] }, statedLead: fields.lead[row],
        leader: leader.flatMap { options.firstIndex(of: $0) })
      if let leader, bulletin.leader == nil {
        problem(.unknownOption(leader, contest: contest.id, options: options), fields.leader)
      }
      if let lead = bulletin.statedLead, lead > 0, leader == nil { problem(.leadWithoutLeader, fields.lead) }
      if bulletin.statedLead == nil, bulletin.votes.allSatisfy({ $0 == nil }),
        bulletin.percents.allSatisfy({ $0 == nil })
      {
        problem(.statesNothing, fields.id)
      }
      if let percent = bulletin.countedPercent, percent > 100 {
        problem(.partExceedsWhole(part: fields.countedPercent.name, whole: "100"), fields.countedPercent)
      }
      if let counted = bulletin.countedSheets, let total = bulletin.totalSheets, counted > total {
        problem(
          .partExceedsWhole(part: fields.countedSheets.name, whole: fields.totalSheets.name), fields.countedSheets)
      }
      if bulletin.followsPrevious {
        if let previous = out.last {
          if let to = provenance.publication.to, let from = previous.provenance.publication.from, to < from {
            problem(.followsBackwards(previous: previous.provenance.key), fields.followsPrevious)
          }
        } else {
          problem(.followsNothing, fields.followsPrevious)
        }
      }
      out.append(bulletin)
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return out
  }
}
