import Charts
import Drawings
import Language
import TestSupport
import Testing

/// Figures of this program are written in the form in which drawings are kept, and say what they show.
@Test func figuresOfThisProgramAreSafeDrawings() throws {
  for figure in SampleFigures.all {
    let drawing = try SafeDrawing(figure.svg(in: .english))
    #expect(drawing.document == figure.svg(in: .english))
    #expect(drawing.words.hasPrefix(figure.caption.title[.english]))
  }
}
