import ModuleKit

/// What two claims on one topic are to each other.
enum ClaimVerdict: Equatable {
  /// Why two claims strain each other without being certain to exclude each other.
  enum Strain: String {
    /// They exclude each other if they speak of the same thing, which is not certain.
    case comparability
    /// They are figures given as approximate, and further apart than the tolerance.
    case approximate
    /// One value could satisfy both, but the figures stated differ.
    case figures
    /// The figures stated are one, but one claim says more or less than it.
    case rounding
  }

  /// They say the same, as far as they go.
  case agreement
  /// They strain each other.
  case tension(Strain)
  /// They cannot both be right.
  case contradiction

  /// nil where the two cannot be compared: a number and a word, or numbers of different things.
  ///
  /// It is the same with the claims exchanged, and knows nothing of who makes them.
  init?(_ a: Claim, _ b: Claim, tolerance: Double) {
    let isCertain = a.isCertainlyComparable && b.isCertainlyComparable && Self.speakOfOnePeriod(a, b)
    if let x = StatedFigure(a, tolerance: tolerance), let y = StatedFigure(b, tolerance: tolerance) {
      guard a.unit == b.unit, a.measure == b.measure, a.population == b.population else { return nil }
      if x.meets(y) {
        self = x.agrees(with: y) ? .agreement : .tension(x.value != nil && x.value == y.value ? .rounding : .figures)
      } else if !isCertain {
        self = .tension(.comparability)
      } else {
        self = x.isApproximate || y.isApproximate ? .tension(.approximate) : .contradiction
      }
    } else if let x = a.answer, let y = b.answer {
      self = x == y ? .agreement : isCertain ? .contradiction : .tension(.comparability)
    } else {
      return nil
    }
  }

  /// Claims of different periods may count different things.
  private static func speakOfOnePeriod(_ a: Claim, _ b: Claim) -> Bool {
    (a.periodFrom == nil || b.periodFrom == nil || a.periodFrom == b.periodFrom)
      && (a.periodTo == nil || b.periodTo == nil || a.periodTo == b.periodTo)
  }
}

extension Claim {
  /// Whether the two state the same, whoever does.
  func statesTheSame(as other: Claim) -> Bool {
    qualifier == other.qualifier && value == other.value && low == other.low && high == other.high
      && unit == other.unit && answer == other.answer
  }
}
