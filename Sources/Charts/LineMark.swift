/// Points joined in order; dotted across a break of the axis, where length means nothing.
struct LineMark: ChartMark {
  let points: [(x: Double, y: Double)]
  var tone = Tone.ink

  func draw(on plot: Plot) -> [Element] {
    zip(points, points.dropFirst()).map { from, to in
      let (start, end) = (plot.point(from.x, from.y), plot.point(to.x, to.y))
      let isBroken = plot.x.isBroken(from: from.x, to: to.x)
      return .line(start, end, tone, width: 1.75, dashes: isBroken ? "1.5 4" : nil)
    }
  }

  func obstacles(on plot: Plot) -> [Box] {
    zip(points, points.dropFirst()).flatMap { from, to in
      Box.chain(from: plot.point(from.x, from.y), to: plot.point(to.x, to.y))
    }
  }
}
