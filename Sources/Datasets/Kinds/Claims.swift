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
  public enum Qualifier: String, Sendable, CaseIterable, FieldValue {
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
  /// How the claim is put, for readers: a paraphrase, in the words of who compiled the claims.
  public var says: Text?
  /// The words of the source itself.
  public var quote: Quote?
  /// The first and last day that it speaks of.
  public var periodFrom, periodTo: Day?
  /// Whether the source does not state that period, so that who compiled the claims inferred it.
  public var isPeriodInferred = false
  /// Whether it is certain that it speaks of the same thing as the others of its topic.
  public var isCertainlyComparable: Bool
  /// When what is promised is due, at the earliest and at the latest; nil for a claim that is no promise.
  public var dueFrom, dueTo: Instant?
  /// The key of the claim whose publication fulfils the promise.
  public var fulfilledBy: String?
}

/// The fields of claims.
private struct ClaimFields: SourcedFields {
  /// Whether a claim certainly speaks of the same thing as the others of its topic.
  enum Comparable: String, CaseIterable, FieldValue { case yes, perhaps }

  /// How the period of a claim is known.
  enum PeriodBasis: String, CaseIterable, FieldValue { case stated, inferred }

  let id = Field<String>("id", role: .key, "the claim's key")
  let topic = Field<String>("topic", "the question it answers: claims of one topic are held against each other")
  let topicName = BilingualField(
    "topic", en: "the topic for English readers", es: "the topic for Spanish readers")
  let measure = Field<String>("measure", "what is counted, such as `killed`, `injured`, `detained`")
  let population = Field<String>("population", "among whom; `all` where empty")
  let qualifier = Field<Claim.Qualifier>("qualifier", "how the number is meant; `exact` where empty")
  let value = Field<ExactDecimal>("value", "the number, with the decimals printed")
  let low = Field<ExactDecimal>("value_low", "the low end, where the claim is a range")
  let high = Field<ExactDecimal>("value_high", "the high end, where the claim is a range")
  let unit = Field<String>("unit", "the unit of the number, such as `votes`, `percent`, `h`, `people`")
  let answer = Field<String>("answer", "the answer, where it is no number; the same word for the same answer")
  let option = Field<String>(
    "option", "the option that it puts first: as having most votes or, where the measure is `ahead`, as ahead so far")
  let says = BilingualField(
    "says", en: "a paraphrase of the claim for English readers; quotation marks in it are left out",
    es: "the same for Spanish readers")
  let quote = QuoteFields()
  let periodFrom = Field<Day>("period_from", "the first day it speaks of")
  let periodTo = Field<Day>("period_to", "the last day it speaks of")
  let periodBasis = Field<PeriodBasis>(
    "period_basis", "`inferred` where the source does not state that period; `stated` where empty")
  let comparable = Field<Comparable>(
    "comparable", "whether it certainly speaks of the same thing as the others of its topic; `yes` where empty")
  let dueFrom = Field<Instant>("due_from", "for a promise: the earliest instant at which it is due")
  let dueTo = Field<Instant>("due_to", "for a promise: the latest such instant")
  let fulfilledBy = Field<String>("fulfilled_by", "for a promise: the claim whose publication keeps it")
  let definition = Field<String>("definition", "what the source counts, in its own terms")
  let provenance = ProvenanceFields()
}

extension DatasetKind where Content == Claims {
  /// Figures and statements that somebody published, one a row.
  public static var claims: Self {
    DatasetKind("claims", "figures, statements and promises that somebody published, one a row") { _ in
      ClaimFields()
    } keep: { kept, rows, fields in
      // A promise whose fulfilment is left out is one that nothing is known to fulfil.
      let keys = Set(rows.indices.compactMap { fields.id[$0] })
      return kept.removing(fields.fulfilledBy) { row in fields.fulfilledBy[row].map { !keys.contains($0) } ?? false }
    } load: { source, fields throws(DiagnosticsError) in
      Claims(source: source, all: try claims(of: source, fields))
    }
  }

  private static func claims(of source: DatasetSource, _ fields: ClaimFields) throws(DiagnosticsError) -> [Claim] {
    let provenances = fields.provenance.provenances(keys: fields.id, in: source)
    let keys = Set(provenances.map(\.key))
    var problems: [Diagnostic] = []
    var out: [Claim] = []
    for (row, provenance) in provenances.enumerated() {
      let topic = fields.topic.filled(row)
      let claim = Claim(
        provenance: provenance, topic: topic, topicName: fields.topicName[row] ?? Text(topic ?? ""),
        measure: fields.measure.filled(row), population: fields.population.filled(row) ?? "all",
        qualifier: fields.qualifier[row] ?? .exact, value: fields.value[row], low: fields.low[row],
        high: fields.high[row], unit: fields.unit.filled(row), answer: fields.answer.filled(row),
        option: fields.option.filled(row), says: fields.says[row], quote: fields.quote[row],
        periodFrom: fields.periodFrom[row],
        periodTo: fields.periodTo[row], isPeriodInferred: fields.periodBasis[row] == .inferred,
        isCertainlyComparable: fields.comparable[row] != .perhaps,
        dueFrom: fields.dueFrom[row], dueTo: fields.dueTo[row], fulfilledBy: fields.fulfilledBy.filled(row))
      func problem<Value>(_ message: RowMessage, _ field: Field<Value>) {
        problems.append(source.problem(message, row: row, of: field))
      }
      problems += fields.quote.problems(row, in: source)
      if let from = claim.periodFrom, let to = claim.periodTo, to < from {
        problem(.periodBackwards, fields.periodTo)
      }
      if let from = claim.dueFrom, let to = claim.dueTo, to < from { problem(.periodBackwards, fields.dueTo) }
      if claim.dueFrom != nil, claim.dueTo == nil {
        problem(.lacks(fields.dueTo.name, because: fields.dueFrom.name), fields.dueTo)
      }
      if let key = claim.fulfilledBy {
        if !keys.contains(key) { problem(.unknownRow(key), fields.fulfilledBy) }
        if claim.dueTo == nil {
          problem(.lacks(fields.dueTo.name, because: fields.fulfilledBy.name), fields.dueTo)
        }
      }
      if claim.value != nil, claim.low != nil || claim.high != nil { problem(.valueTwice, fields.value) }
      if let low = claim.low, let high = claim.high, high < low { problem(.rangeBackwards, fields.high) }
      out.append(claim)
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return out
  }
}
