import ModuleKit
import Statistics

/// How the option's share goes with turnout, which describes and tests nothing.
struct AssociationScreen: ScreeningTest {
  let name = Text(en: "turnout against share", es: "participación frente a porcentaje")
  let caution = Text(
    en:
      "Mobilisation by one side and the countryside's higher turnout make the two go together in elections without fault; areas say nothing of single voters. No value is expected, so none stands out; slopes within areas leave out what areas differ in.",
    es:
      "La movilización de una parte y la mayor participación rural hacen que ambas vayan juntas en elecciones sin tacha; las áreas nada dicen de cada votante. No se espera ningún valor, así que ninguno destaca; las pendientes dentro de las áreas dejan fuera aquello en que estas difieren."
  )
  let citation = Text(
    "Pearson; Spearman 1904; within estimator: Mundlak 1978, Econometrica 46:69; Hansford & Gomez 2010, APSR 104:268")

  func outcomes(of sample: ScreeningSample) -> [ScreeningOutcome] {
    guard sample.hasRegister else { return [] }
    let (turnout, share, count) = (sample.turnout, sample.share, sample.stations.count)
    func outcome(_ measure: String, _ value: Double?, _ count: Int) -> [ScreeningOutcome] {
      value.map { [ScreeningOutcome(quantity: .both, measure: measure, statistic: $0, count: count)] } ?? []
    }
    let line = LeastSquares(share, on: turnout)
    let registered = sample.stations.map { Double($0.registered) }
    return outcome("pearson", Correlation.pearson(turnout, share), count)
      + outcome("spearman", Correlation.spearman(turnout, share), count)
      + outcome("weighted", Correlation.weighted(turnout, share, by: registered), count)
      + outcome("slope", line?.slope, count) + outcome("intercept", line?.intercept, count)
      + outcome("toolkit_sobyanin", SobyaninSukhovolsky.toolkitVariant(share: share, turnout: turnout), count)
      + sample.groupings.flatMap { grouping in
        let within = WithinSlope(share, on: turnout, within: grouping.unit, of: grouping.count)
        return outcome("slope_within_\(grouping.level)", within?.slope, within?.count ?? 0)
      }
  }
}
