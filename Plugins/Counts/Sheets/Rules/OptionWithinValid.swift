import ModuleKit

extension SheetRule {
  /// A5: the votes of each option against the valid votes.
  static let optionWithinValid = SheetRule(
    code: "option_within_valid",
    sentence: Text(
      en: "No option has more votes than there are valid votes, or else ballots cast.",
      es: "Ninguna opción tiene más votos que los válidos o, si estos no constan, que los emitidos."),
    opening: onSheets(
      "an option has more votes than there are valid ones", "una opción tiene más votos que votos válidos hay"),
    stake: Text(
      en: "the votes of the option beyond the valid votes", es: "los votos de la opción que exceden a los válidos"),
    caution: Text(
      en: "A valid vote count that is too low has the same effect as votes that are too many.",
      es: "Un total de votos válidos demasiado bajo tiene el mismo efecto que votos de más."),
    direction: Text(
      en: "positive where the surplus votes are the leading option's",
      es: "positivo si los votos sobrantes son de quien va primero"),
    examples: [
      RuleExample(
        Text(en: "One option may have all votes.", es: "Una opción puede tener todos los votos."),
        [
          "sheets": """
          sheet,valid,votes_oak,votes_elm
          1,100,100,0
          """
        ]),
      RuleExample(
        Text(
          en: "A slip of the pen: 400 for 40. The surplus is elm's.",
          es: "Un error al escribir: 400 en lugar de 40. Los votos que sobran son de elm."),
        [
          "sheets": """
          sheet,valid,cast,votes_oak,votes_elm
          1,100,103,60,400
          2,,90,91,
          3,,,60,40
          """
        ], breaks: ["1": 300, "2": 1], unchecked: 1),
    ]
  ) { input in
    let sheets = input.sheets
    let (valid, cast) = (sheets.valid, sheets.cast)
    var effect = sheets.votes.map { _ in Int64(0) }
    // Most sheets keep the rule, so that the options are looked at one by one only where the largest breaks it.
    let largest = Self.largestVotes(sheets)
    var result = RuleResult(sheets) { row in
      guard let most = valid[row] ?? cast[row], largest[row] >= 0 else { return nil }
      guard largest[row] > most else { return .kept }
      var stake: Int64 = 0
      for (option, column) in sheets.votes.enumerated() {
        guard let votes = column[row], votes > most else { continue }
        stake += votes - most
        effect[option] = effect[option].clampedSum(votes - most)
      }
      let worst = sheets.votes.firstIndex { $0[row] == largest[row] } ?? 0
      return .broken(.votes(worst), stated: largest[row], computed: most, stake: stake)
    }
    result.effect = effect
    return result
  }

  /// The most votes of an option on each sheet; -1 where no option has any stated.
  private static func largestVotes(_ sheets: Sheets) -> [Int64] {
    var largest = [Int64](repeating: -1, count: sheets.count)
    for column in sheets.votes {
      for row in largest.indices where !column.isMissing(row) { largest[row] = max(largest[row], column.values[row]) }
    }
    return largest
  }
}
