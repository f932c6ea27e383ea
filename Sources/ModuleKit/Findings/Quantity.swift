/// A number that a finding states: its value, its unit and, where it is a range, what kind of range.
public struct Quantity: Sendable, Equatable {
  /// What the low and high ends of a quantity mean. The kinds are never to be mistaken for one another.
  public enum Interval: Sendable, Equatable {
    /// A confidence interval of this level, such as 0.95.
    case confidence(level: Double)
    /// Ends that cannot be passed, whatever else is true.
    case hardBound
    /// The values that follow from a range of assumptions.
    case assumptionRange([Assumption])
    /// The range that sources report.
    case reportedRange
  }

  /// The value; nil where only a range is known.
  public var value: Double?
  /// The unit.
  public var unit: Unit
  /// The ends of the range; nil where it is open or there is none.
  public var low, high: Double?
  /// What kind of range it is; nil where there is none.
  public var interval: Interval?
  /// Whether sources leave the top open: they say “at least”, so that ``high`` is no ceiling.
  public var isOpenAbove: Bool

  /// A quantity, with its range where it has one.
  public init(
    _ value: Double?, _ unit: Unit, low: Double? = nil, high: Double? = nil, interval: Interval? = nil,
    isOpenAbove: Bool = false
  ) {
    (self.value, self.unit, self.low, self.high) = (value, unit, low, high)
    (self.interval, self.isOpenAbove) = (interval, isOpenAbove)
  }

  /// An exact count of something.
  public init(_ value: Int, _ unit: Unit) { self.init(Double(value), unit) }
}

/// Something taken for granted so that a number can be given: the range tried, and why in words.
public struct Assumption: Sendable, Equatable {
  /// The symbol or name, in snake_case.
  public var name: String
  /// What is assumed.
  public var text: Text
  /// The value that the quantity's own value rests on; nil where it has none.
  public var value: Double?
  /// The ends of the range tried; nil for an assumption that is not a number.
  public var low, high: Double?

  /// The assumption `name`.
  public init(_ name: String, _ text: Text, value: Double? = nil, low: Double? = nil, high: Double? = nil) {
    (self.name, self.text, self.value, self.low, self.high) = (name, text, value, low, high)
  }
}

extension Quantity {
  /// Whether every number in it is finite.
  var isFinite: Bool {
    var numbers = [value, low, high]
    switch interval {
    case .confidence(let level): numbers.append(level)
    case .assumptionRange(let assumptions): numbers += assumptions.flatMap { [$0.value, $0.low, $0.high] }
    case .hardBound, .reportedRange, nil: break
    }
    return numbers.allSatisfy { $0?.isFinite ?? true }
  }

  /// The quantity with the twelve digits that results keep.
  var rounded: Quantity {
    var out = self
    (out.value, out.low, out.high) = (
      value.map(roundedTo12Digits), low.map(roundedTo12Digits), high.map(roundedTo12Digits)
    )
    return out
  }
}
