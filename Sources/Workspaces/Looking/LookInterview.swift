public import ModuleKit

/// Asks somebody what a file does not say: one thing at a time, with what is taken where nothing is answered.
public struct LookInterview {
  private let language: Language
  private let ask: (String) -> String?
  private let tell: (String) -> Void

  /// An interview in `language`, in which `ask` shows a question and gives the line that is answered, nil at the end of all lines, and
  /// `tell` shows a line.
  public init(
    in language: Language, ask: @escaping (_ question: String) -> String?, tell: @escaping (_ line: String) -> Void
  ) {
    (self.language, self.ask, self.tell) = (language, ask, tell)
  }

  /// What `propose` makes of the answers, once it has no question left; nil where somebody stops answering.
  public func proposal(
    _ answers: LookAnswers, _ propose: (LookAnswers) throws -> Proposal
  ) throws -> Proposal? {
    var answers = answers
    while true {
      let proposal = try propose(answers)
      guard let question = proposal.questions.first else { return proposal }
      guard let answer = answer(to: question) else { return nil }
      answers.known[question.topic] = answer
    }
  }

  private func answer(to question: LookQuestion) -> String? {
    let sentence = question.sentence[language]
    tell(Text(en: "\(sentence)?", es: "¿\(sentence)?")[language])
    let answers = question.answers.joined(separator: ", ")
    if question.answers.count > 1 { tell(Text(en: "  one of: \(answers)", es: "  una de: \(answers)")[language]) }
    while true {
      guard let line = ask("  [\(question.usual)] ") else { return nil }
      let answer = String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      if answer.isEmpty { return question.usual }
      if question.answers.contains(answer) || question.isOpen && StringFormat.identifier.admits(answer) {
        return answer
      }
      tell("  " + cure(answer, question)[language])
    }
  }

  private func cure(_ answer: String, _ question: LookQuestion) -> Text {
    let expected = StringFormat.identifier.expectation
    return question.isOpen
      ? Text(en: "give \(expected.en)", es: "dé \(expected.es)")
      : didYouMean(answer, among: question.answers) ?? Text(en: "give one of them", es: "dé una de ellas")
  }
}
