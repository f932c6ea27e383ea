import Charts
import ModuleKit

/// What different sources stated of the same thing, as plain data: casualties, by source.
///
/// Every claim keeps its row, its source and its date. The band is the range over those that can be compared; no number
/// is chosen.
struct SourceClaims {
  /// How a source qualified its number.
  enum Qualifier: CaseIterable { case exact, atLeast, atMost, approximate }

  /// One source's statement.
  struct Claim {
    /// Who stated it.
    var source: Text
    /// When it was published; nil where that is not known.
    var published: Day?
    /// Whether that day is only approximately known.
    var isDayApproximate = false
    /// The number, and how the source qualified it.
    var value: Int, qualifier: Qualifier
    /// Whether it is about the same period and group as the others compared.
    var isComparable: Bool
  }

  /// The range over the comparable claims.
  struct Range {
    /// The lowest and the highest number, which is not below it.
    var low, high: Int
    /// Whether some claim says `at least`, so that there is no highest number.
    var isOpen: Bool
  }

  /// What is counted, with its unit: `People killed, as stated`.
  var measure: Text
  /// The claims, in the order of their rows; comparable ones are moved to the top.
  var claims: [Claim]
  /// The range over the comparable ones, where there is one.
  var range: Range?
  /// Why the others are not compared: `Not compared: another period`.
  var apart: Text

  /// The figure; nil where there is no claim to show.
  func figure(id: String, caption: Caption) -> Figure? {
    let (compared, others) = (claims.filter(\.isComparable), claims.filter { !$0.isComparable })
    guard !claims.isEmpty else { return nil }
    // A heading takes a row, and the rows of its claims follow.
    var ticks: [Axis.Tick] = []
    var rows: [(claim: Claim, y: Double)] = []
    var y = 0.0
    for (heading, group) in [(Self.compared, compared), (apart, others)] where !group.isEmpty {
      ticks.append(Axis.Tick(y + 0.5, heading, style: .heading))
      for claim in group {
        y += 1
        rows.append((claim, y + 0.5))
        ticks.append(
          Axis.Tick(y + 0.5, claim.source, detail: Self.day(claim), style: claim.isComparable ? .strong : .plain))
      }
      y += 1
    }
    let rowAxis = Axis(title: Text(""), stretches: [0...y], ticks: ticks)
    let (x, reach) = valueAxis(width: Panel.width(besides: rowAxis))
    return Figure(
      id: id, caption: caption, description: description(compared + others),
      panels: [
        Panel(
          x: x, y: rowAxis, direction: .down, height: y * 35, bands: band(rows: compared.count),
          marks: rows.flatMap { Self.marks($0.claim, y: $0.y, reach: reach) },
          labels: rangeLabel + rows.map { Self.label($0.claim, y: $0.y, reach: reach) })
      ])
  }
}

// MARK: - Marks

extension SourceClaims {
  /// How far an arrow reaches, in units of the figure.
  private static let arrow = 28.0
  /// Between a mark and its number.
  private static let clearance = 12.0

  /// From zero to where the longest number still fits beside its mark; and an arrow's reach, in people.
  private func valueAxis(width: Double) -> (Axis, reach: Double) {
    let needed = claims.map { claim in
      let label = Self.label(claim, y: 0, reach: 0).width + Self.clearance + Self.arrow
      return Double(claim.value) * width / max(width - label, width / 4)
    }
    let axis = Axis.numbers(measure, over: 0...max(needed.max() ?? 1, 1), count: 5) { value in
      Text { $0.number(Int(exactly: value) ?? .max) }
    }
    let values = axis.stretches[0]
    return (axis, (values.upperBound - values.lowerBound) * Self.arrow / width)
  }

  private func band(rows: Int) -> [BandMark] {
    guard let range, rows > 0 else { return [] }
    let high = Double(max(range.high, range.low))
    return [BandMark(x: Double(range.low)...high, y: 0...Double(rows + 1), isOpen: range.isOpen)]
  }

