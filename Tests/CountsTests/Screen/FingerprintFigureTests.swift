import ModuleKit
import TestSupport
import Testing

@testable import Charts
@testable import Counts

private let caption = Caption(title: Text("Title"), takeaway: Text("Takeaway"), caution: Text("Caution"))

private func fingerprint(_ turnout: [Double], _ share: [Double]) -> FingerprintFigure {
  FingerprintFigure(
    turnout: turnout, share: share, whole: (0.6, 0.7), option: Text(en: "the green list", es: "la lista verde"),
    caption: caption)
}

/// Shares that lie anywhere, from a fixed start.
private func many(_ count: Int, from start: UInt64) -> [Double] {
  var state = start
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }
}

@Test func everyStationStandsInOneCell() {
  let (turnout, share) = (many(20_000, from: 1), many(20_000, from: 2))
  let found = fingerprint(turnout, share)
  #expect(found.total == 20_000 && found.counts.joined().reduce(0, +) == 20_000)
  for row in [0, 7, 31, 49] {
    for column in [0, 12, 49] {
      let expected = zip(turnout, share).count {
        Int($0 * 50) == column && Int($1 * 50) == row
      }
      #expect(found.counts[row][column] == expected)
    }
  }
}

@Test func edgesBelongToACell() {
  let found = fingerprint([0, 1, 1.2, .nan, 0.58], [0, 1, 0.99, 0.5, -0.1])
  #expect(found.total == 4)
  #expect(found.counts[0][0] == 1 && found.counts[49][49] == 2 && found.counts[0][29] == 1)
}

@Test(arguments: [
  (0, [1]), (1, [1]), (2, [1]), (3, [1, 3]), (29, [1, 3, 10]), (1000, [1, 3, 10, 30, 100, 300, 1000]),
  (2999, [1, 3, 10, 30, 100, 300, 1000]), (3000, [1, 10, 100, 1000]), (99_999, [1, 10, 100, 1000, 10_000]),
])
func stepsOfTone(most: Int, steps: [Int]) {
  let cell = [Double](repeating: 0.5, count: most)
  #expect(fingerprint(cell, cell).steps == steps)
}

/// The cells that are drawn cover as much as the cells that hold stations, each once.
@Test func cellsAreDrawnOnce() throws {
  let found = fingerprint(many(600, from: 3), many(600, from: 4))
  let figure = found.figure
  let cells = figure.panels[0].marks.compactMap { $0 as? CellMark }
  let area = cells.flatMap(\.cells).reduce(0.0) {
    $0 + ($1.x.upperBound - $1.x.lowerBound) * ($1.y.upperBound - $1.y.lowerBound)
  }
  #expect(area == Double(found.counts.joined().count { $0 > 0 }) * 4)
  #expect(zip(cells, cells.dropFirst()).allSatisfy { $0.strength < $1.strength })
  #expect(cells.last?.strength == 1)
}

@Test func theFingerprintInWords() throws {
  let figure = fingerprint([0.611, 0.612, 0.95], [0.731, 0.739, 0.99]).figure
  #expect(
    figure.description.en
      == "3 stations by turnout and share. The fullest cell, of turnout from 60 to 62% and a share from 72 to 74%, holds 2. In the corner where both are above 90% lie 1."
  )
  #expect(
    figure.description.es
      == "3 mesas por participación y porcentaje. La celda más llena, de participación del 60 al 62% y porcentaje del 72 al 74%, tiene 2. En la esquina donde ambos superan el 90% hay 1."
  )
}

@Test(arguments: [0, 1, 50, 5000]) func theFingerprintIsDrawn(count: Int) throws {
  let found = fingerprint(many(count, from: 5), many(count, from: 6).map { $0 * $0 })
  let figure = found.figure
  for language in Language.allCases {
    let svg = try SVGReader.read(figure.svg(in: language))
    let key = svg.all(named: "rect").filter { $0.attributes["fill-opacity"] != nil }
    #expect(key.count == found.steps.count)
    #expect(key.allSatisfy { ($0.number("x") ?? 0) < PanelLayout.width - 40 })
    #expect(figure.svg(in: language) == figure.svg(in: language))
  }
}
