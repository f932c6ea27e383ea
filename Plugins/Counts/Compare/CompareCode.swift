import ModuleKit

/// What `counts.compare` can find.
enum CompareCode: String, FindingCode {
  case agreement
  case nothingInCommon = "nothing_in_common"
  case incomplete
  case otherRegister = "other_register"
  case optionNet = "option_net"
  case netChange = "net_change"
  case netOfTie = "net_of_tie"
  case marginLevel = "margin_level"
  case largeDifferences = "large_differences"
  case swapped
  case directionBySheet = "direction_by_sheet"
  case directionByArea = "direction_by_area"
  case coverage
  case coverageBias = "coverage_bias"
  case worstCase = "worst_case"
  case worstCaseKeepsOrder = "worst_case_keeps_order"
  case withoutBound = "without_bound"
  case sampleBound = "sample_bound"

  var kind: CodedFindingKind {
    switch self {
    case .agreement, .nothingInCommon, .incomplete, .otherRegister, .optionNet: agreementKind
    case .netChange, .netOfTie, .marginLevel, .largeDifferences, .swapped: marginKind
    case .directionBySheet, .directionByArea: directionKind
    case .coverage, .coverageBias, .worstCase, .worstCaseKeepsOrder, .withoutBound, .sampleBound: coverageKind
    }
  }

  static let bothMayErr = Text(
    en: "Either copy may be the wrong one: only the original sheet decides which, and why they differ.",
    es: "Cualquiera de las dos copias puede ser la errónea: solo el acta original decide cuál y por qué difieren.")
  static let matching = Text(
    en: "sheets matched on their keys, field by field: Docs/methods/counts.md, “Two tracks”",
    es: "actas emparejadas por su clave, campo a campo: Docs/methods/counts.md, «Two tracks»")
  static let sides = ["first", "second", "a", "b"]

  static func sheets(_ name: String, _ english: String, _ spanish: String) -> CodedFindingKind.Number {
    .init(name, .sheets, Text(en: english, es: spanish))
  }
  static func votes(_ name: String, _ english: String, _ spanish: String) -> CodedFindingKind.Number {
    .init(name, .votes, Text(en: english, es: spanish))
  }
}
