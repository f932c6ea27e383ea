internal import Language

/// Placed labels as SVG.
enum LabelDrawing {
  static func elements(_ placed: LabelPlacer.Placed, in language: Language) -> [SVGElement] {
    var elements: [SVGElement] = []
    let box = placed.box
    if let (start, end) = placed.leader { elements.append(.line(start, end, .muted)) }
    var left = box.x
    if let key = placed.label.key {
      let center = Point(left + PointMark.radius + 2, box.y + Label.size * Label.leading / 2)
      elements.append(PointMark.symbol(key.shape, tone: key.tone, isHollow: false, at: center))
      left += Label.keyWidth
    }
    let x =
      switch placed.anchor {
      case .start: left
      case .middle: (left + box.right) / 2
      case .end: box.right
      }
    var top = box.y
    for line in placed.label.lines {
      let style = TextStyle(
        size: line.size, tone: line.tone, isBold: line.isBold, anchor: placed.anchor, hasHalo: true)
      elements.append(.text(line.text[language], at: Point(x, top + line.size * 0.95), style))
      top += line.size * Label.leading
    }
    return elements
  }
}
