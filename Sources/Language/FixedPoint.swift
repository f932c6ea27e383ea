import Glibc

/// Numbers rounded to decimals: correctly, from the exact value of the double, halves to even.
public enum FixedPoint {
  /// `value` in units of ten to the power −`places`, rounded to a whole number, without the detour over a text.
  ///
  /// Nil where this way is not certain to be exact: at a tie, from 2^53 units on, beyond 22 places (10^22 is the largest
  /// power that a double holds exactly), and for what is no number.
  public static func units(of value: Double, places: Int) -> Double? {
    guard powersOfTen.indices.contains(places) else { return nil }
    let units = (value * powersOfTen[places]).rounded(.toNearestOrEven)
    // What the product lacks to the whole number, rounded once: below a half only if it is so exactly.
    guard units.magnitude < 0x1p53, fma(value, powersOfTen[places], -units).magnitude < 0.5 else { return nil }
    return units
  }

  /// 10^0 to 10^22.
  public static let powersOfTen = sequence(first: 1.0) { $0 < 1e22 ? $0 * 10 : nil }.map(\.self)

  /// The digits of `value`, 0 or more, in units of ten to the power −`places`: at least one more than there are places.
  static func digits(_ value: Double, places: Int) -> String {
    if let units = units(of: value, places: places) {
      let digits = String(Int64(units))
      return String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    }
    var buffer = [CChar](repeating: 0, count: 352 + places)
    let length = withVaList([Int32(places), value]) { vsnprintf(&buffer, buffer.count, "%.*f", $0) }
    let text = buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }
    return String(decoding: text.filter { $0 != UInt8(ascii: ".") }, as: UTF8.self)
  }
}
