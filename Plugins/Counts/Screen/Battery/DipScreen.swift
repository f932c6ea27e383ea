import ModuleKit
import Statistics

/// Hartigan's dip: more than one peak.
struct DipScreen: ScreeningTest {
  let name = Text(en: "more than one peak (dip)", es: "más de una cima (dip)")
  let measure = Text(en: "the dip", es: "el dip")
  let caution = Text(
    en:
      "Several peaks are what town and country, languages or regional strongholds give. With more than some ten thousand stations the smallest second peak stands out. Few different values, as in small stations, count as peaks too. Of simulated elections without any fault whose regions lean to different sides 99.8% stood out for the share, at a level of 5%.",
    es:
      "Varias cimas es lo que dan ciudad y campo, las lenguas o los bastiones regionales. Con más de unas diez mil mesas destaca la segunda cima más pequeña. Pocos valores distintos, como en mesas pequeñas, cuentan también como cimas. De las elecciones simuladas sin falla alguna cuyas regiones se inclinan a lados distintos destacó el 99.8% por el porcentaje, con un nivel del 5%."
  )
  let citation = Text("Hartigan & Hartigan 1985, Annals of Statistics 13:70; p by simulation from the uniform")

  func outcomes(of sample: ScreeningSample) -> [ScreeningOutcome] {
    forEach(sample) { quantity in
      guard let dip = Dip(sample.rates(quantity)), let p = dip.p else { return [] }
      return [
        ScreeningOutcome(quantity: quantity, measure: "dip", statistic: dip.statistic, p: p, count: dip.count)
      ]
    }
  }
}
