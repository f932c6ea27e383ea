import ModuleKit
import TestSupport
import Testing

@testable import Charts
@testable import Counts

@Test(arguments: [1.0, -1, 0, 0.01]) func theLadderHasThreeBarsALevel(signs: Double) throws {
  let ladder = LateFigureSamples.ladder(signs: signs)
  let figure = try #require(ladder.figure(id: "ladder", caption: LateFigureSamples.caption))
  let layout = PanelLayout(figure.panels[0])
  #expect(figure.panels[0].marks.count == 3 * ladder.levels.count + 1)
  #expect(layout.labels.count == 3 * ladder.levels.count)
  for label in layout.labels { #expect(layout.plot.area.contains(label.box), "\(label.label.lines[0].text.en)") }
  #expect(figure.problems == [])
}

@Test func everyBarHasItsLabelWhateverItsValue() throws {
  var state: UInt64 = 7
  func part() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(Int(state >> 40) % 4001 - 2000) / 100
  }
  for scale in [0.01, 0.3, 1, 5, 10] {
    for _ in 0..<100 {
      let level = ShiftLadder.Level(
        name: Text("place"), composition: scale * part(), within: scale * part(), remainder: scale * part(),
        uncovered: 50)
      let figure = try #require(ShiftLadder(levels: [level]).figure(id: "ladder", caption: LateFigureSamples.caption))
      #expect(PanelLayout(figure.panels[0]).labels.count == 3, "\(level)")
      let row = JumpGrid.Row(bandwidth: 5, jump: level.within, interval: nil, placebos: -1...abs(level.composition))
      let jump = try #require(JumpGrid(rows: [row]).figure(id: "jump", caption: LateFigureSamples.caption))
      #expect(PanelLayout(jump.panels[0]).labels.count == 1, "\(row)")
    }
  }
}

@Test func theLadderInWordsSaysWhatTheBarsSay() throws {
  var ladder = LateFigureSamples.ladder()
  ladder.levels = [ladder.levels[3]]
  let figure = try #require(ladder.figure(id: "ladder", caption: LateFigureSamples.caption))
  #expect(
    figure.description.en
      == "locality, 13.4% uncovered: mix of areas 12.32; within areas 6.45; left over \u{2212}2.01.")
  #expect(
    figure.description.es
      == "locality, 13.4% sin cubrir: mezcla de áreas 12.32; dentro de áreas 6.45; resto \u{2212}2.01.")
}

@Test func jumpsStandBesideTheirPlacebos() throws {
  let figure = try #require(LateFigureSamples.jumps.figure(id: "jump", caption: LateFigureSamples.caption))
  #expect(figure.panels[0].bands.count == 4)
  let layout = PanelLayout(figure.panels[0])
  for label in layout.labels { #expect(layout.plot.area.contains(label.box)) }
  #expect(figure.description.en.hasPrefix("2%: 1.20 (\u{2212}2.80 to 5.20); placebos \u{2212}6.00 to 4.00. 5%:"))
  #expect(figure.description.es.hasPrefix("2%: 1.20 (\u{2212}2.80 a 5.20); placebos de \u{2212}6.00 a 4.00."))
  #expect(figure.problems == [])
}

@Test func nothingToShowMakesNoFigure() {
  #expect(ShiftLadder(levels: []).figure(id: "ladder", caption: LateFigureSamples.caption) == nil)
  #expect(JumpGrid(rows: []).figure(id: "jump", caption: LateFigureSamples.caption) == nil)
  let rows = [JumpGrid.Row(bandwidth: 5, jump: .nan, interval: nil, placebos: nil)]
  #expect(JumpGrid(rows: rows).figure(id: "jump", caption: LateFigureSamples.caption) == nil)
  let levels = [ShiftLadder.Level(name: Text("x"), composition: .infinity, within: 0, remainder: 0, uncovered: 0)]
  #expect(ShiftLadder(levels: levels).figure(id: "ladder", caption: LateFigureSamples.caption) == nil)
}
