public import BigInt

/// An exact fraction in lowest terms: the type of risk limits, proportions and votes per box.
public struct Rational: Sendable, Hashable, Comparable {
  /// The numerator; it carries the sign.
  public let numerator: BigInt
  /// The denominator, positive.
  public let denominator: BigInt

  /// `numerator / denominator` in lowest terms; nil where the denominator is zero.
  public init?(_ numerator: BigInt, over denominator: BigInt) {
    guard denominator != 0 else { return nil }
    self.init(numerator, overPositiveOrNegative: denominator)
  }

  /// The whole number `value`.
  public init(_ value: Int) { (numerator, denominator) = (BigInt(value), 1) }

  /// The fraction that a text states: `1/20`, `0.05`, `-3`; nil for anything else.
  ///
  /// Exponents, percent signs, blanks and texts of more than 100 characters are refused.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count <= 100 else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1:
      guard let (digits, scale) = Self.decimal(parts[0]) else { return nil }
      self.init(digits, over: BigInt(10).power(scale))
    case 2:
      guard let top = Self.decimal(parts[0]), let bottom = Self.decimal(parts[1]), top.scale == 0, bottom.scale == 0
      else { return nil }
      self.init(top.digits, over: bottom.digits)
    default: return nil
    }
  }

  /// `denominator` must not be zero.
  private init(_ numerator: BigInt, overPositiveOrNegative denominator: BigInt) {
    let divisor = numerator.greatestCommonDivisor(with: denominator) * (denominator.sign == .minus ? -1 : 1)
    (self.numerator, self.denominator) = (numerator / divisor, denominator / divisor)
  }

  /// The digits of `-12.345` as a whole number, and how many of them stand behind the point.
  private static func decimal(_ text: some StringProtocol) -> (digits: BigInt, scale: Int)? {
    let negative = text.hasPrefix("-")
    let parts = (negative ? text.dropFirst() : text[...]).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let digits = BigInt(parts.joined())
    else { return nil }
    return (negative ? -digits : digits, parts.count == 2 ? parts[1].utf8.count : 0)
  }

  /// Fractions compare by value.
  public static func < (a: Rational, b: Rational) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }

  /// The exact sum.
  public static func + (a: Rational, b: Rational) -> Rational {
    Rational(
      a.numerator * b.denominator + b.numerator * a.denominator,
      overPositiveOrNegative: a.denominator * b.denominator)
  }

  /// The exact difference.
  public static func - (a: Rational, b: Rational) -> Rational { a + -b }

  /// The fraction with its sign turned.
  public static prefix func - (a: Rational) -> Rational {
    Rational(-a.numerator, overPositiveOrNegative: a.denominator)
  }

  /// The exact product.
  public static func * (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator * b.numerator, overPositiveOrNegative: a.denominator * b.denominator)
  }

  /// The exact quotient; nil where `divisor` is zero.
  public func divided(by divisor: Rational) -> Rational? {
    Rational(numerator * divisor.denominator, over: denominator * divisor.numerator)
  }

  /// The smallest whole number that is not below the fraction.
  public var roundedUp: BigInt {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder > 0 ? quotient + 1 : quotient
  }

  /// The binary64 number nearest to the fraction, for results that are written rounded; ties go to even.
  ///
  /// Infinite where the fraction is beyond every such number; below the normal numbers the last bit may be off.
  public var approximation: Double {
    guard numerator != 0 else { return 0 }
    // A quotient of 63 or 64 bits, its last bit set where something was cut off: a machine word, rounded correctly.
    let shift = 63 - (numerator.magnitude.bitWidth - denominator.magnitude.bitWidth)
    let top = shift > 0 ? numerator.magnitude << shift : numerator.magnitude
    let bottom = shift < 0 ? denominator.magnitude << -shift : denominator.magnitude
    let (quotient, remainder) = top.quotientAndRemainder(dividingBy: bottom)
    let significand = Double(UInt64(clamping: quotient) | (remainder == 0 ? 0 : 1))
    return Double(sign: numerator.sign == .minus ? .minus : .plus, exponent: -shift, significand: significand)
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Rational: CustomStringConvertible {
  /// `1/20`; a whole number stands alone.
  public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}
