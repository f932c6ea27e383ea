import Diagnostics
public import Language
public import Tables
public import Times

/// Figures and statements that somebody published: of casualties, of counts, of times; promises too.
public struct Claims: Sendable {
  /// Where they come from.
  public let source: DatasetSource
  /// The claims, in the order of the file.
  public let all: [Claim]

  /// The rows as evidence.
  public func evidence(_ claims: [Claim]) -> Evidence { source.evidence(claims.map(\.provenance)) }
}

/// One figure or statement that somebody published.
public struct Claim: Sendable, Equatable {
  /// How the number is meant.
  public enum Qualifier: String, Sendable, CaseIterable {
    /// The number itself.
    case exact
    /// The number or more.
    case atLeast = "at_least"
    /// The number or less.
    case atMost = "at_most"
    /// More than the number.
    case moreThan = "more_than"
    /// Less than the number.
    case lessThan = "less_than"
    /// About the number.
    case approximate = "approx"
  }

  /// Its key, source and times.
  public var provenance: Provenance
  /// The question that it answers: claims of one topic are held against each other.
  public var topic: String?
  /// The topic in words.
  public var topicName: Text
  /// What is counted, such as `killed`.
  public var measure: String?
  /// Among whom it is counted.
  public var population: String
  /// How the number is meant.
  public var qualifier: Qualifier
  /// The number with its printed decimals.
  public var value: ExactDecimal?
  /// The range, where the claim is one.
  public var low, high: ExactDecimal?
  /// The unit of the number.
  public var unit: String?
  /// The answer, where it is no number: a word of the compiler's own, the same for the same answer.
  public var answer: String?
  /// The option that it puts first, for a claim about the outcome: as having most votes, or, where ``measure`` is
  /// `ahead`, as being ahead so far.
  public var option: String?
  /// How the claim is put, for readers.
  public var says: Text?
  /// The first and last day that it speaks of.
  public var periodFrom, periodTo: Day?
  /// Whether it is certain that it speaks of the same thing as the others of its topic.
  public var isCertainlyComparable: Bool
  /// When what is promised is due, at the earliest and at the latest; nil for a claim that is no promise.
  public var dueFrom, dueTo: Instant?
  /// The key of the claim whose publication fulfils the promise.
  public var fulfilledBy: String?
}

extension DatasetKind where Content == Claims {
  /// Figures and statements that somebody published, one a row.
  public static var claims: Self {
    DatasetKind(
      "claims", "figures, statements and promises that somebody published, one a row",
      columns: [
        KindColumn("id", .text, role: .key, "the claim's key"),
        KindColumn("topic", .text, "the question it answers: claims of one topic are held against each other"),
        KindColumn("topic_en", .text, "the topic for English readers"),
        KindColumn("topic_es", .text, "the topic for Spanish readers"),
        KindColumn("measure", .text, "what is counted, such as `killed`, `injured`, `detained`"),
        KindColumn("population", .text, "among whom; `all` where empty"),
        KindColumn(
          "qualifier", .choice(Claim.Qualifier.allCases.map(\.rawValue)), "how the number is meant; `exact` where empty"
        ),
        KindColumn("value", .decimal(least: nil), "the number, with the decimals printed"),
        KindColumn("value_low", .decimal(least: nil), "the low end, where the claim is a range"),
        KindColumn("value_high", .decimal(least: nil), "the high end, where the claim is a range"),
        KindColumn("unit", .text, "the unit of the number, such as `votes`, `percent`, `h`, `people`"),
        KindColumn("answer", .text, "the answer, where it is no number; the same word for the same answer"),
        KindColumn(
          "option", .text,
          "the option that it puts first: as having most votes or, where the measure is `ahead`, as ahead so far"),
        KindColumn("says_en", .text, "how the claim is put, for English readers"),
        KindColumn("says_es", .text, "how the claim is put, for Spanish readers"),
        KindColumn("period_from", .date, "the first day it speaks of"),
        KindColumn("period_to", .date, "the last day it speaks of"),
        KindColumn(
          "comparable", .choice(["yes", "perhaps"]),
          "whether it certainly speaks of the same thing as the others of its topic; `yes` where empty"),
        KindColumn("due_from", .dateTime, "for a promise: the earliest instant at which it is due"),
        KindColumn("due_to", .dateTime, "for a promise: the latest such instant"),
        KindColumn("fulfilled_by", .text, "for a promise: the claim whose publication keeps it"),
        KindColumn("definition", .text, "what the source counts, in its own terms"),
      ] + Provenance.columns,
      keep: { table, rows in keeping(rows, of: table) },
      load: { source throws(DiagnosticsError) in Claims(source: source, all: try claims(of: source)) })
  }

