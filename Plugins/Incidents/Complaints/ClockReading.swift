import ModuleKit

/// A clock of a complaint, read at an instant.
struct ClockReading {
  /// How it stands.
  enum State: String, CellWord {
    /// Done within the time, or after it.
    case met, late
    /// The time is over, and nothing is logged.
    case passed
    /// The time runs.
    case running
    /// Nothing is logged, and no instant says whether the time is over.
    case open
    /// What starts it is not logged.
    case notStarted = "not_started"
    /// Entries that the program cannot read have changed what it rests on.
    case unreadable
    /// Authors contradict each other on what it rests on.
    case unsettled
    /// It has started, and no length is logged.
    case noLength = "no_length"
    /// It starts after the instant.
    case notYet = "not_yet"
    /// No rule is logged.
    case noRule = "no_rule"

    var text: Text {
      switch self {
      case .met: Text(en: "done in time", es: "hecho en plazo")
      case .late: Text(en: "done late", es: "hecho fuera de plazo")
      case .passed: Text(en: "time over, nothing logged", es: "plazo vencido, nada registrado")
      case .running: Text(en: "running", es: "en curso")
      case .open: Text(en: "nothing logged", es: "nada registrado")
      case .notStarted: Text(en: "not started", es: "sin iniciar")
      case .unreadable:
        Text(en: "changed in ways this program cannot read", es: "cambiado de un modo que este programa no sabe leer")
      case .unsettled: Text(en: "not settled between authors", es: "sin acuerdo entre autores")
      case .noLength: Text(en: "started, no length logged", es: "iniciado, sin duración registrada")
      case .notYet: Text(en: "starts after the instant", es: "empieza después del instante")
      case .noRule: Text(en: "no rule logged", es: "ninguna norma registrada")
      }
    }
  }

  let clock: ComplaintClock
  let state: State
  /// When it was done, as far as the instant knows.
  let done: Instant?
  /// From the instant to the end of the time, in days, or from the act where it is done; below zero behind the end.
  let days: Double?

  /// `clock` read at `instant`; with none, only what is done and what is not.
  init(_ clock: ComplaintClock, at instant: Instant?) {
    self.clock = clock
    done = clock.done(by: instant)
    guard clock.act != nil, let due = clock.due, !clock.isUnreadable else {
      (state, days) = (Self.withoutEnd(clock), nil)
      return
    }
    if done == nil, let instant, let start = clock.triggeredAt, start > instant {
      (state, days) = (.notYet, nil)
      return
    }
    days = (done ?? instant).map { Double(due.seconds - $0.seconds) / 86_400 }
    state =
      switch (done, instant) {
      case (let done?, _): done <= due ? .met : .late
      case (nil, let instant?): instant <= due ? .running : .passed
      case (nil, nil): .open
      }
  }

  /// Why nothing can be said of the end of the time.
  private static func withoutEnd(_ clock: ComplaintClock) -> State {
    if clock.isUnreadable { return .unreadable }
    let needed = ComplaintClock.ruleFields.union([clock.trigger?.rawValue ?? "trigger"])
    if !needed.isDisjoint(with: clock.conflicts) { return .unsettled }
    if clock.act == nil { return .noRule }
    return clock.triggeredAt == nil ? .notStarted : .noLength
  }

  static let table = TableKind<ClockReading>(
    "clocks", Text(en: "Complaints and their clocks", es: "Reclamaciones y sus plazos"),
    columns: [
      .init("complaint", Text(en: "Complaint, as the log has it", es: "Reclamación, según el registro")) {
        $0.clock.complaint
      },
      .init("reference", Text(en: "Number", es: "Número")) { $0.clock.reference },
      .init("forum", Text(en: "Before", es: "Ante")) { $0.clock.forum },
      .init("act", Text(en: "Act", es: "Acto")) { $0.clock.act },
      .init("rule", Text(en: "Rule", es: "Norma")) { $0.clock.rule },
      .init("from", Text(en: "Runs from", es: "Corre desde")) { $0.clock.triggeredAt },
      .init("due", Text(en: "Due by", es: "Vence")) { $0.clock.due },
      .init("done", Text(en: "Done", es: "Hecho")) { $0.done },
      .init("state", Text(en: "State", es: "Situación")) { $0.state },
      .init("days_left", .days, Text(en: "Left at the act or instant (days)", es: "Restan al acto o instante (días)")) {
        $0.days
      },
    ])
}
