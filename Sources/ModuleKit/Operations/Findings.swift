/// Where an operation puts what it found.
public struct Findings: Sendable {
  var checked: CheckedOutcome

  init(_ operation: OperationManifest) { checked = CheckedOutcome(operation) }

  /// Adds `finding` about `subject`, with the rows it rests on.
  ///
  /// The sentence is filled here, in both languages. A finding whose kind the operation does not list, a second one of
  /// the kind about the same subject, a number that is not finite or in another unit than declared, and a sentence that
  /// decides what a mission cannot know make the run fail.
  public mutating func add<F: FindingShape>(_ finding: F, about subject: String, from evidence: [Evidence]) {
    add(finding, of: F.kind, about: subject, from: evidence)
  }

  /// Adds `finding` of a kind that is made by rule, where findings of several codes state the same.
  public mutating func add<F>(
    _ finding: F, of kind: FindingKind<F>, about subject: String, from evidence: [Evidence]
  ) {
    checked.add(
      kind.declared.code, about: subject, kind.values(of: finding), words: kind.words(of: finding), from: evidence)
  }

  /// Adds the table `kind` of `rows`.
  /// - Throws: `TableMessage` for a number that is not finite and a text that no file can hold.
  public mutating func add<Row>(_ kind: TableKind<Row>, _ rows: some Sequence<Row>) throws(TableMessage) {
    checked.add(table: try kind.table(of: rows), as: kind.declared.name)
  }

  /// Adds a table made column by column, as `kind` declares it: for millions of rows.
  public mutating func add(_ table: Table, as kind: DeclaredTable) { checked.add(table: table, as: kind.name) }

  /// Adds the figure `kind`: SVG text for each language.
  public mutating func add(_ kind: FigureKind, _ svg: Text) { checked.add(figure: svg, as: kind.name) }

  /// Adds a page in `language`.
  public mutating func add(page html: String, in language: Language) { checked.add(page: html, in: language) }
}
