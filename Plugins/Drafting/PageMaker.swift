import Drawings
import Markdown
import ModuleKit
import Pages

/// Makes a page of a filled template: what it rests on becomes attributes and links.
struct PageMaker {
  private let draft: FilledTemplate
  private let marking: Marking
  private let context: Context
  private let words: PageWords
  private let bindings: BindingWords
  private let statuses: [String: StoredResult.Status]
  private let screening: ScreeningBlocks

  /// A maker of the page that shows `draft`, in which what is not current is marked.
  init(
    _ draft: FilledTemplate, _ marking: Marking, _ results: [StoredResult], _ context: Context, _ language: Language
  ) {
    (self.draft, self.marking, self.context) = (draft, marking, context)
    (words, bindings) = (PageWords(language), BindingWords(language))
    statuses = Dictionary(results.map { ($0.analysis, $0.status) }) { $1 }
    screening = ScreeningBlocks(results, language)
  }

  /// The page.
  var page: Page {
    let (mission, notice) = (text(of: .title), text(of: .notice))
    let heading = draft.nodes.heading
    // A heading that says which mission it is says it for the page.
    let namesMission = heading?.contains(mission) ?? false
    let notes = draft.nodes.compactMap { node in node.footnote.map { ($0, nodes(node.children)) } }
    let body = nodes(draft.nodes.filter { $0.footnote == nil })
    return Page(
      language: words.language,
      title: namesMission ? heading ?? mission : heading.map { "\($0) · \(mission)" } ?? mission,
      notice: notice,
      nodes: [masthead(namesMission: namesMission)] + banner + body + LeftOut(words.language).section(context.undated)
        + [
          .notes(Dictionary(notes) { first, _ in first }),
          SourceList(words.language, zone: context.mission.zone).section(draft.sources),
        ])
  }

  private func text(of fact: Fact) -> String { fact.text(context, words.language).text }

  private func masthead(namesMission: Bool) -> PageNode {
    let asOf = Fact.asOf.text(context, words.language)
    let time = asOf.machine.map { PageNode(.time, [.dateTime($0)], asOf.text) }
    return PageNode(
      .header,
      (namesMission ? [] : [PageNode(.p, [.class(.mission)], text(of: .title))])
        + (time.map { [PageNode(.p, [.class(.asOf)], [.text(words.asKnown), $0])] } ?? []))
  }

  private var banner: [PageNode] {
    guard !marking.notCurrent.isEmpty else { return [] }
    let names = marking.notCurrent.sorted().map { "\($0) (\(status(of: $0)))" }
    let sentence = words.banner(sentences: marking.sentences, figures: marking.figures, tables: marking.tables)
    return [PageNode(.p, [.class(.banner), .role("alert")], sentence + names.joined(separator: ", "))]
  }

  private func status(of analysis: String) -> String { words.status(statuses[analysis] ?? .missing) }

  // MARK: Nodes

  private func nodes(_ nodes: [DraftNode]) -> [PageNode] {
    nodes.indices.flatMap { index in
      guard case .bound(let bound) = nodes[index].kind else { return self.nodes(nodes[index]) }
      let next = nodes[(index + 1)...].lazy.compactMap(\.bound).first
      return [value(bound, isNumbered: next?.source != bound.source)]
    }
  }

  private func nodes(_ node: DraftNode) -> [PageNode] {
    switch node.kind {
    case .markup(let kind): PageNode.markdown(kind, nodes(node.children))
    case .text(let text): [.text(text.string)]
    case .bound(let bound): [value(bound, isNumbered: true)]
    case .fact(let text, let machine?): [PageNode(.time, [.dateTime(machine)], text)]
    case .fact(let text, nil): [.text(text)]
    case .verbatim(let text): [PageNode(.span, [.class(.verbatim), .title(words.verbatim)], text)]
    case .figure(let figure): [self.figure(figure)]
    case .table(let table): [self.table(table)]
    case .section: nodes(node.children)
    case .annex:
      [
        PageNode(
          .section, [.class(.annex), .label(words.annex)],
          screening.runs(node.children, draft.sources).flatMap(nodes))
      ]
    case .marked(let analyses): [marked(node, analyses)]
    }
  }

  private func nodes(_ run: ScreeningBlocks.Run) -> [PageNode] {
    guard !run.cautions.isEmpty else { return nodes(run.nodes) }
    let cautions = run.cautions.map { PageNode(.p, [.class(.caution)], $0) }
    return [
      PageNode(.details, [.class(.screening)], [PageNode(.summary, words.screening)] + cautions + nodes(run.nodes))
    ]
  }

