import ModuleKit

extension SheetRule {
  /// A4: ballots cast against those issued.
  static let castWithinIssued = SheetRule(
    code: "cast_within_issued",
    sentence: Text(
      en: "No more ballots are cast than were issued to voters, and no more are issued than there are voters.",
      es: "No hay más votos emitidos que papeletas entregadas, ni más papeletas entregadas que votantes."),
    opening: onSheets(
      "more ballots were cast than issued, or more issued than there are voters",
      "hay más votos emitidos que papeletas entregadas, o más entregadas que votantes"),
    stake: Text(
      en: "the ballots beyond those issued, or those issued beyond the voters",
      es: "los votos que exceden a las papeletas entregadas, o estas a los votantes"),
    caution: Text(
      en: "Ballots issued are often counted from the register's signatures, which are easily missed.",
      es: "Las papeletas entregadas suelen contarse por las firmas del padrón, que es fácil pasar por alto."),
    examples: [
      RuleExample(
        Text(
          en: "Fewer ballots in the box than issued are no failure: voters may keep theirs.",
          es:
            "Que haya menos papeletas en la urna que entregadas no es una falla: los votantes pueden quedarse con la suya."
        ),
        [
          "sheets": """
          sheet,registered,issued,cast
          1,300,205,204
          """
        ]),
      RuleExample(
        Text(
          en: "One more ballot in the box than issued; five more issued than there are voters.",
          es: "Una papeleta más en la urna que entregadas; cinco entregadas más que votantes."),
        [
          "sheets": """
          sheet,registered,issued,cast
          1,300,200,201
          2,300,305,300
          3,300,,300
          """
        ], breaks: ["1": 1, "2": 5], unchecked: 1),
    ]
  ) { input in
    let (issued, cast) = (input.sheets.issued, input.sheets.castBallots)
    return RuleResult(input.sheets) { row in
      guard let issued = issued[row], let ballots = cast[row] else { return nil }
      if ballots > issued { return .broken(.cast, stated: ballots, computed: issued, stake: ballots - issued) }
      guard let voters = input.voters(row), issued > voters else { return .kept }
      return .broken(.issued, stated: issued, computed: voters, stake: issued - voters)
    }
  }
}
