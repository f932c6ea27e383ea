/// The ground on which marks are drawn: what place a pair of values has.
public struct Plot: Sendable {
  /// Where the values of the axes stand, in units of the figure.
  public let x, y: Scale
  /// The rectangle between the axes.
  public let area: Box

  /// The place of a pair of values.
  public func point(_ x: Double, _ y: Double) -> Point { Point(self.x.position(of: x), self.y.position(of: y)) }
}
