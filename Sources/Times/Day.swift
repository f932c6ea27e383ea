/// A day of the Gregorian calendar, in the years 0 to 9999.
public struct Day: Sendable, Hashable, Comparable {
  // Columns of days hold millions: all days that have a name fit in four bytes.
  @usableFromInline let stored: Int32

  /// Days since 1970-01-01.
  @inlinable public var ordinal: Int { Int(stored) }

  /// The day `ordinal` days after 1970-01-01; of days millions of years away, the last that fits.
  @inlinable public init(ordinal: Int) { stored = Int32(clamping: ordinal) }

  /// Days compare in order of time.
  public static func < (a: Day, b: Day) -> Bool { a.ordinal < b.ordinal }

  /// The day of a year, month (1 to 12) and day of the month; nil where the calendar has none.
  ///
  /// Algorithm: years that begin in March, eras of 400 years (146,097 days).
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(of: month, in: year)
    else { return nil }
    let march = month > 2 ? year : year - 1
    let era = (march >= 0 ? march : march - 399) / 400
    let yearOfEra = march - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    self.init(ordinal: era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
  }

  /// Year, month (1 to 12) and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = ordinal + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day {
  /// Reads an ISO 8601 calendar date of ten characters, `2017-11-26`; nil for anything else.
  public init?(iso text: some StringProtocol) {
    var copy = String(text)
    let parsed = copy.withUTF8 { Day(iso: UnsafeRawBufferPointer($0)) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// Reads an ISO 8601 calendar date from UTF-8 bytes; costs no allocation.
  public init?(iso bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let century = twoDigits(bytes, 0), let year = twoDigits(bytes, 2), let month = twoDigits(bytes, 5),
      let day = twoDigits(bytes, 8)
    else { return nil }
    self.init(year: century * 100 + year, month: month, day: day)
  }

  /// The day in ISO 8601: `2017-11-26`.
  public var iso: String {
    let (year, month, day) = components
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      + "-\(twoPlaces(month))-\(twoPlaces(day))"
  }
}

extension Day: CustomStringConvertible {
  /// The day in ISO 8601.
  public var description: String { iso }
}
