import ModuleKit

extension SheetRule {
  /// A2: valid, blank and null ballots against those cast.
  static let ballotsAddUp = SheetRule(
    code: "ballots_add_up",
    sentence: Text(
      en: "Valid, blank and null votes add up to the ballots cast.",
      es: "Los votos válidos, en blanco y nulos suman los votos emitidos."),
    opening: onSheets(
      "valid, blank and null votes do not add up to the ballots cast",
      "los votos válidos, en blanco y nulos no suman los votos emitidos"),
    stake: Text(
      en: "the difference between that sum and the ballots cast",
      es: "la diferencia entre esa suma y los votos emitidos"),
    caution: Text(
      en: "It does not say which figure is wrong, nor whom that favours.",
      es: "No dice qué cifra está mal ni a quién favorece."),
    examples: [
      RuleExample(
        Text(
          en: "All ballots are accounted for; a file without blank votes has none to add.",
          es: "Se da cuenta de todas las papeletas; un archivo sin votos en blanco no tiene ninguno que sumar."),
        [
          "sheets": """
          sheet,cast,valid,null
          1,103,100,3
          """
        ]),
      RuleExample(
        Text(en: "Two ballots more than were cast.", es: "Dos votos más que los emitidos."),
        [
          "sheets": """
          sheet,cast,valid,blank,null
          1,103,100,2,3
          """
        ], breaks: ["1": 2]),
      RuleExample(
        Text(
          en: "Where the file has blank votes, a sheet without them is not checked.",
          es: "Si el archivo tiene votos en blanco, un acta a la que le faltan no se comprueba."),
        [
          "sheets": """
          sheet,cast,valid,blank,null
          1,103,100,,3
          2,105,100,2,3
          """
        ], unchecked: 1),
      RuleExample(
        Text(
          en: "Valid votes that are not stated are the sum of the votes.",
          es: "Los votos válidos que no constan son la suma de los votos."),
        [
          "sheets": """
          sheet,cast,null,votes_oak,votes_elm
          1,104,3,60,40
          """
        ], breaks: ["1": 1]),
    ]
  ) { input in
    let sheets = input.sheets
    let (cast, valid) = (sheets.cast, sheets.validVotes)
    // A file that has one of the two columns only means that the other kind of ballot is not told apart.
    let others = [sheets.blank, sheets.null].filter { $0.missing.count < sheets.count }
    guard let first = others.first else { return RuleResult(sheets) { _ in nil } }
    let second = others.last ?? first
    let hasTwo = others.count == 2
    return RuleResult(sheets) { row in
      guard let stated = cast[row], let valid = valid[row], let first = first[row], let other = second[row] else {
        return nil
      }
      let sum = valid + first + (hasTwo ? other : 0)
      return stated == sum ? .kept : .broken(.cast, stated: stated, computed: sum, stake: abs(stated - sum))
    }
  }
}
