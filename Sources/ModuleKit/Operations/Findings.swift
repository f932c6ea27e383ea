/// Where an operation puts what it found.
public struct Findings<Code: FindingCode>: Sendable {
  private(set) var checked: CheckedOutcome

  init(_ operation: OperationManifest) { checked = CheckedOutcome(operation) }

  /// Adds a finding of `code` about `subject`, with its numbers, its words and the rows it rests on.
  ///
  /// The sentence is filled here, in both languages. A number or word that the code does not declare, one that its
  /// sentence needs and does not get, a second finding of the code about the same subject, a number that is not
  /// finite, and a sentence that decides what a mission cannot know all make the run fail.
  public mutating func add(
    _ code: Code, about subject: String, _ values: [String: Quantity] = [:], words: [String: Text] = [:],
    from evidence: [Evidence]
  ) {
    checked.add(code.rawValue, about: subject, values, words: words, from: evidence)
  }

  /// Adds the table that the operation declares as `name`.
  public mutating func add(table: Table, as name: String) { checked.add(table: table, as: name) }

  /// Adds the figure that the operation declares as `name`: SVG text for each language.
  public mutating func add(figure svg: Text, as name: String) { checked.add(figure: svg, as: name) }

  /// Adds a page in `language`.
  public mutating func add(page html: String, in language: Language) { checked.add(page: html, in: language) }
}
