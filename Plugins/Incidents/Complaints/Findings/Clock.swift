import ModuleKit

extension Complaints {
  /// What the times of rules do not show.
  enum Caution {
    static let clocks = Text(
      en:
        "What is not logged may have been done all the same. Holidays are not known here, and which rule holds is a question of law.",
      es:
        "Lo que no consta puede haberse hecho de todos modos. Aquí no se conocen los festivos, y qué norma rige es una cuestión jurídica."
    )
  }

  /// How times are counted.
  static let method = Text(
    en:
      "days are counted from the day after what starts them, in the mission's zone, up to the end of the last one; working days leave out Saturdays and Sundays; hours are counted from the start itself",
    es:
      "los días se cuentan desde el siguiente al hecho que los inicia, en la zona de la misión, hasta el final del último; los hábiles omiten sábados y domingos; las horas se cuentan desde el propio inicio"
  )

  /// The time that a rule sets for an act, and what was done.
  struct Clock {
    /// From the act, or from the instant asked, to the end of the time, or back to it.
    let days: Quantity
    let complaint, rule, act, due: Text
    /// When it was done, or the instant asked.
    let moment: Text

    /// The kind for clocks in `state`; nil for those that have no end, and for what is not done where no instant is asked.
    static func kind(of state: ClockReading.State) -> FindingKind<Clock>? {
      switch state {
      case .met: met
      case .late: late
      case .passed: passed
      case .running: running
      case .open, .notStarted, .unreadable, .unsettled, .noLength, .notYet, .noRule: nil
      }
    }

    static let passed = kind(
      "clock_passed", .notice,
      Sentence(
        en:
          "Complaint \(\.complaint): by \(\.rule), \(\.act) was due by \(\.due); nothing is logged at \(\.moment), \(\.days) after.",
        es:
          "Reclamación \(\.complaint): según \(\.rule), el plazo para \(\.act) venció a \(\.due); a \(\.moment), \(\.days) después, no consta que se cumpliera."
      ),
      made: ("", "2020-01-06T06:00:00Z"), notMade: ("", "2020-01-05T00:00:00Z"))
    static let late = kind(
      "clock_late", .notice,
      Sentence(
        en:
          "Complaint \(\.complaint): by \(\.rule), \(\.act) was due by \(\.due) and is logged for \(\.moment), \(\.days) after.",
        es:
          "Reclamación \(\.complaint): según \(\.rule), el plazo para \(\.act) venció a \(\.due) y consta a \(\.moment), \(\.days) después."
      ),
      made: ("2020-01-06T12:00:00Z", nil), notMade: ("2020-01-05T12:00:00Z", nil))
    static let running = kind(
      "clock_running", .info,
      Sentence(
        en: "Complaint \(\.complaint): by \(\.rule), \(\.act) is due by \(\.due): \(\.days) left at \(\.moment).",
        es:
          "Reclamación \(\.complaint): según \(\.rule), el plazo para \(\.act) vence a \(\.due): restan \(\.days) a \(\.moment)."
      ),
      made: ("", "2020-01-05T00:00:00Z"), notMade: ("", "2020-01-07T00:00:00Z"))
    static let met = kind(
      "clock_met", .info,
      Sentence(
        en: "Complaint \(\.complaint): by \(\.rule), \(\.act) was due by \(\.due) and is logged for \(\.moment).",
        es:
          "Reclamación \(\.complaint): según \(\.rule), el plazo para \(\.act) vencía a \(\.due) y consta a \(\.moment)."
      ),
      made: ("2020-01-02T00:00:00Z", nil), notMade: ("", nil))

    private typealias Sample = (decided: String, at: String?)

    private static func kind(
      _ code: String, _ severity: Severity, _ sentence: Sentence<Clock>, made: Sample, notMade: Sample
    ) -> FindingKind<Clock> {
      // Four days from New Year's Day in the examples' zone end with 5 January there, at 05:59:59 of the next day in UTC.
      func example(_ title: String, _ sample: Sample, finds subjects: String...) -> FindingExample {
        let row = "1,k,decide,Law 1,filed,2020-01-01T12:00:00Z,4,\(sample.decided)"
        let lines = FindingExample.Dataset("id,complaint,act,rule,trigger,filed,length,decided\n" + row)
        let at = sample.at.map { ["at": Value.string($0)] } ?? [:]
        return subjects.isEmpty
          ? FindingExample(title, ["complaints": lines], with: at)
          : FindingExample(title, ["complaints": lines], with: at, finds: subjects[0])
      }
      return FindingKind(
        severity, code: code, sentence, caution: Caution.clocks, method: method,
        numbers: [
          .init(
            "days", \.days, .days,
            Text(
              en: "days between the end of the time and the act, or the instant asked",
              es: "días entre el final del plazo y el acto, o el instante pedido"))
        ],
        words: [
          .init("complaint", \.complaint), .init("rule", \.rule), .init("act", \.act), .init("due", \.due),
          .init("moment", \.moment),
        ], examples: [example("Four days to decide.", made, finds: "1"), example("Otherwise.", notMade)])
    }
  }

  /// Nothing is done, and no instant is asked.
  struct ClockOpen: FindingShape {
    let complaint, rule, act, due: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "Complaint \(\.complaint): by \(\.rule), \(\.act) is due by \(\.due); nothing is logged.",
        es:
          "Reclamación \(\.complaint): según \(\.rule), el plazo para \(\.act) vence a \(\.due); no consta que se cumpliera."
      ),
      caution: Caution.clocks, method: method,
      words: [.init("complaint", \.complaint), .init("rule", \.rule), .init("act", \.act), .init("due", \.due)],
      examples: [
        FindingExample(
          "No instant is asked.", ["complaints": "id,complaint,act,rule,due\n1,k,decide,Law 1,2020-01-05T12:00:00Z"],
          finds: "1"),
        FindingExample(
          "An instant is asked.", ["complaints": "id,complaint,act,rule,due\n1,k,decide,Law 1,2020-01-05T12:00:00Z"],
          with: ["at": "2020-01-01T00:00:00Z"]),
      ])
  }

  /// What starts the clock is not logged.
  struct ClockNotStarted: FindingShape {
    let complaint, rule, act, trigger: Text

    static let kind = FindingKind<Self>(
      .info, placement: .annex,
      Sentence(
        en:
          "Complaint \(\.complaint): by \(\.rule), the time for \(\.act) runs from \(\.trigger), which is not logged.",
        es:
          "Reclamación \(\.complaint): según \(\.rule), el plazo para \(\.act) corre desde \(\.trigger), que no consta."
      ),
      caution: Caution.clocks, method: method,
      words: [
        .init("complaint", \.complaint), .init("rule", \.rule), .init("act", \.act), .init("trigger", \.trigger),
      ],
      examples: [
        FindingExample(
          "It runs from the decision.",
          ["complaints": "id,complaint,act,rule,trigger,length\n1,k,remedy,Law 1,decided,4"], finds: "1"),
        FindingExample(
          "It says its end itself.",
          ["complaints": "id,complaint,act,rule,due\n1,k,remedy,Law 1,2020-01-05T12:00:00Z"]),
      ])
  }
}
