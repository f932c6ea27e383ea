public import Language
public import Times

extension Publication {
  /// When it was published, for readers, in the mission's zone: `between 00:00 and 06:00 on 27 November 2017`; a whole
  /// day is told as the day.
  public func text(in zone: Zone) -> Text {
    let (from, to) = (self.from.map(zone.clock), self.to.map(zone.clock))
    let (en, es) = (Language.english, Language.spanish)
    switch (from, to) {
    case (nil, nil): return Text(en: "at an unknown time", es: "en un momento desconocido")
    case (nil, let to?): return Text(en: "by \(en.moment(to))", es: "a más tardar a \(es.moment(to))")
    case (let from?, nil): return Text(en: "not before \(en.moment(from))", es: "no antes de \(es.moment(from))")
    case (let from?, let to?) where from == to: return Text(en: "at \(en.moment(from))", es: "a \(es.moment(from))")
    case (let from?, let to?) where from.day == to.day && from.isFirstSecond && to.isLastSecond:
      return Text(en: "on \(en.day(from.day))", es: "el \(es.day(from.day))")
    case (let from?, let to?) where from.day == to.day:
      return Text(
        en: "between \(en.hour(from)) and \(en.moment(to))", es: "entre \(es.hour(from)) y \(es.moment(to))")
    case (let from?, let to?):
      let hasYear = from.day.components.year != to.day.components.year
      return Text(
        en: "between \(en.moment(from, hasYear: hasYear)) and \(en.moment(to))",
        es: "entre \(es.moment(from, hasYear: hasYear)) y \(es.moment(to))")
    }
  }
}

extension ClockTime {
  fileprivate var isFirstSecond: Bool { hour == 0 && minute == 0 && second == 0 }
  fileprivate var isLastSecond: Bool { hour == 23 && minute == 59 && second == 59 }
}
