/// Cells of a grid that hold like numbers, filled with one tone; the more they hold, the fuller.
public struct CellMark: ChartMark {
  /// The cells, each the values it spans.
  public var cells: [(x: ClosedRange<Double>, y: ClosedRange<Double>)]
  /// From 0, nothing, to 1, the full tone.
  public var strength: Double
  /// Their colour.
  public var tone: Tone

  /// The cells `cells`, filled to `strength`.
  public init(
    cells: [(x: ClosedRange<Double>, y: ClosedRange<Double>)], strength: Double, tone: Tone = .first
  ) {
    (self.cells, self.strength, self.tone) = (cells, strength, tone)
  }

  /// The cells, as one shape.
  public func draw(on plot: Plot) -> [SVGElement] {
    guard !cells.isEmpty else { return [] }
    let path = cells.map { cell in
      let (left, right) = (plot.x.position(of: cell.x.lowerBound), plot.x.position(of: cell.x.upperBound))
      let ends = [plot.y.position(of: cell.y.lowerBound), plot.y.position(of: cell.y.upperBound)].sorted()
      return
        "M\(coordinate(left)) \(coordinate(ends[0]))H\(coordinate(right))V\(coordinate(ends[1]))H\(coordinate(left))z"
    }
    return [
      SVGElement(
        "path",
        [
          // No seams of the ground between cells that touch.
          ("class", tone.fill), ("fill-opacity", coordinate(strength)), ("shape-rendering", "crispEdges"),
          ("d", path.joined()),
        ])
    ]
  }
}
