public import Language
public import Times

extension Publication {
  /// When it was published, for readers, in the mission's zone: `on 27 November 2017, between 00:00 and 06:00`; a
  /// whole day is told as the day.
  public func text(in zone: Zone) -> Text {
    let (from, to) = (self.from.map(zone.clock), self.to.map(zone.clock))
    switch (from, to) {
    case (nil, nil): return Text(en: "at an unknown time", es: "en un momento desconocido")
    case (nil, let to?):
      return Text(en: "by \(Language.english.time(to))", es: "a más tardar el \(Language.spanish.time(to))")
    case (let from?, nil):
      return Text(en: "not before \(Language.english.time(from))", es: "no antes del \(Language.spanish.time(from))")
    case (let from?, let to?) where from == to:
      return Text(en: "on \(Language.english.time(from))", es: "el \(Language.spanish.time(from))")
    case (let from?, let to?) where from.day == to.day && from.isFirstSecond && to.isLastSecond:
      return Text(en: "on \(Language.english.day(from.day))", es: "el \(Language.spanish.day(from.day))")
    case (let from?, let to?) where from.day == to.day:
      return Text(
        en: "on \(Language.english.day(from.day)), between \(from.clock) and \(to.clock)",
        es: "el \(Language.spanish.day(from.day)), entre las \(from.clock) y las \(to.clock)")
    case (let from?, let to?):
      return Text(
        en: "between \(Language.english.time(from)) and \(Language.english.time(to))",
        es: "entre el \(Language.spanish.time(from)) y el \(Language.spanish.time(to))")
    }
  }
}

extension ClockTime {
  fileprivate var isFirstSecond: Bool { hour == 0 && minute == 0 && second == 0 }
  fileprivate var isLastSecond: Bool { hour == 23 && minute == 59 && second == 59 }
}
