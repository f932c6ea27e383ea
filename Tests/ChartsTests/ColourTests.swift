import Language
import Testing

@testable import Charts

/// Colours of somebody's own, as figures show them.
struct ColourTests {
  private func colour(_ hex: String) throws -> Colour { try #require(Colour(hex)) }

  @Test func whatIsNoColourIsNone() {
    for text in ["", "#fff", "0072b2", "#0072bg", "#0072b2f", "# 072b2", "#+072b2"] {
      #expect(Colour(text) == nil, "\(text)")
    }
  }

  /// WCAG 2.2's own ends, and the published contrast of #767676, the lightest grey that can be read on white.
  @Test func contrastIsThatOfWCAG() throws {
    let white = try colour("#ffffff")
    #expect(try abs(colour("#000000").contrast(to: white) - 21) < 1e-9)
    #expect(white.contrast(to: white) == 1)
    #expect(try abs(colour("#767676").contrast(to: white) - 4.54) < 0.005)
    #expect(try colour("#777777").contrast(to: white) < 4.5)
  }

  @Test func aColourThatCanBeReadStaysAsItIs() throws {
    #expect(try colour("#0072B2").legible(on: colour("#ffffff")).hex == "#0072b2")
  }

  /// All over the cube: legible on both grounds, and changed only where it has to be.
  @Test func everyColourBecomesLegible() throws {
    for tone in [\Tone.light, \.dark] {
      let ground = try colour(Tone.paper[keyPath: tone])
      for step in 0..<512 {
        let parts = [step >> 6, step >> 3 & 7, step & 7].map { String($0 * 36 + 256, radix: 16).dropFirst() }
        let own = try colour("#" + parts.joined())
        let shown = own.legible(on: ground)
        #expect(shown.contrast(to: ground) >= 4.5)
        #expect((shown == own) == (own.contrast(to: ground) >= 4.5))
      }
    }
  }

  @Test func aFigureTakesTheColoursOfItsSides() throws {
    let caption = Caption(title: Text("a"), takeaway: Text("b"))
    let sides = (first: try colour("#ffdd00"), second: try colour("#0055aa"))
    let svg = Figure(id: "f", caption: caption, description: Text(""), panels: [], sides: sides).svg(in: .english)
    #expect(svg.contains("--v-second:#0055aa") && !svg.contains("{fill:#ffdd00") && !svg.contains("#c24e00"))
    let plain = Figure(id: "f", caption: caption, description: Text(""), panels: []).svg(in: .english)
    #expect(plain.contains("--v-first:#0072b2") && plain.contains("--v-second:#c24e00"))
  }
}
