import Charts
import ModuleKit

/// Stations counted by turnout and by the share of an option: the “fingerprint” of a count.
///
/// Klimek et al. 2012, PNAS 109:16469, figure 1, drew it first. A cell is two points of turnout by two points of share;
/// its tone says how many stations lie in it, in steps of three to ten times as many. No station can be told apart.
struct FingerprintFigure {
  /// How many points of turnout, and of share, a cell spans.
  static let width = 2
  private static let side = 100 / width

  /// How many stations each cell holds, by rows of share from 0 up.
  let counts: [[Int]]
  /// How many stations there are.
  let total: Int
  /// Turnout and share of the whole count.
  private let whole: (turnout: Double, share: Double)
  private let option: Text
  private let caption: Caption

  /// The stations with turnout `turnout[i]` and share `share[i]`, each from 0 to 1; what lies above stands at 1.
  ///
  /// `whole` is the turnout and the share of all of them together, `option` the name of the option.
  init(
    turnout: [Double], share: [Double], whole: (turnout: Double, share: Double), option: Text, caption: Caption
  ) {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: Self.side), count: Self.side)
    // A share such as 0.58 belongs to the cell that begins there, though 50 times it is a little less than 29.
    func cell(_ share: Double) -> Int { Int(min(max(share * Double(Self.side) + 1e-9, 0), Double(Self.side - 1))) }
    var total = 0
    for (turnout, share) in zip(turnout, share) where turnout.isFinite && share.isFinite {
      counts[cell(share)][cell(turnout)] += 1
      total += 1
    }
    (self.counts, self.total, self.whole) = (counts, total, whole)
    (self.option, self.caption) = (option, caption)
  }

  var svg: Text { figure.svg }

  var figure: Figure {
    let x = axis(Text(en: "Turnout (%)", es: "Participación (%)"), to: 100, hasLines: false)
    let y = axis(yTitle, to: Self.top, hasLines: true)
    let point = (100 * whole.turnout, 100 * whole.share)
    var marks: [any ChartMark] = steps.indices.map { step in
      CellMark(cells: cells(of: step), strength: strength(of: step))
    }
    marks.append(key)
    marks.append(PointMark(x: point.0, y: point.1, shape: .diamond, tone: .second))
    let label = Label(
      lines: [Label.Line(text: Text(en: "whole count", es: "todo el cómputo"), isBold: true, size: 13)],
      placement: .beside(
        x: point.0, y: point.1, clearance: 12,
        sides: [.leftAbove, .rightBelow, .leftBelow, .rightAbove, .above, .below, .left, .right]))
    return Figure(
      id: "fingerprint", caption: caption, description: description,
      panels: [Panel(x: x, y: y, height: 430, marks: marks, labels: [label])])
  }

  private var yTitle: Text {
    Text(
      en: "Share of \(option.en) (%). The darker a cell, the more stations:",
      es: "Porcentaje de \(option.es). Cuanto más oscura la celda, más mesas:")
  }

  /// The y axis goes on above 100, where the key stands.
  private static let top = 109.0

  private func axis(_ title: Text, to end: Double, hasLines: Bool) -> Axis {
    let ticks = stride(from: 0.0, through: 100, by: 20).map { value in
      Axis.Tick(value, Text { $0.number(Int(value)) }, hasLine: hasLines)
    }
    return Axis(title: title, stretches: [0...end], ticks: ticks)
  }
}

// MARK: - Steps

extension FingerprintFigure {
  /// The least number of each step: 1, 3, 10, 30, ... up to the fullest cell; powers of ten alone where these would be
  /// more than the key has room for.
  var steps: [Int] {
    let most = counts.joined().max() ?? 0
    let tens = Array(sequence(first: 1) { $0 <= most / 10 ? $0 * 10 : nil })
    let all = tens.flatMap { [$0, 3 * $0] }.filter { $0 <= max(most, 1) }
    return all.count <= Self.mostSteps ? all : tens
  }

  private static let mostSteps = 7

  private func strength(of step: Int) -> Double {
    steps.count == 1 ? 1 : 0.14 + 0.86 * Double(step) / Double(steps.count - 1)
  }

