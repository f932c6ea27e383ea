import ModuleKit
import Statistics

/// The boxes that a draw is made from.
struct DetectionDraw {
  /// What findings about it begin their subject with.
  let subject: String
  let population: Int
  let isRest: Bool
  let evidence: [Evidence]

  /// The boxes in words.
  var words: Text {
    Text { language in
      let number = Quantity(population, .boxes).number(language)
      return switch language {
      case .english: isRest ? "the \(number) boxes not recounted" : "the \(number) boxes"
      case .spanish: isRest ? "las \(number) urnas no recontadas" : "las \(number) urnas"
      }
    }
  }
}

extension Detection.BoxError {
  /// The error in words that follow “account for the lead”.
  var words: Text {
    switch self {
    case .any:
      Text(
        en: "even with all the votes of each on the wrong side",
        es: "aun con todos los votos de cada una en el lado equivocado")
    case .shift(let share):
      Text(
        en: "with \(share.percent.text(.english)) of the votes of each on the wrong side",
        es: "con el \(share.percent.text(.spanish)) de los votos de cada una en el lado equivocado")
    }
  }
}
