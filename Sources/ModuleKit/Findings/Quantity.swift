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
  public let value: Double?
  /// The value as the exact whole number that it is; nil where it is a measure, or where only a range is known.
  public let count: Int?
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
    // A measure keeps twelve digits, so that below that a whole one is the same as a count.
    self.init(
      value, count: value.flatMap { $0.magnitude < 1e12 ? Int(exactly: $0) : nil }, unit, low: low, high: high,
      interval: interval, isOpenAbove: isOpenAbove)
  }

  /// An exact count of something, with its range where it has one.
  public init(
    _ count: Int, _ unit: Unit, low: Double? = nil, high: Double? = nil, interval: Interval? = nil,
    isOpenAbove: Bool = false
  ) {
    self.init(
      Double(count), count: count, unit, low: low, high: high, interval: interval, isOpenAbove: isOpenAbove)
  }

  private init(
    _ value: Double?, count: Int?, _ unit: Unit, low: Double?, high: Double?, interval: Interval?, isOpenAbove: Bool
  ) {
    (self.value, self.count, self.unit, self.low, self.high) = (value, count, unit, low, high)
    (self.interval, self.isOpenAbove) = (interval, isOpenAbove)
  }
}

extension Quantity {
  /// Quantities are equal as numbers: a measure that happens to be whole is what it reads back as.
  public static func == (a: Quantity, b: Quantity) -> Bool {
    a.value == b.value && (a.count == b.count || a.count == nil || b.count == nil) && a.unit == b.unit && a.low == b.low
      && a.high == b.high && a.interval == b.interval && a.isOpenAbove == b.isOpenAbove
  }
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

  /// The quantity with the twelve digits that results keep of measures.
  var rounded: Quantity {
    Quantity(
      count == nil ? value.map(roundedTo12Digits) : value, count: count, unit, low: low.map(roundedTo12Digits),
      high: high.map(roundedTo12Digits), interval: interval, isOpenAbove: isOpenAbove)
  }
}
