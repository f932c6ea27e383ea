import ModuleKit

extension SheetRule {
  /// A7: the sheets of each area against its published totals.
  static let areaTotals = SheetRule(
    code: "area_totals",
    sentence: Text(
      en: "The sheets of an area add up to its published totals.",
      es: "Las actas de un área suman sus totales publicados."),
    opening: Sentence(
      en: "In \(\.failed) of \(\.checked, .number) checked, the sheets do not add up to the published totals.",
      es: "En \(\.failed) de \(\.checked, .number) comprobadas, las actas no suman los totales publicados."),
    stake: Text(
      en:
        "the differences of all options added up, or else the largest difference in valid, blank, null votes or ballots",
      es:
        "la suma de las diferencias de todas las opciones, o si no la mayor en votos válidos, en blanco, nulos o emitidos"
    ),
    caution: Text(
      en:
        "Totals and sheets may be of different hours, and sheets annulled or voted again may be in one of them alone.",
      es:
        "Los totales y las actas pueden ser de horas distintas, y las anuladas o repetidas estar solo en uno de ellos."
    ),
    unchecked: Text(
      en: "for lack of totals or of a figure on one of their sheets",
      es: "por falta de totales o de una cifra en una de sus actas"),
    unit: .areas,
    direction: Text(
      en: "positive where the published totals favour the leading option",
      es: "positivo si los totales publicados favorecen a quien va primero"),
    examples: [
      RuleExample(
        Text(
          en:
            "North's sheets add up; South's total has a thousand votes more for oak; no totals are published for East.",
          es:
            "Las actas de North suman su total; el de South tiene mil votos más para oak; de East no se publican totales."
        ),
        [
          "sheets": """
          sheet,region,votes_oak,votes_elm
          1,North,60,40
          2,North,50,50
          3,South,70,30
          4,East,1,2
          """,
          "totals": """
          region,sheets,valid,votes_oak,votes_elm
          North,2,200,110,90
          South,1,1100,1070,30
          """,
        ], breaks: ["South": 1000], unchecked: 1),
      RuleExample(
        Text(
          en: "An area with a sheet that lacks a figure has no sum of it; a total without any sheet does not add up.",
          es:
            "Un área con un acta a la que le falta una cifra no tiene suma de esa cifra; un total sin ningún acta no cuadra."
        ),
        [
          "sheets": """
          sheet,region,votes_oak,votes_elm
          1,North,60,
          2,North,50,50
          """,
          "totals": """
          region,votes_elm
          North,90
          West,7
          """,
        ], breaks: ["West": 7], unchecked: 1),
    ]
  ) { input in
    guard let totals = input.totals else { return nil }
    return AreaSums(input.sheets, totals).result
  }
}
