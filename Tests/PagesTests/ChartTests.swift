import Charts
import Language
import Pages
import TestSupport
import Testing

@Test func figuresOfThisProgramAreSafeDrawings() {
  for figure in SampleFigures.all {
    #expect(throws: Never.self) { try SafeDrawing(figure.svg(in: .english), prefix: "figure-1-") }
  }
}
