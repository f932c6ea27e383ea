import ModuleKit

extension Compare {
  /// Which sheets are on which track: a finding of every comparison.
  struct Coverage: FindingShape {
    let known, both, onlyFirst, onlySecond, neither: Int
    let first, second: Text

    /// How many are on both tracks, and on one alone or on neither where there are any.
    private var tracks: Text {
      let all = Text(
        en: "\(both == 1 ? "has" : "have") votes in \(first.en) and in \(second.en)",
        es: "\(both == 1 ? "tiene" : "tienen") votos en \(first.es) y en \(second.es)")
      let parts: [(Int, Text)] = [
        (onlyFirst, Text(en: "in \(first.en) alone", es: "solo en \(first.es)")),
        (onlySecond, Text(en: "in \(second.en) alone", es: "solo en \(second.es)")),
        (neither, Text(en: "in neither", es: "en ninguna de las dos fuentes")),
      ]
      return Text { language in
        language.list(
          ([(both, all)] + parts.filter { $0.0 > 0 }).map { "\(language.number($0.0)) \($0.1[language])" })
      }
    }

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "Of \(\.known) that are known, \(\.tracks).", es: "De \(\.known) conocidas, \(\.tracks)."),
      caution: Text(
        en:
          "Without a list of stations, sheets that neither has are not known. A sheet counts where votes of an option are stated; zero is stated, an empty cell is not.",
        es:
          "Sin una lista de mesas no se conocen las actas que ninguna fuente tiene. Un acta cuenta donde se indican votos de alguna opción; el cero se indica, una celda vacía no."
      ),
      method: Method.matching,
      numbers: [
        .init("known", \.known, .sheets, Text(en: "sheets known", es: "actas conocidas")),
        .init(
          "both", \.both, .sheets, Text(en: "sheets on both tracks", es: "actas en ambas fuentes")),
        .init(
          "only_first", \.onlyFirst, .sheets,
          Text(en: "sheets on the first alone", es: "actas solo en la primera")),
        .init(
          "only_second", \.onlySecond, .sheets,
          Text(en: "sheets on the second alone", es: "actas solo en la segunda")),
        .init("neither", \.neither, .sheets, Text(en: "sheets on neither", es: "actas en ninguna")),
      ], words: [.init("first", \.first), .init("second", \.second), .init("tracks", \.tracks)])
  }

  /// The margin of one track on the sheets that the other has, and on those that it has not.
  struct CoverageBias: FindingShape {
    let covered, uncovered: Int
    let inside, outside: Double
    let track, other, a, b: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "In \(\.track) the margin of \(\.a) over \(\.b) is \(\.inside) on the \(\.covered) that also stand in \(\.other), and \(\.outside) on the \(\.uncovered) that do not.",
        es:
          "En \(\.track) el margen de \(\.a) sobre \(\.b) es de \(\.inside) en las \(\.covered) que también constan en \(\.other), y de \(\.outside) en las \(\.uncovered) que no."
      ),
      caution: Text(
        en:
          "Copies that are handed over or read are not drawn at random: nothing follows from the sheets that are covered for those that are not.",
        es:
          "Las copias entregadas o leídas no son una muestra al azar: de las actas cubiertas nada se deduce sobre las demás."
      ),
      method: Method.matching,
      numbers: [
        .init(
          "covered", \.covered, .sheets,
          Text(en: "sheets that the other track has", es: "actas que tiene la otra fuente")),
        .init(
          "uncovered", \.uncovered, .sheets,
          Text(en: "sheets that it has not", es: "actas que no tiene")),
        .init(
          "inside", \.inside, .points,
          Text(en: "margin on the former", es: "margen en las primeras")),
        .init(
          "outside", \.outside, .points,
          Text(en: "margin on the latter", es: "margen en las segundas")),
      ],
      words: [.init("track", \.track), .init("other", \.other), .init("a", \.a), .init("b", \.b)],
      examples: [
        FindingExample("A sheet is on the first track alone.", Example.uncovered, finds: "first"),
        FindingExample("Every sheet is on both tracks.", Example.same),
      ])
  }
}
