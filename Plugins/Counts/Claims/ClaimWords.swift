import ModuleKit

extension Claim {
  /// The claim to stand behind “according to …”: the source's own words between quotation marks where the rows have
  /// them, else a paraphrase.
  var words: Text { quote?.text ?? paraphrase }

  /// How the claim is put in words that are not the source's: those given, else made of its figure or answer.
  var paraphrase: Text { says?.withoutQuotationMarks ?? figureWords }

  /// Its figure in words, as `more than 24 hours`; else its answer.
  var figureWords: Text {
    guard let figure = StatedFigure(self, tolerance: 0) else { return Text(answer ?? "") }
    let quantity = figure.quantity(unit)
    return Text { language in
      guard let value else { return quantity.text(language) }
      let number = Quantity(value.number, quantity.unit).text(language)
      return Self.words[qualifier].map { $0[language] + " " + number } ?? number
    }
  }

  private static let words: [Qualifier: Text] = [
    .atLeast: Text(en: "at least", es: "al menos"), .atMost: Text(en: "at most", es: "como máximo"),
    .moreThan: Text(en: "more than", es: "más de"), .lessThan: Text(en: "less than", es: "menos de"),
    .approximate: Text(en: "about", es: "alrededor de"),
  ]
}

extension ClaimVerdict.Strain {
  /// Why, in a sentence.
  var sentence: Text {
    switch self {
    case .comparability:
      Text(
        en: "If they speak of the same thing, they cannot both be right; it is not certain that they do.",
        es: "Si hablan de lo mismo, no pueden ser ciertas ambas cosas; no es seguro que lo hagan.")
    case .approximate:
      Text(
        en: "The figures are approximate, but further apart than that explains.",
        es: "Las cifras son aproximadas, pero difieren más de lo que eso explica.")
    case .figures:
      Text(
        en: "The figures differ, though one value could satisfy both.",
        es: "Las cifras difieren, aunque un mismo valor podría satisfacer ambas.")
    case .rounding:
      Text(
        en: "The figure is the same, but one of them says more or less than it: both hold only if it is rounded.",
        es: "La cifra es la misma, pero una de ellas dice más o menos que ella: ambas solo valen si está redondeada.")
    }
  }

  /// Why several claims strain each other, by the strongest of the `strains` between them.
  static func sentence(ofAll strains: [Self]) -> Text {
    if strains.contains(.comparability) {
      Text(
        en: "If they speak of the same thing, they cannot all be right; it is not certain that they do.",
        es: "Si hablan de lo mismo, no pueden ser ciertas todas; no es seguro que lo hagan.")
    } else if strains.contains(.approximate) {
      Text(
        en: "Some of the figures are approximate, but further apart than that explains.",
        es: "Algunas cifras son aproximadas, pero difieren más de lo que eso explica.")
    } else if strains.allSatisfy({ $0 == .rounding }) {
      Text(
        en: "The figure is the same, but some of them say more or less than it: all hold only if it is rounded.",
        es: "La cifra es la misma, pero algunas dicen más o menos que ella: todas solo valen si está redondeada.")
    } else {
      // Intervals of which each two meet have a common point.
      Text(
        en: "The figures differ, though one value could satisfy all of them.",
        es: "Las cifras difieren, aunque un mismo valor podría satisfacerlas todas.")
    }
  }
}
