import ModuleKit

extension SheetRule {
  /// A8: two entries of one sheet.
  static let secondEntry = SheetRule(
    code: "second_entry",
    sentence: Text(
      en: "Two entries of one sheet agree in every figure that both have.",
      es: "Dos digitaciones de un acta coinciden en toda cifra que ambas tienen."),
    opening: onSheets("the two entries differ", "las dos digitaciones difieren"),
    stake: Text(
      en: "the differences of all options added up, or else the largest other difference",
      es: "la suma de las diferencias de todas las opciones, o si no la mayor de las demás"),
    caution: Text(
      en: "It does not say which of the two entries is wrong.", es: "No dice cuál de las dos digitaciones está mal."),
    unchecked: Text(en: "for lack of a second entry", es: "por falta de una segunda digitación"),
    direction: Text(
      en: "positive where the first entries favour the leading option",
      es: "positivo si las primeras digitaciones favorecen a quien va primero"),
    examples: [
      RuleExample(
        Text(
          en: "The entries agree; what only one of them has is not compared.",
          es: "Las digitaciones coinciden; lo que solo tiene una de ellas no se compara."),
        [
          "sheets": """
          sheet,valid,votes_oak,votes_elm
          1,100,60,40
          """,
          "second_entry": """
          sheet,null,votes_oak,votes_elm
          1,3,60,40
          """,
        ]),
      RuleExample(
        Text(
          en: "Two digits are exchanged on sheet 1; sheet 3 was entered once.",
          es: "En el acta 1 hay dos dígitos intercambiados; el acta 3 se digitó una sola vez."),
        [
          "sheets": """
          sheet,votes_oak,votes_elm
          1,63,40
          2,50,50
          3,10,10
          """,
          "second_entry": """
          sheet,votes_oak,votes_elm
          2,50,50
          1,36,40
          """,
        ], breaks: ["1": 27], unchecked: 1),
    ]
  ) { input in
    input.secondEntry.map { SheetPairs(input.sheets, $0).result }
  }
}
