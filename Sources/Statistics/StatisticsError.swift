/// Why a question has no answer.
public enum StatisticsError: Error, Hashable, CustomStringConvertible {
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

  /// The reason as a sentence.
  public var description: String {
    switch self {
    case .risk(let risk): "the risk \(risk) is not between 0 and 1"
    case .population(let population):
      "the population \(population) is not between 0 and \(HypergeometricSample.largestPopulation)"
    case .drawn(let drawn, let population): "\(drawn) cannot be drawn from \(population)"
    case .found(let found, let drawn): "\(found) cannot be found among \(drawn) drawn"
    case .nothingToDetect(let count, let population):
      "\(count) of \(population) cannot be detected: from 1 to \(population) can"
    case .hidden(let votes): "a box that hides \(votes) votes hides none"
    case .boxes(let boxes): "there must be at least one box, not \(boxes)"
    case .votes(let votes): "a count of votes cannot be \(votes)"
    case .outOfReach(let lead, let all): "all boxes together hide \(all) votes, less than the lead of \(lead)"
    }
  }
}
