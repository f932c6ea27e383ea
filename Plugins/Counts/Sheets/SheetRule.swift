import ModuleKit

/// A rule that tally sheets keep or break. Each stands in a file of its own, with the examples that are its tests and
/// its part of the documentation.
struct SheetRule: Sendable {
  /// Its name, and that of the finding that tells of sheets that break it.
  let code: String
  /// What it demands, as a sentence.
  let sentence: Text
  /// What a finding begins with: how many break it, out of how many.
  let opening: Sentence<SheetChecks.BrokenRule>
  /// Which votes are at stake where it is broken.
  let stake: Text
  /// What a failure does not show, beyond what holds for all rules.
  let caution: Text
  /// Why some are not checked.
  var unchecked = Text(en: "for lack of a figure", es: "por falta de una cifra")
  /// What is held against the rule.
  var unit = Unit.sheets
  var severity = Severity.notice
  /// Numbers that its finding states beside those of all rules.
  var numbers: [FindingKind<SheetChecks.BrokenRule>.Number] = []
  /// What its finding says with them, as a sentence, instead of the votes at stake.
  var addition: Sentence<SheetChecks.BrokenRule>?
  /// What a positive net effect on the lead means; nil where a failure does not say whom it favours.
  var direction: Text?
  /// What keeps the rule, and what breaks it.
  let examples: [RuleExample]
  /// What came of it; nil where an input or a parameter that it needs is not given.
  let check: @Sendable (CheckedSheets) throws -> RuleResult?
}

extension SheetRule {
  /// All rules, in the order in which findings tell of them.
  static let all = [
    votesAddUp, ballotsAddUp, castWithinRegister, castWithinLimit, ballotsAccountedFor, castWithinIssued,
    optionWithinValid, votesWithinCast, stationsWithoutSheet, unknownStations, severalSheetsOfStation, sameFigures,
    areaTotals,
    secondEntry, revised,
  ]

  /// A finding's opening about sheets: `On 3 sheets of 100 checked, …`.
  static func onSheets(_ english: String, _ spanish: String) -> Sentence<SheetChecks.BrokenRule> {
    Sentence(
      en: "On \(\.failed) of \(\.checked, .number) checked, \(english).",
      es: "En \(\.failed) de \(\.checked, .number) comprobadas, \(spanish).")
  }
}

/// Datasets that keep or break a rule, as lines of CSV: the contest has the options `oak` and `elm`, the areas are
/// `region` where the lines have that column.
struct RuleExample: Sendable {
  /// What it shows, as a sentence.
  let title: Text
  /// The datasets, by the input that they are given as.
  let inputs: KeyValuePairs<String, String>
  /// The parameters.
  let parameters: [String: Value]
  /// What breaks the rule, by key, with the votes at stake.
  let breaks: [String: Int]
  /// How many could not be checked.
  let unchecked: Int

  init(
    _ title: Text, _ inputs: KeyValuePairs<String, String>, with parameters: [String: Value] = [:],
    breaks: [String: Int] = [:], unchecked: Int = 0
  ) {
    (self.title, self.inputs, self.parameters) = (title, inputs, parameters)
    (self.breaks, self.unchecked) = (breaks, unchecked)
  }
}
