import Drawings
import Markdown
import ModuleKit
import Pages

/// A node of a filled template: what is shown, and on which results each part of it rests.
struct DraftNode {
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
    case figure(DraftFigure)
    case table(DraftTable)
    /// The part of the page for findings that belong in an annex.
    case annex
    /// What a section shows; nothing where it shows nothing, yet its place rests on the result.
    case section
    /// Sentences, figures and tables that rest on results that are not current.
    case marked([String])
  }

  var kind: Kind
  var children: [DraftNode] = []
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
struct DraftFigure {
  var analysis: String
  var name: String
  /// The number under which the page shows it, from 1.
  var number: Int
  /// nil where there is no result, or what it drew is no safe drawing.
  var drawing: SafeDrawing?
  /// The sentence under it; nil where there is no result.
  var caption: String?
}

/// A table on the page that comes from a result.
struct DraftTable {
  var analysis: String
  var name: String
  var number: Int
  /// nil where there is no result.
  var content: (table: Table, kind: DeclaredTable)?
  /// The names of the options that it may hold, by key.
  var options: [String: Text]
}

extension DraftNode {
  /// Whether a reader sees nothing of it.
  var isEmpty: Bool {
    switch kind {
    case .section, .markup(.tableCell): children.allSatisfy(\.isEmpty)
    case .markup(.softBreak), .markup(.lineBreak): true
    case .text(let text): text.string.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    case .markup, .bound, .fact, .verbatim, .figure, .table, .annex, .marked: false
    }
  }

  /// What a reader reads of it, without marks.
  var plainText: String {
    let own: String? =
      switch kind {
      case .markup(let kind): kind.literal
      case .text(let text): text.string
      case .bound(let bound): bound.text
      case .fact(let text, _), .verbatim(let text): text
      case .figure, .table, .annex, .section, .marked: nil
      }
    return own ?? children.map(\.plainText).joined()
  }

  /// The text of the first heading in it.
  var heading: String? { if case .markup(.heading) = kind { plainText } else { children.heading } }

  /// The number of the note that it defines.
  var footnote: Int? {
    if case .markup(.footnoteDefinition(let number)) = kind { number } else { nil }
  }
}

extension [DraftNode] {
  /// The text of the first heading in them.
  var heading: String? {
    // The first value of a lazy sequence is asked for twice: once more for every node around it.
    for node in self {
      if let heading = node.heading { return heading }
    }
    return nil
  }
}
