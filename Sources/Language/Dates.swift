public import Times

extension Language {
  /// A day in words: `26 November 2017`, `26 de noviembre de 2017`.
  public func day(_ day: Day) -> String {
    let year = day.components.year
    switch self {
    case .english: return "\(dayOfYear(day)) \(year)"
    case .spanish: return "\(dayOfYear(day)) de \(year)"
    }
  }

  /// A day and month in few letters, for axes: `26 Nov`, `26 nov`.
  public func shortDay(_ day: Day) -> String {
    let (_, month, date) = day.components
    switch self {
    case .english: return "\(date) \(Self.englishMonths[month - 1].prefix(3))"
    case .spanish: return "\(date) \(Self.spanishMonths[month - 1].prefix(3))"
    }
  }

  /// A day without its year: `26 November`, `26 de noviembre`.
  public func dayOfYear(_ day: Day) -> String {
    let (_, month, date) = day.components
    switch self {
    case .english: return "\(date) \(Self.englishMonths[month - 1])"
    case .spanish: return "\(date) de \(Self.spanishMonths[month - 1])"
    }
  }

  /// A day for tables, in few letters that stay together: `27 Nov 2017`, `27 nov 2017`.
  public func tableDay(_ day: Day) -> String {
    "\(shortDay(day)) \(day.components.year)".replacing(" ", with: "\u{A0}")
  }

  /// A local time for tables: `27 Nov 2017, 06:00`, `27 nov 2017, 06:00`.
  public func time(_ clock: ClockTime) -> String { "\(tableDay(clock.day)), \(clock.clock)" }

  /// A local time for sentences, with the article that Spanish needs: `06:00 on 27 November 2017`,
  /// `las 06:00 del 27 de noviembre de 2017`; without the year where `hasYear` is false.
  public func moment(_ clock: ClockTime, hasYear: Bool = true) -> String {
    let day = hasYear ? day(clock.day) : dayOfYear(clock.day)
    switch self {
    case .english: return "\(clock.clock) on \(day)"
    case .spanish: return "\(hour(clock)) del \(day)"
    }
  }

  /// The time of day, with the article that Spanish needs: `06:00`, `las 06:00`, `la 01:00`.
  public func hour(_ clock: ClockTime) -> String {
    switch self {
    case .english: clock.clock
    case .spanish: (clock.hour == 1 ? "la " : "las ") + clock.clock
    }
  }

  /// An offset from UTC: `UTC−06:00`.
  public func offset(_ seconds: Int) -> String {
    guard seconds != 0 else { return "UTC" }
    let minutes = abs(seconds) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "UTC\(seconds < 0 ? "\u{2212}" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let spanishMonths = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
  ]
}
