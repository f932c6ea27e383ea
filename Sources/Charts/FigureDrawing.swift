internal import Language

/// A figure in one language: what stands above the panels, the panels, what stands below.
///
/// Texts above and below take the lines they need, so a panel may stand lower in one language than in the other; what
/// is in the panel stands in the same places in both.
struct FigureDrawing {
  private let language: Language
  private var elements: [SVGElement] = []
  private var y = PanelLayout.margin

  private init(_ language: Language) { self.language = language }

  /// The whole figure.
  static func svg(_ figure: Figure, in language: Language) -> SVGElement {
    let id = "fig-\(figure.id)-\(language.rawValue)"
    var drawing = FigureDrawing(language)
    drawing.header(figure.caption)
    for (place, panel) in figure.panels.enumerated() {
      if place > 0 { drawing.y += gap }
      drawing.panel(PanelLayout(panel), id: id)
    }
    drawing.footer(figure.caption)
    let height = (drawing.y + PanelLayout.margin - 4).rounded(.up)
    let ground = coordinates(["width": PanelLayout.width, "height": height])
    return SVGElement(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("id", id), ("role", "img"), ("lang", language.rawValue),
        ("aria-labelledby", "\(id)-title \(id)-desc"),
        ("viewBox", "0 0 \(coordinate(PanelLayout.width)) \(coordinate(height))"),
      ],
      [
        SVGElement("title", [("id", "\(id)-title")], text: figure.caption.title[language]),
        SVGElement("desc", [("id", "\(id)-desc")], text: figure.description[language]),
        SVGElement("style", text: StyleSheet.text(for: id, sides: figure.sides)),
        SVGElement("defs", [], [BandMark.hatch(for: id)]),
        SVGElement("rect", [("class", Tone.paper.fill)] + ground),
      ] + drawing.elements)
  }

  /// Between two panels.
  private static let gap = 18.0

  private mutating func header(_ caption: Caption) {
    add(caption.title, size: 18, isBold: true)
    y += 3
    add(caption.takeaway, size: 15)
    y += 12
  }

  private mutating func panel(_ layout: PanelLayout, id: String) {
    let (panel, plot) = (layout.panel, layout.plot)
    add(panel.y.title, size: AxisDrawing.size, tone: .muted)
    y += 8
    let axes = AxisDrawing(plot: plot, language: language)
    let content =
      panel.bands.flatMap { $0.draw(on: plot, id: id) } + axes.x(panel.x) + axes.y(panel.y)
      + panel.marks.flatMap { $0.draw(on: plot) } + layout.labels.flatMap { LabelDrawing.elements($0, in: language) }
    elements.append(SVGElement("g", [("transform", "translate(0 \(coordinate(y)))")], content))
    y += layout.height
    add(panel.x.title, size: AxisDrawing.size, tone: .muted)
  }

  private mutating func footer(_ caption: Caption) {
    y += 10
    if let caution = caption.caution {
      add(Text(en: "Caution: \(caution.en)", es: "Advertencia: \(caution.es)"), size: 13.5)
      y += 4
    }
    if let source = caption.source {
      add(Text(en: "Source: \(source.en)", es: "Fuente: \(source.es)"), size: 12.5, tone: .muted)
    }
  }

  /// Sets a text in lines, one below the other.
  private mutating func add(_ text: Text, size: Double, isBold: Bool = false, tone: Tone = .ink) {
    let room = PanelLayout.width - 2 * PanelLayout.margin
    for line in Typeface.lines(of: text[language], within: room, size: size, bold: isBold) {
      let style = TextStyle(size: size, tone: tone, isBold: isBold)
      elements.append(.text(line, at: Point(PanelLayout.margin, y + size), style))
      y += size * 1.32
    }
  }
}
