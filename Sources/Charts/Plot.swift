/// The ground on which marks are drawn: what place a pair of values has.
struct Plot {
  let x: Scale
  let y: Scale
  /// The rectangle between the axes.
  let area: Box

  /// The place of a pair of values.
  func point(_ x: Double, _ y: Double) -> Point { Point(self.x.position(of: x), self.y.position(of: y)) }
}

/// One kind of thing that shows data.
protocol ChartMark: Sendable {
  /// The mark as SVG.
  func draw(on plot: Plot) -> [Element]
  /// What labels must not cover.
  func obstacles(on plot: Plot) -> [Box]
}

extension ChartMark {
  func obstacles(on plot: Plot) -> [Box] { [] }
}
