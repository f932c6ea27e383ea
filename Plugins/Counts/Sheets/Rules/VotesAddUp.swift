import ModuleKit

extension SheetRule {
  /// A1: the votes of all options against the valid votes.
  static let votesAddUp = SheetRule(
    code: "votes_add_up",
    sentence: Text(
      en: "The votes of the options add up to the valid votes.",
      es: "Los votos de las opciones suman los votos válidos."),
    opening: onSheets(
      "the votes of the options do not add up to the valid votes",
      "los votos de las opciones no suman los votos válidos"),
    stake: Text(
      en: "the difference between the sum of the votes and the valid votes",
      es: "la diferencia entre la suma de los votos y los votos válidos"),
    caution: Text(
      en: "It does not say which figure is wrong, nor whom that favours.",
      es: "No dice qué cifra está mal ni a quién favorece."),
    examples: [
      RuleExample(
        Text(en: "The votes add up.", es: "Los votos cuadran."),
        [
          "sheets": """
          sheet,valid,votes_oak,votes_elm
          1,100,60,40
          """
        ]),
      RuleExample(
        Text(
          en: "One vote is missing on sheet 1, ten are too many on sheet 2.",
          es: "En el acta 1 falta un voto, en el acta 2 sobran diez."),
        [
          "sheets": """
          sheet,valid,votes_oak,votes_elm
          1,100,60,39
          2,100,70,40
          """
        ], breaks: ["1": 1, "2": 10]),
      RuleExample(
        Text(
          en: "A sheet that lacks a figure is not checked: an empty field is no zero.",
          es: "Un acta a la que le falta una cifra no se comprueba: un campo vacío no es un cero."),
        [
          "sheets": """
          sheet,valid,votes_oak,votes_elm
          1,100,100,
          2,,60,40
          """
        ], unchecked: 2),
    ]
  ) { input in
    let (valid, sums) = (input.sheets.valid, input.voteSums)
    return RuleResult(input.sheets) { row in
      guard let stated = valid[row], let sum = sums[row] else { return nil }
      return stated == sum ? .kept : .broken(.valid, stated: stated, computed: sum, stake: abs(stated - sum))
    }
  }
}
