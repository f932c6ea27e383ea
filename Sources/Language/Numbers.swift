extension Language {
  /// How numbers are written in this language now.
  public var numberStyle: NumberStyle { NumberStyles.current[self] }

  /// A whole number with its thousands apart, from four digits on: `18,128`, `1,410,888` unless the style is another.
  public func number(_ value: Int) -> String {
    let (digits, separator) = (String(value.magnitude), numberStyle.group)
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { out += separator }
      out.append(digit)
    }
    return (value < 0 ? "\u{2212}" : "") + out
  }

  /// A number with `places` decimals, halves to even.
  public func number(_ value: Double, places: Int) -> String {
    let text = Self.fixed(value.magnitude, places: places)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isZero = text.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    // A number of more digits than an Int holds stays in one piece.
    let whole = Int(parts[0]).map { number($0) } ?? String(parts[0])
    return (value < 0 && !isZero ? "\u{2212}" : "") + whole + (places > 0 ? numberStyle.decimal + parts[1] : "")
  }

  /// A percentage: `50.1%` unless the style is another.
  public func percent(_ value: Double, places: Int) -> String {
    number(value, places: places) + numberStyle.beforePercent + "%"
  }

  /// `one` where a count takes the singular, else `other`.
  ///
  /// Both languages use the singular for 1 alone, and so for −1 (CLDR plural rules, cardinal).
  public func plural(_ count: Double, one: String, other: String) -> String { abs(count) == 1 ? one : other }
}
