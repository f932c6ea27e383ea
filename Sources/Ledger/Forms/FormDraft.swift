public import Schema

/// The answers to a form so far. It is kept after each answer, so that a form that was cut off can be gone on with.
public struct FormDraft: Sendable, Equatable {
  /// The values of fields; of a list, the elements so far.
  public internal(set) var answers: [String: Value] = [:]
  /// The fields that are done with, whether answered or left out.
  var passed: Set<String> = []

  /// One in which nothing is answered.
  public init() {}

  /// The draft of a record of `kind` that `document` holds, as far as the kind admits it: it may be another version's. Nil where
  /// nothing is left.
  public init?(_ document: Value, of kind: EntryKind) {
    for field in kind.fields {
      guard let value = document["answers"]?[field.name] else { continue }
      if field.schema.problems(of: value).isEmpty { answers[field.name] = value }
    }
    guard !answers.isEmpty else { return nil }
    let named = Set(document["passed"]?.texts ?? [])
    passed = Set(
      kind.fields.filter { named.contains($0.name) && (!$0.isRequired || answers[$0.name] != nil) }.map(\.name))
  }

  /// The draft as it is kept.
  public var document: Value {
    ["answers": .object(answers), "passed": .list(passed.sorted().map(Value.string))]
  }
}
