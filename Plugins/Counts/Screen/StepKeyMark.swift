import Charts

/// The key of cells whose strength says in which of several steps their number lies: a square and its numbers for each
/// step, one after the other from the left.
struct StepKeyMark: ChartMark {
  /// The steps, from the lowest: their numbers, which are the same in every language, and their strength.
  let steps: [(numbers: String, strength: Double)]
  /// At which value of the y axis the key stands.
  let y: Double

  private static let size = 12.5
  private static let side = 11.0

  func draw(on plot: Plot) -> [SVGElement] {
    var x = plot.area.x
    let middle = plot.y.position(of: y)
    return steps.flatMap { step -> [SVGElement] in
      let square = Box(x: x, y: middle - Self.side / 2, width: Self.side, height: Self.side)
      let place = Point(x + Self.side + 4, middle + Self.size * 0.36)
      x = place.x + Typeface.width(of: step.numbers, size: Self.size) + 9
      return [
        .rectangle(square, .first, opacity: step.strength),
        .text(step.numbers, at: place, TextStyle(size: Self.size, tone: .muted)),
      ]
    }
  }
}
