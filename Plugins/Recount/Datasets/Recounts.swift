public import ModuleKit

/// Recounts of boxes of one contest, in the order of the file.
public struct Recounts: Sendable {
  /// Where they come from.
  public let source: DatasetSource
  /// The contest.
  public let contest: Contest
  /// The recounts.
  public let all: [BoxRecount]

  /// The rows as evidence.
  public func evidence(_ recounts: BoxRecount...) -> Evidence { source.evidence(recounts.map(\.provenance)) }
}

/// One recount of some of a contest's boxes.
public struct BoxRecount: Sendable, Equatable {
  /// Its key, source and times.
  public var provenance: Provenance
  /// All boxes there are, and those recounted.
  public var boxes, recounted: Int
  /// How the recounted boxes were chosen.
  public var selection: Selection
  /// The rule by which they were chosen, where it was no draw.
  public var rule: Text?
  /// The document that states the rule or the draw.
  public var document: String?
  /// The seed of the draw, and where its record stands.
  public var seed, drawRecord: String?
  /// Whether the counts before the recount are held.
  public var holdsOriginalCounts: Bool
  /// Recounted boxes whose count differs from the one before.
  public var differing: Int?
  /// Votes by option inside the recounted boxes, in ballot order.
  public var votes: [Int?]
  /// Percent of the valid votes by option inside the recounted boxes as printed, in ballot order.
  public var percents: [ExactDecimal?]

  /// The boxes that nobody recounted.
  public var rest: Int { boxes - recounted }
}

/// The fields of recounts.
private struct RecountFields: SourcedFields {
  let id = Field<String>("id", role: .key, "the recount's key")
  let boxes = Field<Int>("boxes_total", least: 1, role: .required, "all boxes there are")
  let recounted = Field<Int>("boxes_recounted", least: 1, role: .required, "the boxes recounted")
  let selection = Field<Selection>(
    "selection",
    "how they were chosen; `unknown` where empty. Where `not_random`, the rule and its document must be given")
  let rule = BilingualField(
    "rule", en: "the rule by which they were chosen, for English readers",
    es: "the rule by which they were chosen, for Spanish readers")
  let document = Field<String>("document", "the document that states the rule or the draw")
  let seed = Field<String>("seed", "for a random draw: its seed")
  let drawRecord = Field<String>("draw_record", "for a random draw: where its record stands")
  let holdsOriginalCounts = Field<Bool>(
    "original_counts_held", "whether the counts before the recount are held; `false` if empty")
  let differing = Field<Int>(
    "boxes_differ", least: 0,
    "recounted boxes whose count differs from the one before; asks for `original_counts_held`")
  let options: [OptionFields]
  let provenance = ProvenanceFields()

  init(_ declaration: DatasetDeclaration) {
    options = declaration.givenContest.options.map {
      OptionFields($0, votesScope: " inside the recounted boxes", percentScope: " inside them")
    }
  }

  var votes: [Field<Int>] { options.map(\.votes) }
}

extension DatasetKind where Content == Recounts {
  /// Recounts of some of a contest's boxes, one a row.
  public static var recounts: Self {
    DatasetKind(
      "recounts", "recounts of some of a contest's boxes, one a row", takes: [.contest], fields: RecountFields.init
    ) { source, fields throws(DiagnosticsError) in
      Recounts(source: source, contest: source.declaration.givenContest, all: try recounts(of: source, fields))
    }
  }

  private static func recounts(
    of source: DatasetSource, _ fields: RecountFields
  ) throws(DiagnosticsError) -> [BoxRecount] {
    var problems: [Diagnostic] = []
    var out: [BoxRecount] = []
    for (row, provenance) in fields.provenance.provenances(keys: fields.id, in: source).enumerated() {
      let recount = BoxRecount(
        provenance: provenance, boxes: fields.boxes[row] ?? 0, recounted: fields.recounted[row] ?? 0,
        selection: fields.selection[row] ?? .unknown, rule: fields.rule[row], document: fields.document.filled(row),
        seed: fields.seed.filled(row), drawRecord: fields.drawRecord.filled(row),
        holdsOriginalCounts: fields.holdsOriginalCounts[row] ?? false, differing: fields.differing[row],
        votes: fields.options.map { $0.votes[row] }, percents: fields.options.map { $0.percent[row] })
      func problem<Value>(_ message: RowMessage, _ field: Field<Value>) {
        problems.append(source.problem(message, row: row, of: field))
      }
      func lacks<Value, Other>(_ field: Field<Value>, because other: Field<Other>) {
        problem(.lacks(field.name, because: other.name), field)
      }
      if recount.recounted > recount.boxes {
        problem(.partExceedsWhole(part: fields.recounted.name, whole: fields.boxes.name), fields.recounted)
      }
      if let differing = recount.differing {
        if differing > recount.recounted {
          problem(.partExceedsWhole(part: fields.differing.name, whole: fields.recounted.name), fields.differing)
        }
        if !recount.holdsOriginalCounts { lacks(fields.holdsOriginalCounts, because: fields.differing) }
      }
      if recount.selection == .notRandom {
        if recount.rule == nil { lacks(fields.rule.english, because: fields.selection) }
        if recount.document == nil { lacks(fields.document, because: fields.selection) }
      }
      for percent in fields.options.map(\.percent) where (percent[row] ?? 0) > 100 {
        problem(.partExceedsWhole(part: percent.name, whole: "100"), percent)
      }
      out.append(recount)
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return out
  }
}
