import Charts
import ModuleKit
import Statistics

/// The stations by share beside the model that fits and the one without added ballots.
struct KlimekFigure {
  let svg: Text

  /// nil where there is nothing to show.
  init?(_ fit: KlimekFit, option: Text, source: Text?) {
    let histogram = ShareHistogram(
      measure: Text(
        en: "Share of \(option.en) in the ballots, percent", es: "Porcentaje de \(option.es) en las papeletas"),
      reported: .init(
        name: Text(en: "as reported", es: "según las actas"), stations: fit.data.histogram.map(Double.init)),
      models: [
        .init(name: Text(en: "model that fits best", es: "modelo que mejor se ajusta"), stations: fit.bestHistogram),
        .init(
          name: Text(en: "model without added ballots", es: "modelo sin papeletas añadidas"),
          stations: fit.untouchedHistogram),
      ])
    let caption = Caption(
      title: Text(en: "Shares by station, and the model", es: "Porcentajes por mesa, y el modelo"),
      takeaway: Text(
        en: "Where the two models differ, stations have higher shares than one electorate that votes alike would give.",
        es:
          "Donde los dos modelos difieren, hay mesas con porcentajes más altos que los de un electorado que votara igual en todas partes."
      ),
      caution: Text(
        en: "Two blocs of voters, such as two languages or town and country, give the same picture.",
        es: "Dos bloques de votantes, como dos lenguas o ciudad y campo, dan la misma imagen."), source: source)
    guard let figure = histogram.figure(id: "shares", caption: caption) else { return nil }
    svg = Text { figure.svg(in: $0) }
  }
}
