import ModuleKit

extension SheetRule {
  /// A6: sheets of stations that are not on the list.
  static let unknownStations = SheetRule(
    code: "unknown_stations",
    sentence: Text(
      en: "Every sheet is of a station on the list.", es: "Toda acta es de una mesa de la lista."),
    opening: onSheets("the station is not on the list", "la mesa no está en la lista"),
    stake: Text(en: "the valid votes on these sheets", es: "los votos válidos de esas actas"),
    caution: Text(
      en: "Lists change until the last day, and keys are written in more than one way.",
      es: "Las listas cambian hasta el último día, y las claves se escriben de más de una forma."),
    direction: Text(
      en: "positive where these sheets favour the leading option",
      es: "positivo si esas actas favorecen a quien va primero"),
    examples: [
      RuleExample(
        Text(
          en: "Station C is not on the list; sheet 3 does not say which station it is of.",
          es: "La mesa C no está en la lista; el acta 3 no dice de qué mesa es."),
        [
          "sheets": """
          sheet,station,votes_oak,votes_elm
          1,A,60,40
          2,C,30,20
          3,,10,10
          """,
          "stations": """
          station
          A
          B
          """,
        ], breaks: ["2": 50], unchecked: 1)
    ]
  ) { input in
    guard let stations = input.stations else { return nil }
    let keys = input.sheets.stationKeys
    let matches = keys.matches(in: stations.keys)
    return RuleResult(votesOf: input.sheets) { row in
      keys.isMissing(row) ? nil : matches[row] < 0
    }
  }
}

extension RuleResult {
  /// Every sheet as broken where `isBroken` says so, with all its votes at stake; nil for one that is not checked.
  init(votesOf sheets: Sheets, _ isBroken: (Int) -> Bool?) {
    var effect = sheets.votes.map { _ in Int64(0) }
    self.init(sheets) { row in
      guard let isBroken = isBroken(row) else { return nil }
      guard isBroken else { return .kept }
      for (option, column) in sheets.votes.enumerated() { effect[option] = effect[option].clampedSum(column[row] ?? 0) }
      let votes = sheets.validVotes[row] ?? sheets.castBallots[row] ?? 0
      return .broken(.valid, stated: votes, computed: nil, stake: votes)
    }
    self.effect = effect
  }
}
