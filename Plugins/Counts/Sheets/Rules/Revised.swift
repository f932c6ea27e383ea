import ModuleKit

extension SheetRule {
  /// A9: a sheet as published before and now.
  static let revised = SheetRule(
    code: "revised",
    sentence: Text(
      en: "A sheet once published is not changed or withdrawn.",
      es: "Un acta ya publicada no se modifica ni se retira."),
    opening: Sentence(
      en: "Changed or withdrawn since they were first published: \(\.failed) of \(\.checked, .number).",
      es: "Modificadas o retiradas desde su primera publicación: \(\.failed) de \(\.checked, .number)."),
    stake: Text(
      en: "the changes of all options added up, or else the largest other change; the valid votes of a withdrawn sheet",
      es: "la suma de los cambios de todas las opciones, o si no el mayor de los demás; los válidos de un acta retirada"
    ),
    caution: Text(
      en: "Corrections are right where they mend an error; ask for the record of each.",
      es: "Las correcciones son debidas si enmiendan un error; conviene pedir la constancia de cada una."),
    unchecked: Text(en: "since published only now", es: "por publicarse solo ahora"),
    direction: Text(
      en: "positive where the changes favour the leading option",
      es: "positivo si los cambios favorecen a quien va primero"),
    examples: [
      RuleExample(
        Text(en: "New sheets are no revisions.", es: "Las actas nuevas no son revisiones."),
        [
          "sheets": """
          sheet,votes_oak,votes_elm
          1,60,40
          2,50,50
          """,
          "earlier": """
          sheet,votes_oak,votes_elm
          1,60,40
          """,
        ], unchecked: 1),
      RuleExample(
        Text(
          en: "Ten votes change sides on sheet 1, sheet 2 is gone.",
          es: "En el acta 1 diez votos cambian de lado; el acta 2 ya no está."),
        [
          "sheets": """
          sheet,votes_oak,votes_elm
          1,70,30
          """,
          "earlier": """
          sheet,votes_oak,votes_elm
          1,60,40
          2,50,51
          """,
        ], breaks: ["1": 20, "2": 101]),
    ]
  ) { input in
    guard let earlier = input.earlier else { return nil }
    var result = SheetPairs(input.sheets, earlier).result
    let matches = earlier.keys.matches(in: input.sheets.keys)
    for row in 0..<earlier.count where matches[row] < 0 {
      let votes = earlier.validVotes[row] ?? earlier.castBallots[row]
      result.add(.init(key: earlier.keys[row], area: earlier.areas.name(row))) { place in
        [.init(place: place, figure: .sheet, computed: votes, stake: votes ?? 0)]
      }
      for (option, column) in earlier.votes.enumerated() {
        result.effect[option] = result.effect[option].clampedSum(-(column[row] ?? 0))
      }
    }
    return result
  }
}
