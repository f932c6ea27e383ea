import Charts
import ModuleKit
import Statistics

/// How many stations have which share, as they report it, beside the model that fits and the one without added ballots.
struct KlimekFigure {
  /// The number of stations in each of equally wide classes from 0 to 100 percent.
  private struct Line {
    let name: Text
    let stations: [Double]
    let tone: Tone
    /// Where the name may stand beside the highest class, best first.
    let sides: [Label.Side]

    /// The highest class, the first of several.
    var peak: Int { stations.indices.max { (stations[$0], -$0) < (stations[$1], -$1) } ?? 0 }
  }

  private let reported: Line
  private let models: [Line]
  private let option: Text
  private let source: Text?

  /// The stations, class by class, as reported, as the model that fits best expects them, and as it does without added
  /// ballots; nil where there is nothing to show.
  init?(reported: [Double], best: [Double], untouched: [Double], option: Text, source: Text?) {
    let highest = (reported + best + untouched).max() ?? 0
    guard highest > 0, highest.isFinite, best.count == reported.count, untouched.count == reported.count else {
      return nil
    }
    let left: [Label.Side] = [.leftAbove, .left, .rightAbove]
    self.reported = Line(
      name: Text(en: "as reported", es: "según las actas"), stations: reported, tone: .ink, sides: left)
    models = [
      Line(
        name: Text(en: "model that fits best", es: "modelo que mejor se ajusta"), stations: best, tone: .first,
        sides: [.right, .rightAbove, .left]),
      Line(
        name: Text(en: "model without added ballots", es: "modelo sin papeletas añadidas"), stations: untouched,
        tone: .muted, sides: left),
    ]
    (self.option, self.source) = (option, source)
  }

  var svg: Text { figure.svg }

  var figure: Figure {
    let lines = [reported] + models
    let highest = lines.flatMap(\.stations).max() ?? 0
    let number = { (value: Double) in Text { $0.number(value, places: 0) } }
    return Figure(
      id: "shares", caption: caption, description: description,
      panels: [
        Panel(
          x: .numbers(
            Text(
              en: "Share of \(option.en) in the ballots, percent",
              es: "Porcentaje de \(option.es) en las papeletas"), over: 0...100, count: 10, label: number),
          y: .numbers(Text(en: "Stations", es: "Mesas"), over: 0...highest * 1.1, label: number), height: 320,
          marks: models.reversed().map(curve) + [steps], labels: lines.map(label))
      ])
  }

  private var width: Double { 100 / Double(reported.stations.count) }

  /// What is reported goes on in steps.
  private var steps: LineMark {
    LineMark(
      points: reported.stations.enumerated().flatMap { index, count in
        [(x: Double(index) * width, y: count), (x: Double(index + 1) * width, y: count)]
      })
  }

  private func curve(_ model: Line) -> LineMark {
    LineMark(points: model.stations.enumerated().map { ((Double($0) + 0.5) * width, $1) }, tone: model.tone)
  }

  private func label(_ line: Line) -> Label {
    Label(
      lines: [Label.Line(text: line.name, tone: line.tone, size: 13)],
      placement: .beside(
        x: (Double(line.peak) + 0.5) * width, y: line.stations[line.peak], clearance: 10,
        sides: line.sides + [.above, .below]))
  }

  private var caption: Caption {
    Caption(
      title: Text(en: "Shares by station, and the model", es: "Porcentajes por mesa, y el modelo"),
      takeaway: Text(
        en: "Where the two models differ, stations have higher shares than one electorate that votes alike would give.",
        es:
          "Donde los dos modelos difieren, hay mesas con porcentajes más altos que los de un electorado que votara igual en todas partes."
      ),
      caution: Text(
        en: "Two blocs of voters, such as two languages or town and country, give the same picture.",
        es: "Dos bloques de votantes, como dos lenguas o ciudad y campo, dan la misma imagen."), source: source)
  }

  private var description: Text {
    Text { language in
      ([reported] + models).map { line in
        let (low, high) = (
          language.number(Double(line.peak) * width, places: 0),
          language.number(Double(line.peak + 1) * width, places: 0)
        )
        let count = language.number(line.stations[line.peak], places: 0)
        return language == .english
          ? "\(line.name.en): most stations, \(count), between \(low) and \(high) percent."
          : "\(line.name.es): el mayor número de mesas, \(count), entre el \(low) y el \(high) por ciento."
      }.joined(separator: " ")
    }
  }
}

extension KlimekFigure {
  init?(_ fit: KlimekFit, option: Text, source: Text?) {
    self.init(
      reported: fit.data.histogram.map(Double.init), best: fit.bestHistogram, untouched: fit.untouchedHistogram,
      option: option, source: source)
  }
}
