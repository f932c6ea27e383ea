import ModuleKit

extension Klimek {
  /// What several findings do not show.
  enum Caution {
    /// Two blocs first: it is the error that has been made with this model.
    static let twoBlocs = Text(
      en:
        "Two blocs of voters, such as two languages or town and country, give the same picture, and have done so in elections that nobody disputes: the model assumes one electorate that votes alike everywhere. In simulated elections without any fault it asked for added ballots, by plain differences, in 1.5% of those of one electorate, 26.5% of those with town and country, 63% of those with regional blocs and 43% of those with heavy tails; by relative ones in 6.5, 31, 48.5 and 61%; in up to 98% of the stations. The ranges are the lowest and highest of the repeats: they show the draws of the simulation, not this error. Nothing follows for any single station.",
      es:
        "Dos bloques de votantes, como dos lenguas o ciudad y campo, dan la misma imagen, y la han dado en elecciones que nadie discute: el modelo supone un electorado que vota igual en todas partes. En elecciones simuladas sin falla alguna pidió papeletas añadidas, por diferencias simples, en el 1.5% de las de un solo electorado, el 26.5% de las que tienen ciudad y campo, el 63% de las que tienen bloques regionales y el 43% de las de colas pesadas; por las relativas, en el 6.5, 31, 48.5 y 61%; hasta en el 98% de las mesas. Los márgenes son el menor y el mayor valor de las repeticiones: muestran los sorteos de la simulación, no este error. Nada se sigue para ninguna mesa concreta."
    )
  }

  /// How several findings are reached.
  enum Method {
    static let fit = Text(
      en:
        "least plain or relative squares between histograms of shares over a grid of models; Klimek, Yegorov, Hanel & Thurner 2012, PNAS 109:16469; Docs/methods/counts.md, “Added ballots”",
      es:
        "mínimos cuadrados, simples o relativos, entre histogramas de porcentajes sobre una rejilla de modelos; Klimek, Yegorov, Hanel & Thurner 2012, PNAS 109:16469; Docs/es/methods/counts.md, «Papeletas añadidas»"
    )
  }
}
