import ModuleKit

extension Commitments {
  /// What a log of commitments does not show.
  static let caution = Text(
    en:
      "What is not logged may have been done all the same. What was undertaken is in the words of whoever logged it, and what became of it is what the mission concluded from its sources.",
    es:
      "Lo que no consta puede haberse hecho de todos modos. A qué se comprometieron está en palabras de quien lo anotó, y en qué quedó es lo que la misión concluyó de sus fuentes."
  )

  /// How it is told whether a commitment was kept.
  static let method = Text(
    en:
      "kept or late by the time at which it was kept and the latest at which it was due, where both are logged; else what the log says became of it",
    es:
      "cumplido o tarde según la hora en que se cumplió y la última en que vencía, si constan ambas; si no, lo que el registro dice de él"
  )

  /// What became of a commitment.
  struct Standing {
    let by, source, what, due: Text
    /// When it was kept, with a blank before it; empty where that is not logged.
    let moment: Text

    /// The kind for commitments in `state`; nil for those of which nothing became yet, or that cannot be told.
    static func kind(of state: CommitmentReading.State) -> FindingKind<Standing>? {
      switch state {
      case .kept: kept
      case .keptLate: keptLate
      case .notKept: notKept
      case .withdrawn: withdrawn
      case .open: open
      case .passed, .running, .unreadable, .unsettled: nil
      }
    }

    static let kept = kind(
      "commitment_kept", .info,
      Sentence(
        en:
          "Commitment of \(\.by), according to \(\.source): \(\.what), \(\.due). By the mission's log it was kept\(\.moment).",
        es:
          "Compromiso de \(\.by), según \(\.source): \(\.what), \(\.due). Según el registro de la misión se cumplió\(\.moment)."
      ), [.init("moment", \.moment)], made: "kept,", notMade: "not_kept,")
    static let keptLate = kind(
      "commitment_kept_late", .notice,
      Sentence(
        en:
          "Commitment of \(\.by), according to \(\.source): \(\.what), \(\.due). By the mission's log it was kept late\(\.moment).",
        es:
          "Compromiso de \(\.by), según \(\.source): \(\.what), \(\.due). Según el registro de la misión se cumplió tarde\(\.moment)."
      ), [.init("moment", \.moment)], made: "kept,2020-01-06T12:00:00Z", notMade: "kept,2020-01-04T12:00:00Z")
    static let notKept = kind(
      "commitment_not_kept", .notice,
      Sentence(
        en:
          "Commitment of \(\.by), according to \(\.source): \(\.what), \(\.due). By the mission's log it was not kept.",
        es:
          "Compromiso de \(\.by), según \(\.source): \(\.what), \(\.due). Según el registro de la misión no se cumplió."
      ), [], made: "not_kept,", notMade: "not_kept,2020-01-06T12:00:00Z")
    static let withdrawn = kind(
      "commitment_withdrawn", .info,
      Sentence(
        en:
          "Commitment of \(\.by), according to \(\.source): \(\.what), \(\.due). By the mission's log it was withdrawn.",
        es: "Compromiso de \(\.by), según \(\.source): \(\.what), \(\.due). Según el registro de la misión se retiró."
      ), [], made: "withdrawn,", notMade: "kept,")
    static let open = kind(
      "commitment_open", .info,
      Sentence(
        en:
          "Commitment of \(\.by), according to \(\.source): \(\.what), \(\.due). The mission's log does not say what became of it.",
        es:
          "Compromiso de \(\.by), según \(\.source): \(\.what), \(\.due). El registro de la misión no dice en qué quedó."
      ), [], made: ",", notMade: "kept,")

    private static func kind(
      _ code: String, _ severity: Severity, _ sentence: Sentence<Standing>, _ further: [FindingKind<Standing>.Word],
      made: String, notMade: String
    ) -> FindingKind<Standing> {
      func rows(_ end: String) -> FindingExample.Dataset {
        FindingExample.Dataset(
          "id,by,what,source,due_to,outcome,done_at\n1,the board,all sheets online,radio,2020-01-05T12:00:00Z,\(end)")
      }
      return FindingKind(
        severity, code: code, sentence, caution: caution, method: method,
        words: [.init("by", \.by), .init("source", \.source), .init("what", \.what), .init("due", \.due)] + further,
        examples: [
          FindingExample("It was due by a time.", ["commitments": rows(made)], finds: "1"),
          FindingExample("Otherwise.", ["commitments": rows(notMade)]),
        ])
    }
  }

  /// How the time of a commitment stands of which nothing is logged yet.
  struct Term {
    /// From the instant asked to the end of the time, or back to it.
    let days: Quantity
    let by, source, what, due: Text
    /// The instant asked.
    let moment: Text

    /// The kind for commitments in `state`; nil for those of which something became.
    static func kind(of state: CommitmentReading.State) -> FindingKind<Term>? {
      switch state {
      case .passed: passed
      case .running: running
      case .kept, .keptLate, .notKept, .withdrawn, .open, .unreadable, .unsettled: nil
      }
    }

    static let passed = kind(
      "commitment_time_over", .notice,
      Sentence(
        en:
          "Commitment of \(\.by), according to \(\.source): \(\.what), \(\.due). At \(\.moment), \(\.days) after, the mission's log does not say that it was kept.",
        es:
          "Compromiso de \(\.by), según \(\.source): \(\.what), \(\.due). A \(\.moment), \(\.days) después, el registro de la misión no dice que se cumpliera."
      ), made: "2020-01-06T12:00:00Z", notMade: "2020-01-05T12:00:00Z")
    static let running = kind(
      "commitment_running", .info,
      Sentence(
        en: "Commitment of \(\.by), according to \(\.source): \(\.what), \(\.due): \(\.days) left at \(\.moment).",
        es: "Compromiso de \(\.by), según \(\.source): \(\.what), \(\.due): restan \(\.days) a \(\.moment)."
      ), made: "2020-01-05T12:00:00Z", notMade: "2020-01-06T12:00:00Z")

    private static func kind(
      _ code: String, _ severity: Severity, _ sentence: Sentence<Term>, made: String, notMade: String
    ) -> FindingKind<Term> {
      let lines = FindingExample.Dataset(
        "id,by,what,source,due_to\n1,the board,all sheets online,radio,2020-01-05T12:00:00Z")
      return FindingKind(
        severity, code: code, sentence, caution: caution, method: method,
        numbers: [
          .init(
            "days", \.days, .days,
            Text(
              en: "days between the end of the time and the instant asked",
              es: "días entre el final del plazo y el instante pedido"))
        ],
        words: [
          .init("by", \.by), .init("source", \.source), .init("what", \.what), .init("due", \.due),
          .init("moment", \.moment),
        ],
        examples: [
          FindingExample("Due by a time.", ["commitments": lines], with: ["at": .string(made)], finds: "1"),
          FindingExample("Otherwise.", ["commitments": lines], with: ["at": .string(notMade)]),
        ])
    }
  }
}
