/// How a line of text is set.
struct TextStyle {
  enum Anchor: String { case start, middle, end }

  let size: Double
  var tone = Tone.ink
  var isBold = false
  var anchor = Anchor.start
  /// Whether a rim of the ground parts the text from what it stands on.
  var hasHalo = false
}

extension Element {
  /// A line of text whose baseline starts, is centred, or ends at `place`.
  static func text(_ text: String, at place: Point, _ style: TextStyle) -> Element {
    var classes = style.tone.fill
    if style.hasHalo { classes += " v-halo " + Tone.paper.stroke }
    if style.isBold { classes += " v-bold" }
    let anchor = style.anchor == .start ? [] : [("text-anchor", style.anchor.rawValue)]
    return Element(
      "text",
      [("class", classes), ("font-size", coordinate(style.size))] + anchor + coordinates(["x": place.x, "y": place.y]),
      text: text)
  }

  /// A straight line; `dashes` are as in SVG.
  static func line(_ start: Point, _ end: Point, _ tone: Tone, width: Double = 1, dashes: String? = nil) -> Element {
    Element(
      "line",
      [("class", "v-shape \(tone.stroke)"), ("stroke-width", coordinate(width))]
        + (dashes.map { [("stroke-dasharray", $0)] } ?? [])
        + coordinates(["x1": start.x, "y1": start.y, "x2": end.x, "y2": end.y]))
  }
}
