import Times

/// How a file writes instants.
public enum TimeNotation: Sendable, Equatable {
  /// Whole seconds, or milliseconds, since the start of 1970 in UTC.
  case unixSeconds, unixMilliseconds
  /// A day, or a clock time in some zone, by a pattern of `YYYY`, `MM`, `DD`, `hh`, `mm`, `ss`, of `M`, `D` and `h` where one
  /// digit may do, of `am` for the half of the day, and what stands between them.
  case pattern(String)

  /// The notation that a workspace calls `name`; nil where it names none: a pattern needs at least a day.
  public init?(_ name: String) {
    switch name {
    case "unix_seconds": self = .unixSeconds
    case "unix_milliseconds": self = .unixMilliseconds
    default:
      guard ClockPattern(name) != nil else { return nil }
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

  /// Whether `text` is a clock time of this pattern; of a notation in numbers no text is.
  public func reads(_ text: String) -> Bool {
    guard case .pattern(let pattern) = self else { return false }
    return ClockPattern(pattern)?.clockSeconds(text.utf8) != nil
  }

  /// The years in which files of elections lie; a time of any other is a slip, or stands for something that is not known.
  static let years = 1900...2200

  /// The notation of seconds for that of milliseconds, and the other way; nil for patterns.
  var otherUnit: TimeNotation? {
    switch self {
    case .unixSeconds: .unixMilliseconds
    case .unixMilliseconds: .unixSeconds
    case .pattern: nil
    }
  }

  /// Whether a whole number tells the instant.
  var isNumber: Bool { self == .unixSeconds || self == .unixMilliseconds }

  /// The instant that `number` is; nil for a pattern, and for one outside the years 0 to 9999.
  func instant(_ number: Int64) -> Instant? {
    let perSecond: Int64 = self == .unixSeconds ? 1 : 1000
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: perSecond)
    let seconds = remainder < 0 ? quotient - 1 : quotient
    let rest = remainder < 0 ? remainder + perSecond : remainder
    let instant = Instant(seconds: seconds, nanoseconds: Int32(rest * (1_000_000_000 / perSecond)))
    return instant.hasWrittenForm ? instant : nil
  }

  /// The seconds that a clock showed since the start of 1970; nil where no calendar or clock has these parts. The end of a day
  /// may be its hour 24.
  static func clockSeconds(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int) -> Int64? {
    guard let day = Day(year: year, month: month, day: day), 0..<60 ~= minute, 0..<60 ~= second,
      0..<24 ~= hour || hour == 24 && minute == 0 && second == 0
    else { return nil }
    return Int64(day.ordinal) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }
}

/// Turns clock times of a zone into instants, remembering the offset of the hour.
struct ClockReader {
  let zone: Zone
  private var hour: Int64 = .min
  private var offset = 0

  init(_ zone: Zone) { self.zone = zone }

  /// The instant at which clocks showed `local`, seconds since the start of 1970. An hour that clocks show twice is the
  /// first of the two. Nil for one that they never showed, as they went forward over it, or outside the years 0 to 9999 of UTC.
  mutating func instant(_ local: Int64) -> Instant? {
    if local / 3600 != hour {
      hour = local / 3600
      let before = zone.offset(at: Instant(seconds: local - 86_400))
      let guess = zone.offset(at: Instant(seconds: local - Int64(before)))
      // The offset before the change holds where it gives a time at which it still held.
      offset =
        zone.offset(at: Instant(seconds: local - Int64(max(before, guess)))) == max(before, guess)
        ? max(before, guess) : guess
    }
    let instant = Instant(seconds: local - Int64(offset))
    guard zone.offset(at: instant) == offset else { return nil }
    return instant.hasWrittenForm ? instant : nil
  }
}
