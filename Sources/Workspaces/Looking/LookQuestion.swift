public import ModuleKit

/// Something that a file does not say, or leaves open: what is taken unless somebody answers.
public struct LookQuestion: Sendable, Equatable {
  /// What it is about, the same whenever the file is looked at: `track`, `columns.cast`.
  public let topic: String
  /// The question, without its mark.
  public let sentence: Text
  /// The answers that are seen, the one that is taken first.
  public let answers: [String]
  /// Whether another answer than these can be right, such as a name of one's own.
  public let isOpen: Bool

  /// What is taken unless somebody answers.
  public var usual: String { answers[0] }
}

/// What is known of a file besides what stands in it, and what had to be asked.
public struct LookAnswers: Sendable {
  /// The answers, by the topics of questions.
  public var known: [String: String]
  private(set) var questions: [LookQuestion] = []

  /// With the answers `known`.
  public init(_ known: [String: String] = [:]) { self.known = known }

  /// The answer to a question: the one that is known, else the first of `answers`, and the question is kept.
  mutating func answer(_ topic: String, _ sentence: Text, _ answers: [String], isOpen: Bool = false) -> String {
    if let known = known[topic] { return known }
    questions.append(LookQuestion(topic: topic, sentence: sentence, answers: answers, isOpen: isOpen))
    return answers[0]
  }

  /// What a comment in the file says where the question of `topic` is open; nil where it is answered.
  func doubt(_ topic: String) -> Text? {
    questions.first { $0.topic == topic }.map { question in
      let others = question.answers.dropFirst().joined(separator: ", ")
      guard !others.isEmpty else { return question.sentence }
      return Text(en: "\(question.sentence.en); else \(others)", es: "\(question.sentence.es); si no, \(others)")
    }
  }
}
