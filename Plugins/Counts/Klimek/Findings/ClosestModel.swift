import ModuleKit

extension Klimek {
  /// The model election that the shares are closest to. Everything is screening and is told without alarm.
  struct ClosestModel: Sendable {
    let stations: Int
    let incremental, extreme, alpha, added: Quantity
    let remaining: Double
    let option, distance: Text

    /// Ballots added to a model bring it much closer.
    static let addedBallots = FindingKind<Self>(
      .info, tier: .screening, placement: .annex, code: "added_ballots",
      Sentence(
        en:
          "Consistent with added ballots, and with two blocs of voters just as well: the shares of \(\.option) over \(\.stations) are closest to a model election with some ballots added in \(\.incremental) of the stations and nearly all in \(\.extreme). That model adds or moves \(\.added) of the votes of those registered; \(\.remaining) remains of the distance, by \(\.distance), of a model without added ballots.",
        es:
          "Compatible con papeletas añadidas, e igualmente con dos bloques de votantes: los porcentajes de \(\.option) en \(\.stations) se acercan más a los de una elección modelo con algunas papeletas añadidas en el \(\.incremental) de las mesas y casi todas en el \(\.extreme). Ese modelo añade o traslada el \(\.added) de los votos de los inscritos; queda el \(\.remaining) de la distancia, por \(\.distance), de un modelo sin papeletas añadidas."
      ),
      caution: Caution.twoBlocs, method: Method.fit, numbers: numbers, words: words)

    /// Ballots added to a model bring it hardly closer.
    static let littleGain = FindingKind<Self>(
      .info, tier: .screening, placement: .annex, code: "little_gain",
      Sentence(
        en:
          "Added ballots explain little of the shares of \(\.option) over \(\.stations): the closest model election adds or moves \(\.added) of the votes of those registered, and \(\.remaining) remains of the distance, by \(\.distance), of a model without added ballots. It adds some ballots in \(\.incremental) of the stations and nearly all in \(\.extreme).",
        es:
          "Unas papeletas añadidas explican poco de los porcentajes de \(\.option) en \(\.stations): la elección modelo más cercana añade o traslada el \(\.added) de los votos de los inscritos, y queda el \(\.remaining) de la distancia, por \(\.distance), de un modelo sin papeletas añadidas. Añade algunas papeletas en el \(\.incremental) de las mesas y casi todas en el \(\.extreme)."
      ),
      caution: Caution.twoBlocs, method: Method.fit, numbers: numbers, words: words)

    private static let numbers: [FindingKind<Self>.Number] = [
      .init("stations", \.stations, .sheets, Text(en: "sheets used", es: "actas usadas")),
      .init(
        "incremental", \.incremental, .percent,
        Text(en: "stations with some ballots added", es: "mesas con algunas papeletas añadidas")),
      .init(
        "extreme", \.extreme, .percent,
        Text(en: "stations with nearly all ballots added", es: "mesas con casi todas las papeletas añadidas")),
      .init(
        "alpha", \.alpha, .number,
        Text(en: "exponent of the votes that are moved", es: "exponente de los votos que se trasladan")),
      .init(
        "added", \.added, .percent,
        Text(
          en: "votes that the model adds or moves, of the voters registered",
          es: "votos que el modelo añade o traslada, de los inscritos")),
      .init(
        "remaining", \.remaining, .percent,
        Text(
          en: "distance between the histograms, of that of a model without added ballots",
          es: "distancia entre los histogramas, respecto de la de un modelo sin papeletas añadidas")),
    ]
    private static let words: [FindingKind<Self>.Word] = [
      .init("option", \.option), .init("distance", \.distance),
    ]
  }

  /// Repeats whose fit ends where the grid does.
  struct EdgeOfGrid: FindingShape {
    let repeats, edge: Int

    static let kind = FindingKind<Self>(
      .info, tier: .screening, placement: .annex,
      Sentence(
        en:
          "Of \(\.repeats, .number) repeats of the fit, \(\.edge, .number) end at a last value of the grid that was tried: values beyond it might fit better.",
        es:
          "De \(\.repeats, .number) repeticiones del ajuste, \(\.edge, .number) acaban en un valor extremo de la rejilla probada: valores más allá podrían ajustarse mejor."
      ),
      caution: Text(
        en: "The numbers of the fit are then those of the grid, not of the election. \(Caution.twoBlocs.en)",
        es: "Los números del ajuste son entonces los de la rejilla, no los de la elección. \(Caution.twoBlocs.es)"),
      method: Method.fit,
      numbers: [
        .init("repeats", \.repeats, .number, Text(en: "repeats of the fit", es: "repeticiones del ajuste")),
        .init(
          "edge", \.edge, .number,
          Text(en: "repeats that end at an edge", es: "repeticiones que acaban en un borde")),
      ])
  }
}
