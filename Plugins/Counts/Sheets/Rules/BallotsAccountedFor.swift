import ModuleKit

extension SheetRule {
  /// A4: ballots used and left over against those received.
  static let ballotsAccountedFor = SheetRule(
    code: "ballots_accounted_for",
    sentence: Text(
      en: "The ballots issued to voters, or else those cast, and the ballots left over add up to the ballots received.",
      es:
        "Las papeletas entregadas a los votantes, o si no los votos emitidos, y las sobrantes suman las recibidas."),
    opening: onSheets(
      "the ballots used and left over do not add up to the ballots received",
      "las papeletas usadas y sobrantes no suman las recibidas"),
    stake: Text(en: "the ballots too many or too few", es: "las papeletas de más o de menos"),
    caution: Text(
      en: "Ballots spoiled or lost on the way are often noted elsewhere, and left-over ones badly counted.",
      es: "Las papeletas estropeadas o perdidas suelen anotarse en otra parte, y las sobrantes contarse mal."),
    examples: [
      RuleExample(
        Text(
          en:
            "Every ballot is accounted for; where ballots issued are stated, they count, since voters may keep theirs.",
          es:
            "Se da cuenta de todas las papeletas; si constan las entregadas, valen esas, pues los votantes pueden quedarse con la suya."
        ),
        [
          "sheets": """
          sheet,received,issued,unused,cast
          1,300,,100,200
          2,300,205,95,204
          """
        ]),
      RuleExample(
        Text(en: "Ten ballots are missing.", es: "Faltan diez papeletas."),
        [
          "sheets": """
          sheet,received,unused,cast
          1,300,100,190
          2,300,,200
          """
        ], breaks: ["1": 10], unchecked: 1),
    ]
  ) { input in
    let sheets = input.sheets
    let (received, issued, unused, cast) = (sheets.received, sheets.issued, sheets.unused, sheets.castBallots)
    return RuleResult(sheets) { row in
      guard let stated = received[row], let used = issued[row] ?? cast[row], let unused = unused[row] else {
        return nil
      }
      let sum = used + unused
      return stated == sum ? .kept : .broken(.received, stated: stated, computed: sum, stake: abs(stated - sum))
    }
  }
}
