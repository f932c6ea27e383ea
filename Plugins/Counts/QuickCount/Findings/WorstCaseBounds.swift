import ModuleKit

extension QuickCount {
  /// Between what the lead of the whole count lies, whatever the missing sheets hold.
  struct WorstCaseLead: Sendable {
    let lead: Quantity
    let missing, outside, most: Int
    let level: Double
    let first, second, base: Text

    /// What is drawn and missing is known.
    static let kind = FindingKind<Self>(
      .info, tier: .explanation, code: "worst_case",
      Sentence(
        en:
          "Whatever the missing sheets hold, the lead of \(\.first) over \(\.second) in the whole count is between \(\.lead, .low) and \(\.lead, .high) of \(\.base), if none holds more than \(\.most), the most on a sheet that came in. Stations drawn without a usable sheet: \(\.missing); stations in strata of which none was drawn: \(\.outside). The draw of the others is allowed for at \(\.level) confidence.",
        es:
          "Contengan lo que contengan las actas que faltan, la ventaja de \(\.first) sobre \(\.second) en el cómputo completo está entre \(\.lead, .low) y \(\.lead, .high) de \(\.base), si ninguna contiene más de \(\.most), lo máximo en un acta recibida. Mesas sorteadas sin acta utilizable: \(\.missing); mesas en estratos de los que no se sorteó ninguna: \(\.outside). El sorteo de las demás se tiene en cuenta con una confianza del \(\.level)."
      ),
      caution: caution, method: method, numbers: numbers([.init("missing", \.missing, .number, lost)]), words: words,
      examples: [
        FindingExample(
          "A fourth station was drawn, without a sheet.", oneMissing, with: Sample.random, finds: "elm_over_oak"),
        FindingExample("All stations drawn came in.", Sample.complete, with: Sample.random),
      ])

    /// Of some strata nothing came in, and nobody says what was drawn.
    static let ofStrata = FindingKind<Self>(
      .info, tier: .explanation, code: "worst_case_of_strata",
      Sentence(
        en:
          "Whatever the \(\.outside) stations of the strata of which nothing came in hold, the lead of \(\.first) over \(\.second) in the whole count is between \(\.lead, .low) and \(\.lead, .high) of \(\.base), if none holds more than \(\.most), the most on a sheet that came in, and if no sheet is missing in the other strata. The draw there is allowed for at \(\.level) confidence.",
        es:
          "Contengan lo que contengan las \(\.outside) mesas de los estratos de los que no llegó nada, la ventaja de \(\.first) sobre \(\.second) en el cómputo completo está entre \(\.lead, .low) y \(\.lead, .high) de \(\.base), si ninguna contiene más de \(\.most), lo máximo en un acta recibida, y si en los demás estratos no falta ningún acta. El sorteo en ellos se tiene en cuenta con una confianza del \(\.level)."
      ),
      caution: caution, method: method, numbers: numbers([]), words: words,
      examples: [
        FindingExample("Nothing came in of the south.", northAlone, with: Sample.random, finds: "elm_over_oak"),
        FindingExample("Sheets of both strata came in.", Sample.alone, with: Sample.random),
      ])

    /// What is taken for granted of missing sheets.
    static func assumption(_ most: Int) -> Assumption {
      Assumption(
        "votes_on_a_missing_sheet",
        Text(en: "votes on a missing sheet, at most", es: "votos en un acta que falta, como máximo"),
        low: 0, high: Double(most))
    }

    private static func numbers(_ more: [FindingKind<Self>.Number]) -> [FindingKind<Self>.Number] {
      [
        .init(
          "lead", \.lead, .points,
          Text(en: "bounds of the lead in the whole count", es: "límites de la ventaja en el cómputo completo"))
      ] + more + [
        .init(
          "outside", \.outside, .number,
          Text(en: "stations of strata without any in the sample", es: "mesas de estratos sin ninguna en la muestra")),
        .init(
          "most", \.most, .votes,
          Text(en: "votes on a missing sheet, at most", es: "votos en un acta que falta, como máximo")),
        .init("level", \.level, .percent, Summary.confidence),
      ]
    }
    private static let lost = Text(
      en: "stations drawn without a usable sheet", es: "mesas sorteadas sin acta utilizable")
    private static let words: [FindingKind<Self>.Word] = [
      .init("first", \.first), .init("second", \.second), .init("base", \.base),
    ]
  }

  private static let caution = Text(
    en:
      "These are bounds, not an estimate: they hold however missing stations voted. Where they hold both signs, the sheets that came in do not settle who is ahead.",
    es:
      "Son límites, no una estimación: valen hayan votado como hayan votado las mesas que faltan. Donde abarcan ambos signos, las actas recibidas no deciden quién va por delante."
  )
  private static let method = Text(
    en:
      "missing sheets of the draw, and strata without any, filled in at their worst for either side, then estimated as the sample is (Manski 1995, Identification Problems in the Social Sciences, chapter 2)",
    es:
      "actas del sorteo que faltan y estratos sin ninguna completados con lo peor para cada lado y estimados luego como la muestra (Manski 1995, Identification Problems in the Social Sciences, capítulo 2)"
  )
}
