import Charts
import ModuleKit

/// The jump at a cut for several bandwidths, each beside the jumps at placebo cuts, as plain data.
struct JumpGrid {
  /// One bandwidth. Jumps are in points of margin.
  struct Row {
    /// The bandwidth, in percent of the sheets.
    var bandwidth: Int
    /// The jump, and its confidence interval where there is one.
    var jump: Double, interval: ClosedRange<Double>?
    /// The smallest and the largest jump at a placebo cut, where there are any.
    var placebos: ClosedRange<Double>?
  }

  /// The bandwidths, in order.
  var rows: [Row]

  /// The figure; nil where there is no row to show, or a number is not finite.
  func figure(id: String, caption: Caption) -> Figure? {
    let ends = rows.flatMap { row in
      [row.jump] + [row.interval, row.placebos].compactMap { $0 }.flatMap { [$0.lowerBound, $0.upperBound] }
    }
    guard let low = ends.min(), ends.allSatisfy(\.isFinite) else { return nil }
    let axis = Axis(
      title: Text(
        en: "Sheets on either side of the cut (%); shaded: jumps at placebo cuts, from the least to the largest",
        es: "Actas a cada lado del corte (%); sombreado: saltos en cortes de placebo, del menor al mayor"),
      stretches: [0...Double(rows.count)],
      ticks: rows.enumerated().map { place, row in
        Axis.Tick(Double(place) + 0.5, Text { $0.percent(Double(row.bandwidth), places: 0) }, style: .strong)
      })
    let labels = rows.enumerated().map { place, row in
      Label(
        lines: [Label.Line(text: Text { $0.number(row.jump, places: 2) }, isBold: true)],
        placement: .beside(
          x: max(row.interval?.upperBound ?? row.jump, row.placebos?.upperBound ?? row.jump),
          y: Double(place) + 0.5, clearance: 12, sides: [.right]))
    }
    let x = Axis.numbers(
      Text(
        en: "Jump of the margin at the cut (points), with its 95% interval",
        es: "Salto del margen en el corte (puntos), con su intervalo del 95%"),
      from: low, holding: labels, width: Panel.width(besides: axis)
    ) { value in Text { $0.number(value, places: 0) } }
    return Figure(
      id: id, caption: caption, description: description,
      panels: [
        Panel(
          x: x, y: axis, direction: .down, height: Double(rows.count) * 40,
          bands: rows.enumerated().compactMap { place, row in
            row.placebos.map { BandMark(x: $0, y: Double(place) + 0.2...Double(place) + 0.8) }
          },
          marks: [UprightMark(x: 0)]
            + rows.enumerated().flatMap { place, row in Self.marks(row, y: Double(place) + 0.5) },
          labels: labels)
      ])
  }

  private static func marks(_ row: Row, y: Double) -> [any ChartMark] {
    (row.interval.map { [IntervalMark(x: $0, y: y)] } ?? []) + [PointMark(x: row.jump, y: y)]
  }

  private var description: Text {
    Text { language in
      func range(_ range: ClosedRange<Double>) -> String {
        let ends = [range.lowerBound, range.upperBound].map { language.number($0, places: 2) }
        return ends.joined(separator: language == .english ? " to " : " a ")
      }
      return rows.map { row in
        var words = "\(language.percent(Double(row.bandwidth), places: 0)): \(language.number(row.jump, places: 2))"
        if let interval = row.interval { words += " (\(range(interval)))" }
        if let placebos = row.placebos {
          words += (language == .english ? "; placebos " : "; placebos de ") + range(placebos)
        }
        return words + "."
      }.joined(separator: " ")
    }
  }
}
