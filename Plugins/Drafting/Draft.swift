import ModuleKit

/// A page in each language from a template, filled with the stored results of other analyses.
struct Draft: CodedOperation {
  static let summary = Text(
    en: "A statement as a page in each language, every figure in it bound to a finding",
    es: "Una declaración como página en cada idioma, con cada cifra ligada a un hallazgo")
  static let makesPages = true

  @TextInput var template: [Language: TextFile]
  @ResultsInput(.marked) var results: [StoredResult]
  @Parameter("the languages of the pages; the mission's where not given") var languages: [String]?

  typealias Code = DraftCode

  func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {
    var problems: [Diagnostic] = []
    let wanted = languages.map { $0.compactMap(Language.init) } ?? context.mission.languages
    for language in Language.allCases where wanted.contains(language) {
      guard let file = template[language] else { throw ModuleError(KitMessage.missingFile("template")) }
      let page = DraftPage(
        template: file.text.utf8, name: file.path, language: language, results: results, context: context)
      // One template for two languages has its faults once.
      problems += page.diagnostics.filter { !problems.contains($0) }
      if let html = page.html { findings.add(page: html, in: language) }
      if page.marked > 0 { add(page.marked, language, to: &findings) }
    }
    guard problems.isEmpty else { throw ModuleError(problems) }
  }

  private func add(_ marked: Int, _ language: Language, to findings: inout CodedFindings<Code>) {
    let names = results.filter { $0.status != .current }.map(\.analysis).sorted()
    findings.add(
      .notCurrent, about: language.rawValue, ["places": Quantity(marked, .number)],
      words: ["analyses": Text { $0.list(names) }], from: [])
  }
}

/// What can be said of a draft itself.
enum DraftCode: String, FindingCode {
  case notCurrent = "not_current"

  var kind: CodedFindingKind {
    switch self {
    case .notCurrent:
      CodedFindingKind(
        .notice,
        Text(
          en: "Places of the draft that rest on results that are not current: {places} (analyses: {analyses}).",
          es: "Lugares del borrador que se apoyan en resultados no actualizados: {places} (análisis: {analyses})."),
        caution: Text(
          en: "The page shows what is stored. Whether the figures change is known when the analyses have run again.",
          es: "La página muestra lo almacenado. Si las cifras cambian se sabrá cuando los análisis se repitan."),
        method: Text(
          en: "status of the stored results by content: Docs/architecture.md, “Runs, keys, bytes”",
          es: "estado de los resultados almacenados según su contenido: Docs/architecture.md, «Runs, keys, bytes»"),
        numbers: [.init("places", .number, Text(en: "places marked", es: "lugares marcados"))], words: ["analyses"])
    }
  }
}
