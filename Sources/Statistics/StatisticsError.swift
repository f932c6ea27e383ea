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
  /// An audit needs a margin of at least one vote, and no more votes than ballots.
  case margin(Int, of: Int)

  /// The code and the sentence.
  public var text: MessageText {
    switch self {
    case .risk(let risk): .init("C001", "the risk \(risk) is not between 0 and 1")
    case .population(let population):
      .init(
        "C002", "the population \(population) is not between 0 and \(HypergeometricSample.largestPopulation)")
    case .drawn(let drawn, let population): .init("C003", "\(drawn) cannot be drawn from \(population)")
    case .found(let found, let drawn): .init("C004", "\(found) cannot be found among \(drawn) drawn")
    case .nothingToDetect(let count, let population):
      .init("C005", "\(count) of \(population) cannot be detected: from 1 to \(population) can")
    case .hidden(let votes): .init("C006", "a box that hides \(votes) votes hides none")
    case .boxes(let boxes): .init("C007", "there must be at least one box, not \(boxes)")
    case .votes(let votes): .init("C008", "a count of votes cannot be \(votes)")
    case .outOfReach(let lead, let all):
      .init("C009", "all boxes together hide \(all) votes, less than the lead of \(lead)")
    case .race(let share, let risk):
      .init(
        "C010",
        "a share of \(share) at a risk of \(risk) cannot be audited: the share must be above 1/2, the risk between 0 and 1"
      )
    case .margin(let votes, let ballots):
      .init("C011", "a margin of \(votes) votes of \(ballots) ballots cannot be audited")
    }
  }
}
