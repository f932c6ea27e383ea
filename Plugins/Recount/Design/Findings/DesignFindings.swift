import ModuleKit

extension Design {
  /// How many stations a share needs, or what a share is worth with those that can be visited.
  struct StationsNeeded: FindingShape {
    let stations, drawn, strata: Int
    let error, simple, confidence: Quantity
    let allocation: StratifiedDesign.Allocation
    let spread: Text

    /// How they are drawn.
    private var draw: Text {
      guard strata > 1 else { return Text(en: "drawn at random", es: "sorteadas") }
      return switch allocation {
      case .proportional:
        Text(
          en: "drawn at random within strata, in proportion to their stations",
          es: "sorteadas por estrato, en proporción a sus mesas")
      case .neyman:
        Text(
          en: "drawn at random within strata, in proportion to their stations times the spread between these",
          es: "sorteadas por estrato, en proporción a sus mesas por la dispersión entre ellas")
      }
    }

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "The mission computes that \(\.drawn, .number) of \(\.stations, .number) stations, \(\.draw), show a share of the votes to within \(\.error), with a confidence of \(\.confidence), \(\.spread).",
        es:
          "La misión calcula que \(\.drawn, .number) de \(\.stations, .number) mesas, \(\.draw), muestran una proporción de los votos con un margen de \(\.error), con una confianza del \(\.confidence), \(\.spread)."
      ),
      caution: Text(
        en:
          "It holds for sheets of all stations drawn: those that do not come in are not missing at random. Stations may differ by more than before. A lead is known less well than a share: up to twice the margin. With few stations the normal curve behind the margin is rough.",
        es:
          "Vale si llegan las actas de todas las mesas sorteadas: las que no llegan no faltan al azar. Las mesas pueden diferir más que antes. Una ventaja se conoce peor que una proporción: hasta el doble del margen. Con pocas mesas, la curva normal en que se apoya el margen es solo aproximada."
      ), method: method,
      numbers: [
        .init("drawn", \.drawn, .stations, Text(en: "stations to draw", es: "mesas por sortear")),
        .init("stations", \.stations, .stations, Meaning.stations),
        .init("strata", \.strata, .number, Text(en: "strata", es: "estratos")),
        .init(
          "error", \.error, .points, Text(en: "margin of error of a share", es: "margen de error de una proporción")),
        .init(
          "simple", \.simple, .points,
          Text(
            en: "margin of error of as many drawn without strata",
            es: "margen de error de otras tantas sorteadas sin estratos")),
        .init("confidence", \.confidence, .percent, Meaning.confidence),
      ],
      words: [.init("draw", \.draw), .init("spread", \.spread)],
      examples: [
        FindingExample("Forty stations, and room for ten points.", frame(), with: ["error": "0.1"], finds: "design"),
        FindingExample("A margin for which all are needed.", frame(), with: ["error": "0.0001"]),
      ])
  }

  /// Nothing less than all stations would do.
  struct AllStations: FindingShape {
    let stations: Int
    let error, confidence: Quantity
    let spread: Text

    static let kind = FindingKind<Self>(
      .notice, tier: .explanation,
      Sentence(
        en:
          "The mission computes that to show a share of the votes to within \(\.error), with a confidence of \(\.confidence), \(\.spread), all \(\.stations, .number) stations would have to be drawn.",
        es:
          "La misión calcula que para mostrar una proporción de los votos con un margen de \(\.error), con una confianza del \(\.confidence), \(\.spread), habría que sortear las \(\.stations, .number) mesas, es decir, todas."
      ),
      caution: Text(
        en: "A wider margin needs fewer, and says less.", es: "Un margen más amplio exige menos mesas, y dice menos."),
      method: method,
      numbers: [
        .init("stations", \.stations, .stations, Meaning.stations), .init("error", \.error, .points, Meaning.asked),
        .init("confidence", \.confidence, .percent, Meaning.confidence),
      ],
      words: [.init("spread", \.spread)],
      examples: [
        FindingExample("A margin of a hundredth of a point.", frame(), with: ["error": "0.0001"], finds: "design"),
        FindingExample("Ten points.", frame(), with: ["error": "0.1"]),
      ])
  }

  /// What the formula for single voters says: not for stations.
  struct VotersFormula: FindingShape {
    let voters, needed: Int
    let error, confidence: Quantity

    static let kind = FindingKind<Self>(
      .info, tier: .explanation, placement: .annex,
      Sentence(
        en:
          "Were \(\.needed, .number) of the \(\.voters, .number) registered voters drawn one by one, they would show a share to within \(\.error), with a confidence of \(\.confidence). That formula is not for stations: the votes of one stand together, and what stations differ by decides how many are needed.",
        es:
          "Si se sortearan uno por uno \(\.needed, .number) de los \(\.voters, .number) electores inscritos, mostrarían una proporción con un margen de \(\.error), con una confianza del \(\.confidence). Esa fórmula no vale para mesas: los votos de una van juntos, y decide cuánto difieren las mesas entre sí."
      ),
      caution: Text(
        en: "It is no number of stations, nor of votes at the stations drawn.",
        es: "No es un número de mesas, ni de votos en las mesas sorteadas."), method: method,
      numbers: [
        .init("needed", \.needed, .people, Text(en: "voters by the formula", es: "electores según la fórmula")),
        .init("voters", \.voters, .people, Text(en: "registered voters", es: "electores inscritos")),
        .init("error", \.error, .points, Meaning.asked),
        .init("confidence", \.confidence, .percent, Meaning.confidence),
      ],
      examples: [
        FindingExample(
          "Forty stations of 300 voters.", frame(registered: "300"), with: ["error": "0.1"], finds: "design"),
        FindingExample("Without a register.", frame(), with: ["error": "0.1"]),
      ])
  }

  /// Stations of which nothing earlier is known.
  struct NoEarlierVotes: FindingShape {
    let stations, unknown: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Stations of the list without votes in the earlier election: \(\.unknown, .number) of \(\.stations, .number). They are taken to differ as the others of their stratum did.",
        es:
          "Mesas de la lista sin votos en la elección anterior: \(\.unknown, .number) de \(\.stations, .number). Se supone que difieren como las demás de su estrato."
      ),
      caution: Text(
        en: "New stations, other names and sheets that lack a figure all look so.",
        es: "Así se ven las mesas nuevas, los cambios de nombre y las actas a las que les falta una cifra."),
      method: method,
      numbers: [
        .init(
          "unknown", \.unknown, .stations, Text(en: "stations without earlier votes", es: "mesas sin votos anteriores")),
        .init("stations", \.stations, .stations, Meaning.stations),
      ],
      examples: [
        FindingExample("An earlier election at four of forty.", frame(earlier: true), finds: "design"),
        FindingExample("No earlier election.", frame()),
      ])
  }

  /// The draw.
  struct StationsDrawn: FindingShape {
    let drawn, reserve, stations: Int
    let seed, sampler: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "From the seed \(\.seed), \(\.drawn, .number) of \(\.stations, .number) stations were drawn by the \(\.sampler) sampler, and \(\.reserve, .number) more in reserve.",
        es:
          "Con la semilla \(\.seed) y el método \(\.sampler) se sortearon \(\.drawn, .number) de \(\.stations, .number) mesas, y \(\.reserve, .number) más de reserva."
      ),
      caution: Text(
        en:
          "Whoever has the list and the seed makes the same draw; that the seed came from dice, thrown after the list was closed, only witnesses can say. A reserve stands in, in the order of the draw, for a station that cannot be visited; it does not undo what those have in common that could not.",
        es:
          "Quien tenga la lista y la semilla hace el mismo sorteo; que la semilla salió de dados, lanzados después de cerrar la lista, solo pueden decirlo testigos. Una reserva sustituye, en el orden del sorteo, a una mesa que no puede visitarse; no corrige lo que tengan en común las que no pudieron visitarse."
      ),
      method: Text(
        en: "draw without replacement within strata: Docs/methods/recount.md, “Draws”",
        es: "sorteo sin reposición por estrato: Docs/es/methods/recount.md, «Sorteos»"),
      numbers: [
        .init("drawn", \.drawn, .stations, Text(en: "stations drawn", es: "mesas sorteadas")),
        .init("reserve", \.reserve, .stations, Text(en: "stations in reserve", es: "mesas de reserva")),
        .init("stations", \.stations, .stations, Meaning.stations),
      ],
      words: [.init("seed", \.seed), .init("sampler", \.sampler)],
      examples: [
        FindingExample(
          "Ten points, and half as many in reserve.", frame(),
          with: ["error": "0.1", "seed": "31415926535897932384", "replacements": "0.5"], finds: "draw"),
        FindingExample("No seed.", frame(), with: ["error": "0.1"]),
      ])
  }

  private static let method = Text(
    en:
      "stratified sample with finite strata, a share as a combined ratio (Cochran 1977, sections 5.5, 5.9 and 6.11); the voters' formula is that of section 4.4",
    es:
      "muestra estratificada de estratos finitos, una proporción como razón combinada (Cochran 1977, secciones 5.5, 5.9 y 6.11); la fórmula de electores es la de la sección 4.4"
  )

  private enum Meaning {
    static let stations = Text(en: "stations of the list", es: "mesas de la lista")
    static let asked = Text(en: "margin of error asked for", es: "margen de error pedido")
    static let confidence = Text(en: "confidence", es: "confianza")
  }

  /// Forty stations in two strata.
  private static func frame(
    registered: String = "", earlier: Bool = false
  ) -> KeyValuePairs<String, FindingExample.Dataset> {
    let rows = (1...40).map { "\($0),\($0 <= 30 ? "north" : "south"),\(registered)" }
    let frame = FindingExample.Dataset((["station,stratum,registered"] + rows).joined(separator: "\n"))
    guard earlier else { return ["frame": frame] }
    return [
      "frame": frame,
      "earlier": "sheet,votes_oak,votes_elm\n1,60,40\n2,50,50\n31,70,30\n32,20,80",
    ]
  }
}
