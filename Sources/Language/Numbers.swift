extension Language {
  /// A whole number with its thousands apart: `18,128` in English; in Spanish `18 128` with a narrow no-break space,
  /// and none in numbers of four digits (Ortografía de la lengua española 2010, VIII 2.1.1.1).
  public func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    let separator: String
    switch self {
    case .english: separator = ","
    case .spanish: separator = digits.utf8.count > 4 ? "\u{202F}" : ""
    }
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { out += separator }
      out.append(digit)
    }
    return (value < 0 ? "\u{2212}" : "") + out
  }

  /// A number with `places` digits behind the decimal point, halves to even.
  ///
  /// The point is a point in both languages: the Spanish academies admit it beside the comma and recommend it, and
  /// the mission's countries print it.
  public func number(_ value: Double, places: Int) -> String {
    let text = Self.fixed(value.magnitude, places: places)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = Int(parts[0]) else { return (value < 0 ? "\u{2212}" : "") + text }
    let isZero = text.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    return (value < 0 && !isZero ? "\u{2212}" : "") + number(whole) + (places > 0 ? "." + parts[1] : "")
  }

  /// A percentage: `50.1%` in English, `50.1 %` with a no-break space in Spanish.
  public func percent(_ value: Double, places: Int) -> String {
    number(value, places: places) + (self == .english ? "%" : "\u{00A0}%")
  }

  /// `one` where a count takes the singular, else `other`.
  ///
  /// Both languages use the singular for 1 alone, and so for −1 (CLDR plural rules, cardinal).
  public func plural(_ count: Double, one: String, other: String) -> String { abs(count) == 1 ? one : other }

  /// A list for reading: `a, b and c`, `a, b y c` (`e` before an i sound).
  public func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    guard items.count > 1 else { return last }
    return items.dropLast().joined(separator: ", ") + (self == .english ? " and " : " \(and(before: last)) ") + last
  }

  private func and(before word: String) -> String {
    let start = word.lowercased()
    let sounds = start.hasPrefix("i") || start.hasPrefix("í") || start.hasPrefix("hi") && !start.hasPrefix("hie")
    return sounds ? "e" : "y"
  }
}
