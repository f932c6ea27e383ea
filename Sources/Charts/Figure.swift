public import Language

/// A figure: data laid out once, written in any of the mission's languages with the same geometry.
public struct Figure: Sendable {
  /// What tells the figure apart from others on its page: lower-case letters, digits, hyphens and underscores.
  public let id: String
  /// What stands around the plot.
  public let caption: Caption
  /// The figure in words, for those who do not see it: it says what the marks say.
  public let description: Text
  let panel: Panel

  init(id: String, caption: Caption, description: Text, panel: Panel) {
    let allowed = id.unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "0"..."9", "-", "_": Character(scalar)
      default: Character("-")
      }
    }
    self.id = String(allowed)
    (self.caption, self.description, self.panel) = (caption, description, panel)
  }

  /// The figure as a self-contained SVG document: its style sheet and texts are within, nothing is fetched.
  ///
  /// Light or dark as the reader's system asks for, light in print. The same bytes for the same figure.
  public func svg(in language: Language) -> String {
    var out = ""
    FigureDrawing.svg(self, PanelLayout(panel), in: language).write(to: &out)
    return out
  }
}
