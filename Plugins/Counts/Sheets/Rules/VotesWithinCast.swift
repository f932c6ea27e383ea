import ModuleKit

extension SheetRule {
  /// A5: the votes of all options together, or the valid votes, against the ballots cast.
  static let votesWithinCast = SheetRule(
    code: "votes_within_cast",
    sentence: Text(
      en: "The votes of the options, and the valid votes, are no more than the ballots cast.",
      es: "Los votos de las opciones, y los votos válidos, no son más que los votos emitidos."),
    opening: onSheets(
      "the votes of the options, or the valid votes, are more than the ballots cast",
      "los votos de las opciones, o los votos válidos, son más que los votos emitidos"),
    stake: Text(
      en: "the votes beyond the ballots cast", es: "los votos que exceden a los emitidos"),
    caution: Text(
      en: "A number of ballots cast that is too low has the same effect as votes that are too many.",
      es: "Un total de votos emitidos demasiado bajo tiene el mismo efecto que votos de más."),
    examples: [
      RuleExample(
        Text(
          en: "There may be fewer votes than ballots: the rest are blank or null.",
          es: "Puede haber menos votos que papeletas: las demás son votos en blanco o nulos."),
        [
          "sheets": """
          sheet,cast,votes_oak,votes_elm
          1,500,300,200
          2,520,300,200
          """
        ]),
      RuleExample(
        Text(
          en:
            "A hundred votes too many; an option without votes stated cannot lower the sum; valid votes count without them.",
          es:
            "Sobran cien votos; una opción cuyos votos no constan no puede bajar la suma; los votos válidos cuentan sin ellos."
        ),
        [
          "sheets": """
          sheet,cast,valid,votes_oak,votes_elm
          1,400,,300,200
          2,90,,91,
          3,90,95,,
          4,90,,80,
          5,,,60,40
          """
        ], breaks: ["1": 100, "2": 1, "3": 5], unchecked: 2),
    ]
  ) { input in
    let sheets = input.sheets
    let (cast, valid, sums) = (sheets.cast, sheets.valid, input.voteSums)
    return RuleResult(sheets) { row in
      guard let ballots = cast[row] else { return nil }
      // What is stated of an incomplete sheet is a least number.
      let least = sheets.votes.reduce(Int64(0)) { $0.clampedSum($1[row] ?? 0) }
      let votes = max(least, valid[row] ?? 0)
      if votes > ballots { return .broken(.cast, stated: ballots, computed: votes, stake: votes - ballots) }
      return sums.isMissing(row) && valid.isMissing(row) ? nil : .kept
    }
  }
}
