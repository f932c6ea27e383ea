/// A line up the plot at one value of the x axis.
struct UprightMark: ChartMark {
  let x: Double

  func draw(on plot: Plot) -> [Element] {
    let place = plot.x.position(of: x)
    return [.line(Point(place, plot.area.y), Point(place, plot.area.bottom), .ink, width: 1.25)]
  }
}
