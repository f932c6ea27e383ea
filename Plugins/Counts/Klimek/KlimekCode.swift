import ModuleKit

/// What `counts.klimek` can find. Everything is screening, stands in the annex and is told without alarm.
enum KlimekCode: String, FindingCode {
  case addedBallots = "added_ballots"
  case littleGain = "little_gain"
  case edgeOfGrid = "edge_of_grid"
  case tooFew = "too_few"
  case leftOut = "left_out"

  var kind: CodedFindingKind {
    switch self {
    case .addedBallots:
      CodedFindingKind(
        .info, tier: .screening, placement: .annex,
        Text(
          en:
            "Consistent with added ballots, and with two blocs of voters just as well: the shares of {option} over {stations} are closest to a model election with some ballots added in {incremental} of the stations and nearly all in {extreme}. That model adds or moves {added} of the votes of those registered; {remaining} remains of the distance of a model without added ballots.",
          es:
            "Compatible con papeletas añadidas, e igualmente con dos bloques de votantes: los porcentajes de {option} en {stations} se acercan más a los de una elección modelo con algunas papeletas añadidas en el {incremental} de las mesas y casi todas en el {extreme}. Ese modelo añade o traslada el {added} de los votos de los inscritos; queda el {remaining} de la distancia de un modelo sin papeletas añadidas."
        ),
        caution: Self.caution, method: Self.method, numbers: Self.numbers, words: ["option"])
    case .littleGain:
      CodedFindingKind(
        .info, tier: .screening, placement: .annex,
        Text(
          en:
            "Added ballots explain little of the shares of {option} over {stations}: the closest model election adds or moves {added} of the votes of those registered, and {remaining} remains of the distance of a model without added ballots. It adds some ballots in {incremental} of the stations and nearly all in {extreme}.",
          es:
            "Unas papeletas añadidas explican poco de los porcentajes de {option} en {stations}: la elección modelo más cercana añade o traslada el {added} de los votos de los inscritos, y queda el {remaining} de la distancia de un modelo sin papeletas añadidas. Añade algunas papeletas en el {incremental} de las mesas y casi todas en el {extreme}."
        ),
        caution: Self.caution, method: Self.method, numbers: Self.numbers, words: ["option"])
    case .edgeOfGrid:
      CodedFindingKind(
        .info, tier: .screening, placement: .annex,
        Text(
          en:
            "Of {repeats.number} repeats of the fit, {edge.number} end at a last value of the grid that was tried: values beyond it might fit better.",
          es:
            "De {repeats.number} repeticiones del ajuste, {edge.number} acaban en un valor extremo de la rejilla probada: valores más allá podrían ajustarse mejor."
        ),
        caution: Text(
          en: "The numbers of the fit are then those of the grid, not of the election. \(Self.caution.en)",
          es: "Los números del ajuste son entonces los de la rejilla, no los de la elección. \(Self.caution.es)"),
        method: Self.method,
        numbers: [
          .init("repeats", .number, Text(en: "repeats of the fit", es: "repeticiones del ajuste")),
          .init("edge", .number, Text(en: "repeats that end at an edge", es: "repeticiones que acaban en un borde")),
        ])
    case .tooFew:
      CodedFindingKind(
        .info, tier: .screening, placement: .annex,
        Text(
          en: "The model is not fitted to {option}: {usable} can be used, and they are too few or too much alike.",
          es: "El modelo no se ajusta para {option}: pueden usarse {usable}, y son demasiado pocas o demasiado iguales."
        ),
        caution: Text(
          en: "No fit says nothing either way.", es: "Que no haya ajuste no dice nada, ni a favor ni en contra."),
        method: Self.method,
        numbers: [.init("usable", .sheets, Text(en: "sheets that can be used", es: "actas que pueden usarse"))],
        words: ["option"])
    case .leftOut:
      CodedFindingKind(
        .info, tier: .screening, placement: .annex,
        Text(
          en:
            "The fit uses {used.number} of {all}: the others miss a count, have fewer than 100 voters on the list, no ballots, or more ballots than voters.",
          es:
            "El ajuste usa {used.number} de {all}: en las demás falta un recuento, hay menos de 100 inscritos, ninguna papeleta, o más papeletas que inscritos."
        ),
        caution: Text(
          en: "What the sheets left out would show is not known.",
          es: "No se sabe qué mostrarían las actas que no se usan."),
        method: Self.method,
        numbers: [
          .init("used", .sheets, Text(en: "sheets used", es: "actas usadas")),
          .init("all", .sheets, Text(en: "all sheets", es: "todas las actas")),
        ])
    }
  }

  /// Two blocs first: it is the error that has been made with this model.
  private static let caution = Text(
    en:
      "Two blocs of voters, such as two languages or town and country, give the same picture, and have done so in elections that nobody disputes: the model assumes one electorate that votes alike everywhere. In simulated elections without any fault it asked for added ballots in 26 % of those with town and country and in 54 % of those with regional blocs, in up to 70 % of the stations; in none of one electorate. The ranges are the lowest and highest of the repeats: they show the draws of the simulation, not this error. Nothing follows for any single station.",
    es:
      "Dos bloques de votantes, como dos lenguas o ciudad y campo, dan la misma imagen, y la han dado en elecciones que nadie discute: el modelo supone un electorado que vota igual en todas partes. En elecciones simuladas sin falla alguna pidió papeletas añadidas en el 26 % de las que tienen ciudad y campo y en el 54 % de las que tienen bloques regionales, hasta en el 70 % de las mesas; en ninguna de un solo electorado. Los márgenes son el menor y el mayor valor de las repeticiones: muestran los sorteos de la simulación, no este error. Nada se sigue para ninguna mesa concreta."
  )
  private static let method = Text(
    en:
      "least squares between histograms of shares over a grid of models; Klimek, Yegorov, Hanel & Thurner 2012, PNAS 109:16469; Docs/methods/counts.md, “Added ballots”",
    es:
      "mínimos cuadrados entre histogramas de porcentajes sobre una rejilla de modelos; Klimek, Yegorov, Hanel & Thurner 2012, PNAS 109:16469; Docs/methods/counts.md, «Added ballots»"
  )
  private static let numbers: [CodedFindingKind.Number] = [
    .init("stations", .sheets, Text(en: "sheets used", es: "actas usadas")),
    .init(
      "incremental", .percent,
      Text(en: "stations with some ballots added", es: "mesas con algunas papeletas añadidas")),
    .init(
      "extreme", .percent,
      Text(en: "stations with nearly all ballots added", es: "mesas con casi todas las papeletas añadidas")),
    .init(
      "alpha", .number,
      Text(en: "exponent of the votes that are moved", es: "exponente de los votos que se trasladan")),
    .init(
      "added", .percent,
      Text(
        en: "votes that the model adds or moves, of the voters registered",
        es: "votos que el modelo añade o traslada, de los inscritos")),
    .init(
      "remaining", .percent,
      Text(
        en: "distance between the histograms, of that of a model without added ballots",
        es: "distancia entre los histogramas, respecto de la de un modelo sin papeletas añadidas")),
  ]
}
