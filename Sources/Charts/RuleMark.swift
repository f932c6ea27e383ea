/// A line across the plot at one value of the y axis.
public struct RuleMark: ChartMark {
  /// The value.
  public var y: Double

  /// A line at `y`.
  public init(y: Double) { self.y = y }

  /// The line.
  public func draw(on plot: Plot) -> [SVGElement] {
    let place = plot.y.position(of: y)
    return [.line(Point(plot.area.x, place), Point(plot.area.right, place), .ink, width: 1.25)]
  }

  /// The line.
  public func obstacles(on plot: Plot) -> [Box] {
    [Box(x: plot.area.x, y: plot.y.position(of: y) - 1, width: plot.area.width, height: 2)]
  }
}
