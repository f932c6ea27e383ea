import ModuleKit

extension Timeline {
  /// The same figures in several captures on end.
  struct Freeze: Sendable {
    let stood: Quantity
    let captures: Int
    let threshold: Double
    let first, last: Text

    /// For a time that is long for certain.
    static let frozen = FindingKind<Self>(
      .notice, code: "figures_unchanged", sentence, caution: caution, method: Method.captures, numbers: numbers,
      words: words,
      examples: [
        FindingExample("Ten hours, where six are told.", ["bulletins": captured("100,90", "100,90")], finds: "a_to_b"),
        FindingExample("Another vote for oak.", ["bulletins": captured("100,90", "101,90")]),
      ])

    /// For a time that may have been long.
    static let possible = FindingKind<Self>(
      .info, placement: .annex, code: "figures_perhaps_unchanged", sentence,
      caution: Text(
        en: "The times are too coarse to say that it was long. \(caution.en)",
        es: "Los horarios son demasiado imprecisos para decir que duraron mucho. \(caution.es)"),
      method: Method.captures, numbers: numbers, words: words,
      examples: [
        FindingExample(
          "Ten hours between the captures, and nothing tells when the figures were first and last there.",
          ["bulletins": captured("100,90", "100,90")], with: ["silence": "12h"], finds: "a_to_b"),
        FindingExample("Another vote for oak.", ["bulletins": captured("100,90", "101,90")], with: ["silence": "12h"]),
      ])

    private static let sentence = Sentence<Self>(
      en:
        "The published count showed the same figures in \(\.captures, .number) captures on end, the first made \(\.first), the last \(\.last): they stood for \(\.stood).",
      es:
        "El conteo publicado mostró las mismas cifras en \(\.captures, .number) capturas seguidas, la primera hecha \(\.first), la última \(\.last): duración de esas cifras, \(\.stood)."
    )
    private static let caution = Text(
      en:
        "It does not say why. Figures that nobody adds to, a page that is stored on its way and a capture that repeats itself look the same, and figures that changed and changed back between two captures are not seen.",
      es:
        "No dice por qué. Unas cifras a las que nadie añade, una página guardada por el camino y una captura que se repite se ven igual, y unas cifras que cambiaron y volvieron entre dos capturas no se ven."
    )
    private static let numbers: [FindingKind<Self>.Number] = [
      .init(
        "stood", \.stood, .hours,
        Text(en: "time for which the figures stood", es: "tiempo durante el cual se mantuvieron las cifras")),
      .init("captures", \.captures, .number, Text(en: "captures that show them", es: "capturas que las muestran")),
      .init(
        "threshold", \.threshold, .hours,
        Text(en: "the shortest that is told in the text", es: "lo más corto que se indica en el texto")),
    ]
    private static let words: [FindingKind<Self>.Word] = [.init("first", \.first), .init("last", \.last)]
  }
}
