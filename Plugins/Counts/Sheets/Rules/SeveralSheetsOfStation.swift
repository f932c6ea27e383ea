import ModuleKit

extension SheetRule {
  /// A6: several sheets of one station.
  static let severalSheetsOfStation = SheetRule(
    code: "several_sheets_of_station",
    sentence: Text(en: "A station has one sheet.", es: "Una mesa tiene una sola acta."),
    opening: onSheets("the station has another sheet before them", "la mesa ya tiene otra acta"),
    stake: Text(
      en: "the valid votes on all sheets of a station but its first",
      es: "los votos válidos de las actas que siguen a la primera de la mesa"),
    caution: Text(
      en: "Some countries fill several sheets at one station by rule; which of them counts is not decided here.",
      es: "Hay países donde una mesa llena varias actas por norma; cuál de ellas vale no se decide aquí."),
    direction: Text(
      en: "positive where the further sheets favour the leading option",
      es: "positivo si las actas de más favorecen a quien va primero"),
    examples: [
      RuleExample(
        Text(en: "Station A has two sheets.", es: "La mesa A tiene dos actas."),
        [
          "sheets": """
          sheet,station,votes_oak,votes_elm
          1,A,60,40
          2,B,50,50
          3,A,61,40
          4,,1,1
          """
        ], breaks: ["3": 101], unchecked: 1)
    ]
  ) { input in
    let stations = input.sheets.stations
    guard stations.missing.count < stations.count else { return nil }
    let codes = stations.encoded
    var first = [Int32](repeating: -1, count: codes.texts.count)
    for (row, code) in codes.codes.enumerated() where code >= 0 && first[Int(code)] < 0 {
      first[Int(code)] = Int32(row)
    }
    var result = RuleResult(votesOf: input.sheets) { row in
      codes.codes[row] < 0 ? nil : first[Int(codes.codes[row])] != row
    }
    result.nameTwins { Int(first[Int(codes.codes[$0])]) }
    return result
  }
}
