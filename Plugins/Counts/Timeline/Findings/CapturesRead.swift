import ModuleKit

extension Timeline {
  /// What the captures of a published count are.
  struct CapturesRead: FindingShape {
    let captures, figures: Int
    let first, last, precision: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "Captures of the published count: \(\.captures, .number), the first made \(\.first), the last \(\.last).\(\.precision) States of the count that they show: \(\.figures, .number).",
        es:
          "Capturas del conteo publicado: \(\.captures, .number); la primera se hizo \(\.first), la última \(\.last).\(\.precision) Estados del conteo que muestran: \(\.figures, .number)."
      ),
      caution: Text(
        en: "A capture shows what was published at one moment. Between two of them nobody looked.",
        es: "Una captura muestra lo publicado en un momento. Entre dos de ellas nadie miró."),
      method: Method.captures,
      numbers: [
        .init("captures", \.captures, .number, Text(en: "captures", es: "capturas")),
        .init("figures", \.figures, .number, Text(en: "states of the count shown", es: "estados del conteo mostrados")),
      ],
      words: [.init("first", \.first), .init("last", \.last), .init("precision", \.precision)],
      examples: [
        FindingExample(
          "Two captures of different figures.", ["bulletins": captured("100,90", "110,90")], finds: "captures"),
        FindingExample(
          "A bulletin that is no capture.",
          [
            "bulletins": """
            id,source,published,votes_oak,votes_elm
            a,court,2020-01-01,500,400
            """
          ]),
      ])
  }

  /// Two captures, each of an hour known to within ten minutes, with the figures of oak and elm.
  static func captured(_ first: String, _ second: String) -> FindingExample.Dataset {
    FindingExample.Dataset(
      """
      id,follows_previous,source,captured_from,captured_to,published_to,votes_oak,votes_elm
      a,,court,2020-01-01T02:00:00-06:00,2020-01-01T02:10:00-06:00,2020-01-01T02:10:00-06:00,\(first)
      b,true,court,2020-01-01T12:00:00-06:00,2020-01-01T12:10:00-06:00,2020-01-01T12:10:00-06:00,\(second)
      """)
  }
}
