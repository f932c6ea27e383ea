import Drawings

/// An outcome as it grows, held against what the operation declares.
///
/// Built-in operations and external modules put together what they found here and nowhere else: the same code, values,
/// words and evidence give the same finding, sentences included, whichever way they come.
public struct CheckedOutcome: Sendable {
  /// What has been put together so far.
  public private(set) var outcome = Outcome()
  /// What was wrong with what was added: slips of the operation's author, told together when it ends.
  public private(set) var problems: [KitMessage] = []
  private let kinds: [String: Kind]
  private let tables: [DeclaredTable]
  private let figures: [FigureKind]
  private var taken: Set<Name> = []

  private struct Name: Hashable { let code, subject: String }

  /// A kind of finding with what each finding of it is held against: read once, for as many as there are.
  private struct Kind {
    let declared: DeclaredFinding
    let units: [String: Unit]
    let words: Set<String>
    let statements: [(language: Language, template: StatementTemplate)]

    init(_ declared: DeclaredFinding) {
      self.declared = declared
      units = Dictionary(declared.numbers.map { ($0.name, $0.unit) }) { first, _ in first }
      words = Set(declared.words)
      statements = Language.allCases.map { ($0, StatementTemplate(declared.statement[$0])) }
    }

    /// Whether the number `name` is declared, in its unit; one declared without a unit has the one that its data name.
    func admits(_ quantity: Quantity, as name: String) -> Bool {
      units[name].map { $0 == .number || quantity.unit.id == $0.id } ?? false
    }
  }

  /// An empty outcome of `operation`.
  public init(_ operation: OperationManifest) {
    kinds = Dictionary(operation.findings.map { ($0.code, Kind($0)) }) { first, _ in first }
    (tables, figures) = (operation.tables, operation.figures)
  }

  /// Adds a finding of `code` about `subject`, with its numbers, its words and the rows it rests on.
  ///
  /// The numbers are rounded to the twelve digits that results keep, and only then the sentence is filled, in both
  /// languages: a finding says the same before it is stored and after. A code that the operation does not declare, a
  /// number or word that the code does not declare, one that its sentence needs and does not get, a second finding of
  /// the code about the same subject, and a number that is not finite are problems. What the sentence may say was
  /// looked at where it was declared: the names that enter it are nobody's judgement.
  public mutating func add(
    _ code: String, about subject: String, _ values: [String: Quantity], words: [String: Text],
    from evidence: [Evidence]
  ) {
    guard let kind = kinds[code] else {
      problems.append(.undeclaredFinding(code))
      return
    }
    check(values, words, of: kind, about: subject)
    let declared = kind.declared
    if !taken.insert(Name(code: code, subject: subject)).inserted {
      problems.append(.twice(code: code, subject: subject))
    }
    if declared.tier == .screening, declared.severity > .notice { problems.append(.screeningTooSevere(code: code)) }
    let values = values.mapValues(\.rounded)
    var statement = Text("")
    for (language, template) in kind.statements {
      guard let text = template.filled(values, words, language) else {
        problems.append(.incompleteSentence(code: code, subject: subject))
        return
      }
      statement[language] = text
    }
    outcome.findings.append(
      Finding(
        code: code, severity: declared.severity, tier: declared.tier, placement: declared.placement, subject: subject,
        basis: evidence.map(\.basis).max() ?? .reported,
        method: declared.method.en, statement: statement, caution: declared.caution, values: values, words: words,
        evidence: evidence))
  }

  private mutating func check(
    _ values: [String: Quantity], _ words: [String: Text], of kind: Kind, about subject: String
  ) {
    let code = kind.declared.code
    for (name, quantity) in values.filter({ !kind.admits($1, as: $0) }).sorted(by: { $0.key < $1.key }) {
      guard let unit = kind.units[name] else {
        problems.append(.undeclared(name, code: code))
        continue
      }
      problems.append(.wrongUnit(name, code: code, unit: quantity.unit.id, declared: unit.id))
    }
    for word in words.keys.filter({ !kind.words.contains($0) }).sorted() {
      problems.append(.undeclared(word, code: code))
    }
    for name in values.filter({ !$1.isFinite }).keys.sorted() {
      problems.append(.notFinite(name, code: code, subject: subject))
    }
  }

  /// Adds the table that the operation declares as `name`.
  public mutating func add(table: Table, as name: String) {
    guard let kind = tables.first(where: { $0.name == name }), kind.columns.map(\.name) == table.columnNames,
      kind.columns.map(\.type) == table.columns.map(\.type)
    else {
      problems.append(.undeclaredTable(name))
      return
    }
    outcome.add(Artefact(table: name, table))
  }

  /// Adds the figure that the operation declares as `name`: SVG text for each language, which is kept as
  /// ``SafeDrawing`` writes it. One that holds more than drawing is a problem: a result goes to people who open its files.
  public mutating func add(figure svg: Text, as name: String) {
    guard figures.contains(where: { $0.name == name }) else {
      problems.append(.undeclaredFigure(name))
      return
    }
    for language in Language.allCases {
      do {
        outcome.add(Artefact(.figure(name, language), try SafeDrawing(svg[language]).document))
      } catch {
        problems.append(.unsafeFigure(name, language: language.rawValue, reason: error.reason))
      }
    }
  }

  /// Adds a page in `language`.
  public mutating func add(page html: String, in language: Language) {
    outcome.add(Artefact(.page(language), html))
  }

  /// Notes something else that is wrong.
  public mutating func add(problem: KitMessage) { problems.append(problem) }

  /// The outcome, where nothing was wrong with it.
  /// - Throws: ``DiagnosticsError`` with all that was.
  public func finished() throws(DiagnosticsError) -> Outcome {
    guard problems.isEmpty else { throw DiagnosticsError(problems.map { Diagnostic($0) }) }
    return outcome
  }
}
