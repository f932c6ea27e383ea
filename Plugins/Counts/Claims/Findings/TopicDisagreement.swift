import ModuleKit

extension Claims {
  /// Claims on one topic of which several pairs disagree, told together.
  struct TopicDisagreement: Sendable {
    let claims, sources: Int
    let topic, statements, why: Text

    /// Some of them exclude each other.
    static let contradiction = FindingKind<Self>(
      .concern, code: "topic_contradiction",
      Sentence(
        en: "On \(\.topic): \(\.statements). They cannot all be right.",
        es: "Sobre \(\.topic): \(\.statements). No pueden ser ciertas todas."),
      caution: notDecided, method: comparison, numbers: numbers,
      words: [.init("topic", \.topic), .init("statements", \.statements)],
      examples: [
        FindingExample("Three totals.", totals("", "100", "120", "130"), finds: "total"),
        FindingExample("Two totals are a pair.", totals("", "100", "120")),
      ])

    /// They strain each other, without being certain to exclude each other.
    static let tension = FindingKind<Self>(
      .notice, code: "topic_tension",
      Sentence(
        en: "On \(\.topic): \(\.statements). \(\.why)", es: "Sobre \(\.topic): \(\.statements). \(\.why)"),
      caution: notDecided, method: comparison, numbers: numbers,
      words: [.init("topic", \.topic), .init("statements", \.statements), .init("why", \.why)],
      examples: [
        FindingExample("Three least numbers.", totals("at_least", "100", "120", "130"), finds: "total"),
        FindingExample("Three totals exclude each other.", totals("", "100", "120", "130")),
      ])

    private static let numbers: [FindingKind<Self>.Number] = [
      .init("claims", \.claims, .claims, Text(en: "claims that disagree", es: "afirmaciones que discrepan")),
      .init("sources", \.sources, .number, Text(en: "their sources", es: "sus fuentes")),
    ]
    private static let notDecided = Text(
      en: "Which of them is right is not decided here; they may be of different moments, or some may be slips.",
      es: "Aquí no se decide cuál es la correcta; pueden ser de momentos distintos, o alguna puede ser un error.")

    /// What as many sources say that the total is.
    private static func totals(
      _ qualifier: String, _ values: String...
    ) -> KeyValuePairs<String, FindingExample.Dataset> {
      let rows = values.enumerated().map { "c\($0),source\($0),total,\(qualifier),\($1),2020-01-0\($0 + 1)" }
      return [
        "claims": FindingExample.Dataset("id,source,topic,qualifier,value,published\n\(rows.joined(separator: "\n"))")
      ]
    }
  }
}
