/// A finding whose parts tags may name, its texts in the edition's language.
public struct BoundFinding: Sendable {
  /// The code.
  public var code: String
  /// What it is about.
  public var subject: String
  /// The sentence.
  public var statement: String
  /// What it does not show.
  public var caution: String
  /// How it was reached.
  public var method: String
  /// On what it rests, and by whom, in words.
  public var basis: String
  /// How far it may be relied on, in words; empty where nothing needs saying.
  public var tier: String
  /// Whether it may stand in an annex only.
  public var isAnnex: Bool
  /// Whether it is of screening, where the caution comes before the sentence.
  public var isScreening: Bool
  /// The numbers, by name.
  public var quantities: [String: BoundQuantity]
  /// The words, by name.
  public var words: [String: String]
  /// The rows that it rests on.
  public var evidence: [BoundEvidence]

  /// A finding of `code` about `subject`.
  public init(
    code: String, subject: String, statement: String, caution: String, method: String, basis: String,
    tier: String = "", isAnnex: Bool = false, isScreening: Bool = false, quantities: [String: BoundQuantity] = [:],
    words: [String: String] = [:],
    evidence: [BoundEvidence] = []
  ) {
    (self.code, self.subject, self.statement, self.caution) = (code, subject, statement, caution)
    (self.method, self.basis, self.tier) = (method, basis, tier)
    (self.isAnnex, self.isScreening) = (isAnnex, isScreening)
    (self.quantities, self.words, self.evidence) = (quantities, words, evidence)
  }

  /// The names that every finding has.
  static let ownNames = ["statement", "caution", "subject", "method"]

  /// The text that a tag's name stands for; nil where the finding has none of that name.
  func text(_ name: String, _ format: TagFormat?) -> String? {
    if let quantity = quantities[name] { return quantity.text(format) }
    switch name {
    case "statement": return statement
    case "caution": return caution
    case "subject": return subject
    case "method": return method
    default: return words[name]
    }
  }
}

/// A number as people read it, in the forms that a tag may ask for.
public struct BoundQuantity: Sendable {
  /// With its unit, and its range where it has one.
  public var text: String
  /// The value alone, the low end and the high end, each with its unit; nil where there is none.
  public var value, low, high: String?
  /// Without its unit.
  public var bare: String
  /// For machines: the value, or the ends of the range parted by a slash.
  public var machine: String
  /// What the range means and what it assumes, in words; empty where there is no range.
  public var interval: String

  /// A number in every form.
  public init(
    text: String, value: String? = nil, low: String? = nil, high: String? = nil, bare: String, machine: String,
    interval: String = ""
  ) {
    (self.text, self.value, self.low, self.high) = (text, value, low, high)
    (self.bare, self.machine, self.interval) = (bare, machine, interval)
  }

  func text(_ format: TagFormat?) -> String? {
    switch format {
    case nil: text
    case .value: value
    case .low: low
    case .high: high
    case .bare: bare
    }
  }
}

/// Rows of a dataset, by key.
public struct BoundEvidence: Sendable {
  /// The dataset, as the workspace names it.
  public var dataset: String
  /// The keys of the rows.
  public var rows: [String]
  /// The sources that the rows name.
  public var sources: [String]

  /// The rows with the keys `rows` of `dataset`.
  public init(dataset: String, rows: [String], sources: [String] = []) {
    (self.dataset, self.rows, self.sources) = (dataset, rows, sources)
  }
}
