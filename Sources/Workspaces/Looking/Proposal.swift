public import ModuleKit

/// What a workspace would say of a file: a dataset, and its contest where that is new.
public struct Proposal: Sendable, Equatable {
  /// An entry of a section of the workspace file.
  struct Entry: Equatable {
    let name: String
    var lines = ProposedLines()
  }

  /// The contest; nil where the kind takes none, or the workspace has it.
  let contest: Entry?
  /// The dataset.
  let dataset: Entry
  /// What is said of the file as a whole.
  let remarks: ProposedLines
  /// The language of its comments.
  public var language = Language.english
  /// What was asked and not answered, in the order in which it is to be asked.
  public let questions: [LookQuestion]

  /// The name of the dataset.
  public var name: String { dataset.name }

  /// What programs read of it: the YAML, and what was asked and not answered.
  public var document: Value {
    [
      "dataset": .string(dataset.name), "contest": contest.map { .string($0.name) } ?? .null,
      "yaml": .string(text(in: .english)),
      "questions": .list(
        questions.map { question in
          [
            "topic": .string(question.topic), "question": .string(question.sentence.en),
            "answers": .list(question.answers.map { .string($0) }), "open": .bool(question.isOpen),
          ]
        }),
    ]
  }

  /// The entries as they can stand in a workspace file that has no contests and datasets yet.
  public var text: String { text(in: language) }

  private func text(in language: Language) -> String {
    var text = remarks.text(indent: 0, in: language)
    if let contest { text += "contests:\n" + contest.lines.text(indent: 2, in: language) }
    return text + "datasets:\n" + dataset.lines.text(indent: 2, in: language)
  }
}
