import Charts
import ModuleKit

/// The estimates by option with their intervals, and what was declared.
struct QuickCountFigure {
  /// One option: its name, its estimate, and the official share in percent.
  struct Row {
    let name: Text
    let answer: SampleShares.Answer
    let official: Double?
  }

  /// More rows than this are not read.
  static let most = 12

  let svg: Text

  /// nil where there is nothing to show; `isComplete` is nil where nobody can tell.
  init?(_ rows: [Row], takeaway: Text, base: Text, confidence: Double, isComplete: Bool?, source: Text) {
    let level = Quantity(100 * confidence, .percent)
    let estimates = SampleEstimates(
      measure: Text(
        en: "Percent of \(base.en), with intervals of \(level.text(.english)) confidence",
        es: "Porcentaje de \(base.es), con intervalos de confianza del \(level.text(.spanish))"),
      rows: rows.prefix(Self.most).map {
        SampleEstimates.Row(
          name: $0.name, percent: $0.answer.value, interval: $0.answer.low...$0.answer.high, official: $0.official)
      })
    let bars = Text(
      en: "The bars hold what the draw leaves open, not what wrong copies or a wrong list of stations can add.",
      es: "Las barras recogen lo que deja abierto el sorteo, no lo que añadan copias o listas de mesas erróneas.")
    let caution =
      switch isComplete {
      case true?: bars
      case false?:
        Text(
          en: "The sample is not complete, and what is missing may differ. \(bars.en)",
          es: "La muestra no está completa, y lo que falta puede diferir. \(bars.es)")
      case nil:
        Text(
          en: "Whether the sample is complete is not known. \(bars.en)",
          es: "No se sabe si la muestra está completa. \(bars.es)")
      }
    let caption = Caption(
      title: Text(en: "Estimates from the sample", es: "Estimaciones por la muestra"), takeaway: takeaway,
      caution: caution, source: source)
    guard let figure = estimates.figure(id: "estimates", caption: caption) else { return nil }
    svg = Text { figure.svg(in: $0) }
  }
}
