import Charts
import ModuleKit

/// Whom the differences between two tracks favour: by their size, how many sheets and votes they move to either side.
struct CompareFigure {
  /// What moves to one side: sheets, and votes of margin in all.
  struct Side {
    var sheets = 0
    var votes = 0
  }

  /// The differences of one size.
  struct Row {
    /// The size in words.
    let name: Text
    /// What moves to either side.
    var left = Side()
    var right = Side()
  }

  /// What is counted.
  private let measure: Text
  /// Whom a bar to the left favours, and one to the right.
  private let left, right: Text
  /// The sizes, in the order in which they are shown.
  private let rows: [Row]
  private let caption: Caption

  /// nil where nothing moves.
  init?(measure: Text, left: Text, right: Text, rows: [Row], caption: Caption) {
    guard rows.contains(where: { $0.left.votes > 0 || $0.right.votes > 0 }) else { return nil }
    (self.measure, self.left, self.right) = (measure, left, right)
    (self.rows, self.caption) = (rows, caption)
  }

  var svg: Text { figure.svg }

  var figure: Figure {
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
    let width = Panel.width(besides: y)
    return Figure(
      id: "differences", caption: caption, description: description,
      panels: [
        Panel(
          x: votesAxis(labels, width: width), y: y, direction: .down,
          height: (Double(rows.count) + Self.head) * 58,
          marks: bars + [UprightMark(x: 0)], labels: sides(width: width) + labels)
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
    return Axis(title: measure, stretches: [-count * step...count * step], ticks: ticks)
  }

  private func label(_ side: Side, _ row: Int, isLeft: Bool, tone: Tone) -> Label? {
    guard side.sheets > 0 else { return nil }
    return Label(
      lines: [
        Label.Line(text: Self.votes(side), tone: tone, size: 13),
        Label.Line(text: Self.sheets(side), tone: .muted, size: 12.5),
      ],
      placement: .beside(
        x: Double(isLeft ? -side.votes : side.votes), y: Self.y(row), clearance: 6,
        sides: [isLeft ? .left : .right]))
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
        Double(side.votes), one: language == .english ? "vote" : "voto",
        other: language == .english ? "votes" : "votos"
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

// MARK: - What is compared

extension CompareFigure {
  /// nil where no margin differs.
  init?(_ comparison: TrackComparison, _ words: CompareWords) {
    guard let pair = words.pair, comparison.all.changed > 0 else { return nil }
    let classes: [(range: Range<UInt64>, name: Text)] = [
      (1..<10, Text(en: "1 to 9 votes", es: "De 1 a 9 votos")),
      (10..<100, Text(en: "10 to 99 votes", es: "De 10 a 99 votos")),
      (100..<UInt64.max, Text(en: "100 votes or more", es: "100 votos o más")),
    ]
    let rows = classes.map { range, name in
      var row = Row(name: name)
      for margin in comparison.differences.margins where range.contains(margin.magnitude) {
        if margin > 0 { row.right.add(margin) } else { row.left.add(-margin) }
      }
      return row
    }
    let (first, second) = (words.first, words.second)
    let all = comparison.all
    let (same, both) = (Quantity(all.both - all.changed, .sheets), Quantity(all.both, .sheets))
    let caption = Caption(
      title: Text(en: "Where the margin differs", es: "Dónde difiere el margen"),
      takeaway: Text(
        en:
          "\(same.number(.english)) of \(both.text(.english)) show the same margin in \(first.en) and \(second.en).",
        es:
          "\(same.number(.spanish)) de \(both.text(.spanish)) muestran el mismo margen en \(first.es) y \(second.es)."
      ),
      caution: Compare.Caution.bothMayErr)
    self.init(
      measure: Text(
        en: "Votes of margin, \(first.en) against \(second.en)",
        es: "Votos de margen, " + Language.contracted("\(first.es) frente a \(second.es)")),
      left: pair.b, right: pair.a, rows: rows, caption: caption)
  }
}

extension CompareFigure.Side {
  fileprivate mutating func add(_ margin: Int64) {
    sheets += 1
    votes += Int(margin)
  }
}
