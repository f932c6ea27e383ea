/// Where an operation puts what it found.
public struct Findings<Code: FindingCode>: Sendable {
  private(set) var outcome = Outcome()
  /// What the operation got wrong: slips of its author, told together when it ends.
  private(set) var problems: [KitMessage] = []
  private let tables: [TableKind]
  private let figures: [FigureKind]

  init(tables: [TableKind], figures: [FigureKind]) { (self.tables, self.figures) = (tables, figures) }

  /// Adds a finding of `code` about `subject`, with its numbers, its words and the rows it rests on.
  ///
  /// The sentence is filled here, in both languages. A number or word that the code does not declare, one that its
  /// sentence needs and does not get, a second finding of the code about the same subject, a number that is not
  /// finite, and a sentence that decides what a mission cannot know all make the run fail.
  public mutating func add(
    _ code: Code, about subject: String, _ values: [String: Quantity] = [:], words: [String: Text] = [:],
    from evidence: [Evidence]
  ) {
    let kind = code.kind
    let name = code.rawValue
    let declared = Set(kind.numbers.map(\.name))
    for value in values.keys.sorted() where !declared.contains(value) {
      problems.append(.undeclared(value, code: name))
    }
    for word in words.keys.sorted() where !kind.words.contains(word) {
      problems.append(.undeclared(word, code: name))
    }
    for (value, quantity) in values.sorted(by: { $0.key < $1.key })
    where ![quantity.value, quantity.low, quantity.high].allSatisfy({ $0?.isFinite ?? true }) {
      problems.append(.notFinite(value, code: name, subject: subject))
    }
    if outcome.findings.contains(where: { $0.code == name && $0.subject == subject }) {
      problems.append(.twice(code: name, subject: subject))
    }
    if kind.tier == .screening, kind.severity > .notice { problems.append(.screeningTooSevere(code: name)) }
    var statement = Text("")
    for language in Language.allCases {
      guard let text = StatementTemplate(kind.statement[language]).filled(values, words, language) else {
        problems.append(.incompleteSentence(code: name, subject: subject))
        return
      }
      statement[language] = text
      for slip in Wording.slips(in: text) { problems.append(.forbiddenWord(slip.word, code: name, subject: subject)) }
    }
    outcome.findings.append(
      Finding(
        code: name, severity: kind.severity, tier: kind.tier, placement: kind.placement, subject: subject,
        basis: evidence.map(\.basis).max() ?? .reported,
        basisBy: Set(evidence.flatMap(\.sources)).sorted(), method: kind.method.en, statement: statement,
        caution: kind.caution, values: values, words: words, evidence: evidence))
  }

  /// Adds the table that the operation declares as `name`.
  public mutating func add(table: Table, as name: String) {
    guard let kind = tables.first(where: { $0.name == name }), kind.columns.map(\.name) == table.columnNames else {
      problems.append(.undeclaredTable(name))
      return
    }
    outcome.tables[name] = table
  }

  /// Adds the figure that the operation declares as `name`: SVG text for each language.
  public mutating func add(figure svg: Text, as name: String) {
    guard figures.contains(where: { $0.name == name }) else {
      problems.append(.undeclaredFigure(name))
      return
    }
    outcome.figures[name] = svg
  }

  /// Adds a page in `language`.
  public mutating func add(page html: String, in language: Language) { outcome.pages[language] = html }
}
