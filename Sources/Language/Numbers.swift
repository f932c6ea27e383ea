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
    let digits = FixedPoint.digits(value.magnitude, places: places)
    let isZero = digits.utf8.allSatisfy { $0 == UInt8(ascii: "0") }
    let whole = digits.dropLast(places)
    // A number of more digits than an Int holds stays in one piece.
    return (value < 0 && !isZero ? "\u{2212}" : "") + (Int(whole).map { number($0) } ?? String(whole))
      + (places > 0 ? numberStyle.decimal + digits.suffix(places) : "")
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
