public import Charts
import Language
import Times

/// Figures that hold, together, every mark, label and axis that there is.
public enum SampleFigures {
  /// All of them.
  public static let all = [levels, sources, cells]

  private static let caption = Caption(
    title: Text(en: "Sample & figure", es: "Figura & muestra"),
    takeaway: Text(en: "Every mark has its place.", es: "Cada marca tiene su lugar."),
    caution: Text(en: "Nothing of it was measured.", es: "Nada de esto fue medido."),
    source: Text(en: "nobody", es: "nadie"))

  /// Numbers over a time with breaks, with bands and labels of every sort.
  public static let levels: Figure = {
    let day = { (day: Int64) in Instant(seconds: 1_511_827_200 + day * 86_400) }
    let y = Axis.numbers(Text(en: "Level, metres", es: "Nivel, metros"), over: -4...6) { value in
      Text { $0.number(value, places: 0) }
    }
    let points: [(x: Double, y: Double)] = [(0, 5), (2, -3), (9, 0)].map { (Axis.value(day($0)), $1) }
    let shapes: [(PointMark.Shape, Tone)] = [(.circle, .first), (.square, .second), (.diamond, .ink)]
    var marks: [any ChartMark] = [RuleMark(y: 0), LineMark(points: points)]
    for (point, (shape, tone)) in zip(points, shapes) {
      marks.append(IntervalMark(x: point.x...point.x + 20_000, y: point.y, tone: tone, isDashed: point.y < 0))
      marks.append(PointMark(x: point.x, y: point.y, shape: shape, tone: tone, isHollow: point.y < 0))
    }
    let names = points.map { point in
      Label(
        lines: [
          Label.Line(text: Text { $0.number(point.y, places: 1) }, isBold: true),
          Label.Line(text: Text("a < b"), tone: .muted, size: 12.5),
        ], placement: .beside(x: point.x, y: point.y, clearance: 11, sides: [.rightAbove, .leftBelow, .above, .left]))
    }
    let others = [
      Label(
        lines: [Label.Line(text: Text(en: "not read", es: "sin lectura"))],
        placement: .over(x: (points[0].x + points[1].x) / 2)),
      Label(
        lines: [Label.Line(text: Text(en: "high water", es: "agua alta"))], placement: .edge(isUpper: true),
        key: (.square, .second)),
      Label(
        lines: [Label.Line(text: Text(en: "low water", es: "agua baja"))], placement: .edge(isUpper: false),
        isEssential: false),
    ]
    return Figure(
      id: "levels", caption: caption,
      description: Text(en: "Levels of five, minus three and zero metres.", es: "Niveles de cinco, menos tres y cero."),
      panels: [
        Panel(
          x: .time(
            [0, 2, 9].map { day($0)...day($0) }, offset: -21_600, width: Panel.width(besides: y),
            leavingOut: Text(en: "days without a reading", es: "días sin lectura")),
          y: y, height: 320,
          bands: [
            BandMark(x: points[0].x...points[1].x),
            BandMark(x: points[0].x + 20_000...points[1].x - 20_000, pattern: .hatched),
          ], marks: marks, labels: names + others)
      ])
  }()

  /// Rows of numbers below headings, and a second panel of bars.
  public static let sources: Figure = {
    let rows = Axis(
      title: Text(""), stretches: [0...4],
      ticks: [
        Axis.Tick(0.5, Text(en: "Read alike", es: "Leídas igual"), style: .heading),
        Axis.Tick(1.5, Text("A"), detail: Text(en: "27 Nov 2017", es: "27 nov 2017"), style: .strong),
        Axis.Tick(2.5, Text(String(repeating: "A long name of a gauge ", count: 5)), style: .plain),
        Axis.Tick(3.5, Text("C")),
      ])
    let bars: [(x: Double, label: Label)] = [12.5, -3].enumerated().map { place, value in
      let line = Label.Line(text: Text { $0.number(value, places: 1) }, tone: .first, size: 13)
      return (
        value,
        Label(
          lines: [line],
          placement: .beside(x: max(value, 0), y: Double(place) + 0.5, clearance: 6, sides: [.right]))
      )
    }
    let y = Axis(
      title: Text(en: "Bank", es: "Orilla"), stretches: [0...2],
      ticks: [Axis.Tick(0.5, Text(en: "left", es: "izquierda")), Axis.Tick(1.5, Text(en: "right", es: "derecha"))])
    let number = { (value: Double) in Text { $0.number(value, places: 0) } }
    return Figure(
      id: "sources", caption: caption,
      description: Text(en: "Three gauges and two banks.", es: "Tres aforos y dos orillas."),
      panels: [
        Panel(
          x: .numbers(Text(en: "Metres", es: "Metros"), over: 0...2_900_000, label: number), y: rows, direction: .down,
          height: 140, bands: [BandMark(x: 900_000...1_500_000, y: 0...2, isOpen: true)],
          marks: [
            IntervalMark(x: 1_500_000...1_700_000, y: 1.5, start: .plain, end: .open),
            IntervalMark(x: 900_000...1_100_000, y: 2.5, start: .open, end: .plain, tone: .muted),
            PointMark(x: 1_500_000, y: 1.5),
          ],
          labels: [
            Label(
              lines: [Label.Line(text: Text(en: "one and a half million", es: "un millón y medio"))],
              placement: .over(x: 1_200_000))
          ]),
        Panel(
          x: .numbers(
            Text(en: "Change, metres", es: "Cambio, metros"), from: -3, holding: bars.map(\.label),
            width: Panel.width(besides: y), label: number),
          y: y, direction: .down, height: 90,
          marks: bars.enumerated().map { BarMark(x: $1.x, y: Double($0) + 0.5, isHollow: $1.x < 0) }
            + [UprightMark(x: 0)],
          labels: bars.map(\.label)),
      ])
  }()

  /// A grid of cells.
  public static let cells: Figure = {
    let axis = { (title: Text) in Axis.numbers(title, over: 0...100) { value in Text { $0.number(value, places: 0) } } }
    return Figure(
      id: "cells", caption: caption, description: Text(en: "Two cells hold some.", es: "Dos celdas tienen algo."),
      panels: [
        Panel(
          x: axis(Text(en: "Depth, percent", es: "Profundidad, %")),
          y: axis(Text(en: "Width, percent", es: "Ancho, %")),
          height: 200,
          marks: [
            CellMark(cells: [(20...40, 20...40), (40...60, 20...40)], strength: 0.5),
            CellMark(cells: [(60...80, 60...80)], strength: 1, tone: .second),
          ])
      ])
  }()
}
