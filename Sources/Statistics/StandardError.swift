/// A standard error and the degrees of freedom on which it rests.
public struct StandardError: Sendable, Hashable {
  /// The error, and its degrees of freedom; 0 where nothing tells them.
  public let size, degrees: Double

  /// An error of `size` with `degrees` of freedom.
  public init(size: Double, degrees: Double) { (self.size, self.degrees) = (size, degrees) }

  /// The fewest degrees of freedom with which an interval is given: below, Student's t does not hold its level (Tipton
  /// 2015, Psychological Methods 20:375).
  public static let fewestDegrees = 4.0

  /// Half the width of the 95 % interval by Student's t; nil below ``fewestDegrees``, and where it would be zero.
  public var reach: Double? {
    guard size > 0, degrees >= Self.fewestDegrees - 1e-9 else { return nil }
    return StudentDistribution(degrees: degrees).upperQuantile(0.025) * size
  }

  /// That of `factor` times the estimate.
  public func scaled(by factor: Double) -> StandardError { StandardError(size: abs(factor) * size, degrees: degrees) }
}
