internal import Glibc

/// The one way a number is written in results: twelve significant digits, the shortest text that reads back as that,
/// whole numbers below 2^53 without a fraction, never a minus sign on zero.
///
/// Canonical JSON (Schema) has the same rule; a test of ModuleKit, which sees both, holds them together.
func canonicalNumber(_ number: Double) -> String {
  var digits = [CChar](repeating: 0, count: 32)
  _ = withVaList([number]) { vsnprintf(&digits, digits.count, "%.11e", $0) }
  let rounded = strtod(digits, nil)
  if rounded == rounded.rounded(.towardZero), rounded.magnitude < 0x1p53 { return String(Int64(rounded)) }
  return rounded.description
}
