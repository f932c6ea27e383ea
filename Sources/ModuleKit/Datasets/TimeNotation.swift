/// How a file writes instants.
public enum TimeNotation: Sendable, Equatable {
  /// Whole seconds, or milliseconds, since the start of 1970 in UTC.
  case unixSeconds, unixMilliseconds
  /// A clock time in some zone, by a pattern of `YYYY`, `MM`, `DD`, `hh`, `mm`, `ss` and what stands between them.
  case pattern(String)

  /// The notation that a workspace calls `name`; nil where it names none: a pattern needs at least a day and an hour.
  public init?(_ name: String) {
    switch name {
    case "unix_seconds": self = .unixSeconds
    case "unix_milliseconds": self = .unixMilliseconds
    default:
      guard ["YYYY", "MM", "DD", "hh"].allSatisfy({ name.components(of: $0) == 1 }),
        ["mm", "ss"].allSatisfy({ name.components(of: $0) <= 1 })
      else { return nil }
      self = .pattern(name)
    }
  }

  /// The name in workspace files.
  public var name: String {
    switch self {
    case .unixSeconds: "unix_seconds"
    case .unixMilliseconds: "unix_milliseconds"
    case .pattern(let pattern): pattern
    }
  }

  /// The instant that `number` is; nil for a pattern, and for one beyond the year 9999.
  func instant(_ number: Int64) -> Instant? {
    let perSecond: Int64 = self == .unixSeconds ? 1 : 1000
    guard abs(number / perSecond) < 253_402_300_800 else { return nil }
    let seconds = number >= 0 ? number / perSecond : (number - perSecond + 1) / perSecond
    return Instant(seconds: seconds, nanoseconds: Int32((number - seconds * perSecond) * (1_000_000_000 / perSecond)))
  }

  /// The seconds that a clock showed since the start of 1970, by a pattern; nil for a text of another form.
  static func clockSeconds(_ text: some Collection<UInt8>, by pattern: [UInt8]) -> Int64? {
    guard text.count == pattern.count else { return nil }
    var parts: [UInt8: Int] = [:]
    for (byte, letter) in zip(text, pattern) {
      if Self.letters.contains(letter) {
        guard case let digit = byte &- UInt8(ascii: "0"), digit < 10 else { return nil }
        parts[letter] = parts[letter, default: 0] * 10 + Int(digit)
      } else if byte != letter {
        return nil
      }
    }
    func part(_ letter: Unicode.Scalar) -> Int { parts[UInt8(ascii: letter)] ?? 0 }
    return clockSeconds(part("Y"), part("M"), part("D"), part("h"), part("m"), part("s"))
  }

  /// The seconds that a clock showed since the start of 1970; nil where no calendar or clock has these parts.
  static func clockSeconds(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int) -> Int64? {
    guard let day = Day(year: year, month: month, day: day), 0..<24 ~= hour, 0..<60 ~= minute, 0..<60 ~= second else {
      return nil
    }
    return Int64(day.ordinal) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  private static let letters = Array("YMDhms".utf8)
}

extension String {
  /// How often `part` stands in the text.
  fileprivate func components(of part: String) -> Int {
    let (whole, part) = (Array(utf8), Array(part.utf8))
    guard whole.count >= part.count else { return 0 }
    return (0...whole.count - part.count).count { Array(whole[$0..<$0 + part.count]) == part }
  }
}

/// Turns clock times of a zone into instants, remembering the offset of the hour.
struct ClockReader {
  let zone: Zone
  private var hour: Int64 = .min
  private var offset = 0

  init(_ zone: Zone) { self.zone = zone }

  /// The instant at which clocks showed `local`, seconds since the start of 1970. An hour that clocks show twice is
  /// the first of the two.
  mutating func instant(_ local: Int64) -> Instant {
    if local / 3600 != hour {
      hour = local / 3600
      let before = zone.offset(at: Instant(seconds: local - 86_400))
      let guess = zone.offset(at: Instant(seconds: local - Int64(before)))
      // The offset before the change holds where it gives a time at which it still held.
      offset =
        zone.offset(at: Instant(seconds: local - Int64(max(before, guess)))) == max(before, guess)
        ? max(before, guess) : guess
    }
    return Instant(seconds: local - Int64(offset))
  }
}
