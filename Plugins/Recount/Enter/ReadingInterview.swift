public import ModuleKit

/// Asks one person what stands on one ballot after another: the options by their numbers, of which none is chosen by an empty line.
public struct ReadingInterview {
  private let language: Language
  private let contest: Contest
  private let asksRecords: Bool
  private let ask: (String) -> String?
  private let tell: (String) -> Void

  /// An interview in `language` about ballots of `contest`, also about their records where `asksRecords`; `ask` shows a question and
  /// gives the line that is answered, nil at the end of all lines, and `tell` shows a line.
  public init(
    in language: Language, _ contest: Contest, asksRecords: Bool,
    ask: @escaping (_ question: String) -> String?, tell: @escaping (_ line: String) -> Void
  ) {
    (self.language, self.contest, self.asksRecords, self.ask, self.tell) = (language, contest, asksRecords, ask, tell)
  }

  /// What is answered for `ballot`, one of `left` that are to be looked at; nil where somebody stops answering.
  public func answer(_ ballot: RoundEntry.Ballot, left: Int) -> RoundEntry.Answer? {
    let (number, place) = (ballot.number, "\(ballot.container), \(ballot.batch)")
    tell(
      Text(
        en: "\(place), ballot \(number)  (\(left) to be looked at)",
        es: "\(place), papeleta \(number)  (faltan por ver: \(left))")[language])
    let missing = Text(en: "the paper cannot be found", es: "no se encuentra el papel")
    guard let paper = word(Text(en: "paper", es: "papel"), absent: BallotWord.notFound, missing) else { return nil }
    guard asksRecords else { return RoundEntry.Answer(paper: paper) }
    let none = Text(en: "no record is held", es: "no hay registro")
    guard let record = word(Text(en: "record", es: "registro"), absent: BallotWord.noRecord, none) else { return nil }
    guard paper != record else { return RoundEntry.Answer(paper: paper, record: record) }
    let why = Text(
      en: "why they differ, as far as is known; an empty line where it is not: ",
      es: "por qué difieren, hasta donde se sabe; una línea vacía si no se sabe: ")
    while true {
      guard let cause = ask(why[language])?.withoutOuterBlanks else { return nil }
      guard cause.unicodeScalars.contains(where: \.needsShowing) else {
        return RoundEntry.Answer(paper: paper, record: record, cause: cause.isEmpty ? nil : cause)
      }
      // A plain terminal hands over arrow keys as such.
      let unseen = Text(
        en: "  this has characters that are not seen, such as those of arrow keys: \(cause.visible)",
        es: "  esto tiene caracteres que no se ven, como los de las flechas: \(cause.visible)")
      tell(unseen[language])
    }
  }

  /// The word that is chosen, by its number or as it is written.
  private func word(_ what: Text, absent: String, _ absence: Text) -> String? {
    let meanings =
      contest.options.map(\.name) + [
        Text(en: "a valid vote for none of them", es: "un voto válido por ninguna de ellas"),
        Text(en: "no valid vote", es: "ningún voto válido"), absence,
      ]
    let words = BallotMark.words(contest, absent: absent)
    for (index, (word, meaning)) in zip(words, meanings).enumerated() {
      tell("  \(index + 1)  \(word): \(meaning[language])")
    }
    while true {
      guard let line = ask("  \(what[language]): ")?.withoutOuterBlanks else { return nil }
      if words.contains(line) { return line }
      if let number = Int(line), words.indices.contains(number - 1) { return words[number - 1] }
      tell(Text(en: "  give one of the numbers", es: "  dé uno de los números")[language])
    }
  }
}
