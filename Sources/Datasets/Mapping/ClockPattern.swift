/// How a file writes days and clock times: `YYYY`, `MM`, `DD`, `hh`, `mm` and `ss` for numbers of so many digits, `M`, `D` and `h`
/// for one or two digits, `am` for the half of the day, and what stands between them; a `Z` at the end says that they are of UTC.
struct ClockPattern: Sendable {
  private enum Part: Hashable {
    /// A number of `least` to `most` digits.
    case number(Unit, least: Int, most: Int)
    /// Before or after noon: `AM`, `p.m.`, `p. m.`, in any case.
    case half
    case literal(UInt8)
  }

  private enum Unit: Int, CaseIterable { case year, month, day, hour, minute, second }

  private static let numbers: [(text: String, unit: Unit, least: Int, most: Int)] = [
    ("YYYY", .year, 4, 4), ("MM", .month, 2, 2), ("M", .month, 1, 2), ("DD", .day, 2, 2), ("D", .day, 1, 2),
    ("hh", .hour, 2, 2), ("h", .hour, 1, 2), ("mm", .minute, 2, 2), ("ss", .second, 2, 2),
  ]

  private var parts: [Part] = []
  /// Whether an hour stands in it, and not a day alone.
  private(set) var hasHour = false
  /// Whether it is a time of UTC, whatever the zone.
  var isUTC: Bool { parts.last == .literal(UInt8(ascii: "Z")) }

  /// The pattern that `text` describes; nil where a part stands twice, or a day is not all there.
  init?(_ text: String) {
    var rest = Substring(text)
    var units: [Unit] = []
    while let first = rest.utf8.first {
      if let number = Self.numbers.first(where: { rest.hasPrefix($0.text) }) {
        parts.append(.number(number.unit, least: number.least, most: number.most))
        units.append(number.unit)
        rest = rest.dropFirst(number.text.count)
      } else if rest.hasPrefix("am") {
        parts.append(.half)
        rest = rest.dropFirst(2)
      } else {
        guard first < 0x80 else { return nil }
        parts.append(.literal(first))
        rest = rest.dropFirst()
      }
    }
    hasHour = units.contains(.hour)
    let clock: [Unit] = [.minute, .second]
    guard [.year, .month, .day].allSatisfy(units.contains), Set(units).count == units.count,
      parts.count(where: { $0 == .half }) <= (hasHour ? 1 : 0), hasHour || !clock.contains(where: units.contains)
    else { return nil }
  }

  /// The seconds that a clock showed since the start of 1970; nil for a text of another form, and where no calendar or
  /// clock has these parts.
  func clockSeconds(_ text: some Sequence<UInt8>) -> Int64? {
    let bytes = Array(text)
    var place = 0
    var units = [0, 0, 0, 0, 0, 0]
    var isAfternoon: Bool?
    for part in parts {
      switch part {
      case .number(let unit, let least, let most):
        var (value, digits) = (0, 0)
        while digits < most, place < bytes.count, case let digit = bytes[place] &- UInt8(ascii: "0"), digit < 10 {
          (value, digits, place) = (value * 10 + Int(digit), digits + 1, place + 1)
        }
        guard digits >= least else { return nil }
        units[unit.rawValue] = value
      case .half:
        guard let half = Self.half(bytes, &place) else { return nil }
        isAfternoon = half
      case .literal(let byte):
        guard place < bytes.count else { return nil }
        let space = byte == UInt8(ascii: " ") ? Self.space(bytes, place) : 0
        guard space > 0 || bytes[place] == byte else { return nil }
        place += max(space, 1)
      }
    }
    guard place == bytes.count else { return nil }
    if let isAfternoon {
      guard 1...12 ~= units[3] else { return nil }
      units[3] = units[3] % 12 + (isAfternoon ? 12 : 0)
    }
    return TimeNotation.clockSeconds(units[0], units[1], units[2], units[3], units[4], units[5])
  }

  /// How many bytes the space at `place` has: spreadsheets set spaces there at which no line breaks; 0 for none.
  private static func space(_ bytes: [UInt8], _ place: Int) -> Int {
    for space in [" ", "\u{a0}", "\u{202f}"] where bytes[place...].starts(with: space.utf8) { return space.utf8.count }
    return 0
  }

  private static func half(_ bytes: [UInt8], _ place: inout Int) -> Bool? {
    guard place < bytes.count, case let letter = bytes[place] | 0x20,
      letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p")
    else { return nil }
    place += 1
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") { place += 1 }
    if place < bytes.count { place += space(bytes, place) }
    guard place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "m") else { return nil }
    place += 1
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") { place += 1 }
    return letter == UInt8(ascii: "p")
  }
}
