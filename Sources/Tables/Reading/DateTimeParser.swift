internal import Times

/// Instants, most of which have the days and the offset of some before.
struct DateTimeParser: FieldParser {
  static var zero: Instant { Instant(seconds: 0) }

  /// Bytes seen before, and the seconds that they stand for.
  private struct Known {
    var text: (UInt64, UInt64)
    var seconds: Int64
  }

  /// For each last digit the date that was seen last, with the letter behind it, and its midnight.
  private var days = InlineArray<16, Known>(repeating: Known(text: (0, 0), seconds: 0))
  /// The offset that was seen last.
  private var offset = Known(text: (0, 0), seconds: 0)

  @inline(__always)
  mutating func value(_ bytes: UnsafePointer<UInt8>, _ count: Int, room: Int) -> Instant? {
    // Where day and offset are known, only the time is read.
    if Self.isUsual(count) {
      let (day, offset, time) = (days[Self.place(bytes)], offset, Self.secondOfDay(bytes))
      if day.text == Self.date(bytes), offset.text == Self.offset(bytes, count), let time {
        let instant = Instant(seconds: day.seconds &+ time &- offset.seconds)
        return instant.hasWrittenForm ? instant : nil
      }
    }
    return unknown(bytes, count)
  }

  /// Reads all of it, and remembers day and offset.
  private mutating func unknown(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Instant? {
    guard let instant = Instant(rfc3339: UnsafeRawBufferPointer(start: bytes, count: count)) else { return nil }
    if Self.isUsual(count), instant.nanoseconds == 0, let time = Self.secondOfDay(bytes),
      let day = Day(iso: UnsafeRawBufferPointer(start: bytes, count: 10))
    {
      let midnight = Int64(day.ordinal) * 86_400
      days[Self.place(bytes)] = Known(text: Self.date(bytes), seconds: midnight)
      offset = Known(text: Self.offset(bytes, count), seconds: midnight + time - instant.seconds)
    }
    return instant
  }

  /// Whether a date-time of `count` bytes is like `2017-11-28T00:00:00Z` or `2017-11-28T00:00:00-06:00`.
  @inline(__always) private static func isUsual(_ count: Int) -> Bool { count == 20 || count == 25 }

  @inline(__always)
  private static func word(_ bytes: UnsafePointer<UInt8>, _ at: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  @inline(__always) private static func place(_ bytes: UnsafePointer<UInt8>) -> Int { Int(bytes[9] & 15) }

  /// The eleven bytes up to the time, some of them twice.
  @inline(__always)
  private static func date(_ bytes: UnsafePointer<UInt8>) -> (UInt64, UInt64) { (word(bytes, 0), word(bytes, 3)) }

  /// The bytes behind the time, of `count` in all.
  @inline(__always)
  private static func offset(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> (UInt64, UInt64) {
    (UInt64(count), word(bytes, count &- 8) &>> UInt64(truncatingIfNeeded: (27 &- count) &* 8))
  }

  /// The second of the day that eight bytes write as `00:00:00`; nil for any others.
  @inline(__always)
  private static func secondOfDay(_ bytes: UnsafePointer<UInt8>) -> Int64? {
    // Digits become their numbers, to which 6 can be added without reaching the upper half, and colons nothing.
    let digits = word(bytes, 11) ^ 0x3030_3A30_303A_3030
    let rest = (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 | digits & 0x0000_FF00_00FF_0000
    guard rest == 0 else { return nil }
    let pairs = digits &* 10 &+ digits &>> 8
    let (hour, minute, second) = (pairs & 0xFF, pairs &>> 24 & 0xFF, pairs &>> 48 & 0xFF)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return Int64(truncatingIfNeeded: hour &* 3600 &+ minute &* 60 &+ second)
  }
}
