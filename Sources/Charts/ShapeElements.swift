extension SVGElement {
  /// A straight line, `width` units wide; `dashes` are as in SVG.
  public static func line(
    _ start: Point, _ end: Point, _ tone: Tone, width: Double = 1, dashes: String? = nil
  ) -> SVGElement {
    SVGElement(
      "line",
      [("class", "v-shape \(tone.stroke)"), ("stroke-width", coordinate(width))]
        + (dashes.map { [("stroke-dasharray", $0)] } ?? [])
        + coordinates(["x1": start.x, "y1": start.y, "x2": end.x, "y2": end.y]))
  }

  /// A filled rectangle; `opacity` is from 0, nothing, to 1, the full tone.
  public static func rectangle(_ box: Box, _ tone: Tone, opacity: Double? = nil) -> SVGElement {
    rectangle(box, [("class", tone.fill)] + (opacity.map { [("fill-opacity", coordinate($0))] } ?? []))
  }

  /// A rectangle with `attributes`, which come first.
  static func rectangle(_ box: Box, _ attributes: [(String, String)]) -> SVGElement {
    SVGElement(
      "rect", attributes + coordinates(["x": box.x, "y": box.y, "width": box.width, "height": box.height]))
  }

  /// A line of text whose baseline starts, is centred, or ends at `place`; the same in every language. Words are for a
  /// ``Label``.
  public static func text(_ text: String, at place: Point, _ style: TextStyle) -> SVGElement {
    var classes = style.tone.fill
    if style.hasHalo { classes += " v-halo " + Tone.paper.stroke }
    if style.isBold { classes += " v-bold" }
    let anchor = style.anchor == .start ? [] : [("text-anchor", style.anchor.rawValue)]
    return SVGElement(
      "text",
      [("class", classes), ("font-size", coordinate(style.size))] + anchor + coordinates(["x": place.x, "y": place.y]),
      text: text)
  }
}
