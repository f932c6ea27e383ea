import ModuleKit
import Statistics

/// How many ballots it takes to check an assertion, by one method.
struct Workload {
  /// The methods.
  enum Method: String, CaseIterable, CellWord {
    case bravo, minerva, comparison

    var text: Text {
      switch self {
      case .bravo: Text(en: "BRAVO, ballot by ballot", es: "BRAVO, papeleta por papeleta")
      case .minerva: Text(en: "Minerva or Providence, first round", es: "Minerva o Providence, primera ronda")
      case .comparison:
        Text(en: "comparison with the ballots' records", es: "comparación con los registros de papeletas")
      }
    }
  }

  /// The most votes that a sample drawn ballot by ballot is planned for: so many that it takes at a margin of 0.1 %.
  static let mostVotes = 6_500_000.0

  let assertion: Assertion
  let method: Method
  /// All ballots there are.
  let all: Int
  /// Ballots that are enough with the probability asked for, and from which size of a round on they always are; nil where
  /// more would be needed than there are.
  let enough, always: Int?
  /// Ballots that are needed on average, ballot by ballot; nil by the other methods, and where more would be needed than there are.
  let average: Int?

  /// The workloads of `assertion`, whose margin is above zero, among `all` ballots.
  static func all(
    of assertion: Assertion, among all: Int, risk: Double, probability: Double
  ) throws(StatisticsError) -> [Workload] {
    func ballots(_ votes: Int) -> Int? { assertion.ballots(holding: votes, among: all) }
    if assertion.statement.isWeighted {
      let bravo = try WeightedBravo(votes: assertion.worths, risk: risk)
      let expected = bravo.averageSampleNumber
      let average = expected <= mostVotes ? ballots(Int(expected.rounded(.up))) : nil
      // Drawn one by one an audit that can stop has stopped: the first size that is enough is the one from which on all are.
      let enough = average == nil ? nil : bravo.quantile(probability).flatMap(ballots)
      return [
        Workload(assertion: assertion, method: .bravo, all: all, enough: enough, always: enough, average: average),
        try comparison(of: assertion, among: all, risk: risk),
      ]
    }
    let bravo = try Bravo(share: assertion.share, risk: risk)
    // On average more ballots than there are, or than anybody looks at: no size of a sample is of use.
    let expected = bravo.averageSampleNumber
    let isInReach = expected <= mostVotes && ballots(Int(expected.rounded(.up))) != nil
    var out: [Workload] = []
    for method in Method.allCases {
      var (enough, always, average): (Int?, Int?, Int?)
      switch method {
      case .bravo:
        enough = isInReach ? bravo.quantiles([probability]).first.flatMap(ballots) : nil
        always = enough
        average = isInReach ? ballots(Int(expected.rounded(.up))) : nil
      case .minerva:
        let size = isInReach ? try Minerva(share: assertion.share, risk: risk).firstRound(stopping: probability) : nil
        (enough, always) = (size.flatMap { ballots($0.first) }, size.flatMap { ballots($0.stable) })
      case .comparison:
        out.append(try comparison(of: assertion, among: all, risk: risk))
        continue
      }
      out.append(
        Workload(assertion: assertion, method: method, all: all, enough: enough, always: always, average: average))
    }
    return out
  }

  /// By comparison, where the risk is above zero.
  private static func comparison(
    of assertion: Assertion, among all: Int, risk: Double
  ) throws(StatisticsError) -> Workload {
    let size = try SuperSimple(votes: assertion.margin, of: all, span: assertion.statement.span).sampleSize(risk: risk)
    let enough = size <= all ? size : nil
    return Workload(
      assertion: assertion, method: .comparison, all: all, enough: enough, always: enough, average: nil)
  }
}
