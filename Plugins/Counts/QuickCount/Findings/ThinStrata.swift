import ModuleKit

extension QuickCount {
  /// Places, drawn whole, of which some stations are missing.
  struct IncompleteClusters: FindingShape {
    let places, all: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en: "Places that came in with some of their stations missing: \(\.places) of \(\.all).",
        es: "Lugares recibidos a los que faltan algunas de sus mesas: \(\.places) de \(\.all)."),
      caution: Text(
        en: "The stations that came in stand for the others of their place; if these differ, the estimate is off.",
        es: "Las mesas recibidas representan a las demás de su lugar; si estas difieren, la estimación se desvía."
      ),
      method: Method.counting,
      numbers: [
        .init(
          "places", \.places, .number, Text(en: "places with stations missing", es: "lugares con mesas pendientes")),
        .init("all", \.all, .number, Text(en: "places that came in", es: "lugares recibidos")),
      ],
      examples: [
        FindingExample(
          "Of the two stations of a place one came in.", places("n2,School,north\nn3,School,north"), with: byPlace,
          finds: "council"),
        FindingExample("All stations of the places came in.", places("n2,School,north"), with: byPlace),
      ])

    private static let byPlace: [String: Value] = ["probability_sample": "clustered", "cluster": "place"]

    /// Two places of which sheets came in, and the lines of the draw for the second one.
    private static func places(_ school: String) -> KeyValuePairs<String, FindingExample.Dataset> {
      [
        "sample": """
        sheet,place,stratum,votes_oak,votes_elm
        n1,Hall,north,4,6
        n2,School,north,6,14
        """,
        "strata": """
        stratum,stations,clusters
        north,4,3
        """,
        "design": FindingExample.Dataset(
          """
          station,place,stratum
          n1,Hall,north
          \(school)
          """),
      ]
    }
  }

  /// Strata without any unit.
  struct EmptyStrata: FindingShape {
    let strata, all, stations, total: Int
    let share: Double

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Strata of which nothing came in: \(\.strata) of \(\.all). They hold \(\.stations) of \(\.total) stations, \(\.share), and the estimates are about the others alone.",
        es:
          "Estratos de los que no llegó nada: \(\.strata) de \(\.all). Contienen \(\.stations) de \(\.total) mesas, el \(\.share), y las estimaciones se refieren solo a los demás."
      ),
      caution: Text(
        en: "If these strata vote otherwise than the rest, the estimates are off, and no interval shows it.",
        es:
          "Si estos estratos votan de otro modo que el resto, las estimaciones se desvían y ningún intervalo lo muestra."
      ),
      method: Method.counting,
      numbers: [
        .init("strata", \.strata, .number, suchStrata), .init("all", \.all, .number, Summary.allStrata),
        .init(
          "stations", \.stations, .number, Text(en: "stations that they hold", es: "mesas que contienen")),
        .init("total", \.total, .number, Summary.inFrame),
        .init("share", \.share, .percent, Text(en: "their share of the stations", es: "su proporción de las mesas")),
      ],
      examples: [
        FindingExample("Nothing came in of the south.", northAlone, with: Sample.random, finds: "council"),
        FindingExample("Sheets of both strata came in.", Sample.alone, with: Sample.random),
      ])
  }

  /// Strata with one unit.
  struct SingletonStrata: FindingShape {
    let strata, all: Int
    let treatment: Text

    static let kind = FindingKind<Self>(
      .info, placement: .annex,
      Sentence(
        en:
          "Strata with one unit in the sample: \(\.strata) of \(\.all). One unit does not show how units differ; \(\.treatment).",
        es:
          "Estratos con una sola unidad en la muestra: \(\.strata) de \(\.all). Una unidad no muestra cuánto difieren entre sí; \(\.treatment)."
      ),
      caution: Text(
        en: "The more strata have one unit, the less the width of the intervals is what the draw alone leaves open.",
        es:
          "Cuantos más estratos tienen una sola unidad, menos corresponde la amplitud de los intervalos a lo que deja abierto el sorteo."
      ),
      method: Method.counting,
      numbers: [
        .init("strata", \.strata, .number, suchStrata), .init("all", \.all, .number, Summary.allStrata),
      ], words: [.init("treatment", \.treatment)],
      examples: [
        FindingExample("One sheet of the south.", Sample.alone, with: Sample.random, finds: "council"),
        FindingExample("Two sheets of the north, and none of the south.", northAlone, with: Sample.random),
      ])
  }

  private static let suchStrata = Text(en: "such strata", es: "estratos así")
  static let northAlone: KeyValuePairs<String, FindingExample.Dataset> = [
    "sample": """
    sheet,stratum,votes_oak,votes_elm
    n1,north,4,6
    n2,north,6,14
    """, "strata": Sample.strata,
  ]
}
