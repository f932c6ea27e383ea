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

  /// Bulletins of `contest`, in order.
  public init(source: DatasetSource, contest: Contest, all: [Bulletin]) {
    (self.source, self.contest, self.all) = (source, contest, all)
  }

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
  /// Sheets counted that the authority marks as inconsistent.
  public var inconsistentSheets: Int?
  /// Valid, blank and null votes counted, as stated.
  public var validVotes, blankVotes, nullVotes: Int?
  /// Votes by option, in ballot order.
  public var votes: [Int?]
  /// Percentages by option as printed, in ballot order: of the valid votes, unless the source means all of them.
  public var percents: [ExactDecimal?]
  /// The lead in votes as stated, and the option that has it by its place on the ballot.
  public var statedLead, leader: Int?
  /// The look at a page or feed that it comes from; nil where it was published in another way.
  public var capture: Capture?

  /// Whether it states votes, percentages or a lead.
  public var statesFigures: Bool {
    statedLead != nil || votes.contains { $0 != nil } || percents.contains { $0 != nil }
  }
}

/// The fields of bulletins.
private struct BulletinFields: SourcedFields {
  let id = Field<String>("id", role: .key, "the bulletin's key")
  let stage = Field<Bulletin.Stage>("stage", "`bulletin` (also where empty) or `declared`")
  let followsPrevious = Field<Bool>.followsPrevious
  let countedPercent = Field<ExactDecimal>(
    "counted_sheets_percent", least: 0, "sheets counted in percent, with the decimals printed")
  let countedSheets = Field<Int>("counted_sheets", least: 0, "sheets counted")
  let totalSheets = Field<Int>("total_sheets", least: 0, "all sheets there are")
  let inconsistentSheets = Field<Int>(
    "inconsistent_sheets", least: 0, "sheets counted that the authority marks as inconsistent")
  let validVotes = Field<Int>("valid_votes", least: 0, "valid votes counted")
  let blankVotes = Field<Int>("blank_votes", least: 0, "blank votes counted")
  let nullVotes = Field<Int>("null_votes", least: 0, "null votes counted")
  let lead = Field<Int>("lead", least: 0, "the lead in votes, where the source states it")
  let leader = Field<String>("leader", "the option that has the lead")
  let options: [OptionFields]
  let capture = CaptureFields()
  let provenance = ProvenanceFields()

  init(_ declaration: DatasetDeclaration) { options = declaration.givenContest.options.map { OptionFields($0) } }

  var votes: [Field<Int>] { options.map(\.votes) }
}

extension Field<Bool> {
  /// Whether a bulletin came after the one before it.
  static var followsPrevious: Field<Bool> {
    Field("follows_previous", "whether it is known to have come after the row before it")
  }
}

extension DatasetKind where Content == Bulletins {
  /// Published partial counts, one a row.
  public static var bulletins: Self {
    DatasetKind(
      "bulletins", "published partial counts, one a row, in order of publication", takes: [.contest, .series],
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
      let leader = fields.leader[row]
      let bulletin = bulletin(row, provenance, fields, leader: leader.flatMap { options.firstIndex(of: $0) })
      if let leader, bulletin.leader == nil {
        problems.append(
          source.problem(
            .unknownOption(leader, contest: contest.id, options: options), row: row, of: fields.leader))
      }
      problems += source.problems(of: bulletin, row, fields) + source.orderProblems(of: bulletin, out.last, row, fields)
      out.append(bulletin.withoutEmptyFigures)
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return out
  }

  /// What `row` states, as it stands.
  private static func bulletin(
    _ row: Int, _ provenance: Provenance, _ fields: BulletinFields, leader: Int?
  ) -> Bulletin {
    var bulletin = Bulletin(
      provenance: provenance, stage: fields.stage[row] ?? .bulletin,
      followsPrevious: fields.followsPrevious[row] ?? false, countedPercent: fields.countedPercent[row],
      countedSheets: fields.countedSheets[row], totalSheets: fields.totalSheets[row],
      inconsistentSheets: fields.inconsistentSheets[row], validVotes: fields.validVotes[row],
      blankVotes: fields.blankVotes[row], nullVotes: fields.nullVotes[row],
      votes: fields.options.map { $0.votes[row] }, percents: fields.options.map { $0.percent[row] },
      statedLead: fields.lead[row], leader: leader)
    bulletin.capture = fields.capture.capture(row, hasFigures: bulletin.hasFiguresAboveZero)
    return bulletin
  }
}

extension DatasetSource {
  /// What is wrong with a row by itself.
  fileprivate func problems(of bulletin: Bulletin, _ row: Int, _ fields: BulletinFields) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    func problem<Value>(_ message: RowMessage, _ field: Field<Value>) {
      problems.append(self.problem(message, row: row, of: field))
    }
    func part(_ part: Int?, _ partField: Field<Int>, of whole: Int?, _ wholeField: Field<Int>) {
      guard let part, let whole, part > whole else { return }
      problem(.partExceedsWhole(part: partField.name, whole: wholeField.name), partField)
    }
    if let lead = bulletin.statedLead, lead > 0, fields.leader[row] == nil { problem(.leadWithoutLeader, fields.lead) }
    let isWithoutFigures = bulletin.capture.map { $0.state != .complete } ?? false
    if !bulletin.statesFigures, !isWithoutFigures { problem(.statesNothing, fields.id) }
    if isWithoutFigures, bulletin.hasFiguresAboveZero { problem(.captureHoldsFigures, fields.capture.state) }
    if let capture = bulletin.capture {
      if let from = capture.from, let to = capture.to, to < from { problem(.capturedBackwards, fields.capture.to) }
      if capture.to != nil, bulletin.provenance.publication.to == nil {
        problem(
          .lacks(fields.publication.to.name, because: fields.capture.to.name), fields.publication.to)
      }
    }
    if let percent = bulletin.countedPercent, percent > 100 {
      problem(.partExceedsWhole(part: fields.countedPercent.name, whole: "100"), fields.countedPercent)
    }
    part(bulletin.countedSheets, fields.countedSheets, of: bulletin.totalSheets, fields.totalSheets)
    part(bulletin.inconsistentSheets, fields.inconsistentSheets, of: bulletin.countedSheets, fields.countedSheets)
    return problems
  }

  /// What is wrong with the place of a row behind `previous`.
  fileprivate func orderProblems(
    of bulletin: Bulletin, _ previous: Bulletin?, _ row: Int, _ fields: BulletinFields
  ) -> [Diagnostic] {
    guard bulletin.followsPrevious else { return [] }
    guard let previous else { return [problem(.followsNothing, row: row, of: fields.followsPrevious)] }
    guard let to = bulletin.provenance.publication.to, let from = previous.provenance.publication.from, to < from
    else { return [] }
    return [problem(.followsBackwards(previous: previous.provenance.key), row: row, of: fields.followsPrevious)]
  }
}

extension Bulletin {
  /// Whether a figure of the options, or their sum, is above 0.
  fileprivate var hasFiguresAboveZero: Bool {
    ([statedLead, validVotes] + votes).contains { ($0 ?? 0) > 0 } || percents.contains { ($0?.number ?? 0) > 0 }
  }

  /// The bulletin without the zeros that a page without figures prints in place of them.
  fileprivate var withoutEmptyFigures: Bulletin {
    guard let capture, capture.state != .complete else { return self }
    var bulletin = self
    bulletin.votes = votes.map { _ in nil }
    bulletin.percents = percents.map { _ in nil }
    (bulletin.validVotes, bulletin.statedLead, bulletin.leader) = (nil, nil, nil)
    return bulletin
  }
}
