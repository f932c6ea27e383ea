/// Looks for what an observer's own sentence must not decide: who won, and whether there was fraud.
///
/// Names, verbatim speech between “ ” or « », and what a sentence says that others say are not the observer's. A denial
/// decides as much as an accusation; to say that something is not known decides nothing. Straight quotes do not count:
/// they mark code and inches as often as speech. The rules are ``DecidingWord`` and ``WordingExcuse``; how often they
/// are right stands in `Docs/methods/wording.md`.
public enum Wording {
  /// A deciding word as it stands in a text.
  public struct Slip: Sendable, Hashable {
    /// The word as written.
    public var word: String
    /// How many Unicode scalars stand before it.
    public var offset: Int

    /// The word `word` behind `offset` scalars.
    public init(word: String, offset: Int) { (self.word, self.offset) = (word, offset) }
  }

  /// The deciding words of `text`, in the order in which they stand; those in a quotation that is never closed last.
  ///
  /// Words of both languages are looked for whatever the text's language is: names and labels cross over.
  /// - Parameter names: names of persons, parties, places and institutions, which are nobody's judgement.
  public static func slips(in text: String, names: [String] = []) -> [Slip] {
    let read = WordingText(text, names: names)
    return read.clauses.flatMap { clause in
      clause.indices.filter { index in
        guard let kind = DecidingWord(clause[index].plain) else { return false }
        return !kind.isHarmless(at: index, in: clause) && !WordingExcuse.holds(for: kind, at: index, in: clause)
      }.map { Slip(word: clause[$0].written, offset: clause[$0].offset) }
    }
  }

  /// Whether `name` holds a word that would be taken for a judgement, were it not a name.
  public static func concerns(name: String) -> Bool {
    WordingText(name, names: []).clauses.contains { $0.contains { DecidingWord($0.plain) != nil } }
  }
}
