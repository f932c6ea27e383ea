/// Points joined in order; dotted across a break of the axis, where length means nothing.
public struct LineMark: ChartMark {
  /// The points, as pairs of values.
  public var points: [(x: Double, y: Double)]
  /// Its colour.
  public var tone: Tone

  /// A line through `points`.
  public init(points: [(x: Double, y: Double)], tone: Tone = .ink) { (self.points, self.tone) = (points, tone) }

  /// The lines from point to point.
  public func draw(on plot: Plot) -> [SVGElement] {
    zip(points, points.dropFirst()).map { from, to in
      let (start, end) = (plot.point(from.x, from.y), plot.point(to.x, to.y))
      let isBroken = plot.x.isBroken(from: from.x, to: to.x)
      return .line(start, end, tone, width: 1.75, dashes: isBroken ? "1.5 4" : nil)
    }
  }

  /// What lies along the lines.
  public func obstacles(on plot: Plot) -> [Box] {
    zip(points, points.dropFirst()).flatMap { from, to in
      Box.chain(from: plot.point(from.x, from.y), to: plot.point(to.x, to.y))
    }
  }
}
