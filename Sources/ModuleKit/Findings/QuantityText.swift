extension Quantity {
  /// The quantity as people read it, a range in the words of its kind: `between 30 and 42 hours`, `at least 23 people`,
  /// `2 boxes (at least 0, at most 2)`, `48.2% (47.1 to 49.3)` for what is estimated.
  ///
  /// What follows from a range of assumptions is told as the range alone: no value within it is more than another.
  public func text(_ language: Language) -> String {
    if let minutes { return minutes.text(language) }
    if let value, !isAssumed {
      let open = isOpenAbove && high == nil ? Words.orMore[language] : ""
      return unit.attach(valueNumber(value, language), value, language) + open
        + range(language).map { " (\($0))" }.orEmpty
    }
    switch (low, high) {
    case (let low?, let high?):
      guard low != high else { return unit.text(low, language) + (isOpenAbove ? Words.orMore[language] : "") }
      return unit.attach(ends(low, high, language), high, language) + (isOpenAbove ? Words.orMore[language] : "")
    case (let low?, nil): return Words.atLeast[language] + unit.text(low, language)
    case (nil, let high?): return Words.atMost[language] + unit.text(high, language)
    case (nil, nil):
      return value.map { unit.attach(valueNumber($0, language), $0, language) } ?? Words.unknown[language]
    }
  }

  /// Whether it is a range of assumptions with two ends.
  private var isAssumed: Bool {
    if case .assumptionRange? = interval, let low, let high, low != high { true } else { false }
  }

  /// Both ends in the words of the kind of range, without the unit.
  private func ends(_ low: Double, _ high: Double, _ language: Language) -> String {
    let (low, high) = (unit.number(low, language), unit.number(high, language))
    return switch interval {
    case .hardBound: Words.atLeast[language] + low + Words.andAtMost[language] + high
    case .assumptionRange, .reportedRange: Words.between[language] + low + Words.and[language] + high
    case .confidence, nil: low + Words.to[language] + high
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
    return ends(low, high, language)
  }

  private enum Words {
    static let to = Text(en: " to ", es: " a ")
    static let and = Text(en: " and ", es: " y ")
    static let andAtMost = Text(en: " and at most ", es: " y como máximo ")
    static let between = Text(en: "between ", es: "entre ")
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
