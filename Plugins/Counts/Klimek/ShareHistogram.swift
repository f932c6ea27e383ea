import Charts
import ModuleKit

/// How many stations have which share, as they report it and as models expect it, as plain data.
struct ShareHistogram: Sendable {
  /// One of the lines: the number of stations in each of equally wide classes from 0 to 100 percent.
  struct Line: Sendable {
    /// What it is.
    var name: Text
    /// The stations, class by class.
    var stations: [Double]

    /// The line `name`.
    init(name: Text, stations: [Double]) { (self.name, self.stations) = (name, stations) }
  }

  /// What the share is of: `Share of the option, percent`.
  var measure: Text
  /// What the stations report.
  var reported: Line
  /// What models expect, at most two, in as many classes: the one that fits first.
  var models: [Line]

  /// The histogram of `measure`.
  init(measure: Text, reported: Line, models: [Line]) {
    (self.measure, self.reported, self.models) = (measure, reported, models)
  }

  private static let tones = [Tone.first, .muted]

  /// The figure; nil where there is no station to show.
  func figure(id: String, caption: Caption) -> Figure? {
    let lines = [reported] + models.prefix(Self.tones.count)
    let classes = reported.stations.count
    let highest = lines.flatMap(\.stations).max() ?? 0
    guard classes > 0, highest > 0, highest.isFinite, lines.allSatisfy({ $0.stations.count == classes }) else {
      return nil
    }
    let width = 100 / Double(classes)
    let steps = reported.stations.enumerated().flatMap { index, count in
      [(x: Double(index) * width, y: count), (x: Double(index + 1) * width, y: count)]
    }
    let curves = models.prefix(Self.tones.count).map { model in
      model.stations.enumerated().map { (x: (Double($0) + 0.5) * width, y: $1) }
    }
    let marks: [any ChartMark] =
      zip(curves, Self.tones).reversed().map { LineMark(points: $0, tone: $1) } + [LineMark(points: steps)]
    let labels = zip(lines, [Tone.ink] + Self.tones).enumerated().map { place, entry in
      label(entry.0, entry.1, side: place == 1 ? [.right, .rightAbove, .left] : [.leftAbove, .left, .rightAbove])
    }
    return Figure(
      id: id, caption: caption, description: description(lines),
      panels: [
        Panel(
          x: .numbers(measure, over: 0...100, count: 10) { value in Text { $0.number(value, places: 0) } },
          y: .numbers(Text(en: "Stations", es: "Mesas"), over: 0...highest * 1.1) { value in
            Text { $0.number(value, places: 0) }
          }, height: 320, marks: marks, labels: labels)
      ])
  }

  /// At the line's highest class.
  private func label(_ line: Line, _ tone: Tone, side: [Label.Side]) -> Label {
    let peak = Self.peak(line)
    return Label(
      lines: [Label.Line(text: line.name, tone: tone, size: 13)],
      placement: .beside(
        x: (Double(peak) + 0.5) * 100 / Double(line.stations.count), y: line.stations[peak], clearance: 10,
        sides: side + [.above, .below]))
  }

  private static func peak(_ line: Line) -> Int {
    line.stations.indices.max { (line.stations[$0], -$0) < (line.stations[$1], -$1) } ?? 0
  }

  private func description(_ lines: [Line]) -> Text {
    Text { language in
      lines.map { line in
        let peak = Self.peak(line)
        let width = 100 / Double(line.stations.count)
        let (low, high) = (
          language.number(Double(peak) * width, places: 0), language.number(Double(peak + 1) * width, places: 0)
        )
        let count = language.number(line.stations[peak], places: 0)
        return language == .english
          ? "\(line.name.en): most stations, \(count), between \(low) and \(high) percent."
          : "\(line.name.es): el mayor número de mesas, \(count), entre el \(low) y el \(high) por ciento."
      }.joined(separator: " ")
    }
  }
}
