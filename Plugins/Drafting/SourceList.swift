import ModuleKit
import Pages

/// The list at the end of a page that says where each figure comes from.
struct SourceList {
  private let words: PageWords
  private let bindings: BindingWords

  init(_ language: Language) { (words, bindings) = (PageWords(language), BindingWords(language)) }

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
    var terms: [(String, String)] = []
    let shown = source.uses.filter { finding.values[$0.name] != nil }
    terms.append((words.shown, shown.map { "\($0.text) (\($0.name))" }.joined(separator: "; ")))
    for (name, quantity) in finding.values.sorted(by: { $0.key < $1.key }) {
      guard let interval = quantity.interval else { continue }
      terms.append(("\(words.range): \(name)", bindings.interval(interval, of: quantity)))
    }
    if !isScreening { terms.append((words.caution, caution)) }
    terms.append((words.method, source.result.method(of: finding)[language]))
    terms.append((words.basis, bindings.basis(finding.basis, by: finding.basisBy)))
    terms.append((words.tier, bindings.tier(finding.tier)))
    terms += finding.evidence.map { (words.evidence, words.rows($0)) }
    let path = source.result.path(of: finding).text
    terms.append((words.finding, "\(path), \(source.result.use)"))
    return PageNode(
      .li, [.id("source-\(number)")],
      (isScreening ? [PageNode(.p, [.class(.caution)], caution)] : []) + [
        PageNode(.p, [.class(.statement)], finding.statement[language]),
        PageNode(
          .dl,
          terms.filter { !$0.1.isEmpty }.flatMap { [PageNode(.dt, $0.0), PageNode(.dd, $0.1)] }),
      ])
  }
}
