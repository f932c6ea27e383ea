/// One kind of thing that shows data: a point, a bar, a line.
///
/// The marks of this room show the data of most figures. A plugin may have marks of its own, drawn from lines,
/// rectangles, numbers and the marks of this room:
///
/// ```swift
/// /// A rectangle from a value of the x axis to the plot's right edge.
/// struct RestMark: ChartMark {
///   let x: Double
///
///   func draw(on plot: Plot) -> [SVGElement] {
///     let left = plot.x.position(of: x)
///     let rest = Box(x: left, y: plot.area.y, width: plot.area.right - left, height: plot.area.height)
///     return [.rectangle(rest, .muted, opacity: 0.2)]
///   }
/// }
/// ```
public protocol ChartMark: Sendable {
  /// The mark as SVG, on the plot of its panel.
  func draw(on plot: Plot) -> [SVGElement]
  /// What labels must not cover; nothing, if not said otherwise.
  func obstacles(on plot: Plot) -> [Box]
}

extension ChartMark {
  /// Nothing: labels may stand on the mark.
  public func obstacles(on plot: Plot) -> [Box] { [] }
}
