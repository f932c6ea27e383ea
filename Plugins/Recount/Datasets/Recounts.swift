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

extension DatasetKind where Content == Recounts {
  /// Recounts of some of a contest's boxes, one a row.
  public static var recounts: Self {
    DatasetKind("recounts", "recounts of some of a contest's boxes, one a row") { contest in
      [
        KindColumn("id", .text, role: .key, "the recount's key"),
        KindColumn("boxes_total", .integer(least: 1), role: .required, "all boxes there are"),
        KindColumn("boxes_recounted", .integer(least: 1), role: .required, "the boxes recounted"),
        KindColumn(
          "selection", .choice(Selection.allCases.map(\.rawValue)),
          "how they were chosen; `unknown` where empty. Where `not_random`, the rule and its document must be given"),
        KindColumn("rule_en", .text, "the rule by which they were chosen, for English readers"),
        KindColumn("rule_es", .text, "the rule by which they were chosen, for Spanish readers"),
        KindColumn("document", .text, "the document that states the rule or the draw"),
        KindColumn("seed", .text, "for a random draw: its seed"),
        KindColumn("draw_record", .text, "for a random draw: where its record stands"),
        KindColumn(
          "original_counts_held", .boolean, "whether the counts before the recount are held; `false` if empty"),
        KindColumn(
          "boxes_differ", .integer(least: 0),
          "recounted boxes whose count differs from the one before; asks for `original_counts_held`"),
      ]
        + contest.options.flatMap { option in
          [
            KindColumn(
              "votes_\(option.id)", .integer(least: 0), "votes for \(option.name.en) inside the recounted boxes"),
            KindColumn(
              "percent_\(option.id)", .decimal(least: 0),
              "percent of the valid votes for \(option.name.en) inside them, with the decimals printed"),
          ]
        } + Provenance.columns
    } load: { source throws(DiagnosticsError) in
      guard let contest = source.contest else { preconditionFailure("the host gives recounts their contest") }
      return Recounts(source: source, contest: contest, all: try recounts(of: source, contest))
    }
  }

  private static func recounts(
    of source: DatasetSource, _ contest: Contest
  ) throws(DiagnosticsError) -> [BoxRecount] {
    let table = source.table
    var problems: [Diagnostic] = []
    let provenances = source.provenances(problems: &problems)
    func integer(_ name: String, _ row: Int) -> Int? { table.integerColumn(name)?[row].map { Int($0) } }
    func text(_ name: String, _ row: Int) -> String? { table.textColumn(name)?[row].flatMap { $0.isEmpty ? nil : $0 } }
    let options = contest.options.map(\.id)
    var out: [BoxRecount] = []
    for (row, provenance) in provenances.enumerated() {
      let rule = text("rule_en", row) ?? text("rule_es", row)
      let recount = BoxRecount(
        provenance: provenance, boxes: integer("boxes_total", row) ?? 0,
        recounted: integer("boxes_recounted", row) ?? 0,
        selection: text("selection", row).flatMap(Selection.init) ?? .unknown,
        rule: rule.map { Text(en: text("rule_en", row) ?? $0, es: text("rule_es", row) ?? $0) },
        document: text("document", row), seed: text("seed", row), drawRecord: text("draw_record", row),
        holdsOriginalCounts: table.truthColumn("original_counts_held")?[row] ?? false,
        differing: integer("boxes_differ", row), votes: options.map { integer("votes_\($0)", row) },
        percents: options.map { table.decimalColumn("percent_\($0)")?[row] })
      func problem(_ message: RowMessage, _ field: String, _ value: String?) {
        problems.append(source.problem(message, row: row, field: field, value: value))
      }
      if recount.recounted > recount.boxes {
        problem(
          .partExceedsWhole(part: "boxes_recounted", whole: "boxes_total"), "boxes_recounted", "\(recount.recounted)")
      }
      if let differing = recount.differing {
        if differing > recount.recounted {
          problem(.partExceedsWhole(part: "boxes_differ", whole: "boxes_recounted"), "boxes_differ", "\(differing)")
        }
        if !recount.holdsOriginalCounts {
          problem(.lacks("original_counts_held", because: "boxes_differ"), "original_counts_held", nil)
        }
      }
      if recount.selection == .notRandom {
        if recount.rule == nil { problem(.lacks("rule_en", because: "selection"), "rule_en", nil) }
        if recount.document == nil { problem(.lacks("document", because: "selection"), "document", nil) }
      }
      for (option, percent) in zip(options, recount.percents) {
        guard let percent, percent > 100 else { continue }
        problem(.partExceedsWhole(part: "percent_\(option)", whole: "100"), "percent_\(option)", "\(percent)")
      }
      out.append(recount)
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return out
  }
}
