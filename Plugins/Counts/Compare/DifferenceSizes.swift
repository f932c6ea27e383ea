import Charts
import ModuleKit

/// Differences between two copies of the same sheets, as plain data: by size, how many sheets and votes they move to
/// either side.
struct DifferenceSizes: Sendable {
  /// What moves to one side.
  struct Side: Sendable {
    /// Sheets, and votes of margin in all.
    var sheets: Int, votes: Int

    /// `votes` on `sheets`, neither below 0.
    init(sheets: Int = 0, votes: Int = 0) { (self.sheets, self.votes) = (sheets, votes) }
  }

  /// The differences of one size.
  struct Row: Sendable {
    /// The size in words.
    var name: Text
    /// What moves to either side.
    var left, right: Side

    /// The differences of the size `name`.
    init(name: Text, left: Side = Side(), right: Side = Side()) {
      (self.name, self.left, self.right) = (name, left, right)
    }
  }

  /// What is counted.
  var measure: Text
  /// Whom a bar to the left favours, and one to the right.
  var left, right: Text
  /// The sizes, in the order in which they are shown.
  var rows: [Row]

  /// The differences `rows` of `measure`.
  init(measure: Text, left: Text, right: Text, rows: [Row]) {
    (self.measure, self.left, self.right, self.rows) = (measure, left, right, rows)
  }

  /// The figure; nil where nothing moves.
  func figure(id: String, caption: Caption) -> Figure? {
    guard rows.contains(where: { $0.left.votes > 0 || $0.right.votes > 0 }) else { return nil }
    let y = Axis(
      title: Text(en: "Size of a sheet's difference", es: "Tamaño de la diferencia de un acta"),
      stretches: [0...Double(rows.count) + Self.head],
      ticks: rows.indices.map { Axis.Tick(Self.y($0), rows[$0].name, style: .strong) })
    let bars = rows.indices.flatMap { row in
      [
        BarMark(x: -Double(rows[row].left.votes), y: Self.y(row), tone: .second),
        BarMark(x: Double(rows[row].right.votes), y: Self.y(row), tone: .first),
      ]
    }
    let labels = rows.indices.flatMap { row in
      [
        label(rows[row].left, row, isLeft: true, tone: .second),
        label(rows[row].right, row, isLeft: false, tone: .first),
      ].compactMap { $0 }
    }
    return Figure(
      id: id, caption: caption, description: description,
      panels: [
        Panel(
          x: votesAxis(labels, width: Panel.width(besides: y)), y: y, direction: .down,
          height: (Double(rows.count) + Self.head) * 58, marks: bars + [UprightMark(x: 0)],
          labels: sides(width: Panel.width(besides: y)) + labels)
      ])
  }

  /// Room above the rows for what the sides mean.
  private static let head = 0.8
  private static func y(_ row: Int) -> Double { Double(row) + head + 0.45 }

  /// As far to the left as to the right, with room for the labels at the bars' ends.
  private func votesAxis(_ labels: [Label], width: Double) -> Axis {
    let half = width / 2
    let needed = labels.map { label -> Double in
      guard case .beside(let x, _, _, _) = label.placement else { return 1 }
      return abs(x) * half / max(half - label.width - 14, half / 4)
    }
    let far = max(needed.max() ?? 1, 1)
    let step = Axis.roundStep(far * 2, count: 6)
    let count = (far / step).rounded(.up)
    let ticks = stride(from: -count, through: count, by: 1).map { place in
      let votes = abs(place * step)
      return Axis.Tick(place * step, Text { $0.number(votes, places: 0) }, hasLine: true)
    }
    return Axis(
      title: measure, stretches: [-count * step...count * step], ticks: ticks
    )
  }

  private func label(_ side: Side, _ row: Int, isLeft: Bool, tone: Tone) -> Label? {
    guard side.sheets > 0 else { return nil }
    return Label(
      lines: [
        Label.Line(text: Self.votes(side), tone: tone, size: 13),
        Label.Line(text: Self.sheets(side), tone: .muted, size: 12.5),
      ],
      placement: .beside(
        x: Double(isLeft ? -side.votes : side.votes), y: Self.y(row), clearance: 6, sides: [isLeft ? .left : .right]))
  }

  /// What either side means, above the rows; in full in the description.
  private func sides(width: Double) -> [Label] {
    [(left, Label.Side.left, Tone.second), (right, .right, .first)].map { text, side, tone in
      Label(
        lines: [
          Label.Line(text: Self.favours, tone: tone, size: 12.5),
          Label.Line(
            text: Label.shortened(text, within: (width / 2 - 16) * 0.9), isBold: true,
            tone: tone),
        ], placement: .beside(x: 0, y: Self.head / 2, clearance: 8, sides: [side]))
    }
  }

  private static let favours = Text(en: "better for", es: "a favor de")

  private static func votes(_ side: Side) -> Text {
    Text { language in
      let word = language.plural(
        Double(side.votes), one: language == .english ? "vote" : "voto", other: language == .english ? "votes" : "votos"
      )
      return "\(language.number(side.votes)) \(word)"
    }
  }

  private static func sheets(_ side: Side) -> Text {
    Text { language in
      let word = language.plural(
        Double(side.sheets), one: language == .english ? "sheet" : "acta",
        other: language == .english ? "sheets" : "actas")
      return "\(language.number(side.sheets)) \(word)"
    }
  }

  private var description: Text {
    Text { language in
      (["\(measure[language])."]
        + rows.flatMap { row in
          [(row.right, right), (row.left, left)].map { side, name in
            "\(row.name[language]), \(Self.favours[language]) \(name[language]): "
              + "\(Self.votes(side)[language]), \(Self.sheets(side)[language])."
          }
        }).joined(separator: " ")
    }
  }
}
