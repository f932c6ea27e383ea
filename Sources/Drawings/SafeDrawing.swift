/// An SVG document that holds drawing and nothing else.
///
///     let drawing = try SafeDrawing(svg)
///     try folder.write(Array(drawing.document.utf8), to: "lead.en.svg")
///
/// Figures may come from other people's modules and results. So a figure is read strictly into a tree of known elements
/// and attributes, and only what is written of that tree is kept: no script, no address but fragments of itself, no
/// style sheet that reaches beyond its root, no more elements than a machine can draw, however often they are repeated.
///
/// ``document`` means the same to a reader of XML and to one of HTML: every element has an end tag, names and values
/// stand in one form, and `title` and `desc`, in which HTML would begin anew (13.2.6.5 of the HTML standard, "HTML
/// integration point"), hold text alone.
public struct SafeDrawing: Sendable, Equatable {
  /// The document as it is kept: read again, it gives itself.
  public let document: String
  /// What it shows, in words: its title and its description; empty where it has neither.
  public let words: String

  /// The drawing in `svg`.
  /// - Throws: ``DrawingRefusal``, which says what the document holds.
  public init(_ svg: String) throws(DrawingRefusal) {
    var reader = DrawingReader(svg)
    let root = try reader.read()
    var budget = DrawingBudget(root)
    try budget.check()
    var out = ""
    root.write(to: &out)
    document = out + "\n"
    words = root.words
  }
}