  /// The cells of a step, those beside each other in one.
  private func cells(of step: Int) -> [(x: ClosedRange<Double>, y: ClosedRange<Double>)] {
    let (low, high) = (steps[step], step + 1 < steps.count ? steps[step + 1] : .max)
    func values(_ start: Int, _ end: Int) -> ClosedRange<Double> {
      Double(start * Self.width)...Double(end * Self.width)
    }
    return counts.enumerated().flatMap { row, counts -> [(x: ClosedRange<Double>, y: ClosedRange<Double>)] in
      var found: [(x: ClosedRange<Double>, y: ClosedRange<Double>)] = []
      var start: Int?
      for column in 0...counts.count {
        let isIn = column < counts.count && (low..<high).contains(counts[column])
        if let begun = start, !isIn {
          found.append((values(begun, column), values(row, row + 1)))
          start = nil
        } else if start == nil, isIn {
          start = column
        }
      }
      return found
    }
  }

  /// The steps with their numbers, above the plot.
  private var key: StepKeyMark {
    let ends = steps.dropFirst().map { $0 - 1 }.map(Optional.some) + [nil]
    return StepKeyMark(
      steps: zip(steps, ends).enumerated().map { step, range in
        let (start, end) = range
        return (end.map { "\(start)–\($0)" } ?? "≥ \(start)", strength(of: step))
      }, y: 105)
  }

  /// Where most stations lie, and where the corners stand, in words.
  private var description: Text {
    let most = counts.joined().max() ?? 0
    let row = counts.firstIndex { $0.contains(most) } ?? 0
    let column = counts[row].firstIndex(of: most) ?? 0
    let (turnout, share) = (column * Self.width, row * Self.width)
    let corner = counts.suffix(5).joined().enumerated().reduce(0) {
      $1.offset % Self.side >= Self.side - 5 ? $0 + $1.element : $0
    }
    return Text { language in
      let (all, here, inCorner) = (language.number(total), language.number(most), language.number(corner))
      return language == .english
        ? "\(all) stations by turnout and share. The fullest cell, of turnout from \(turnout) to \(language.percent(Double(turnout + Self.width), places: 0)) and a share from \(share) to \(language.percent(Double(share + Self.width), places: 0)), holds \(here). In the corner where both are above 90% lie \(inCorner)."
        : "\(all) mesas por participación y porcentaje. La celda más llena, de participación del \(turnout) al \(language.percent(Double(turnout + Self.width), places: 0)) y porcentaje del \(share) al \(language.percent(Double(share + Self.width), places: 0)), tiene \(here). En la esquina donde ambos superan el 90% hay \(inCorner)."
    }
  }
}

// MARK: - What is counted

extension FingerprintFigure {
  /// The whole of `count`, which must hold a station.
  init(_ count: ScreenedCount) {
    let (sample, option) = (count.whole, count.sheets.contest.options[count.option].name)
    func sum(_ values: [Int]) -> Double { values.reduce(0.0) { $0 + Double($1) } }
    let turnout = sum(sample.counts(.turnout)) / sum(sample.wholes(.turnout))
    let share = sum(sample.counts(.share)) / sum(sample.wholes(.share))
    let (came, got) = (Quantity(100 * turnout, .percent), Quantity(100 * share, .percent))
    let caption = Caption(
      title: Text(en: "Stations by turnout and share", es: "Mesas por participación y porcentaje"),
      takeaway: Text(
        en:
          "Over \(Quantity(sample.stations.count, .sheets).text(.english)) turnout is \(came.text(.english)) and the share of \(option.en) \(got.text(.english)) \(count.base.name.en).",
        es:
          "En \(Quantity(sample.stations.count, .sheets).text(.spanish)) la participación es del \(came.text(.spanish)) y el porcentaje de \(option.es), del \(got.text(.spanish)) \(count.base.name.es)."
      ),
      caution: Text(
        en:
          "Two clouds, a smear towards a corner or lines at whole percentages have innocent reasons: town and country, strongholds, small stations. The figure shows where to ask for documents, nothing else.",
        es:
          "Dos nubes, una mancha hacia una esquina o líneas en porcentajes enteros tienen motivos inocentes: ciudad y campo, bastiones, mesas pequeñas. La figura muestra dónde pedir documentos, nada más."
      ))
    self.init(
      turnout: sample.turnout, share: sample.share, whole: (turnout, share), option: option, caption: caption)
  }
}
