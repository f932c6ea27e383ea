import ModuleKit

extension QuickCount {
  /// How several findings are reached.
  enum Method {
    static let ratio = Text(
      en:
        "combined ratio over strata with correction for finite strata, units drawn whole taken as one, normal interval (Cochran 1977, Sampling Techniques, third edition, section 6.11)",
      es:
        "razón combinada por estratos con corrección por estratos finitos, unidades sorteadas enteras tomadas como una, intervalo normal (Cochran 1977, Sampling Techniques, tercera edición, sección 6.11)"
    )
    static let counting = Text(
      en: "sheets that came in against the stations drawn and the frame",
      es: "actas recibidas frente a las mesas sorteadas y el marco muestral")
  }

  /// What numbers of several findings are.
  enum Summary {
    static let confidence = Text(en: "confidence of the interval", es: "confianza del intervalo")
    static let used = Text(en: "stations whose sheet is used", es: "mesas cuya acta se utiliza")
    static let drawn = Text(en: "stations drawn", es: "mesas sorteadas")
    static let inFrame = Text(en: "stations in the frame", es: "mesas del marco muestral")
    static let allStrata = Text(en: "all strata", es: "todos los estratos")
  }

  /// What stands in several examples.
  enum Sample {
    /// Two of the four stations of the north, one of the two of the south.
    static let sheets: FindingExample.Dataset = """
      sheet,stratum,votes_oak,votes_elm
      n1,north,4,6
      n2,north,6,14
      s1,south,15,15
      """
    static let strata: FindingExample.Dataset = """
      stratum,stations
      north,4
      south,2
      """
    /// ``sheets``, and nothing of which stations were drawn.
    static let alone: KeyValuePairs<String, FindingExample.Dataset> = ["sample": sheets, "strata": strata]
    static let random: [String: Value] = ["probability_sample": "stratified_random"]
    static let randomAndWide: [String: Value] = [
      "probability_sample": "stratified_random", "confidence": .number(0.999),
    ]
    static let notRandom: [String: Value] = ["probability_sample": "not_random"]
  }
}