  /// A value with the number of its source, which of neighbours from one source the last has alone.
  private func value(_ bound: BoundText, isNumbered: Bool) -> PageNode {
    let path = bound.path
    let binding: [PageAttribute?] = [
      .data("analysis", path.analysis), .data("finding", path.code), path.subject.map { .data("subject", $0) },
      .data("quantity", bound.name),
    ]
    let text =
      bound.source.map {
        PageNode(
          .a,
          [
            .fragment("source-\($0)"), .title(words.source), isNumbered ? .data("reference", String($0)) : nil,
          ], bound.text)
      }
      ?? .text(bound.text)
    guard let machine = bound.machine else { return PageNode(.span, [.class(.bound, .words)] + binding, [text]) }
    return PageNode(.data, [.class(.bound), .value(machine)] + binding, [text])
  }

  private func marked(_ node: DraftNode, _ analyses: [String]) -> PageNode {
    let isBlock = node.children.contains { $0.isBlock }
    let label = "[\(analyses.map { "\($0): \(status(of: $0))" }.joined(separator: "; "))]"
    let inner = nodes(node.children)
    guard isBlock else {
      let said = PageNode(.span, [.class(.staleLabel)], label)
      return PageNode(.mark, [.class(.stale)], inner + [.text(" "), said])
    }
    return PageNode(.div, [.class(.stale)], [PageNode(.p, [.class(.staleLabel)], label)] + inner)
  }

  // MARK: Figures and tables

  private func figure(_ figure: DraftFigure) -> PageNode {
    PageNode(
      .figure, [.data("analysis", figure.analysis), .data("figure", figure.name)],
      [
        figure.drawing.map {
          .scrolling(
            words.figure(figure.number),
            .drawing($0, alternative: $0.words.isEmpty ? figure.caption ?? "" : $0.words))
        }
          ?? PageNode(.p, [.class(.empty)], words.noFigure),
        PageNode(.figcaption, caption(words.figure(figure.number), figure.caption)),
      ])
  }

  private func caption(_ label: String, _ caption: String?) -> [PageNode] {
    let label = PageNode(.span, [.class(.label)], label + ".")
    guard let caption, !caption.isEmpty else { return [label] }
    return [label, .text(" " + caption)]
  }

  private func table(_ table: DraftTable) -> PageNode {
    let label = words.table(table.number)
    let attributes: [PageAttribute?] = [.data("analysis", table.analysis), .data("table", table.name)]
    guard let (content, kind) = table.content else {
      let row = PageNode(.tr, [PageNode(.td, [.class(.empty)], words.noTable)])
      return .scrolling(
        label,
        PageNode(.table, attributes, [PageNode(.caption, caption(label, nil)), PageNode(.tbody, [row]), .line]))
    }
    let (language, zone) = (words.language, context.mission.zone)
    // Of texts in both languages the page shows its own.
    let shown = kind.columns.indices.filter { (kind.columns[$0].language ?? language) == language }
    let columns = shown.map { kind.columns[$0] }
    // Numbers are set to the right.
    let sets = columns.map { [.integer, .decimal, .number].contains($0.type) ? PageAttribute.class(.right) : nil }
    let heads = zip(columns, sets).map { PageNode(.td, [$1], $0.heading[language]) }
    let rows = (0..<content.rowCount).map { row in
      let all = content.cells(row)
      let cells = zip(zip(shown.map { all[$0] }, columns), sets)
      return PageNode(
        .tr,
        cells.map { it, set in
          let text = bindings.cell(it.0, in: zone)
          // Words of a closed list and options are read in the page's language, not as the file has them.
          let words = it.1.words[text] ?? (it.1.holdsOptions ? table.options[text] : nil)
          return PageNode(.td, [set], words?[language] ?? text)
        })
    }
    return .scrolling(
      label,
      PageNode(
        .table, attributes,
        [PageNode(.caption, caption(label, kind.title[language]))] + PageNode.tableHead(heads)
          + PageNode.tableBody(rows)))
  }
}

extension DraftNode {
  fileprivate var bound: BoundText? { if case .bound(let bound) = kind { bound } else { nil } }

  fileprivate var isBlock: Bool {
    if case .figure = kind { true } else if case .table = kind { true } else { false }
  }
}
