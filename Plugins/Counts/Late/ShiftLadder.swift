import Charts
import ModuleKit

/// Why late votes differ from early ones, level by level of the areas, as plain data: what the mix of areas makes, what
/// changes within them, and what votes counted in one period alone leave over.
///
/// The three add up to the shift on every level. Beside each level stands what share of the late votes it does not
/// cover, for a finer level explains more of fewer votes.
struct ShiftLadder {
  /// One level of the areas. The parts are in points of margin.
  struct Level {
    /// The level's name.
    var name: Text
    /// What the mix of areas makes, what changes within areas, and what cannot be decomposed.
    var composition, within, remainder: Double
    /// Late votes in areas without early ones, in percent of the late votes.
    var uncovered: Double
  }

  /// The levels, from the coarsest to the finest.
  var levels: [Level]

  /// The figure; nil where there is no level to show, or a part is not a number.
  func figure(id: String, caption: Caption) -> Figure? {
    let bars = levels.enumerated().flatMap { row, level in Self.bars(level, row: Double(row)) }
    guard !bars.isEmpty, bars.allSatisfy({ $0.value.isFinite }) else { return nil }
    let rows = Axis(
      title: Text(
        en: "Level of the areas; beside it the late votes that it does not cover",
        es: "Nivel de las áreas; junto a él, los votos tardíos que no cubre"),
      stretches: [0...Double(levels.count)],
      ticks: levels.enumerated().map { row, level in
        Axis.Tick(Double(row) + 0.5, level.name, detail: Self.uncovered(level), style: .strong)
      })
    let labels = bars.map(\.label)
    let x = Axis.numbers(
      Text(en: "Points of margin", es: "Puntos de margen"), from: bars.map(\.value).min() ?? 0, holding: labels,
      width: Panel.width(besides: rows)
    ) { value in Text { $0.number(value, places: 0) } }
    return Figure(
      id: id, caption: caption, description: description,
      panels: [
        Panel(
          x: x, y: rows, direction: .down, height: Double(levels.count) * 68,
          marks: bars.map { BarMark(x: $0.value, y: $0.y, tone: $0.tone, isHollow: $0.isHollow) as any ChartMark }
            + [UprightMark(x: 0)],
          labels: labels)
      ])
  }

  private struct Bar {
    let value, y: Double
    let name: Text
    let tone: Tone
    var isHollow = false

    var label: Label {
      Label(
        lines: [Label.Line(text: Text { "\(name[$0]) \($0.number(value, places: 2))" }, tone: tone, size: 13)],
        placement: .beside(x: max(value, 0), y: y, clearance: 6, sides: [.right]))
    }
  }

  private static func bars(_ level: Level, row: Double) -> [Bar] {
    [
      Bar(value: level.composition, y: row + 0.22, name: names[0], tone: .first),
      Bar(value: level.within, y: row + 0.5, name: names[1], tone: .second),
      Bar(value: level.remainder, y: row + 0.78, name: names[2], tone: .muted, isHollow: true),
    ]
  }

  private static let names = [
    Text(en: "mix of areas", es: "mezcla de áreas"), Text(en: "within areas", es: "dentro de áreas"),
    Text(en: "left over", es: "resto"),
  ]

  private static func uncovered(_ level: Level) -> Text {
    Text(
      en: "\(Language.english.percent(level.uncovered, places: 1)) uncovered",
      es: "\(Language.spanish.percent(level.uncovered, places: 1)) sin cubrir")
  }

  private var description: Text {
    Text { language in
      levels.map { level in
        let parts = zip(Self.names, [level.composition, level.within, level.remainder]).map { name, value in
          "\(name[language]) \(language.number(value, places: 2))"
        }
        return "\(level.name[language]), \(Self.uncovered(level)[language]): \(parts.joined(separator: "; "))."
      }.joined(separator: " ")
    }
  }
}
