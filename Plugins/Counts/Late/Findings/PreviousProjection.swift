import ModuleKit

extension Late {
  /// What the late votes would have shown, had late stations changed since the previous election as their neighbours did.
  struct PreviousProjection: Sendable {
    let plain, adjusted: Quantity
    let actual, difference: Double
    let first, second: Text

    /// The margin as it was lies inside the interval.
    static let inside = kind(
      .info, "previous_projection", en: "It was \(\.actual), inside the second interval.",
      es: "Fue de \(\.actual), dentro del segundo intervalo.",
      examples: [
        FindingExample("The late station changed as five early ones did.", late("50,50"), finds: "council"),
        FindingExample("It changed far more.", late("90,10")),
      ])

    /// The margin as it was lies outside the interval.
    static let outside = kind(
      .notice, "previous_projection_outside",
      en:
        "It was \(\.actual), outside the second interval: beside its early neighbours, the margin of late stations changed since the previous election by \(\.difference).",
      es:
        "Fue de \(\.actual), fuera del segundo intervalo: frente a sus vecinas tempranas, el margen de las mesas tardías varió \(\.difference) desde la elección anterior.",
      examples: [
        FindingExample("The late station changed far more than five early ones.", late("90,10"), finds: "council"),
        FindingExample("It changed as they did.", late("50,50")),
      ])

    /// There is no interval.
    static let alone = kind(
      .info, "previous_projection_alone",
      en: "It was \(\.actual). Too few early neighbours tell how far changes differ, so that there is no interval.",
      es:
        "Fue de \(\.actual). Muy pocas vecinas tempranas indican cuánto difieren las variaciones, así que no hay intervalo.",
      examples: [
        FindingExample(
          "One early station does not show how far changes differ.",
          [
            "sheets": Sample.pair, "early": Sample.first,
            "previous": """
            sheet,votes_oak,votes_elm
            1,55,45
            2,42,58
            """,
          ], finds: "council"),
        FindingExample("Five do.", late("50,50")),
      ])

    /// A projection whose sentence ends with `en` or `es`.
    private static func kind(
      _ severity: Severity, _ code: String, en: Phrase<Self>, es: Phrase<Self>, examples: [FindingExample]
    ) -> FindingKind<Self> {
      FindingKind(
        severity, tier: .explanation, code: code,
        Sentence(
          en:
            "At the stations in both elections, with the early margin of its nearest neighbours the late margin of \(\.first) over \(\.second) would have been \(\.plain); with each station's own margin in the previous election, and the change since of its nearest early neighbours, \(\.adjusted). \(en)",
          es:
            "En las mesas que están en ambas elecciones, con el margen temprano de las vecinas más próximas el margen tardío de \(\.first) sobre \(\.second) habría sido de \(\.plain); con el margen de cada mesa en la elección anterior, y la variación desde entonces de sus vecinas tempranas más próximas, de \(\.adjusted). \(es)"
        ),
        caution: Text(
          en:
            "The second interval lets lateness go with how a station votes, but takes it as unrelated to how a station changed since beside its neighbours; where it is related, the interval fails more often than in 5%. How often it failed on simulated elections: Docs/methods/calibration.md. A difference may be legitimate; agreement does not clear alteration inside sheets.",
          es:
            "El segundo intervalo admite que la tardanza dependa de cómo vota una mesa, pero supone que no guarda relación con cómo varió desde entonces frente a sus vecinas; si la guarda, falla en más de un 5%. Con qué frecuencia falló en elecciones simuladas: Docs/methods/calibration.md. Una diferencia puede ser legítima; que coincidan no descarta alteraciones dentro de las actas."
        ),
        method: Method.previousElection,
        numbers: [
          .init(
            "plain", \.plain, .points,
            Text(en: "late margin by the early margins of neighbours", es: "margen tardío según las vecinas tempranas")),
          .init(
            "adjusted", \.adjusted, .points,
            Text(
              en: "late margin by the previous election and the early changes of neighbours",
              es: "margen tardío según la elección anterior y la variación de las vecinas tempranas")),
          .init("actual", \.actual, .points, Text(en: "late margin as it was", es: "margen tardío real")),
          .init(
            "difference", \.difference, .points,
            Text(en: "late margin less its second projection", es: "margen tardío menos su segunda proyección")),
        ],
        words: [.init("first", \.first), .init("second", \.second)], examples: examples)
    }

    /// The sheets of ``Projection/late(_:)``, with five stations that gave about the same in the previous election.
    private static func late(_ votes: String) -> KeyValuePairs<String, FindingExample.Dataset> {
      let today = Projection.late(votes)
      return [
        today[0].key: today[0].value, today[1].key: today[1].value,
        "previous": """
        sheet,votes_oak,votes_elm
        1,52,48
        2,49,51
        3,50,50
        4,49,51
        5,51,49
        6,51,49
        """,
      ]
    }
  }
}
