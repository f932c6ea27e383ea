internal import Diagnostics
internal import Markdown

/// A node of a finished page: what is shown, and for each part the results that it rests on.
struct PageNode {
  /// What a node is.
  enum Kind {
    case markup(MarkdownNode.Kind)
    /// Text of the template.
    case text(MarkdownText)
    /// A value that comes from a finding.
    case bound(BoundText)
    /// A fact of the mission or the edition.
    case fact(String, machine: String?)
    /// What the template's author vouches for.
    case verbatim(String)
    case figure(PageFigure)
    case table(PageTable)
    /// The part of the page for findings that belong in an annex.
    case annex
    /// What a section shows; nothing where it shows nothing, yet its place rests on the result.
    case section
    /// Sentences, figures and tables that rest on results that are not current.
    case marked([String])
  }

  var kind: Kind
  var children: [PageNode] = []
  /// The analyses that the node itself, not what is in it, rests on.
  var analyses: [String] = []
  /// Where in the template it comes from.
  var range: MarkRange
}

/// A value in the text, with its binding.
struct BoundText {
  var text: String
  /// The value for machines; nil for what is no number.
  var machine: String?
  var path: FindingPath
  /// The name of the value.
  var name: String
  /// The number of the finding in the list of sources; nil where there is no finding.
  var source: Int?
}

/// A figure on the page.
struct PageFigure {
  var analysis: String
  var name: String
  /// The number under which the page shows it, from 1.
  var number: Int
  /// nil where there is no result.
  var content: BoundFigure?
}

/// A table on the page that comes from a result.
struct PageTable {
  var analysis: String
  var name: String
  var number: Int
  var content: BoundTable?
}

/// A finding that the page rests on, and what of it is shown.
struct Source {
  var analysis: String
  var operation: String
  var finding: BoundFinding
  /// The first tag that needs it.
  var range: MarkRange
  /// The names of the values shown with their texts, in the order of their first use.
  var uses: [(name: String, text: String)] = []
}

/// A page before it is written.
struct Page {
  var blocks: [PageNode]
  var sources: [Source]
}
