/// A line across the plot at one value of the y axis.
struct RuleMark: ChartMark {
  let y: Double

  func draw(on plot: Plot) -> [Element] {
    let place = plot.y.position(of: y)
    return [.line(Point(plot.area.x, place), Point(plot.area.right, place), .ink, width: 1.25)]
  }

  func obstacles(on plot: Plot) -> [Box] {
    [Box(x: plot.area.x, y: plot.y.position(of: y) - 1, width: plot.area.width, height: 2)]
  }
}
