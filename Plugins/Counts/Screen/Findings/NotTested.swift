import ModuleKit

extension Screen {
  /// Tests that the numbers of a count do not allow.
  struct NotTested: FindingShape {
    let tests: Text

    static let kind = FindingKind<Self>(
      .info, tier: .screening, placement: .annex,
      Sentence(
        en: "Screening leaves out, over the whole count: \(\.tests).",
        es: "El cribado deja fuera, en todo el cómputo: \(\.tests)."),
      caution: Text(
        en:
          "A test that is left out says nothing either way. Digits are told all the same, in the tables, without a p value.",
        es:
          "Una prueba que se deja fuera nada dice, ni a favor ni en contra. Las cifras constan igualmente en las tablas, sin valor p."
      ),
      method: Text(
        en:
          "second digits where the 5th percentile of the counts is at least 30, the 95th 100 times that and the third quartile 4 times the first (Deckert, Myagkov & Ordeshook 2011, Political Analysis 19:245); last digits where the counts near 100 add at most 0.5 to the chi-square",
        es:
          "segundas cifras si el percentil 5 de los recuentos es al menos 30, el 95 es 100 veces ese y el tercer cuartil 4 veces el primero (Deckert, Myagkov y Ordeshook 2011, Political Analysis 19:245); últimas cifras si los recuentos cercanos a 100 añaden como mucho 0.5 al chi cuadrado"
      ),
      words: [.init("tests", \.tests)],
      examples: [
        FindingExample("Three stations of one size.", ["sheets": Example.few], finds: "council"),
        FindingExample("Counts from a hundred to ninety thousand.", ["sheets": Example.spread]),
      ])

    static let turnout = Text(
      en: "turnout and how the share goes with it, as no sheet has both registered voters and ballots",
      es: "la participación y su relación con el porcentaje, pues ningún acta tiene a la vez inscritos y papeletas")

    static func secondDigits(of quantities: Text) -> Text {
      Text(
        en: "second digits (\(quantities.en)), whose counts do not spread over two orders of magnitude above 30",
        es:
          "las segundas cifras (\(quantities.es)), cuyos recuentos no abarcan dos órdenes de magnitud por encima de 30")
    }

    static func lastDigits(of quantities: Text) -> Text {
      Text(
        en: "last digits (\(quantities.en)), of whose counts too many lie near 100",
        es: "las últimas cifras (\(quantities.es)), con demasiados recuentos cerca de 100")
    }
  }
}
