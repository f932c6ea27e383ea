import ModuleKit

/// What is done in a complaint.
enum ComplaintAct: String, CellWord, FieldValue {
  case file, answer, decide, remedy

  var text: Text {
    switch self {
    case .file: Text(en: "filing", es: "la presentación")
    case .answer: Text(en: "an answer", es: "una respuesta")
    case .decide: Text(en: "a decision", es: "una decisión")
    case .remedy: Text(en: "the remedy", es: "el remedio")
    }
  }
}

/// What starts the clock of a deadline.
enum DeadlineTrigger: String, CaseIterable, FieldValue {
  case filed, answered, decided, event
}

/// In what a deadline is counted.
enum DeadlineUnit: String, CaseIterable, FieldValue {
  case hours, days
  /// Days but Saturdays and Sundays. Holidays are not known here.
  case workingDays = "working_days"
}

/// How a complaint was decided.
enum ComplaintDecision: String, CellWord, FieldValue {
  case upheld
  case partlyUpheld = "partly_upheld"
  case dismissed, inadmissible, withdrawn

  var text: Text {
    switch self {
    case .upheld: Text(en: "upheld", es: "estimada")
    case .partlyUpheld: Text(en: "upheld in part", es: "estimada en parte")
    case .dismissed: Text(en: "dismissed", es: "desestimada")
    case .inadmissible: Text(en: "held inadmissible", es: "inadmitida")
    case .withdrawn: Text(en: "withdrawn", es: "retirada")
    }
  }
}

/// The time that a rule sets: a length from its trigger, or an instant of its own.
///
/// Days are counted from the day after the trigger, in the mission's zone, and the time ends with the last of them; hours are counted
/// from the trigger itself.
struct Deadline {
  /// The longest, in its unit: ten years of days.
  static let longest = 3660

  let length: Int
  let unit: DeadlineUnit

  /// When the time ends that begins at `trigger`, which it still holds.
  func end(from trigger: Instant, in zone: Zone) -> Instant {
    let day = zone.clock(at: trigger).day
    return switch unit {
    case .hours: Instant(seconds: trigger.seconds + Int64(length) * 3600)
    case .days: Self.end(of: Day(ordinal: day.ordinal + length), in: zone)
    case .workingDays: Self.end(of: day.afterWorkingDays(length), in: zone)
    }
  }

  /// The last second of `day`.
  private static func end(of day: Day, in zone: Zone) -> Instant {
    Instant(seconds: zone.start(of: Day(ordinal: day.ordinal + 1)).seconds - 1)
  }
}

extension Day {
  /// Whether it is a Saturday or a Sunday: 1 January 1970, of ordinal 0, was a Thursday.
  private var isWeekend: Bool { ((ordinal + 3) % 7 + 7) % 7 >= 5 }

  /// The day on which `count` working days have passed since this one.
  fileprivate func afterWorkingDays(_ count: Int) -> Day {
    var (day, left) = (self, count)
    while left > 0 {
      day = Day(ordinal: day.ordinal + 1)
      if !day.isWeekend { left -= 1 }
    }
    return day
  }
}
