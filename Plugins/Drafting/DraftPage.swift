public import Diagnostics
internal import Markdown

/// A draft's page, or what keeps it from being made.
public struct DraftPage: Sendable {
  /// The page as one self-contained HTML document; nil where the template has errors.
  public var html: String?
  /// What is wrong, in the order of the template.
  public var diagnostics: [Diagnostic]
  /// How many sentences, figures and tables are marked, since they rest on results that are not current.
  public var marked: Int

  /// Fills a template.
  ///
  /// - Parameters:
  ///   - template: Markdown with tags.
  ///   - name: the template's path as users see it.
  ///   - edition: what the tags may name.
  public init(template: some Sequence<UInt8>, name: String, edition: Edition) {
    marked = 0
    let parsed = parseMarkdown(template, name: name)
    diagnostics = parsed.diagnostics
    guard let document = parsed.document else { return }
    var reader = TemplateReader()
    let template = reader.read(document)
    var (check, figures, wording) = (TemplateCheck(edition), UnboundFigures(), WordingCheck())
    check.check(template)
    figures.check(template)
    wording.check(template)
    var problems = reader.problems + check.problems + figures.problems + wording.problems
    var page: Page?
    var drawings: [Int: SafeDrawing] = [:]
    if diagnostics.isEmpty, problems.isEmpty {
      var maker = PageMaker(edition)
      let made = maker.make(template)
      var sayings = WordingCheck()
      sayings.check(made.sources)
      problems = sayings.problems
      drawings = Self.drawings(in: made.blocks, &problems)
      page = made
    }
    diagnostics = Self.ordered(diagnostics, problems, name)
    guard diagnostics.isEmpty, let page else { return }
    var marking = Marking(notCurrent: Set(edition.results.filter { $0.status != .current }.map(\.analysis)))
    let blocks = marking.marked(page.blocks)
    marked = marking.sentences + marking.figures + marking.tables
    var writer = PageWriter(edition, drawings: drawings)
    html = writer.write(Page(blocks: blocks, sources: page.sources), marking)
  }

  /// The page's drawings by the figures' numbers, each of them checked.
  private static func drawings(in nodes: [PageNode], _ problems: inout [Problem]) -> [Int: SafeDrawing] {
    var drawings: [Int: SafeDrawing] = [:]
    for node in nodes {
      drawings.merge(Self.drawings(in: node.children, &problems)) { first, _ in first }
      guard case .figure(let figure) = node.kind, let content = figure.content else { continue }
      do {
        drawings[figure.number] = try SafeDrawing(content.svg, prefix: "figure-\(figure.number)-")
      } catch {
        let name = "\(figure.analysis).\(figure.name)"
        problems.append(Problem(message: .unsafeFigure(name, reason: error.reason), range: node.range))
      }
    }
    return drawings
  }

  private static func ordered(_ parsed: [Diagnostic], _ problems: [Problem], _ name: String) -> [Diagnostic] {
    let all = parsed + problems.map { Diagnostic($0.message, at: .init(file: name, range: $0.range)) }
    let start = Mark(line: 1, column: 1)
    return all.enumerated().sorted {
      ($0.element.location?.range?.start ?? start, $0.offset) < ($1.element.location?.range?.start ?? start, $1.offset)
    }.map(\.element)
  }
}
