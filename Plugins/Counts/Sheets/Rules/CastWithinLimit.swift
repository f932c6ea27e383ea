import ModuleKit

extension SheetRule {
  /// A3: ballots cast against the most that a station may serve.
  static let castWithinLimit = SheetRule(
    code: "cast_within_limit",
    sentence: Text(
      en: "No sheet holds more ballots than a station may serve voters.",
      es: "Ningún acta tiene más votos que los electores que puede atender una mesa."),
    opening: onSheets(
      "more ballots were cast than a station may serve voters",
      "hay más votos emitidos que electores puede atender una mesa"),
    stake: Text(en: "the ballots beyond the limit", es: "los votos que exceden el límite"),
    caution: Text(
      en: "Stations are merged on the day, and some kinds have other limits; whom the ballots favour is not known.",
      es: "Hay mesas que se unen ese día y tipos con otros límites; no se sabe a quién favorecen los votos."),
    examples: [
      RuleExample(
        Text(
          en: "With a limit of 300 the second sheet is one above it; without the parameter nothing is checked.",
          es: "Con un límite de 300, la segunda acta lo pasa por uno; sin el parámetro no se comprueba nada."),
        [
          "sheets": """
          sheet,cast
          1,300
          2,301
          """
        ], with: ["limit": .integer(300)], breaks: ["2": 1])
    ]
  ) { input in
    guard let limit = input.limit.map({ Int64($0) }) else { return nil }
    let cast = input.sheets.castBallots
    return RuleResult(input.sheets) { row in
      guard let ballots = cast[row] else { return nil }
      return ballots <= limit ? .kept : .broken(.cast, stated: ballots, computed: limit, stake: ballots - limit)
    }
  }
}
