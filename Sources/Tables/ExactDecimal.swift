/// A decimal number as it was printed: the exact value, and how many places it was printed to.
///
/// `45.17` is mantissa 4517 at scale 2, and `45.170` is mantissa 45170 at scale 3. The two are equal, as values are
/// compared exactly, but they say different things about rounding: see `halfUnit`.
public struct ExactDecimal: Sendable {
  /// The largest scale.
  public static let maximumScale: UInt8 = 19

  /// The digits, without the decimal mark.
  public let mantissa: Int64
  /// The number of places behind the decimal mark.
  public let scale: UInt8

  /// The number `mantissa` / 10^`scale`; the scale is at most `maximumScale`.
  public init(mantissa: Int64, scale: UInt8 = 0) {
    precondition(scale <= Self.maximumScale, "an ExactDecimal has at most \(Self.maximumScale) places")
    (self.mantissa, self.scale) = (mantissa, scale)
  }

  /// Half a unit of the last printed place: `45.17` stands for anything within 0.005 of it.
  ///
  /// For 19 places, which no file has, the unit itself.
  public var halfUnit: ExactDecimal {
    scale < Self.maximumScale ? ExactDecimal(mantissa: 5, scale: scale + 1) : ExactDecimal(mantissa: 1, scale: scale)
  }

  /// The mantissa of the nearest number with `scale` places that is not less, where `roundedUp`, or else not more: at
  /// most 2^63 * 10^19, which 128 bits hold.
  func mantissa(at scale: UInt8, roundedUp: Bool) -> Int128 {
    let shifted = Int128(mantissa) * Int128(powersOfTen[Int(scale)])
    let (quotient, rest) = shifted.quotientAndRemainder(dividingBy: Int128(powersOfTen[Int(self.scale)]))
    if roundedUp { return rest > 0 ? quotient + 1 : quotient }
    return rest < 0 ? quotient - 1 : quotient
  }

  /// The nearest floating-point number.
  public var number: Double {
    // Both fit a double exactly, and one division rounds once.
    if mantissa.magnitude <= 1 << 53 { return Double(mantissa) / Double(powersOfTen[Int(scale)]) }
    return Double(description) ?? .nan
  }
}

extension ExactDecimal: Comparable, Hashable {
  /// Equality of values: `1.5` equals `1.50`.
  public static func == (a: ExactDecimal, b: ExactDecimal) -> Bool {
    a.scale == b.scale ? a.mantissa == b.mantissa : a.scaled(for: b) == b.scaled(for: a)
  }

  /// Order of values.
  public static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
    a.scale == b.scale ? a.mantissa < b.mantissa : a.scaled(for: b) < b.scaled(for: a)
  }

  /// Equal values hash alike.
  public func hash(into hasher: inout Hasher) {
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0, mantissa % 10 == 0 { (mantissa, scale) = (mantissa / 10, scale - 1) }
    hasher.combine(mantissa)
    hasher.combine(mantissa == 0 ? 0 : scale)
  }

  /// The mantissa at the larger of the two scales: at most 2^63 * 10^19, which 128 bits hold.
  private func scaled(for other: ExactDecimal) -> Int128 {
    Int128(mantissa) * (scale < other.scale ? Int128(powersOfTen[Int(other.scale - scale)]) : 1)
  }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral value: Int64) { self.init(mantissa: value) }
}

extension ExactDecimal: CustomStringConvertible {
  /// The number as it was printed, with a decimal point.
  public var description: String {
    guard scale > 0 else { return String(mantissa) }
    let digits = String(mantissa.magnitude)
    let padded = String(repeating: "0", count: max(0, Int(scale) + 1 - digits.utf8.count)) + digits
    return (mantissa < 0 ? "-" : "") + padded.dropLast(Int(scale)) + "." + padded.suffix(Int(scale))
  }
}

/// 10^0 to 10^19.
let powersOfTen: [UInt64] = (0..<20).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

extension ExactDecimal {
  /// The number that `text` writes, with digits alone and the mark `mark` before its fraction; nil where it is none.
  public init?(_ text: String, _ mark: CSVFormat.DecimalMark = .point) {
    let bytes = Array(text.utf8)
    let value = bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { NumberParsing.decimal($0, bytes.count, mark: mark.byte) }
    }
    guard let value else { return nil }
    self = value
  }
}
