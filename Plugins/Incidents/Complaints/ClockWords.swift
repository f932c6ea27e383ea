import ModuleKit

/// Words for complaints and their clocks.
struct ClockWords {
  let zone: Zone
  /// The instant at which clocks are read.
  let instant: Instant?

  /// What readers call a complaint: its number, else the day of its filing; and before whom it is.
  func name(_ clock: ComplaintClock) -> Text {
    let forum = clock.forum.map { Text(en: " before \($0)", es: " ante \($0)") } ?? Text("")
    let name =
      if let number = clock.reference {
        Text(number)
      } else if let filed = clock.done[.file].map({ zone.clock(at: $0).day }) {
        Text(en: "filed on \(Language.english.day(filed))", es: "presentada el \(Language.spanish.day(filed))")
      } else {
        Text(en: "without a number", es: "sin número")
      }
    return Text(en: name.en + forum.en, es: name.es + forum.es)
  }

  /// What is to be said of a clock of which something is done, or that is read at an instant; nil for others.
  func clock(_ reading: ClockReading) -> Complaints.Clock? {
    guard let act = reading.clock.act, let due = reading.clock.due, let days = reading.days,
      let moment = reading.clock.done(by: instant) ?? instant
    else { return nil }
    return Complaints.Clock(
      days: Quantity(abs(days), .days), complaint: name(reading.clock), rule: rule(reading.clock), act: act.text,
      due: words(due), moment: words(moment))
  }

  /// What is to be said of a clock of which nothing is done, where no instant is asked; nil for others.
  func open(_ clock: ComplaintClock) -> Complaints.ClockOpen? {
    guard let act = clock.act, let due = clock.due else { return nil }
    return Complaints.ClockOpen(complaint: name(clock), rule: rule(clock), act: act.text, due: words(due))
  }

  func notStarted(_ clock: ComplaintClock) -> Complaints.ClockNotStarted {
    let trigger =
      switch clock.trigger {
      case .filed: Text(en: "the filing", es: "la presentación")
      case .answered: Text(en: "the answer", es: "la respuesta")
      case .decided: Text(en: "the decision", es: "la decisión")
      case .event, nil: Text(en: "what starts it", es: "el hecho que lo inicia")
      }
    return Complaints.ClockNotStarted(
      complaint: name(clock), rule: rule(clock), act: clock.act?.text ?? Text(""), trigger: trigger)
  }

  /// Each end with the rule that sets it, the earliest first.
  func rules(_ clocks: [ComplaintClock]) -> Text {
    Text { language in
      let by = language == .english ? "by" : "según"
      let ends = clocks.sorted { ($0.due?.seconds ?? 0, $0.rule ?? "") < ($1.due?.seconds ?? 0, $1.rule ?? "") }
        .compactMap { clock in
          clock.due.map { "\(words($0)[language]) \(by) \(rule(clock)[language])" }
        }
      return ends.joined(separator: "; ")
    }
  }

  private func rule(_ clock: ComplaintClock) -> Text {
    clock.rule.map { Text($0) } ?? Text(en: "a rule that is not named", es: "una norma sin nombrar")
  }

  private func words(_ instant: Instant) -> Text {
    let clock = zone.clock(at: instant)
    return Text { $0.moment(clock) }
  }
}
