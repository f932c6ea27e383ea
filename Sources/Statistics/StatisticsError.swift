public import Diagnostics

/// Why a question has no answer.
public enum StatisticsError: Error, DiagnosticMessage, Hashable {
  /// A risk must lie strictly between 0 and 1.
  case risk(Rational)
  /// The population must hold from 0 to `HypergeometricSample.largestPopulation` things.
  case population(Int)
  /// A sample cannot hold fewer than none, or more than all.
  case drawn(Int, population: Int)
  /// No fewer than none, and no more than all of the sample, can have been found.
  case found(Int, drawn: Int)
  /// There must be from 1 to `population` things to detect.
  case nothingToDetect(Int, population: Int)
  /// The votes that one box can hide must be more than none.
  case hidden(Rational)
  /// There must be at least one box.
  case boxes(Int)
  /// A count of votes cannot be negative.
  case votes(Int)
  /// All boxes together could not hide as much as the lead.
  case outOfReach(lead: Rational, all: Rational)
  /// An audit needs a reported winner's share above one half, at most 1, and a risk between 0 and 1.
  case race(share: Double, risk: Double)
  /// An audit needs a margin of at least one vote, and no more votes than ballots can hold.
  case margin(Int, of: Int)

  /// The code and the sentence.
  public var text: MessageText {
    switch self {
    case .risk(let risk):
      .init("C001", en: "the risk \(risk) is not between 0 and 1", es: "el riesgo \(risk) no está entre 0 y 1")
    case .population(let population):
      .init(
        "C002", en: "the population \(population) is not between 0 and \(HypergeometricSample.largestPopulation)",
        es: "la población \(population) no está entre 0 y \(HypergeometricSample.largestPopulation)")
    case .drawn(let drawn, let population):
      .init(
        "C003", en: "\(drawn) cannot be drawn from \(population)", es: "no se pueden sortear \(drawn) de \(population)")
    case .found(let found, let drawn):
      .init(
        "C004", en: "\(found) cannot be found among \(drawn) drawn",
        es: "no se pueden hallar \(found) entre \(drawn) sorteadas")
    case .nothingToDetect(let count, let population):
      .init(
        "C005", en: "\(count) of \(population) cannot be detected: from 1 to \(population) can",
        es: "no se pueden detectar \(count) de \(population): se pueden de 1 a \(population)")
    case .hidden(let votes):
      .init(
        "C006", en: "a box that hides \(votes) votes hides none",
        es: "una caja que oculta \(votes) votos no oculta ninguno")
    case .boxes(let boxes):
      .init("C007", en: "there must be at least one box, not \(boxes)", es: "debe haber al menos una caja, no \(boxes)")
    case .votes(let votes):
      .init("C008", en: "a count of votes cannot be \(votes)", es: "un número de votos no puede ser \(votes)")
    case .outOfReach(let lead, let all):
      .init(
        "C009", en: "all boxes together hide \(all) votes, less than the lead of \(lead)",
        es: "todas las cajas juntas ocultan \(all) votos, menos que la ventaja de \(lead)")
    case .race(let share, let risk):
      .init(
        "C010",
        en:
          "a share of \(share) at a risk of \(risk) cannot be audited: the share must be above 1/2, the risk between 0 and 1",
        es:
          "una proporción de \(share) con un riesgo de \(risk) no se puede auditar: la proporción debe superar 1/2 y el riesgo estar entre 0 y 1"
      )
    case .margin(let votes, let ballots):
      .init(
        "C011", en: "a margin of \(votes) votes of \(ballots) ballots cannot be audited",
        es: "un margen de \(votes) votos de \(ballots) papeletas no se puede auditar")
    }
  }
}
