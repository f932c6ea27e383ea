import ModuleKit

extension Timeline {
  /// The sheets that the authority marks as inconsistent, among those counted.
  struct InconsistentSheets: FindingShape {
    let marked, counted: Int
    let share: Double
    let range: Quantity
    let source, published: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "According to \(\.source), \(\.marked, .number) of the \(\.counted, .number) sheets in the count published \(\.published) were marked as inconsistent, \(\.share); over all the counts known here the share was \(\.range).",
        es:
          "Según \(\.source), \(\.marked, .number) de las \(\.counted, .number) actas del conteo publicado \(\.published) estaban marcadas como inconsistentes, el \(\.share); en todos los conteos conocidos aquí la proporción fue de \(\.range)."
      ),
      caution: Text(
        en:
          "It is the authority's own mark. The counts do not say which sheets bear it, for what reason, whether their votes are among those shown, or for whom they are.",
        es:
          "Es la marca de la propia autoridad. Los conteos no dicen qué actas la llevan, por qué motivo, si sus votos están entre los mostrados ni para quién son."
      ),
      method: Text(
        en: "sheets marked as inconsistent over sheets counted, as published",
        es: "actas marcadas como inconsistentes entre actas contadas, según lo publicado"),
      numbers: [
        .init(
          "marked", \.marked, .sheets,
          Text(en: "sheets marked as inconsistent", es: "actas marcadas como inconsistentes")),
        .init("counted", \.counted, .sheets, Text(en: "sheets counted", es: "actas contadas")),
        .init(
          "share", \.share, .percent, Text(en: "their share in the last count", es: "su proporción en el último conteo")
        ),
        .init(
          "range", \.range, .percent, Text(en: "their share over all counts", es: "su proporción en todos los conteos")),
      ],
      words: [.init("source", \.source), .init("published", \.published)],
      examples: [
        FindingExample(
          "Three of 20 sheets.",
          [
            "bulletins": """
            id,source,published,counted_sheets,inconsistent_sheets,votes_oak,votes_elm
            a,court,2020-01-01,20,3,500,400
            """
          ], finds: "inconsistent_sheets"),
        FindingExample(
          "No sheet is said to be inconsistent or not.",
          [
            "bulletins": """
            id,source,published,counted_sheets,votes_oak,votes_elm
            a,court,2020-01-01,20,500,400
            """
          ]),
      ])
  }
}
