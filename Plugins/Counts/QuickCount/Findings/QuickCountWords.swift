import ModuleKit

extension QuickCount {
  /// How several findings are reached.
  enum Method {
    static let ratio = Text(
      en:
        "combined ratio over strata with correction for finite strata, units drawn whole taken as one, missing units weighted within their stratum, Student's t with units less strata as degrees of freedom; strata of one unit collapsed unless set otherwise (Cochran 1977, Sampling Techniques, third edition, sections 5A.12 and 6.11)",
      es:
        "razón combinada por estratos con corrección por estratos finitos, unidades sorteadas enteras tomadas como una, unidades que faltan ponderadas dentro de su estrato, t de Student con unidades menos estratos como grados de libertad; estratos de una sola unidad agrupados salvo que se indique otra cosa (Cochran 1977, Sampling Techniques, tercera edición, secciones 5A.12 y 6.11)"
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
    static let degrees = Text(en: "degrees of freedom", es: "grados de libertad")
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
    /// The stations of ``sheets``.
    static let drawn: FindingExample.Dataset = """
      station,stratum
      n1,north
      n2,north
      s1,south
      """
    /// ``sheets``, of which it is known that none is missing.
    static let complete: KeyValuePairs<String, FindingExample.Dataset> = [
      "sample": sheets, "strata": strata, "design": drawn,
    ]
    /// Four of the ten stations of the north, three of the eight of the south, which hardly differ.
    static let steady: FindingExample.Dataset = """
      sheet,stratum,votes_oak,votes_elm
      n1,north,4,16
      n2,north,5,15
      n3,north,4,16
      n4,north,5,15
      s1,south,8,12
      s2,south,9,11
      s3,south,8,12
      """
    static let steadyStrata: FindingExample.Dataset = """
      stratum,stations
      north,10
      south,8
      """
    static let steadyDrawn: FindingExample.Dataset = """
      station,stratum
      n1,north
      n2,north
      n3,north
      n4,north
      s1,south
      s2,south
      s3,south
      """
    static let steadyAlone: KeyValuePairs<String, FindingExample.Dataset> = [
      "sample": steady, "strata": steadyStrata,
    ]
    /// All six stations.
    static let everything: FindingExample.Dataset = """
      sheet,stratum,votes_oak,votes_elm
      n1,north,4,6
      n2,north,6,14
      n3,north,3,17
      n4,north,5,5
      s1,south,15,15
      s2,south,9,21
      """
    static let counted: KeyValuePairs<String, FindingExample.Dataset> = ["sample": everything, "strata": strata]
    static let notRandom: [String: Value] = ["probability_sample": "not_random"]
  }
}
