import ModuleKit
import Statistics

/// Whether the option's votes grow by more than turnout does, or fall where it rises.
struct SobyaninScreen: ScreeningTest {
  let name = Text(
    en: "votes gained per added voter (Sobyanin–Sukhovolsky)",
    es: "votos ganados por votante añadido (Sobyanin–Sukhovolski)")
  let measure = Text(en: "the slope", es: "la pendiente")
  let caution = Text(
    en:
      "A slope above 1 or below 0 also comes of areas that differ in turnout and in taste at once, such as a loyal countryside that votes in full; a slope between 0 and 1 clears nothing. Stations of one area are not independent, so p is too small. In simulated elections without any fault whose regions lean to different sides it stood out in 11.8%, at a level of 5%.",
    es:
      "Una pendiente mayor que 1 o menor que 0 surge también de áreas que difieren a la vez en participación y en preferencias, como un campo fiel que vota en pleno; una pendiente entre 0 y 1 no descarta nada. Las mesas de un área no son independientes, así que p es demasiado pequeña. En elecciones simuladas sin falla alguna cuyas regiones se inclinan a lados distintos destacó en el 11.8%, con un nivel del 5%."
  )
  let citation = Text(
    "Sobyanin & Sukhovolsky 1993; Myagkov, Ordeshook & Shakin 2009, Cambridge University Press, chapter 2")

  func outcomes(of sample: ScreeningSample) -> [ScreeningOutcome] {
    guard sample.hasRegister else { return [] }
    let found = SobyaninSukhovolsky(
      votes: sample.stations.map(\.leader), turnout: sample.turnout, registered: sample.stations.map(\.registered))
    guard let found else { return [] }
    return [
      ScreeningOutcome(
        quantity: .both, measure: "slope", statistic: found.line.slope, p: found.pOutside, count: found.line.count),
      ScreeningOutcome(
        quantity: .both, measure: "intercept", statistic: found.line.intercept, count: found.line.count),
    ]
  }
}
