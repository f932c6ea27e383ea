/// How the votes of an option grow with turnout, both as shares of the registered.
///
/// The slope of votes / registered on turnout: where added voters vote like the others it is the option's share of
/// the votes, and it lies between 0 and 1 as long as each added voter brings it at most one vote. Sobyanin and
/// Sukhovolsky 1993 (in Russian); Myagkov, Ordeshook and Shakin 2009, The Forensics of Election Fraud, chapter 2.
public struct SobyaninSukhovolsky: Sendable, Hashable {
  /// The line of votes / registered on turnout.
  public let line: LeastSquares

  /// From stations with `votes` for the option, `turnout` as a share, and `registered` above 0; nil where turnout does
  /// not vary.
  public init?(votes: [Int], turnout: [Double], registered: [Int]) {
    guard let line = LeastSquares(zip(votes, registered).map { Double($0) / Double($1) }, on: turnout) else {
      return nil
    }
    self.line = line
  }

  /// The chance of a slope as far outside 0...1, or further, if the true one were at the nearer end: one-sided, by the
  /// normal distribution; 1/2 or more within, nil where the slope has no standard error.
  public var pOutside: Double? {
    guard let error = line.slopeError, error > 0 else { return nil }
    return StandardNormal.upperTail(max(line.slope - 1, -line.slope) / error)
  }

  /// The variant of Mebane's Election Forensics Toolkit, of another meaning: the slope of the option's share of the
  /// votes on turnout, less the unweighted mean share.
  public static func toolkitVariant(share: [Double], turnout: [Double]) -> Double? {
    LeastSquares(share, on: turnout).map { $0.slope - share.reduce(0, +) / Double(share.count) }
  }
}
