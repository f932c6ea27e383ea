import ModuleKit
import Pages

/// The list at the end of a page that says where each figure comes from.
struct SourceList {
  private let words: PageWords
  private let bindings: BindingWords
  private let zone: Zone

  init(_ language: Language, zone: Zone) {
    (words, bindings, self.zone) = (PageWords(language), BindingWords(language), zone)
  }

  /// The list, one entry for each of `sources`, in the order of their first use.
  func section(_ sources: [Source]) -> PageNode {
    let entries = sources.enumerated().map { entry($0.element, $0.offset + 1) }
    return PageNode(
      .section, [.class(.sources), .labelled(by: "sources")],
      [
        PageNode(.h2, [.id("sources")], words.sources),
        entries.isEmpty ? PageNode(.p, words.noSources) : PageNode(.ol, entries),
      ])
  }

  private func entry(_ source: Source, _ number: Int) -> PageNode {
    let (finding, language) = (source.finding, words.language)
    let isScreening = finding.tier == .screening
    let caution = finding.caution[language]
    var terms: [(String, [PageNode])] = []
    func add(_ term: String, _ text: String) { if !text.isEmpty { terms.append((term, [.text(text)])) } }
    let shown = source.uses.filter { finding.values[$0.name] != nil }
    add(words.shown, shown.map { "\($0.text) (\($0.name))" }.joined(separator: "; "))
    for (name, quantity) in finding.values.sorted(by: { $0.key < $1.key }) {
      guard let interval = quantity.interval else { continue }
      add("\(words.range): \(name)", bindings.interval(interval, of: quantity))
    }
    if !isScreening { add(words.caution, caution) }
    add(words.method, source.result.method(of: finding)[language])
    let citations = finding.evidence.flatMap(\.citations)
    add(words.basis, bindings.basis(finding.basis, by: names(of: citations)))
    terms += cited(citations).map { (words.cited, $0) }
    add(words.tier, bindings.tier(finding.tier))
    for evidence in finding.evidence { add(words.evidence, words.rows(evidence)) }
    add(words.finding, "\(source.result.path(of: finding).text), \(source.result.use)")
    return PageNode(
      .li, [.id("source-\(number)")],
      (isScreening ? [PageNode(.p, [.class(.caution)], caution)] : []) + [
        PageNode(.p, [.class(.statement)], finding.statement[language]),
        PageNode(.dl, terms.flatMap { [PageNode(.dt, $0.0), PageNode(.dd, $0.1)] }),
      ])
  }

  // MARK: - Citations

  /// The most sources that an entry cites one by one.
  private static let mostCited = 12

  /// The names of the sources, each once, in the order of their keys; of many, the first ones.
  private func names(of citations: [Citation]) -> [String] {
    var seen: Set<String> = []
    let names = citations.map { $0.source.label[words.language] }.filter { seen.insert($0).inserted }
    let more = names.count - Self.mostCited
    return more > 0 ? names.prefix(Self.mostCited) + [words.others(more)] : names
  }

  /// What is known of each source beyond its name: nothing is said of one of which nothing is.
  private func cited(_ citations: [Citation]) -> [[PageNode]] {
    var told: [[PageNode]] = []
    for citation in citations {
      guard let nodes = nodes(citation), !told.contains(nodes) else { continue }
      guard told.count < Self.mostCited else { break }
      told.append(nodes)
    }
    return told
  }

  private func nodes(_ citation: Citation) -> [PageNode]? {
    let (source, language) = (citation.source, words.language)
    let label = source.label[language]
    let details = bindings.details(of: citation, in: zone)
    guard citation.url != nil || !details.isEmpty else { return nil }
    let name = citation.url.map { PageNode.link(label, to: $0) } ?? .text(label)
    // A link that is printed is read.
    let address = citation.url.map { [PageNode.text(" <\($0)>")] } ?? []
    return [name] + address + (details.isEmpty ? [] : [.text(": " + details.joined(separator: "; "))])
  }
}
