import ModuleKit

/// The days that are asked about, and how far a claim's period may be from them.
struct Window: Equatable {
  /// How many days after the window a claim's period may still end.
  static let upperSlack = 7
  /// The most days of tolerance: a hundred years.
  static let largestTolerance = 36_525

  /// Why a claim's period does not fit.
  enum Misfit: String {
    /// The claim does not give both ends of its period.
    case periodUnknown = "period_unknown"
    /// The period begins too long after the window does.
    case beginsLate = "period_begins_late"
    /// The period ends too long before the window does.
    case endsEarly = "period_ends_early"
    /// The period ends too long after the window does.
    case endsLate = "period_ends_late"
  }

  let from, to: Day
  /// In days.
  let tolerance: Int

  /// The window that three parameters describe; nil where none of them is given.
  /// - Throws: `DiagnosticsError` with all that is wrong with them.
  static func read(from: Day?, to: Day?, tolerance: Int?) throws(DiagnosticsError) -> Window? {
    if from == nil, to == nil, tolerance == nil { return nil }
    var problems: [IncidentMessage] = []
    switch (from, to) {
    case (nil, nil): problems.append(.toleranceWithoutWindow)
    case (nil, _): problems.append(.windowHalfOpen(missing: "window_from"))
    case (_, nil): problems.append(.windowHalfOpen(missing: "window_to"))
    case (let from?, let to?): if to < from { problems.append(.windowBackwards(from: from, to: to)) }
    }
    if tolerance == nil { problems.append(.noTolerance) }
    guard problems.isEmpty, let from, let to, let tolerance else {
      throw DiagnosticsError(problems.map { Diagnostic($0) })
    }
    return Window(from: from, to: to, tolerance: tolerance)
  }

  /// Why the period of `claim` does not fit; nil where it does.
  func misfit(of claim: Claim) -> Misfit? {
    guard let first = claim.periodFrom, let last = claim.periodTo else { return .periodUnknown }
    if first.ordinal > from.ordinal + tolerance { return .beginsLate }
    if last.ordinal < to.ordinal - tolerance { return .endsEarly }
    return last.ordinal > to.ordinal + Self.upperSlack ? .endsLate : nil
  }
}
