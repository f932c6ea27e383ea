internal import Language

/// A text that belongs to a place in the plot. Where it ends up is for `LabelPlacer` to say.
struct Label: Sendable {
  /// One line of it.
  struct Line: Sendable {
    let text: Text
    var isBold = false
    var tone = Tone.ink
    var size = Label.size
  }

  enum Side: Sendable { case right, left, above, below, rightAbove, rightBelow, leftAbove, leftBelow }

  /// Where it may stand, best first.
  enum Placement: Sendable {
    /// Beside a pair of values, `clearance` away or further; a line leads back from further away.
    case beside(x: Double, y: Double, clearance: Double, sides: [Side])
    /// Centred over a value of the x axis, as far up as there is room.
    case over(x: Double)
    /// Along the upper or lower edge of the plot, to the right if there is room.
    case edge(isUpper: Bool)
  }

  let lines: [Line]
  let placement: Placement
  /// The symbol that the text explains, drawn before it.
  var key: (shape: PointMark.Shape, tone: Tone)?
  /// Whether it stands even where there is no free place; others are left out then.
  var isEssential = true

  static let size = 14.0
  /// From baseline to baseline, as a multiple of the size.
  static let leading = 1.22
  static let keyWidth = 18.0

  /// What it takes in the longer of the two languages, so that both have the same places.
  var width: Double {
    let widths = lines.map { line in
      Language.allCases.map { Typeface.width(of: line.text[$0], size: line.size, bold: line.isBold) }.max() ?? 0
    }
    return (widths.max() ?? 0) + (key == nil ? 0 : Self.keyWidth)
  }
  var height: Double { lines.reduce(0) { $0 + $1.size * Self.leading } }
}
