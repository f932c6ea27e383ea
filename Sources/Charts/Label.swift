public import Language

/// A text that belongs to a place in the plot. Where it ends up is for `LabelPlacer` to say: where it covers neither
/// marks nor other labels.
public struct Label: Sendable {
  /// One line of it.
  public struct Line: Sendable {
    /// What it says.
    public var text: Text
    /// Whether it is set bold.
    public var isBold: Bool
    /// Its colour.
    public var tone: Tone
    /// The height of its letters, in units of the figure.
    public var size: Double

    /// The line `text`.
    public init(text: Text, isBold: Bool = false, tone: Tone = .ink, size: Double = Label.size) {
      (self.text, self.isBold, self.tone, self.size) = (text, isBold, tone, size)
    }
  }

  /// On which side of its place a label stands.
  public enum Side: Sendable { case right, left, above, below, rightAbove, rightBelow, leftAbove, leftBelow }

  /// Where it may stand, best first.
  public enum Placement: Sendable {
    /// Beside a pair of values, `clearance` units of the figure away or further; a line leads back from further away.
    case beside(x: Double, y: Double, clearance: Double, sides: [Side])
    /// Centred over a value of the x axis, as far up as there is room.
    case over(x: Double)
    /// Along the upper or lower edge of the plot, to the right if there is room.
    case edge(isUpper: Bool)
  }

  /// What it says, line by line.
  public var lines: [Line]
  /// Where it may stand.
  public var placement: Placement
  /// The symbol that the text explains, drawn before it.
  public var key: (shape: PointMark.Shape, tone: Tone)?
  /// Whether it stands even where there is no free place; others are left out then.
  public var isEssential: Bool

  /// A label of `lines`.
  public init(
    lines: [Line], placement: Placement, key: (shape: PointMark.Shape, tone: Tone)? = nil, isEssential: Bool = true
  ) {
    (self.lines, self.placement, self.key, self.isEssential) = (lines, placement, key, isEssential)
  }

  /// The height of a line's letters where nothing else is said, in units of the figure.
  public static let size = 14.0
  /// From baseline to baseline, as a multiple of the size.
  static let leading = 1.22
  static let keyWidth = 18.0

  /// What it takes in the longer of the two languages, so that both have the same places; in units of the figure.
  public var width: Double {
    let widths = lines.map { line in
      Language.allCases.map { Typeface.width(of: line.text[$0], size: line.size, bold: line.isBold) }.max() ?? 0
    }
    return (widths.max() ?? 0) + (key == nil ? 0 : Self.keyWidth)
  }
  var height: Double { lines.reduce(0) { $0 + $1.size * Self.leading } }

  /// `text`, cut and ended with an ellipsis where at ``size`` it is wider than `width`: a long label finds no place. What
  /// is cut stands in full in the figure's description.
  public static func shortened(_ text: Text, within width: Double) -> Text {
    Text { Typeface.shortened(text[$0], within: width, size: size) }
  }
}
