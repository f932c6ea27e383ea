import Markdown
import ModuleKit
import Pages

/// A draft's page, or what keeps it from being made.
struct DraftPage {
  /// The page as one self-contained HTML document; nil where the template has errors.
  private(set) var html: String?
  /// What is wrong, in the order of the template.
  private(set) var diagnostics: [Diagnostic]
  /// How many sentences, figures and tables are marked, since they rest on results that are not current.
  private(set) var marked = 0

  /// Fills a template.
  ///
  /// - Parameters:
  ///   - template: Markdown with tags.
  ///   - name: the template's path as users see it.
  ///   - language: the language of the page.
  ///   - results: the results that tags may name, one an analysis.
  ///   - context: the mission, and the time after which nothing was known.
  init(
    template: some Sequence<UInt8>, name: String, language: Language, results: [StoredResult], context: Context
  ) {
    let parsed = parseMarkdown(template, name: name)
    diagnostics = parsed.diagnostics
    guard let document = parsed.document else { return }
    var reader = TemplateReader()
    let head = Problem.ofHead(template)
    let template = reader.read(document)
    var check = TemplateCheck(results, asOf: context.asOf)
    var (figures, wording) = (UnboundFigures(), WordingCheck(names: context.mission.names))
    check.check(template)
    figures.check(template)
    wording.check(template)
    var problems = head + reader.problems + check.problems + figures.problems + wording.problems
    var filled: FilledTemplate?
    if diagnostics.isEmpty, problems.isEmpty {
      var filler = TemplateFiller(results, context, language)
      let made = filler.fill(template)
      problems = filler.problems
      filled = made
    }
    diagnostics = Self.ordered(diagnostics, problems, name)
    guard diagnostics.isEmpty, var filled else { return }
    var marking = Marking(notCurrent: Set(results.filter { $0.status != .current }.map(\.analysis)))
    filled.nodes = marking.marked(filled.nodes)
    marked = marking.sentences + marking.figures + marking.tables
    html = PageMaker(filled, marking, results, context, language).page.html
  }

  /// The words of a template that decide what a mission cannot know: nothing of them rests on results.
  static func wordingProblems(of file: TextFile, names: [String]) -> [Diagnostic] {
    guard let document = parseMarkdown(file.text.utf8, name: file.path).document else { return [] }
    var (reader, check) = (TemplateReader(), WordingCheck(names: names))
    check.check(reader.read(document))
    return ordered([], check.problems, file.path)
  }

  /// The most problems of a template that are told in full, beside those of its Markdown.
  static let mostProblems = 50

  private static func ordered(_ parsed: [Diagnostic], _ problems: [Problem], _ name: String) -> [Diagnostic] {
    let start = Mark(line: 1, column: 1)
    let told = problems.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }
    .prefix(mostProblems).map(\.element)
    let all = parsed + told.map { Diagnostic($0.message, at: .init(file: name, range: $0.range)) }
    let ordered = all.enumerated().sorted {
      ($0.element.location?.range?.start ?? start, $0.offset) < ($1.element.location?.range?.start ?? start, $1.offset)
    }.map(\.element)
    let untold = problems.count - told.count
    return ordered
      + (untold == 0 ? [] : [Diagnostic(DraftMessage.moreProblems(untold), at: .init(file: name))])
  }
}
