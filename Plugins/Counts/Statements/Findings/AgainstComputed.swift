import ModuleKit

extension Statements {
  /// A stated figure beside the one that the mission computes.
  struct AgainstComputed: Sendable {
    let stated, computed: Quantity
    let topic, source, statedWords, computedWords, basis: Text

    /// All that the published times and counts leave open agrees with it.
    static let agreement = kind(
      .info, "agrees_with_computed", en: "The statement agrees with what is computed.",
      es: "Lo señalado concuerda con lo calculado.",
      examples: [
        FindingExample("More than 20 hours, of 22 to 26.", silence("more_than", "20"), finds: "c"),
        FindingExample("More than 24 hours, of 22 to 26.", silence("more_than", "24")),
      ])

    /// Some of it does.
    static let tension = kind(
      .notice, "strains_computed",
      en: "The two are in tension: what is computed leaves open whether the statement holds.",
      es: "Hay tensión entre ambas cifras: lo calculado deja abierto si lo señalado se cumple.",
      examples: [
        FindingExample("More than 24 hours, of 22 to 26.", silence("more_than", "24"), finds: "c"),
        FindingExample("More than 20 hours, of 22 to 26.", silence("more_than", "20")),
      ])

    /// Nothing of it does.
    static let contradiction = kind(
      .concern, "contradicts_computed",
      en: "The statement contradicts what is computed: no value satisfies both.",
      es: "Lo señalado contradice lo calculado: ningún valor satisface ambas cifras.",
      examples: [
        FindingExample("More than 36 hours, of 22 to 26.", silence("more_than", "36"), finds: "c"),
        FindingExample("More than 24 hours, of 22 to 26.", silence("more_than", "24")),
      ])

    private static func kind(
      _ severity: Severity, _ code: String, en: String, es: String, examples: [FindingExample]
    ) -> FindingKind<Self> {
      FindingKind(
        severity, code: code,
        Sentence(
          en:
            "On \(\.topic): \(\.source) states \(\.statedWords); the mission computes \(\.computedWords) \(\.basis). \(en)",
          es:
            "Sobre \(\.topic): \(\.source) señala \(\.statedWords); la misión calcula \(\.computedWords) \(\.basis). \(es)"
        ), caution: caution, method: method, numbers: numbers, words: words, examples: examples)
    }

    private static let caution = Text(
      en:
        "What is computed is no better than the published times and counts; the source may speak of something else by the same name.",
      es:
        "Lo calculado no es mejor que los horarios y conteos publicados; la fuente puede hablar de otra cosa con el mismo nombre."
    )
    private static let method = Text(
      en: "stated figures against computed ones, by topic: Docs/methods/counts.md, “Stated and computed figures”",
      es:
        "cifras señaladas frente a calculadas, por tema: Docs/es/methods/counts.md, «Cifras señaladas y calculadas»")
    private static let numbers: [FindingKind<Self>.Number] = [
      .init(
        "stated", \.stated, .number, Text(en: "the figure stated, in its unit", es: "la cifra señalada, en su unidad")),
      .init(
        "computed", \.computed, .number,
        Text(en: "the figure computed, in its unit", es: "la cifra calculada, en su unidad")),
    ]
    private static let words: [FindingKind<Self>.Word] = [
      .init("topic", \.topic), .init("source", \.source), .init("stated_words", \.statedWords),
      .init("computed_words", \.computedWords), .init("basis", \.basis),
    ]

    /// A silence of `hours`, where the bulletins leave open 22 to 26.
    private static func silence(
      _ qualifier: String, _ hours: String
    ) -> KeyValuePairs<String, FindingExample.Dataset> {
      [
        "claims": FindingExample.Dataset(
          """
          id,source,topic,topic_en,topic_es,qualifier,value,unit,published
          c,party,silence,the silence of the count,el silencio del conteo,\(qualifier),\(hours),h,2020-01-03
          """),
        "bulletins": """
        id,source,published_from,published_to,votes_oak,votes_elm
        a,court,2020-01-01T02:00:00-06:00,2020-01-01T04:00:00-06:00,500,400
        b,court,2020-01-02T02:00:00-06:00,2020-01-02T04:00:00-06:00,700,600
        """,
      ]
    }
  }
}
