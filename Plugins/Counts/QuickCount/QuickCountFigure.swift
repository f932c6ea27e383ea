import Charts
import ModuleKit

/// The shares estimated from the sample: a row an option, with its interval and, where there is one, what was declared.
///
/// Shares stand in words. What is drawn is how far the ends of each interval, and what was declared, are from the
/// estimate: on an axis that holds the shares themselves a good sample's intervals would be too short to see.
struct QuickCountFigure {
  /// One option, with everything in percent.
  struct Row {
    /// The option's name.
    let name: Text
    /// The estimated share, and the ends of its interval.
    let percent: Double, interval: ClosedRange<Double>
    /// The declared share; nil where it is not known.
    var official: Double?
  }

  /// More rows than this are not read.
  private static let most = 12

  /// What the shares are of.
  private let measure: Text
  /// The options, in the order in which they are shown.
  private let rows: [Row]
  private let caption: Caption

  /// nil where there is nothing to show; `isComplete` is nil where nobody can tell.
  init?(_ rows: [Row], takeaway: Text, base: Text, confidence: Double, isComplete: Bool?, source: Text) {
    guard !rows.isEmpty else { return nil }
    self.rows = Array(rows.prefix(Self.most))
    let level = Quantity(100 * confidence, .percent)
    measure = Text(
      en: "Percent of \(base.en), with intervals of \(level.text(.english)) confidence",
      es: "Porcentaje de \(base.es), con intervalos de confianza del \(level.text(.spanish))")
    caption = Caption(
      title: QuickCount.estimatesFigure.title, takeaway: takeaway,
      caution: Self.caution(isComplete: isComplete), source: source)
  }

  var svg: Text { figure.svg }

  var figure: Figure {
    let ticks = rows.enumerated().map { place, row in
      Axis.Tick(Self.y(place), row.name, detail: Self.words(row), style: .strong)
    }
    return Figure(
      id: "estimates", caption: caption, description: description,
      panels: [
        Panel(
          x: distanceAxis, y: Axis(title: measure, stretches: [0...Double(rows.count)], ticks: ticks), direction: .down,
          height: Double(rows.count) * 50, marks: rows.enumerated().flatMap { Self.marks($1, y: Self.y($0)) },
          labels: rows.enumerated().flatMap { Self.label($1, y: Self.y($0)) })
      ])
  }
}

extension QuickCountFigure.Row {
  /// nil where the sample supports no interval.
  init?(name: Text, answer: SampleShares.Answer, official: Double?) {
    guard let interval = answer.interval else { return nil }
    self.init(name: name, percent: answer.value, interval: interval, official: official)
  }
}

// MARK: - Marks

extension QuickCountFigure {
  private static func y(_ place: Int) -> Double { Double(place) + 0.4 }
  /// What was declared stands below the estimate, so that neither hides the other.
  private static let below = 0.36

  /// As far to the left as to the right, with a little room for labels.
  private var distanceAxis: Axis {
    let reach = rows.map { row in
      max(row.percent - row.interval.lowerBound, row.interval.upperBound - row.percent, abs(row.distance ?? 0))
    }
    let far = max((reach.max() ?? 0) * 1.25, 0.01)
    // In hundredths of a point, so that ticks are whole numbers.
    let step = Axis.roundStep(far * 200, count: 5)
    let places = step < 10 ? 2 : step < 100 ? 1 : 0
    let count = (far * 100 / step).rounded(.up)
    let ticks = stride(from: -count, through: count, by: 1).map { place in
      let value = place * step / 100
      let label = Text { language in (value > 0 ? "+" : "") + language.number(value, places: places) }
      return Axis.Tick(value, label, hasLine: true)
    }
    return Axis(
      title: Text(en: "Distance from the estimate, points", es: "Distancia a la estimación, puntos"),
      stretches: [-count * step / 100...count * step / 100], ticks: ticks)
  }

  private static func marks(_ row: Row, y: Double) -> [any ChartMark] {
    let interval = row.interval.lowerBound - row.percent...row.interval.upperBound - row.percent
    let declared = row.distance.map { PointMark(x: $0, y: y + below, shape: .diamond, tone: .second, isHollow: true) }
    return [IntervalMark(x: interval, y: y), PointMark(x: 0, y: y)] + (declared.map { [$0] } ?? [])
  }

  private static func label(_ row: Row, y: Double) -> [Label] {
    guard let official = row.official, let distance = row.distance else { return [] }
    return [
      Label(
        lines: [Label.Line(text: declared(official), size: 13)],
        placement: .beside(
          x: distance, y: y + below, clearance: 9, sides: distance > 0 ? [.right, .left] : [.left, .right]))
    ]
  }
}

extension QuickCountFigure.Row {
  /// How far what was declared is from the estimate, in points.
  fileprivate var distance: Double? { official.map { $0 - percent } }
}

// MARK: - Words

extension QuickCountFigure {
  private static func caution(isComplete: Bool?) -> Text {
    let bars = Text(
      en: "The bars hold what the draw leaves open, not what wrong copies or a wrong list of stations can add.",
      es: "Las barras recogen lo que deja abierto el sorteo, no lo que añadan copias o listas de mesas erróneas.")
    return switch isComplete {
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
  }

  private static func declared(_ percent: Double) -> Text {
    Text(
      en: "declared \(Language.english.percent(percent, places: 2))",
      es: "declarado \(Language.spanish.percent(percent, places: 2))")
  }

  private static func words(_ row: Row) -> Text {
    Text { language in
      let (low, high) = (row.interval.lowerBound, row.interval.upperBound)
      let ends = [low, high].map { language.number($0, places: 2) }
        .joined(separator: language == .english ? " to " : " a ")
      return "\(language.percent(row.percent, places: 2)) (\(ends))"
    }
  }

  private var description: Text {
    Text { language in
      let sentences = rows.map { row in
        let official = row.official.map { ", " + Self.declared($0)[language] } ?? ""
        return "\(row.name[language]): \(Self.words(row)[language])\(official)."
      }
      return (["\(measure[language])."] + sentences).joined(separator: " ")
    }
  }
}
