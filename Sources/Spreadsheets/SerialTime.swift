internal import Times

/// Writes the days and times that spreadsheets keep as numbers.
enum SerialTime {
  /// From which day days are counted.
  enum Base {
    /// Day 1 is 1 January 1900, and day 60 a 29 February 1900 that never was.
    case from1900
    /// Day 0 is 1 January 1904.
    case from1904
  }

  /// Appends what `serial` days are in `form`: a day as `2017-11-26`, with a time as `2017-11-26 14:05:00`, a time alone
  /// as `14:05:00`, to the nearest second. False where no such day or time is.
  static func append(_ serial: Double, _ form: CellForm, _ base: Base, to out: inout ByteBuffer) -> Bool {
    let total = (serial * 86_400).rounded()
    guard total >= 0, total < 2_958_466 * 86_400 else { return false }
    let (days, seconds) = Int(total).quotientAndRemainder(dividingBy: 86_400)
    switch form {
    case .number, .percent: return false
    case .elapsed: append(seconds: Int(total), to: &out)
    case .time where days == 0: append(seconds: seconds, to: &out)
    case .date, .time, .dateTime:
      guard let day = day(days, base) else { return false }
      append(day, to: &out)
      if form != .date || seconds != 0 {
        out.append(UInt8(ascii: " "))
        append(seconds: seconds, to: &out)
      }
    }
    return true
  }

  private static func day(_ serial: Int, _ base: Base) -> Day? {
    switch base {
    case .from1904: Day(ordinal: serial - 24_107)
    case .from1900: serial < 1 || serial == 60 ? nil : Day(ordinal: serial - (serial < 60 ? 25_568 : 25_569))
    }
  }

  private static func append(_ day: Day, to out: inout ByteBuffer) {
    let (year, month, number) = day.components
    append(year / 100, to: &out)
    append(year % 100, to: &out)
    out.append(UInt8(ascii: "-"))
    append(month, to: &out)
    out.append(UInt8(ascii: "-"))
    append(number, to: &out)
  }

  private static func append(seconds: Int, to out: inout ByteBuffer) {
    let hours = seconds / 3600
    if hours < 100 { append(hours, to: &out) } else { out.append(text: "\(hours)") }
    out.append(UInt8(ascii: ":"))
    append(seconds / 60 % 60, to: &out)
    out.append(UInt8(ascii: ":"))
    append(seconds % 60, to: &out)
  }

  /// Two digits.
  private static func append(_ number: Int, to out: inout ByteBuffer) {
    out.append(UInt8(48 + number / 10))
    out.append(UInt8(48 + number % 10))
  }

  /// Appends a day, or a day and a time, that stand as ISO 8601 has them, with a blank between and without what is less
  /// than a second.
  static func append(iso text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) -> Bool {
    guard text.count >= 10, Day(iso: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[..<10])) != nil
    else { return false }
    out.append(UnsafeBufferPointer(rebasing: text[..<10]))
    if text.count == 10 { return true }
    guard text.count >= 16, text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " ") else { return false }
    out.append(UInt8(ascii: " "))
    let time = UnsafeBufferPointer(rebasing: text[11...].prefix(8))
    guard time.allSatisfy({ $0 &- 48 <= 9 || $0 == UInt8(ascii: ":") }), time.count == 5 || time.count == 8 else {
      return false
    }
    out.append(time)
    if time.count == 5 { out.append(text: ":00") }
    return true
  }

  /// Appends a length of time that stands as `PT14H05M00S`.
  static func append(duration text: String, to out: inout ByteBuffer) -> Bool {
    guard text.hasPrefix("PT"), text.utf8.count < 40 else { return false }
    var (total, number) = (0, 0)
    var isFraction = false
    for byte in text.utf8.dropFirst(2) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if !isFraction { number = min(number * 10 + Int(byte - 48), 1 << 40) }
      case UInt8(ascii: "."), UInt8(ascii: ","): isFraction = true
      case UInt8(ascii: "H"): (total, number) = (total + number * 3600, 0)
      case UInt8(ascii: "M"): (total, number) = (total + number * 60, 0)
      case UInt8(ascii: "S"): (total, number, isFraction) = (total + number, 0, false)
      default: return false
      }
    }
    append(seconds: total, to: &out)
    return true
  }
}
