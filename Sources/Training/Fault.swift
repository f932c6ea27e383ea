/// The kinds of fault that are planted, each with what finds it.
public enum Fault: String, Sendable, CaseIterable {
  // At the sheets themselves: every track shows them alike.
  /// In one region's sheets the leading option has whole percentages.
  case roundedPercentages = "rounded_percentages"
  /// In one region the late sheets give votes of the second option to the first.
  case lateJump = "late_jump"
  /// More ballots than voters, the surplus for the leading option.
  case moreBallotsThanVoters = "more_ballots_than_voters"
  /// Votes moved before any copy was made.
  case hiddenTransfer = "hidden_transfer"

  // In the official entry of sheets: copies tell.
  /// A figure a few votes off, so that the sheet no longer adds up.
  case arithmeticSlip = "arithmetic_slip"
  /// Two neighbouring digits of a figure exchanged.
  case transposedDigits = "transposed_digits"
  /// The votes of two options exchanged; the sheet still adds up.
  case swappedOptions = "swapped_options"
  /// The figures of another sheet of the same place.
  case duplicatedSheet = "duplicated_sheet"
  /// A sheet that is not in the count.
  case missingStation = "missing_station"
  /// A figure that differs between the first feed and the final one.
  case revisedSheet = "revised_sheet"

  // In what was made of the sheets.
  /// A copy in a party's hands that differs from its sheet.
  case copyDiffers = "copy_differs"
  /// A slip of the keys in the preliminary count.
  case typingSlip = "typing_slip"
  /// An area's published total that is not the sum of its sheets.
  case wrongRollUp = "wrong_roll_up"
  /// A bulletin whose stated lead is not that of its votes.
  case bulletinContradictsItself = "bulletin_contradicts_itself"
  /// Claims that exclude each other, or a promise that was not kept.
  case claimsContradict = "claims_contradict"
  /// Hours without publication, in the middle of the count.
  case silence

  /// What finds it; `nothing` where nothing here can.
  public var foundBy: String {
    switch self {
    case .roundedPercentages: "counts.screen"
    case .lateJump: "counts.late"
    case .hiddenTransfer: "nothing"
    case .moreBallotsThanVoters, .arithmeticSlip, .duplicatedSheet, .missingStation, .revisedSheet, .wrongRollUp:
      "counts.sheets"
    case .transposedDigits: "counts.sheets, counts.compare"
    case .swappedOptions, .copyDiffers, .typingSlip: "counts.compare"
    case .bulletinContradictsItself, .silence: "counts.timeline"
    case .claimsContradict: "counts.claims"
    }
  }
}

/// One planted fault: the ground truth of one figure.
public struct PlantedFault: Sendable, Equatable {
  /// What kind it is.
  public var fault: Fault
  /// The dataset that shows it; `all_tracks` where the sheets themselves do.
  public var dataset: String
  /// The sheet, area, bulletin or claim.
  public var key: String
  /// The column.
  public var field: String
  /// What it was before, and what it is; empty where there is nothing.
  public var was, now: String
}
