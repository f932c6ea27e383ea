/// A point in time, on the UTC scale without leap seconds, to the nanosecond.
public struct Instant: Sendable, Hashable, Comparable {
  // Columns of instants hold millions: with the seconds in two halves, twelve bytes do instead of sixteen.
  @usableFromInline let (high, low): (Int32, UInt32)

  /// Seconds since 1970-01-01T00:00:00Z.
  @inlinable public var seconds: Int64 { Int64(high) << 32 | Int64(low) }
  /// Nanoseconds within the second, 0 to 999,999,999.
  public let nanoseconds: Int32

  /// The instant `seconds` and `nanoseconds` after the start of 1970.
  @inlinable public init(seconds: Int64, nanoseconds: Int32 = 0) {
    (high, low) = (Int32(truncatingIfNeeded: seconds >> 32), UInt32(truncatingIfNeeded: seconds))
    self.nanoseconds = nanoseconds
  }

  /// Instants compare in order of time.
  @inlinable public static func < (a: Instant, b: Instant) -> Bool {
    (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
  }

  /// Whether it can be written in RFC 3339, in UTC: whether its year is one of 0 to 9999.
  @inlinable public var hasWrittenForm: Bool { (-62_167_219_200..<253_402_300_800).contains(seconds) }

  /// Hours from `earlier` to this instant; negative where this one is the earlier.
  public func hours(since earlier: Instant) -> Double {
    Double(seconds - earlier.seconds) / 3600 + Double(nanoseconds - earlier.nanoseconds) / 3.6e12
  }
}

extension Instant {
  /// Reads an RFC 3339 date-time (section 5.6) with its offset, such as `2017-11-28T00:00:00-06:00`.
  ///
  /// A bare date or a time without an offset names no instant and gives nil, as does a second of 60: leap seconds
  /// have no place on this scale. Digits of a fraction behind the ninth are refused rather than dropped, and so is what its
  /// offset moves out of the years 0 to 9999 of UTC: it could not be written again.
  public init?(rfc3339 text: some StringProtocol) {
    var copy = String(text)
    let parsed = copy.withUTF8 { Instant(rfc3339: UnsafeRawBufferPointer($0)) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// Reads an RFC 3339 date-time from UTF-8 bytes; costs no allocation.
  public init?(rfc3339 bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 20, let day = Day(iso: UnsafeRawBufferPointer(rebasing: bytes[..<10])),
      bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = twoDigits(bytes, 11), hour < 24, let minute = twoDigits(bytes, 14), minute < 60,
      let second = twoDigits(bytes, 17), second < 60
    else { return nil }
    var at = 19
    var nanoseconds: Int32 = 0
    if bytes[at] == UInt8(ascii: ".") {
      at += 1
      var unit: Int32 = 100_000_000
      let first = at
      while at < bytes.count, case let digit = bytes[at] &- UInt8(ascii: "0"), digit < 10 {
        guard unit > 0 else { return nil }
        nanoseconds += Int32(digit) * unit
        unit /= 10
        at += 1
      }
      guard at > first else { return nil }
    }
    guard at < bytes.count else { return nil }
    var offset = 0
    if bytes[at] | 0x20 == UInt8(ascii: "z") {
      guard bytes.count == at + 1 else { return nil }
    } else {
      guard bytes.count == at + 6, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-"),
        bytes[at + 3] == UInt8(ascii: ":"), let hours = twoDigits(bytes, at + 1), hours < 24,
        let minutes = twoDigits(bytes, at + 4), minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (bytes[at] == UInt8(ascii: "-") ? -60 : 60)
    }
    self.init(
      seconds: Int64(day.ordinal) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset),
      nanoseconds: nanoseconds)
    guard hasWrittenForm else { return nil }
  }

  /// The instant in RFC 3339, in UTC: `2017-11-28T06:00:00Z`; a fraction only where there is one.
  public var rfc3339: String {
    let clock = ClockTime(self, offset: 0)
    var fraction = ""
    if nanoseconds != 0 {
      let digits = String(nanoseconds)
      fraction = "." + String(repeating: "0", count: 9 - digits.utf8.count) + digits
      while fraction.last == "0" { fraction.removeLast() }
    }
    return "\(clock.day.iso)T\(clock.clock):\(twoPlaces(clock.second))\(fraction)Z"
  }
}

extension Instant: CustomStringConvertible {
  /// The instant in RFC 3339.
  public var description: String { rfc3339 }
}

/// An instant as a clock at some offset from UTC shows it.
public struct ClockTime: Sendable, Hashable {
  /// The calendar day.
  public let day: Day
  /// Hour, minute and second of the day.
  public let hour, minute, second: Int

  /// What a clock `offset` seconds ahead of UTC shows at `instant`.
  public init(_ instant: Instant, offset: Int) {
    let local = instant.seconds + Int64(offset)
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let rest = Int(local - days * 86_400)
    day = Day(ordinal: Int(days))
    (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
  }

  /// Hour and minute: `06:00`.
  public var clock: String { "\(twoPlaces(hour)):\(twoPlaces(minute))" }
}

func twoPlaces(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// The number that two ASCII digits at `at` write; nil where they are not digits.
func twoDigits(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int? {
  let (tens, ones) = (bytes[at] &- UInt8(ascii: "0"), bytes[at + 1] &- UInt8(ascii: "0"))
  return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
}
