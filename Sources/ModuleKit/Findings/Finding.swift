/// How much a finding matters to a mission's judgement.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case info, notice, concern, critical

  /// What readers call it.
  public var word: Text {
    switch self {
    case .info: Text("info")
    case .notice: Text(en: "notice", es: "atención")
    case .concern: Text(en: "concern", es: "preocupación")
    case .critical: Text(en: "critical", es: "crítico")
    }
  }

  /// Severities compare from `info` up.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// How far a finding may be relied on.
public enum Tier: String, Sendable, CaseIterable {
  /// Arithmetic on what was published.
  case fact
  /// A reading of the facts under stated assumptions.
  case explanation
  /// A sign that asks for documents; never more than a notice.
  case screening
}

/// Where a finding may stand in a statement.
public enum Placement: String, Sendable, CaseIterable { case body, annex }

/// One thing an analysis found: what is so, on what it rests, and what it does not show.
public struct Finding: Sendable, Equatable {
  /// The code that the operation declares, in snake_case.
  public var code: String
  /// How much it matters.
  public var severity: Severity
  /// How far it may be relied on.
  public var tier: Tier
  /// Where it may stand.
  public var placement: Placement
  /// What it is about, by key: a contest, a bulletin, two claims. One code has one finding a subject.
  public var subject: String
  /// The weakest basis of its evidence.
  public var basis: Basis
  /// How it was reached, with a citation.
  public var method: String
  /// The sentence, in every language.
  public var statement: Text
  /// What it does not show, in every language.
  public var caution: Text
  /// The numbers in it, by name.
  public var values: [String: Quantity]
  /// The names and words in it, by name.
  public var words: [String: Text]
  /// What it rests on.
  public var evidence: [Evidence]

  /// The keys of the sources that its evidence names, in byte order.
  public var basisBy: [String] { Set(evidence.flatMap(\.sources)).sorted() }
}
