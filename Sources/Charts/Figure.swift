public import Language

/// A figure: a caption, and panels of marks one below the other. Data are laid out once, and written in any of the
/// mission's languages with the same geometry.
///
/// Whoever draws a figure says what is shown: axes, marks, labels, all in values of the data. Where things stand, what is
/// cut and how it is set is for this room to say, so that every figure of a mission looks like the others.
///
/// ```swift
/// let rows: [(name: Text, percent: Double)] = [
///   (Text(en: "North", es: "Norte"), 61.2), (Text(en: "South", es: "Sur"), 48.7),
/// ]
/// let y = Axis(
///   title: Text(en: "Region", es: "Región"), stretches: [0...2],
///   ticks: rows.enumerated().map { Axis.Tick(Double($0) + 0.5, $1.name, style: .strong) })
/// let labels = rows.enumerated().map { place, row in
///   Label(
///     lines: [Label.Line(text: Text { $0.percent(row.percent, places: 1) })],
///     placement: .beside(x: row.percent, y: Double(place) + 0.5, clearance: 6, sides: [.right]))
/// }
/// let x = Axis.numbers(
///   Text(en: "Turnout, percent", es: "Participación, por ciento"), from: 0, holding: labels,
///   width: Panel.width(besides: y)
/// ) { value in Text { $0.number(value, places: 0) } }
/// let turnout = Figure(
///   id: "turnout",
///   caption: Caption(
///     title: Text(en: "Turnout by region", es: "Participación por región"),
///     takeaway: Text(en: "More voted in the north.", es: "En el norte votaron más.")),
///   description: Text { language in
///     rows.map { "\($0.name[language]): \(language.percent($0.percent, places: 1))." }.joined(separator: " ")
///   },
///   panels: [
///     Panel(
///       x: x, y: y, direction: .down, height: 80,
///       marks: rows.enumerated().map { BarMark(x: $1.percent, y: Double($0) + 0.5) }, labels: labels)
///   ])
/// ```
public struct Figure: Sendable {
  /// What tells the figure apart from others on its page: lower-case letters, digits, hyphens and underscores.
  public let id: String
  /// What stands around the panels.
  public let caption: Caption
  /// The figure in words, for those who do not see it: it says what the marks say.
  public let description: Text
  /// The panels, from the top down.
  public let panels: [Panel]
  /// What stands in place of the colours of the two sides; nil for these.
  public let sides: (first: Colour, second: Colour)?

  /// A figure of `panels`; characters that an id cannot hold become hyphens.
  public init(
    id: String, caption: Caption, description: Text, panels: [Panel], sides: (first: Colour, second: Colour)? = nil
  ) {
    let allowed = id.unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "0"..."9", "-", "_": Character(scalar)
      default: Character("-")
      }
    }
    self.id = String(allowed)
    (self.caption, self.description, self.panels, self.sides) = (caption, description, panels, sides)
  }

  /// The figure as a self-contained SVG document: its style sheet and texts are within, nothing is fetched.
  ///
  /// Light or dark as the reader's system asks for, light in print. The same bytes for the same figure.
  public func svg(in language: Language) -> String {
    var out = ""
    FigureDrawing.svg(self, in: language).write(to: &out)
    return out
  }

  /// The figure as SVG in every language, as findings take it.
  public var svg: Text { Text { svg(in: $0) } }
}
