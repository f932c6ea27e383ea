import ModuleKit

/// A page in each language from a template, filled with the stored results of other analyses.
struct Draft: ModuleOperation {
  static let summary = Text(
    en: "A statement as a page in each language, every figure in it bound to a finding",
    es: "Una declaración como página en cada idioma, con cada cifra ligada a un hallazgo")
  static let findings: [any AnyFindingKind] = [NotCurrent.kind]
  static let makesPages = true

  @TextInput var template: [Language: TextFile]
  @ResultsInput(.marked) var results: [StoredResult]
  @Parameter("the languages of the pages; the mission's where not given") var languages: [String]?

  static func problems(of file: TextFile, names: [String]) -> [Diagnostic] {
    DraftPage.wordingProblems(of: file, names: names)
  }

  func run(_ findings: inout Findings, _ context: Context) async throws {
    var problems: [Diagnostic] = []
    let wanted = languages.map { $0.compactMap(Language.init) } ?? context.mission.languages
    for language in Language.allCases where wanted.contains(language) {
      guard let file = template[language] else { throw DiagnosticsError(KitMessage.missingFile("template")) }
      let page = DraftPage(
        template: file.text.utf8, name: file.path, language: language, results: results, context: context)
      // One template for two languages has its faults once.
      problems += page.diagnostics.filter { !problems.contains($0) }
      if let html = page.html { findings.add(page: html, in: language) }
      if page.marked > 0 { add(page.marked, language, to: &findings) }
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
  }

  private func add(_ marked: Int, _ language: Language, to findings: inout Findings) {
    let names = results.filter { $0.status != .current }.map(\.analysis).sorted()
    findings.add(
      NotCurrent(places: marked, analyses: Text { $0.list(names) }), about: language.rawValue, from: [])
  }
}
