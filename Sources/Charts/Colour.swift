internal import Glibc

/// A colour of somebody's own, which a figure shows so that it can be read: on light and on dark ground it is darkened
/// or lightened until it has the contrast that WCAG 2.2 asks of text (1.4.3), and no further.
public struct Colour: Sendable, Equatable {
  private let red, green, blue: Double

  /// The colour that `#rrggbb` stands for; nil for any other text.
  public init?(_ hex: String) {
    guard hex.utf8.count == 7, hex.hasPrefix("#"), hex.dropFirst().allSatisfy(\.isHexDigit),
      let value = UInt32(hex.dropFirst(), radix: 16)
    else { return nil }
    self.init(Double(value >> 16 & 255), Double(value >> 8 & 255), Double(value & 255))
  }

  private init(_ red: Double, _ green: Double, _ blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// The contrast that text needs.
  private static let leastContrast = 4.5

  /// As `#rrggbb`.
  var hex: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(Int(part), radix: 16)
        return digits.count == 1 ? "0\(digits)" : digits
      }.joined()
  }

  /// WCAG's contrast ratio, from 1 to 21.
  func contrast(to other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Itself, or the colour nearest to it on the way to black or white that can be read on `ground`.
  func legible(on ground: Colour) -> Colour {
    let end = ground.luminance > 0.18 ? 0.0 : 255
    return (0...100).lazy.map { mixed(with: end, share: Double($0) / 100) }.first {
      $0.contrast(to: ground) >= Self.leastContrast
    } ?? mixed(with: end, share: 1)
  }

  private func mixed(with end: Double, share: Double) -> Colour {
    func part(_ value: Double) -> Double { (value + (end - value) * share).rounded() }
    return Colour(part(red), part(green), part(blue))
  }

  /// WCAG's relative luminance, from 0 to 1.
  private var luminance: Double {
    func linear(_ part: Double) -> Double {
      let share = part / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
