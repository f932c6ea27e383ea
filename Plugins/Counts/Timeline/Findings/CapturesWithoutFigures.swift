import ModuleKit

extension Timeline {
  /// The captures that show no figures of the options, together.
  struct CapturesWithoutFigures: FindingShape {
    let captures, without: Int
    let failures, made: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Captures that show no figures of the options: \(\.without, .number) of \(\.captures, .number)\(\.failures); \(\.made).",
        es:
          "Capturas que no muestran cifras de las opciones: \(\.without, .number) de \(\.captures, .number)\(\.failures); \(\.made)."
      ),
      caution: Text(
        en:
          "A capture without figures is not a count of zero. It does not tell whether the page held none or the capture did not take them.",
        es:
          "Una captura sin cifras no es un conteo en cero. No dice si la página no las tenía o si la captura no las tomó."
      ),
      method: Method.captures,
      numbers: [
        .init("without", \.without, .number, Text(en: "captures without figures", es: "capturas sin cifras")),
        .init("captures", \.captures, .number, Text(en: "captures", es: "capturas")),
      ],
      words: [.init("failures", \.failures), .init("made", \.made)],
      examples: [
        FindingExample(
          "The second capture prints 0 for every option.", ["bulletins": captured("100,90", "0,0")], finds: "captures"),
        FindingExample("Both captures show figures.", ["bulletins": captured("100,90", "110,90")]),
      ])
  }
}
