public import Diagnostics

/// Bounds on what is parsed, so that a hostile text costs little.
public struct MarkdownLimits: Sendable {
  /// The most bytes that a text may have.
  ///
  /// libcmark-gfm takes quadratic time on some nonsense; the default keeps the worst of it to seconds.
  public var bytes: Int
  /// The most levels of nested nodes, the document not counted.
  public var depth: Int

  /// The most problems that are told; the rest are counted.
  public var problems: Int

  /// Limits of one's own.
  public init(bytes: Int = 262_144, depth: Int = 100, problems: Int = 50) {
    (self.bytes, self.depth, self.problems) = (bytes, depth, problems)
  }
}

/// A Markdown text as a tree, and what is wrong with it.
public struct ParsedMarkdown: Sendable {
  /// The tree; nil where the text could not be parsed at all. What was refused is left out of it.
  public var document: MarkdownNode?
  /// What is wrong, in the order of the text; empty where nothing is.
  public var diagnostics: [Diagnostic]
}

/// Parses CommonMark with GitHub's tables and with footnotes; raw HTML and unsafe addresses are refused.
///
/// - Parameters:
///   - text: the bytes of the text, which should be UTF-8.
///   - name: the file as users see it, for the diagnostics' locations.
///   - limits: bounds on size and depth.
/// - Returns: the tree and every problem found; marks count lines and Unicode scalars from 1.
public func parseMarkdown(
  _ text: some Sequence<UInt8>, name: String, limits: MarkdownLimits = MarkdownLimits()
) -> ParsedMarkdown {
  let source = SourceBytes(text)
  var problems = source.problems(limits)
  var document: MarkdownNode?
  if problems.isEmpty {
    var reader = TreeReader(source: source, limits: limits)
    document = reader.read()
    problems = reader.problems
    if let document { problems += footnoteProblems(in: document, source) }
  }
  let ordered = problems.enumerated().sorted {
    ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
  }
  var told = ordered.prefix(limits.problems).map(\.element)
  if ordered.count > told.count {
    let first = ordered[told.count].element
    told.append(Problem(message: .moreProblems(ordered.count - told.count), range: first.range))
  }
  return ParsedMarkdown(
    document: document, diagnostics: told.map { Diagnostic($0.message, at: .init(file: name, range: $0.range)) })
}

/// Parses `text`, the text of the file that users know as `name`.
public func parseMarkdown(
  _ text: String, name: String, limits: MarkdownLimits = MarkdownLimits()
) -> ParsedMarkdown {
  parseMarkdown(text.utf8, name: name, limits: limits)
}

/// A message and where it belongs.
struct Problem {
  var message: MarkdownMessage
  var range: MarkRange
}
