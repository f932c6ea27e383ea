internal import Language

/// Axes as SVG: ticks, their labels, the lines of the grid, and the signs of a break.
struct AxisDrawing {
  static let size = 13.0
  /// The size of a tick's second line.
  private static let detailSize = 12.5

  let plot: Plot
  let language: Language

  /// How wide the labels of a y axis are, with the gap to the plot; names of rows may take two fifths of the figure.
  static func gutter(of axis: Axis) -> Double {
    let widths = axis.ticks.filter { $0.style != .heading }.flatMap { tick in
      Language.allCases.map { language in
        max(
          Typeface.width(of: tick.label[language], size: size),
          Typeface.width(of: tick.detail?[language] ?? "", size: detailSize))
      }
    }
    return min((widths.max() ?? 0) + 10, PanelLayout.width * 0.42)
  }

  /// How far the labels of an x axis reach below the plot.
  static func depth(of axis: Axis) -> Double {
    let lines = axis.ticks.contains { $0.detail != nil } ? 2.0 : 1
    return 10 + lines * size * 1.3
  }

  func x(_ axis: Axis) -> [SVGElement] {
    let bottom = plot.area.bottom
    var elements: [SVGElement] = []
    for tick in axis.ticks {
      let x = plot.x.position(of: tick.value)
      if tick.hasLine { elements.append(.line(Point(x, plot.area.y), Point(x, bottom), .faint)) }
      elements.append(.line(Point(x, bottom), Point(x, bottom + (tick.hasLine ? 7 : 4)), .muted))
      let style = TextStyle(size: Self.size, tone: .muted, anchor: .middle)
      // A long number at the right end moves in rather than out of the figure.
      let half = Typeface.width(of: tick.label[language], size: Self.size) / 2
      let center = min(x, PanelLayout.width - 4 - half)
      elements += text(tick.label, Point(center, bottom + 8 + Self.size), style)
      if let detail = tick.detail {
        let style = TextStyle(size: Self.size, anchor: .middle)
        elements += text(detail, Point(x, bottom + 8 + Self.size * 2.3), style)
      }
    }
    for piece in plot.x.pieces {
      elements.append(.line(Point(piece.start, bottom), Point(piece.end, bottom), .muted))
    }
    for (before, behind) in zip(plot.x.pieces, plot.x.pieces.dropFirst()) {
      for x in [before.end + Scale.gap / 2 - 4, behind.start - Scale.gap / 2 + 1] {
        elements.append(.line(Point(x, bottom + 5), Point(x + 3, bottom - 5), .muted))
      }
    }
    return elements
  }

  func y(_ axis: Axis) -> [SVGElement] {
    axis.ticks.flatMap { tick -> [SVGElement] in
      let y = plot.y.position(of: tick.value)
      var elements: [SVGElement] = []
      if tick.hasLine {
        elements = plot.x.pieces.map { .line(Point($0.start, y), Point($0.end, y), .faint) }
      }
      let (right, middle) = (plot.area.x - 8, y + Self.size * 0.36)
      var style = TextStyle(size: Self.size, tone: tick.style == .strong ? .ink : .muted)
      if tick.style == .heading {
        (style.isBold, style.hasHalo) = (true, true)
        return elements + text(tick.label, Point(PanelLayout.margin, middle), style)
      }
      style.anchor = .end
      guard let detail = tick.detail else { return elements + text(tick.label, Point(right, middle), style) }
      return elements + text(tick.label, Point(right, y - 2), style)
        + text(
          detail, Point(right, y + Self.detailSize), TextStyle(size: Self.detailSize, tone: .muted, anchor: .end))
    }
  }

  /// Nothing for an empty text; what ends at the plot is cut where it would leave the figure.
  private func text(_ text: Text, _ place: Point, _ style: TextStyle) -> [SVGElement] {
    guard !text[language].isEmpty else { return [] }
    let room = style.anchor == .end ? place.x - PanelLayout.margin : .infinity
    return [.text(Typeface.shortened(text[language], within: room, size: style.size), at: place, style)]
  }
}
