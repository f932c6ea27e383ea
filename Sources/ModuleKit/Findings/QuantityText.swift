extension Quantity {
  /// The quantity as people read it: `30 to 42 hours`, `6.63 points (6.02 to 8.28)`, `at least 23 people`.
  public func text(_ language: Language) -> String {
    if let minutes { return minutes.text(language) }
    if let value {
      let open = isOpenAbove && high == nil ? Words.orMore[language] : ""
      return unit.attach(valueNumber(value, language), value, language) + open
        + range(language).map { " (\($0))" }.orEmpty
    }
    switch (low, high) {
    case (let low?, let high?):
      guard low != high else { return unit.text(low, language) + (isOpenAbove ? Words.orMore[language] : "") }
      let numbers = "\(unit.number(low, language))\(Words.to[language])\(unit.number(high, language))"
      return unit.attach(numbers, high, language) + (isOpenAbove ? Words.orMore[language] : "")
    case (let low?, nil): return Words.atLeast[language] + unit.text(low, language)
    case (nil, let high?): return Words.atMost[language] + unit.text(high, language)
    case (nil, nil): return Words.unknown[language]
    }
  }

  /// One end or the value alone, with its unit.
  public func text(_ part: KeyPath<Quantity, Double?>, _ language: Language) -> String {
    guard let number = self[keyPath: part] else { return Words.unknown[language] }
    if let minutes = Quantity(number, unit).minutes { return minutes.text(language) }
    return part == \.value ? unit.attach(valueNumber(number, language), number, language) : unit.text(number, language)
  }

  /// The value, or the range, as numbers without their unit.
  public func number(_ language: Language) -> String {
    if let value { return valueNumber(value, language) }
    return range(language) ?? (low ?? high).map { unit.number($0, language) } ?? Words.unknown[language]
  }

  /// The same in minutes, where it is a time below one hour; nil elsewhere.
  private var minutes: Quantity? {
    guard unit.id == Unit.hours.id, let most = [value, low, high].compactMap({ $0 }).map(abs).max(), most > 0, most < 1
    else {
      return nil
    }
    func inMinutes(_ hours: Double?) -> Double? { hours.map { $0 * 60 } }
    return Quantity(
      inMinutes(value), .minutes, low: inMinutes(low), high: inMinutes(high), interval: interval,
      isOpenAbove: isOpenAbove)
  }

  /// The value without its unit: a count to its last digit.
  private func valueNumber(_ value: Double, _ language: Language) -> String {
    guard let count, !unit.keepsZeros else { return unit.number(value, language) }
    return language.number(count)
  }

  private func range(_ language: Language) -> String? {
    guard let low, let high, low != high else { return nil }
    return "\(unit.number(low, language))\(Words.to[language])\(unit.number(high, language))"
  }

  private enum Words {
    static let to = Text(en: " to ", es: " a ")
    static let orMore = Text(en: " or more", es: " o más")
    static let atLeast = Text(en: "at least ", es: "al menos ")
    static let atMost = Text(en: "at most ", es: "como máximo ")
    static let unknown = Text(en: "unknown", es: "sin dato")
  }
}

extension Unit {
  /// The number alone, with the decimals that people read; what is not nothing does not read as 0. Below a billionth
  /// it is taken for the rounding of binary fractions.
  func number(_ value: Double, _ language: Language) -> String {
    var text = language.number(value, places: places)
    guard !keepsZeros, places > 0 else { return text }
    while text.last == "0" { text.removeLast() }
    let decimal = language.numberStyle.decimal
    if text.hasSuffix(decimal) { text.removeLast(decimal.count) }
    if text == "0", value > 1e-9 { return "<0\(decimal)\(String(repeating: "0", count: places - 1))1" }
    return text == "\u{2212}0" ? "0" : text
  }

  /// The number with its unit.
  func text(_ value: Double, _ language: Language) -> String { attach(number(value, language), value, language) }

  func attach(_ number: String, _ count: Double, _ language: Language) -> String {
    let word = language.plural(count, one: one[language], other: other[language])
    if word.isEmpty { return number }
    return number + (word == "%" ? language.numberStyle.beforePercent : "\u{00A0}") + word
  }
}

extension String? {
  fileprivate var orEmpty: String { self ?? "" }
}
