import Tables

/// The whole number of which another is so many percent, as printed: the register of a station of which a file gives the
/// ballots and the turnout.
enum RegisterOfTurnout {
  /// What a part and its percentage say of the whole.
  enum Whole: Equatable {
    case number(Int64)
    /// Several numbers fit, or all.
    case open
    /// No number fits.
    case none
  }

  /// The whole of which `part` is `percent`, which may have been rounded or cut: the share is less than one unit of the last
  /// printed place away from it.
  ///
  /// With m the digits and N the part in units of that place, (m − 1) r < N < (m + 1) r.
  static func whole(_ part: Int64, _ percent: ExactDecimal) -> Whole {
    guard part > 0, percent.mantissa > 1 else { return .open }
    let units = (0..<Int(percent.scale)).reduce(Int128(part) * 100) { units, _ in units * 10 }
    let digits = Int128(percent.mantissa)
    let least = units / (digits + 1) + 1
    let most = (units - 1) / (digits - 1)
    guard least <= most, let number = Int64(exactly: least), number <= KindColumn.largestInteger.mantissa else {
      return .none
    }
    return least == most ? .number(number) : .open
  }
}
