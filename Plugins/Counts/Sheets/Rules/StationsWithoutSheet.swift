import ModuleKit

extension SheetRule {
  /// A6: stations of the list that no sheet is of.
  static let stationsWithoutSheet = SheetRule(
    code: "stations_without_sheet",
    sentence: Text(
      en: "Every station on the list has a sheet.", es: "Toda mesa de la lista tiene un acta."),
    opening: Sentence(
      en: "Without a sheet: \(\.failed) of \(\.checked, .number) on the list.",
      es: "Sin acta: \(\.failed) de \(\.checked, .number) de la lista."),
    stake: Text(en: "the voters registered there", es: "los electores inscritos en ellas"),
    caution: Text(
      en:
        "While a count goes on, sheets are simply not in yet; stations may also have been merged, or never have opened. Not every registered voter votes.",
      es:
        "Mientras dura el conteo, hay actas que aún no llegan; también hay mesas que se unen o no llegan a abrir. No vota todo elector inscrito."
    ),
    unit: .stations,
    examples: [
      RuleExample(
        Text(
          en:
            "Both stations have a sheet: stations are looked for by the sheets' own keys where no sheet names its station.",
          es:
            "Ambas mesas tienen acta: si ningún acta nombra su mesa, las mesas se buscan por las claves de las actas mismas."
        ),
        [
          "sheets": """
          sheet,votes_oak,votes_elm
          1,60,40
          2,50,50
          """,
          "stations": """
          station,registered
          1,300
          2,250
          """,
        ]),
      RuleExample(
        Text(en: "Station B has none.", es: "La mesa B no tiene ninguna."),
        [
          "sheets": """
          sheet,station,votes_oak,votes_elm
          1,A,60,40
          """,
          "stations": """
          station,registered
          A,300
          B,250
          """,
        ], breaks: ["B": 250]),
    ]
  ) { input in
    guard let stations = input.stations else { return nil }
    var result = RuleResult()
    let matches = stations.keys.matches(in: input.sheets.stationKeys)
    for row in 0..<stations.count {
      guard matches[row] < 0 else {
        result.addKept(1)
        continue
      }
      let registered = stations.registered[row]
      result.add(.init(key: stations.keys[row], area: stations.areas.name(row))) { place in
        [.init(place: place, figure: .registered, stated: registered, stake: registered ?? 0)]
      }
    }
    return result
  }
}
