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
    var said: [String: Int] = [:]
    let entries = sources.enumerated().map { entry($0.element, $0.offset + 1, &said) }
    return PageNode(
      .section, [.class(.sources), .labelled(by: "sources")],
      [
        PageNode(.h2, [.id("sources")], words.sources),
        entries.isEmpty ? PageNode(.p, words.noSources) : PageNode(.ol, entries),
      ] + cited(sources))
  }

  /// The entry with `number`; `said` holds which entry has a caution or a method, which later ones only refer to.
  private func entry(_ source: Source, _ number: Int, _ said: inout [String: Int]) -> PageNode {
    let (finding, language) = (source.finding, words.language)
    let isScreening = finding.tier == .screening
    let caution = finding.caution[language]
    var terms: [(String, [PageNode])] = []
    func add(_ term: String, _ text: String) { if !text.isEmpty { terms.append((term, [.text(text)])) } }
    func addOnce(_ term: String, _ text: String) {
      guard !text.isEmpty else { return }
      guard let first = said[text], first != number else {
        said[text] = number
        return add(term, text)
      }
      terms.append((term, [PageNode(.a, [.fragment("source-\(first)")], words.asIn(first))]))
    }
    let shown = source.uses.filter { finding.values[$0.name] != nil }
    func meaning(_ name: String) -> String { source.result.meaning(of: name, in: finding)[language] }
    add(words.shown, shown.map { "\($0.text) (\(meaning($0.name)))" }.joined(separator: "; "))
    for (name, quantity) in finding.values.sorted(by: { $0.key < $1.key }) {
      guard let interval = quantity.interval else { continue }
      add("\(words.range): \(meaning(name))", bindings.interval(interval, of: quantity))
    }
    // What the text above says in full is not said again.
    let told = Set(source.uses.map(\.name))
    if !isScreening, !told.contains("caution") { addOnce(words.caution, caution) }
    addOnce(words.method, source.result.method(of: finding)[language])
    let citations = finding.evidence.flatMap(\.citations)
    add(words.basis, bindings.basis(finding.basis, by: names(of: citations)))
    add(words.tier, bindings.tier(finding.tier))
    for evidence in finding.evidence { add(words.evidence, words.rows(evidence)) }
    add(words.finding, "\(source.result.path(of: finding).text), \(source.result.use)")
    return PageNode(
      .li, [.id("source-\(number)")],
      (isScreening ? [PageNode(.p, [.class(.caution)], caution)] : [])
        + (told.contains("statement") ? [] : [PageNode(.p, [.class(.statement)], finding.statement[language])]) + [
          PageNode(.dl, terms.flatMap { [PageNode(.dt, $0.0), PageNode(.dd, $0.1)] })
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

  /// What is known of the sources beyond their names, once for the page; nothing of one of which nothing is.
  private func cited(_ sources: [Source]) -> [PageNode] {
    var (all, places): ([(citation: Citation, notes: [String])], [[String]: Int]) = ([], [:])
    for source in sources {
      var own: Set<[String]> = []
      for citation in source.finding.evidence.flatMap(\.citations) {
        let id = [citation.source.key, citation.url ?? ""]
        guard own.contains(id) || own.count < Self.mostCited else { continue }
        own.insert(id)
        let place = places[id] ?? all.count
        if place == all.count {
          places[id] = place
          all.append((citation, []))
        }
        if let note = citation.note?[words.language], !all[place].notes.contains(note) { all[place].notes.append(note) }
      }
    }
    let items = all.compactMap(item)
    guard !items.isEmpty else { return [] }
    return [PageNode(.h3, words.cited), PageNode(.ul, [.class(.cited)], items)]
  }

  private func item(_ citation: Citation, _ notes: [String]) -> PageNode? {
    let label = citation.source.label[words.language]
    let more = notes.count - Self.mostCited
    let said = notes.prefix(Self.mostCited) + (more > 0 ? [words.others(more)] : [])
    // Some notes are sentences, and some are not.
    let details = [
      bindings.details(of: citation.source, in: zone).joined(separator: "; "),
      said.joined(separator: "; ").replacing(".; ", with: ". "),
    ].filter { !$0.isEmpty }
    guard citation.url != nil || !details.isEmpty else { return nil }
    let name = citation.url.map { PageNode.link(label, to: $0) } ?? .text(label)
    // A link that is printed is read.
    let address = citation.url.map { [PageNode.text(" <\($0)>")] } ?? []
    return PageNode(.li, [name] + address + (details.isEmpty ? [] : [.text(": " + details.joined(separator: ". "))]))
  }
}
