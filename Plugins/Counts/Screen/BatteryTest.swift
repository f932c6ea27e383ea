import ModuleKit

/// The tests of the battery, in the order of its tables: a case each, with its type in ``test``.
enum BatteryTest: String, CaseIterable {
  case turnoutAndShare = "turnout_and_share"
  case shape
  case secondDigit = "second_digit"
  case lastDigit = "last_digit"
  case countEndings = "count_endings"
  case percentEndings = "percent_endings"
  case wholePercentages = "whole_percentages"
  case drawnPercentages = "drawn_percentages"
  case coarseShares = "coarse_shares"
  case dip
  case votesPerVoter = "votes_per_voter"

  /// The method.
  var test: any ScreeningTest {
    switch self {
    case .turnoutAndShare: AssociationScreen()
    case .shape: ShapeScreen()
    case .secondDigit: SecondDigitScreen()
    case .lastDigit: LastDigitScreen()
    case .countEndings: CountEndingsScreen()
    case .percentEndings: PercentEndingsScreen()
    case .wholePercentages: IntegerPercentageScreen()
    case .drawnPercentages: DrawnPercentageScreen()
    case .coarseShares: CoarseShareScreen()
    case .dip: DipScreen()
    case .votesPerVoter: SobyaninScreen()
    }
  }

  /// The kind of finding that tells of it.
  var kind: any AnyFindingKind {
    switch self {
    case .turnoutAndShare: Screen.TurnoutAndShare.kind
    case .shape: Screen.Shape.kind
    case .drawnPercentages: Screen.DrawnPercentages.kind
    case .secondDigit, .lastDigit, .countEndings, .percentEndings, .wholePercentages, .coarseShares, .dip,
      .votesPerVoter:
      Screen.StandingOut.kind(of: self)
    }
  }

  /// How findings of the test are reached.
  var method: Text {
    Text(
      en: "\(test.citation.en); adjusted after Benjamini & Yekutieli 2001, Annals of Statistics 29:1165",
      es: "\(test.citation.es); ajustado según Benjamini y Yekutieli 2001, Annals of Statistics 29:1165")
  }
}

extension BatteryTest: CellWord {
  /// What readers read.
  var text: Text { test.name }
}
