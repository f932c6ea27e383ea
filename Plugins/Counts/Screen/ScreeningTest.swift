import ModuleKit

/// One method of the screening battery. Conform in a file of its own and add a case to ``BatteryTest``: that is all.
///
///     struct DipScreen: ScreeningTest {
///       let name = Text(en: "one or several peaks (dip)", es: "una o varias cimas (dip)")
///       let measure = Text(en: "the dip", es: "el dip")
///       let caution = Text(en: "Town and country …", es: "Ciudad y campo …")
///       let citation = Text("Hartigan & Hartigan 1985, Annals of Statistics 13:70")
///       func outcomes(of sample: ScreeningSample) -> [ScreeningOutcome] { … }
///     }
protocol ScreeningTest: Sendable {
  /// What is looked at, as a noun phrase in lower case.
  var name: Text { get }
  /// What its p value is of, with the article; empty for a test that only describes.
  var measure: Text { get }
  /// Why an election without any fault may stand out, and what the test cannot see.
  var caution: Text { get }
  /// Where the method is published.
  var citation: Text { get }
  /// What the sample gives; empty where it is too small for the method.
  func outcomes(of sample: ScreeningSample) async throws -> [ScreeningOutcome]
}

extension ScreeningTest {
  var measure: Text { Text("") }
}

/// What a test looks at.
enum ScreeningQuantity: String, Sendable, CellWord {
  /// Ballots given out of the registered voters.
  case turnout
  /// The option's votes out of the valid votes, or of the ballots cast.
  case share
  /// Both together.
  case both = "turnout_share"

  var text: Text {
    switch self {
    case .turnout: Text(en: "turnout", es: "la participación")
    case .share: Text(en: "the share of the option", es: "el porcentaje de la opción")
    case .both: Text(en: "turnout and share together", es: "la participación y el porcentaje a la vez")
    }
  }
}

/// A number that a test gives for one sample.
struct ScreeningOutcome: Sendable, Equatable {
  /// What was looked at.
  let quantity: ScreeningQuantity
  /// Which of the test's statistics it is, in snake_case, such as `mean`.
  let measure: String
  /// Its value.
  let statistic: Double
  /// What an election without any peculiarity would give; nil where nobody can say.
  var expected: Double?
  /// The standard deviation of what is expected, where chance alone gives one.
  var deviation: Double?
  /// The chance of a value at least as far off; nil for a description, which is never flagged.
  var p: Double?
  /// How many stations, or other things, it is about.
  let count: Int
}
