import Glibc
import Language

/// `number` rounded to twelve significant digits, halves to even.
///
/// The last bits of exponentials and logarithms differ between processors and libraries; twelve digits do not.
public func roundedTo12Digits(_ number: Double) -> Double {
  guard number.isFinite, number != 0 else { return number == 0 ? 0 : number }
  // A whole number of so few digits is exact.
  if number.magnitude < 1e12, number == number.rounded(.towardZero) { return number }
  // The power of ten that leaves twelve digits before the point, and the quotient of two exact doubles, which is what
  // reading the digits gives.
  let places = 11 - Int(log10(number.magnitude).rounded(.down))
  if let digits = FixedPoint.units(of: number, places: places), (1e11...1e12).contains(digits.magnitude) {
    return digits / FixedPoint.powersOfTen[places]
  }
  var digits = [CChar](repeating: 0, count: 32)
  _ = withVaList([number]) { vsnprintf(&digits, digits.count, "%.11e", $0) }
  return strtod(digits, nil)
}

/// The one way a number is written in results: twelve significant digits, the shortest text that reads back as that,
/// whole numbers below 2^53 without a fraction, never a minus sign on zero. Not-a-number and infinities, for which
/// JSON has no text, give nil.
public func canonicalNumber(_ number: Double) -> String? {
  guard number.isFinite else { return nil }
  let rounded = roundedTo12Digits(number)
  if rounded == rounded.rounded(.towardZero), rounded.magnitude < 0x1p53 { return String(Int64(rounded)) }
  return rounded.description
}