  private static func marks(_ claim: Claim, y: Double, reach: Double) -> [any ChartMark] {
    let value = Double(claim.value)
    let tone: Tone = claim.isComparable ? .first : .muted
    let interval: IntervalMark? =
      switch claim.qualifier {
      case .exact: nil
      case .atLeast: IntervalMark(x: value...value + reach, y: y, start: .plain, end: .open, tone: tone)
      case .atMost: IntervalMark(x: max(value - reach, 0)...value, y: y, start: .open, end: .plain, tone: tone)
      case .approximate:
        IntervalMark(
          x: max(value - reach / 2, 0)...value + reach / 2, y: y, start: .plain, end: .plain, tone: tone,
          isDashed: true)
      }
    let point = PointMark(
      x: value, y: y, shape: claim.qualifier == .approximate ? .diamond : .circle, tone: tone,
      isHollow: !claim.isComparable)
    return (interval.map { [$0] } ?? []) + [point]
  }

  private static func label(_ claim: Claim, y: Double, reach: Double) -> Label {
    let (behind, clearance) =
      switch claim.qualifier {
      case .exact, .atMost: (0.0, clearance)
      case .atLeast: (reach, clearance / 2)
      case .approximate: (reach / 2, clearance / 2)
      }
    return Label(
      lines: [
        Label.Line(text: words(claim), isBold: claim.isComparable, tone: claim.isComparable ? .ink : .muted)
      ],
      placement: .beside(x: Double(claim.value) + behind, y: y, clearance: clearance, sides: [.right]))
  }

  private var rangeLabel: [Label] {
    guard let range, claims.contains(where: \.isComparable) else { return [] }
    let middle = (Double(range.low) + Double(range.high)) / 2
    return [
      Label(lines: [Label.Line(text: Self.words(range), isBold: true, tone: .first)], placement: .over(x: middle))
    ]
  }
}

// MARK: - Words

extension SourceClaims {
  private static let compared = Text(en: "Compared with each other", es: "Comparadas entre sí")

  private static func day(_ claim: Claim) -> Text {
    Text { language in
      guard let published = claim.published else {
        return language == .english ? "date unknown" : "fecha desconocida"
      }
      let day = "\(language.shortDay(published)) \(published.components.year)"
      guard claim.isDayApproximate else { return day }
      return language == .english ? "about \(day)" : "hacia el \(day)"
    }
  }

  private static func words(_ claim: Claim) -> Text {
    let number = Text { $0.number(claim.value) }
    return switch claim.qualifier {
    case .exact: number
    case .atLeast: Text(en: "at least \(number.en)", es: "al menos \(number.es)")
    case .atMost: Text(en: "at most \(number.en)", es: "como máximo \(number.es)")
    case .approximate: Text(en: "about \(number.en)", es: "alrededor de \(number.es)")
    }
  }

  private static func words(_ range: Range) -> Text {
    let (low, high) = (Text { $0.number(range.low) }, Text { $0.number(range.high) })
    let isOne = range.low == range.high
    return Text(
      en: (isOne ? low.en : "\(low.en) to \(high.en)") + (range.isOpen ? " or more" : ""),
      es: (isOne ? low.es : "de \(low.es) a \(high.es)") + (range.isOpen ? " o más" : ""))
  }

  /// Every row in words, then the range.
  private func description(_ rows: [Claim]) -> Text {
    Text { language in
      var sentences = ["\(measure[language])."]
      sentences += rows.map { claim in
        let apart = claim.isComparable ? "" : language == .english ? ", not compared" : ", no se compara"
        return "\(claim.source[language]), \(Self.day(claim)[language]): \(Self.words(claim)[language])\(apart)."
      }
      if let range {
        let words = Self.words(range)[language]
        sentences.append(language == .english ? "Range of those compared: \(words)." : "Rango comparable: \(words).")
      }
      return sentences.joined(separator: " ")
    }
  }
}
