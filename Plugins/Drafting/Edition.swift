public import Language

/// What one edition of a draft can say, all of it in one language already: the mission's facts and the results.
public struct Edition: Sendable {
  /// The language of the page.
  public var language: Language
  /// The mission's title.
  public var title: String
  /// The day of the election in words.
  public var electionDay: String
  /// What every page of the mission says of itself; empty where it says nothing.
  public var notice: String
  /// The time after which nothing was known, where the edition has one.
  public var asOf: AsOf?
  /// The results that tags may name, one an analysis.
  public var results: [BoundResult]

  /// An edition's as-of time: in words, and as RFC 3339.
  public struct AsOf: Sendable {
    /// The time in words, with its offset from UTC.
    public var text: String
    /// The time for machines.
    public var machine: String

    /// A time in words and for machines.
    public init(text: String, machine: String) { (self.text, self.machine) = (text, machine) }
  }

  /// An edition in `language`.
  public init(
    language: Language, title: String, electionDay: String, notice: String, asOf: AsOf? = nil, results: [BoundResult]
  ) {
    (self.language, self.title, self.electionDay) = (language, title, electionDay)
    (self.notice, self.asOf, self.results) = (notice, asOf, results)
  }
}

/// The stored result of one analysis, to which tags are bound.
public struct BoundResult: Sendable {
  /// Whether the result can be relied on as it stands.
  public enum Status: String, Sendable, CaseIterable {
    /// It was computed from what the workspace holds now.
    case current
    /// Something it was computed from has changed since.
    case stale
    /// The analysis failed; there is nothing to show.
    case failed
    /// The analysis never ran.
    case missing
  }

  /// The analysis, as the workspace names it.
  public var analysis: String
  /// The operation, such as `counts.timeline`.
  public var operation: String
  /// Whether the result can be relied on.
  public var status: Status
  /// What findings of each code can say, whether or not this edition has any.
  public var declared: [DeclaredFinding]
  /// The figures and the tables that the operation declares, whether or not this edition has them.
  public var declaredFigures, declaredTables: [String]
  /// The findings that this edition has.
  public var findings: [BoundFinding]
  /// The figures that it has, by name.
  public var figures: [String: BoundFigure]
  /// The tables that it has, by name.
  public var tables: [String: BoundTable]
  /// Whether it is screening alone: signs that ask for documents, shown collapsed and behind their cautions.
  public var isScreening: Bool

  /// The result of `analysis`.
  public init(
    analysis: String, operation: String, status: Status = .current, declared: [DeclaredFinding],
    declaredFigures: [String] = [], declaredTables: [String] = [], findings: [BoundFinding] = [],
    figures: [String: BoundFigure] = [:], tables: [String: BoundTable] = [:], isScreening: Bool = false
  ) {
    (self.analysis, self.operation, self.status) = (analysis, operation, status)
    (self.declared, self.declaredFigures, self.declaredTables) = (declared, declaredFigures, declaredTables)
    self.findings = findings
    (self.figures, self.tables, self.isScreening) = (figures, tables, isScreening)
  }

  /// Whether there is anything stored, current or not.
  var isPresent: Bool { status == .current || status == .stale }
}

/// What the findings of one code can say: the names that tags may use.
public struct DeclaredFinding: Sendable {
  /// The code.
  public var code: String
  /// The names of its numbers.
  public var quantities: [String]
  /// The names of its words.
  public var words: [String]
  /// Whether it may stand in an annex only.
  public var isAnnex: Bool

  /// Findings of `code`.
  public init(_ code: String, quantities: [String] = [], words: [String] = [], isAnnex: Bool = false) {
    (self.code, self.quantities, self.words, self.isAnnex) = (code, quantities, words, isAnnex)
  }

  /// Every name that may stand behind the code in a tag.
  var names: [String] { quantities + words + BoundFinding.ownNames }
}

/// A figure: an SVG document as text, and the sentence under it.
public struct BoundFigure: Sendable {
  /// The document; what is not plain drawing is refused.
  public var svg: String
  /// The sentence that says what the reader should see.
  public var caption: String

  /// The figure `svg` with its caption.
  public init(svg: String, caption: String) { (self.svg, self.caption) = (svg, caption) }
}

/// A table of texts.
public struct BoundTable: Sendable {
  /// The sentence above it.
  public var caption: String
  /// The heading of each column.
  public var headings: [String]
  /// Which columns hold numbers, and are set to the right.
  public var numeric: [Bool]
  /// The cells, row by row.
  public var rows: [[String]]

  /// A table with a caption, headings and rows of cells.
  public init(caption: String, headings: [String], numeric: [Bool], rows: [[String]]) {
    (self.caption, self.headings, self.numeric, self.rows) = (caption, headings, numeric, rows)
  }
}
