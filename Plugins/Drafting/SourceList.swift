internal import Language

/// The list at the end of a page that says where each figure comes from.
struct SourceList {
  let words: PageWords

  /// Writes one entry for each of `sources`, in the order of their first use.
  func write(_ sources: [Source], into out: inout Markup) {
    out.open("section", ["class": "sources", "aria-labelledby": "sources"])
    out.line()
    out.element("h2", ["id": "sources"], words.sources)
    out.line()
    if sources.isEmpty {
      out.element("p", words.noSources)
    } else {
      out.own("<ol>\n")
      for (index, source) in sources.enumerated() { write(source, index + 1, into: &out) }
      out.own("</ol>")
    }
    out.own("\n</section>\n")
  }

  private func write(_ source: Source, _ number: Int, into out: inout Markup) {
    let finding = source.finding
    out.open("li", ["id": "source-\(number)"])
    if finding.isScreening {
      out.element("p", ["class": "caution"], finding.caution)
      out.line()
    }
    out.element("p", ["class": "statement"], finding.statement)
    out.own("\n<dl>\n")
    let shown = source.uses.filter { finding.quantities[$0.name] != nil }
    if !shown.isEmpty {
      entry(words.shown, shown.map { "\($0.text) (\($0.name))" }.joined(separator: "; "), into: &out)
    }
    for name in finding.quantities.keys.sorted() {
      guard let range = finding.quantities[name]?.interval, !range.isEmpty else { continue }
      entry("\(words.range): \(name)", range, into: &out)
    }
    if !finding.isScreening { entry(words.caution, finding.caution, into: &out) }
    entry(words.method, finding.method, into: &out)
    entry(words.basis, finding.basis, into: &out)
    entry(words.tier, finding.tier, into: &out)
    for evidence in finding.evidence { entry(words.evidence, words.rows(evidence), into: &out) }
    entry(
      words.finding, "\(source.analysis).\(finding.code)[\(finding.subject)], \(source.operation)", into: &out)
    out.own("</dl></li>\n")
  }

  private func entry(_ term: String, _ text: String, into out: inout Markup) {
    guard !text.isEmpty else { return }
    out.element("dt", term)
    out.element("dd", text)
    out.line()
  }
}