  /// A promise whose fulfilment is left out is one that nothing is known to fulfil.
  private static func keeping(_ rows: [Int], of table: Table) -> Table {
    let kept = table.filtered(rows: rows)
    let keys = kept.textColumn("id").map { keys in Set((0..<kept.rowCount).compactMap { keys[$0] }) } ?? []
    return kept.rewriting("fulfilled_by") { _, cell in
      if case .text(let key) = cell, !keys.contains(key) { .missing } else { cell }
    }
  }

  private static func claims(of source: DatasetSource) throws(DiagnosticsError) -> [Claim] {
    let table = source.table
    var problems: [Diagnostic] = []
    let provenances = source.provenances(problems: &problems)
    func text(_ name: String, _ row: Int) -> String? { table.textColumn(name)?[row].flatMap { $0.isEmpty ? nil : $0 } }
    func both(_ name: String, _ row: Int) -> Text? {
      guard let some = text(name + "_en", row) ?? text(name + "_es", row) else { return nil }
      return Text(en: text(name + "_en", row) ?? some, es: text(name + "_es", row) ?? some)
    }
    let keys = Set(provenances.map(\.key))
    var out: [Claim] = []
    for (row, provenance) in provenances.enumerated() {
      let topic = text("topic", row)
      let claim = Claim(
        provenance: provenance, topic: topic, topicName: both("topic", row) ?? Text(topic ?? ""),
        measure: text("measure", row), population: text("population", row) ?? "all",
        qualifier: text("qualifier", row).flatMap(Claim.Qualifier.init) ?? .exact,
        value: table.decimalColumn("value")?[row], low: table.decimalColumn("value_low")?[row],
        high: table.decimalColumn("value_high")?[row], unit: text("unit", row), answer: text("answer", row),
        option: text("option", row),
        says: both("says", row), periodFrom: table.dayColumn("period_from")?[row],
        periodTo: table.dayColumn("period_to")?[row],
        isCertainlyComparable: text("comparable", row) != "perhaps", dueFrom: table.instantColumn("due_from")?[row],
        dueTo: table.instantColumn("due_to")?[row], fulfilledBy: text("fulfilled_by", row))
      func problem(_ message: RowMessage, _ field: String, _ value: String?) {
        problems.append(source.problem(message, row: row, field: field, value: value))
      }
      if let from = claim.periodFrom, let to = claim.periodTo, to < from {
        problem(.periodBackwards, "period_to", to.iso)
      }
      if let from = claim.dueFrom, let to = claim.dueTo, to < from { problem(.periodBackwards, "due_to", to.rfc3339) }
      if claim.dueFrom != nil, claim.dueTo == nil { problem(.lacks("due_to", because: "due_from"), "due_to", nil) }
      if let key = claim.fulfilledBy {
        if !keys.contains(key) { problem(.unknownRow(key), "fulfilled_by", key) }
        if claim.dueTo == nil { problem(.lacks("due_to", because: "fulfilled_by"), "due_to", nil) }
      }
      if claim.value != nil, claim.low != nil || claim.high != nil {
        problem(.valueTwice, "value", "\(claim.value ?? 0)")
      }
      if let low = claim.low, let high = claim.high, high < low { problem(.rangeBackwards, "value_high", "\(high)") }
      out.append(claim)
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return out
  }
}
