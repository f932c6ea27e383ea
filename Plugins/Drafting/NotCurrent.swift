import ModuleKit

extension Draft {
  /// Places of a page that rest on results that are not current.
  struct NotCurrent: FindingShape {
    let places: Int
    let analyses: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en: "Places of the draft that rest on results that are not current: \(\.places) (analyses: \(\.analyses)).",
        es: "Lugares del borrador que se apoyan en resultados no actualizados: \(\.places) (análisis: \(\.analyses))."),
      caution: Text(
        en: "The page shows what is stored. Whether the figures change is known when the analyses have run again.",
        es: "La página muestra lo almacenado. Si las cifras cambian se sabrá cuando los análisis se repitan."),
      method: Text(
        en: "status of the stored results by content: Docs/architecture.md, “Results, keys, bytes”",
        es: "estado de los resultados almacenados según su contenido: Docs/architecture.md, «Results, keys, bytes»"),
      numbers: [.init("places", \.places, .number, Text(en: "places marked", es: "lugares marcados"))],
      words: [.init("analyses", \.analyses)])
  }
}
