import ModuleKit

extension Klimek {
  /// What several findings do not show.
  enum Caution {
    /// Two blocs first: it is the error that has been made with this model.
    static let twoBlocs = Text(
      en:
        "Two blocs of voters, such as two languages or town and country, give the same picture, and have done so in elections that nobody disputes: the model assumes one electorate that votes alike everywhere. In simulated elections without any fault it asked for added ballots in 26% of those with town and country and in 54% of those with regional blocs, in up to 70% of the stations; in none of one electorate. The ranges are the lowest and highest of the repeats: they show the draws of the simulation, not this error. Nothing follows for any single station.",
      es:
        "Dos bloques de votantes, como dos lenguas o ciudad y campo, dan la misma imagen, y la han dado en elecciones que nadie discute: el modelo supone un electorado que vota igual en todas partes. En elecciones simuladas sin falla alguna pidió papeletas añadidas en el 26% de las que tienen ciudad y campo y en el 54% de las que tienen bloques regionales, hasta en el 70% de las mesas; en ninguna de un solo electorado. Los márgenes son el menor y el mayor valor de las repeticiones: muestran los sorteos de la simulación, no este error. Nada se sigue para ninguna mesa concreta."
    )
  }

  /// How several findings are reached.
  enum Method {
    static let fit = Text(
      en:
        "least plain or relative squares between histograms of shares over a grid of models; Klimek, Yegorov, Hanel & Thurner 2012, PNAS 109:16469; Docs/methods/counts.md, “Added ballots”",
      es:
        "mínimos cuadrados, simples o relativos, entre histogramas de porcentajes sobre una rejilla de modelos; Klimek, Yegorov, Hanel & Thurner 2012, PNAS 109:16469; Docs/methods/counts.md, «Added ballots»"
    )
  }
}
