import ModuleKit

/// What the shares of options are of.
enum ShareBase: String, CaseIterable, ParameterValue {
  /// Valid votes.
  case valid
  /// All ballots cast, blank and null ones too.
  case all

  /// In words, behind a share.
  var name: Text {
    switch self {
    case .valid: Text(en: "of the valid votes", es: "de los votos válidos")
    case .all: Text(en: "of the ballots cast", es: "de las papeletas emitidas")
    }
  }

  /// By sheet.
  func column(of sheets: Sheets) -> Column<Int64> { self == .valid ? sheets.validVotes : sheets.castBallots }
}
