import ModuleKit

extension Claims {
  /// A promise beside the publication of what was promised.
  struct AnsweredPromise: Sendable {
    let source, says, due, answeredBy, fulfilled: Text

    /// It came in time.
    static let kept = FindingKind<Self>(
      .info, code: "promise_kept",
      Sentence(
        en: "\(promisedEnglish): by these times the promise was kept.",
        es: "\(promisedSpanish): con esas horas, la promesa se cumplió."
      ),
      caution: publicationOnly, method: judgement, words: words,
      examples: [
        FindingExample("Due at noon of the 3rd, and published on the 2nd.", promise("2020-01-02"), finds: "promise"),
        FindingExample("Due at noon of the 3rd, and published on the 5th.", promise("2020-01-05")),
      ])

    /// The times known leave open whether it came in time.
    static let undecided = FindingKind<Self>(
      .info, placement: .annex, code: "promise_undecided",
      Sentence(
        en: "\(promisedEnglish): by these times it cannot be said whether the promise was kept.",
        es: "\(promisedSpanish): con esas horas no puede decirse si la promesa se cumplió."
      ),
      caution: Text(
        en: "The times known are too coarse to decide it.",
        es: "Las horas conocidas son demasiado imprecisas para decidirlo."),
      method: judgement, words: words,
      examples: [
        FindingExample("Due at noon of the 3rd, and published on that day.", promise("2020-01-03"), finds: "promise"),
        FindingExample("Due at noon of the 3rd, and published on the 2nd.", promise("2020-01-02")),
      ])

    private static let promisedEnglish: Phrase<Self> =
      "According to \(\.source), \(\.says), due \(\.due). According to \(\.answeredBy), what was promised came \(\.fulfilled)"
    private static let promisedSpanish: Phrase<Self> =
      "Según \(\.source), \(\.says), cuyo plazo vencía \(\.due). Según \(\.answeredBy), lo prometido se publicó \(\.fulfilled)"
    private static let words: [FindingKind<Self>.Word] = [
      .init("source", \.source), .init("says", \.says), .init("due", \.due), .init("answered_by", \.answeredBy),
      .init("fulfilled", \.fulfilled),
    ]
  }

  /// A promise whose time passed without what was promised.
  struct PromiseMissed: FindingShape {
    let late: Quantity?
    let source, says, due, outcome: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "According to \(\.source), \(\.says), due \(\.due). \(\.outcome): by these times the promise was not kept.",
        es:
          "Según \(\.source), \(\.says), cuyo plazo vencía \(\.due). \(\.outcome): con esas horas, la promesa no se cumplió."
      ),
      caution: Text(
        en: "A missed time is a failure of transparency; it does not show why it was missed.",
        es: "Un plazo incumplido es una falta de transparencia; no muestra por qué se incumplió."),
      method: judgement,
      numbers: [.init("late", \.late, .hours, Text(en: "how late it came", es: "con cuánto retraso llegó"))],
      words: [.init("source", \.source), .init("says", \.says), .init("due", \.due), .init("outcome", \.outcome)],
      examples: [
        FindingExample("Due at noon of the 3rd, and published on the 5th.", promise("2020-01-05"), finds: "promise"),
        FindingExample("Due at noon of the 3rd, and published on the 2nd.", promise("2020-01-02")),
      ])
  }

  /// A promise whose time has not passed.
  struct PromiseOpen: FindingShape {
    let source, says, due: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "According to \(\.source), \(\.says), due \(\.due). As far as the mission knows, that time has not passed.",
        es:
          "Según \(\.source), \(\.says), cuyo plazo vencía \(\.due). Por lo que la misión conoce, ese plazo no ha vencido."
      ),
      caution: publicationOnly, method: judgement,
      words: [.init("source", \.source), .init("says", \.says), .init("due", \.due)],
      examples: [
        FindingExample(
          "Nothing is known of the time at which it is due.",
          [
            "claims": """
            id,source,says_en,published,due_to
            promise,court,we will publish,2020-01-01,2020-01-03T12:00:00-06:00
            """
          ], finds: "promise"),
        FindingExample("What was promised was published.", promise("2020-01-02")),
      ])
  }

  private static let publicationOnly = Text(
    en: "It is judged by when something was published, not by whether what was published is right.",
    es: "Se juzga por cuándo se publicó algo, no por si lo publicado es correcto.")
  private static let judgement = Text(
    en: "time at which it was due against the time of publication of what fulfils it, both as intervals",
    es: "plazo frente al momento de publicación de lo prometido, ambos como intervalos")

  /// A promise that is fulfilled on `day`.
  private static func promise(_ day: String) -> KeyValuePairs<String, FindingExample.Dataset> {
    [
      "claims": FindingExample.Dataset(
        """
        id,source,says_en,published,due_to,fulfilled_by
        promise,court,we will publish,2020-01-01,2020-01-03T12:00:00-06:00,result
        result,court,the result,\(day),,
        """)
    ]
  }
}
