/// A line up the plot at one value of the x axis. Labels may stand on it.
public struct UprightMark: ChartMark {
  /// The value.
  public var x: Double

  /// A line at `x`.
  public init(x: Double) { self.x = x }

  /// The line.
  public func draw(on plot: Plot) -> [SVGElement] {
    let place = plot.x.position(of: x)
    return [.line(Point(place, plot.area.y), Point(place, plot.area.bottom), .ink, width: 1.25)]
  }
}
