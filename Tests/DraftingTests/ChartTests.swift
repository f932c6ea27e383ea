import Charts
import Drafting
import Language
import TestSupport
import Testing

@Test func figuresOfThisProgramAreSafeDrawings() {
  for figure in SampleFigures.all {
    var edition = Sample.edition()
    edition.results[0].figures["lead"] = BoundFigure(svg: figure.svg(in: .english), caption: "")
    #expect(complaints("{{figure count_line.lead}}\n\n{{figure count_line.lead}}", edition).isEmpty)
  }
}
