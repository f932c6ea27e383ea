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
        "The votes add up.",
        [
          "sheets": """
          sheet,valid,votes_oak,votes_elm
          1,100,60,40
          """
        ]),
      RuleExample(
        "One vote is missing on sheet 1, ten are too many on sheet 2.",
        [
          "sheets": """
          sheet,valid,votes_oak,votes_elm
          1,100,60,39
          2,100,70,40
          """
        ], breaks: ["1": 1, "2": 10]),
      RuleExample(
        "A sheet that lacks a figure is not checked: an empty field is no zero.",
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
