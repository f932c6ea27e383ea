import ModuleKit

extension Casualties {
  /// What one source states.
  struct SourceFigure: FindingShape {
    let figure: Quantity
    let source, stated, counted, period, published, quoted: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "According to \(\.source), \(\.stated) \(\.counted)\(\.period), published \(\.published).\(\.quoted)",
        es: "Según \(\.source), \(\.stated) \(\.counted)\(\.period), cifra publicada \(\.published).\(\.quoted)"),
      caution: Text(
        en: "This is what the source states, by its own definition and for its own period.",
        es: "Esto es lo que señala la fuente, según su propia definición y para su propio período."),
      method: Text(
        en: "the source's latest claim that can be compared, as published (\(Method.model))",
        es: "la última afirmación comparable de la fuente, tal como se publicó (\(Method.model))"),
      numbers: [.init("figure", \.figure, .people, Text(en: "the number stated", es: "el número señalado"))],
      words: [
        .init("source", \.source), .init("stated", \.stated), .init("counted", \.counted), .init("period", \.period),
        .init("published", \.published), .init("quoted", \.quoted),
      ],
      examples: [
        FindingExample("A number.", ["claims": "id,source,measure,value\n1,mission,killed,23"], finds: "1"),
        FindingExample("No number.", ["claims": "id,source,measure,value\n1,mission,killed,"]),
      ])
  }

  /// An exact number below what another source calls the least.
  struct Contradiction: FindingShape {
    let figure, floor: Quantity
    let source, stated, counted, period, other, otherStated, otherPeriod: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "According to \(\.source), \(\.stated) \(\.counted)\(\.period); according to \(\.other), \(\.otherStated)\(\.otherPeriod), which lies within that period.",
        es:
          "Según \(\.source), \(\.stated) \(\.counted)\(\.period); según \(\.other), \(\.otherStated)\(\.otherPeriod), dentro de ese período."
      ),
      caution: Text(
        en: "The two may count different things. Neither number corrects the other.",
        es: "Puede que cuenten cosas distintas. Ninguna de las dos cifras corrige la otra."),
      method: Text(
        en: "an exact number below another source's least, for a period that contains that one's (\(Method.model))",
        es:
          "un número exacto inferior al mínimo de otra fuente, para un período que contiene el de esta (\(Method.model))"
      ),
      numbers: [
        .init("figure", \.figure, .people, Text(en: "the exact number", es: "el número exacto")),
        .init("floor", \.floor, .people, Text(en: "the other source's least", es: "el mínimo de la otra fuente")),
      ],
      words: [
        .init("source", \.source), .init("stated", \.stated), .init("counted", \.counted), .init("period", \.period),
        .init("other", \.other), .init("other_stated", \.otherStated), .init("other_period", \.otherPeriod),
      ],
      examples: [
        FindingExample(
          "Twenty in a month, and at least 23 in its first days.", ["claims": claimed("at_least")], finds: "1_and_2"),
        FindingExample("Both are exact.", ["claims": claimed("exact")]),
      ])
  }

  /// A source lowered its number.
  struct Decrease: FindingShape {
    let before, after: Quantity
    let source, stated, counted, period, published, laterStated, laterPeriod, laterPublished: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "According to \(\.source), \(\.stated) \(\.counted)\(\.period) (\(\.published)) and later \(\.laterStated)\(\.laterPeriod) (\(\.laterPublished)).",
        es:
          "Según \(\.source), \(\.stated) \(\.counted)\(\.period) (\(\.published)) y después \(\.laterStated)\(\.laterPeriod) (\(\.laterPublished))."
      ),
      caution: Text(
        en: "A source may have changed its definition; the later number does not by itself correct the earlier one.",
        es:
          "La fuente puede haber cambiado de definición; la cifra posterior no corrige por sí sola la anterior."),
      method: Text(
        en: "a lower number of the same source for a period that contains the earlier one (\(Method.model))",
        es: "un número menor de la misma fuente para un período que contiene el anterior (\(Method.model))"),
      numbers: [
        .init("before", \.before, .people, Text(en: "the earlier number", es: "el número anterior")),
        .init("after", \.after, .people, Text(en: "the later number", es: "el número posterior")),
      ],
      words: [
        .init("source", \.source), .init("stated", \.stated), .init("counted", \.counted), .init("period", \.period),
        .init("published", \.published), .init("later_stated", \.laterStated), .init("later_period", \.laterPeriod),
        .init("later_published", \.laterPublished),
      ],
      examples: [
        FindingExample("From 23 to 20.", ["claims": restated("23", then: "20")], finds: "1_to_2"),
        FindingExample("From 20 to 23.", ["claims": restated("20", then: "23")]),
      ])
  }

  private static func claimed(_ qualifier: String) -> FindingExample.Dataset {
    FindingExample.Dataset(
      """
      id,source,measure,value,qualifier,period_from,period_to
      1,police,killed,20,exact,2020-01-01,2020-01-31
      2,mission,killed,23,\(qualifier),2020-01-01,2020-01-05
      """)
  }

  private static func restated(_ first: String, then second: String) -> FindingExample.Dataset {
    FindingExample.Dataset(
      """
      id,source,measure,value,period_from,period_to,published
      1,police,killed,\(first),2020-01-01,2020-01-31,2020-02-01
      2,police,killed,\(second),2020-01-01,2020-01-31,2020-02-05
      """)
  }
}
