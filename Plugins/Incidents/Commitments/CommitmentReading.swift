import ModuleKit

/// How a commitment stands, read at an instant.
struct CommitmentReading {
  /// How it stands.
  enum State: String, CellWord, CaseIterable {
    case kept
    case keptLate = "kept_late"
    case notKept = "not_kept"
    case withdrawn
    /// Its time is over, and nothing is logged of it.
    case passed
    /// Its time runs.
    case running
    /// Nothing is logged of it, and no instant says whether its time is over.
    case open
    /// Entries that the program cannot read have changed it.
    case unreadable
    /// Authors contradict each other on what it rests on.
    case unsettled

    var text: Text {
      switch self {
      case .kept: Text(en: "kept", es: "cumplido")
      case .keptLate: Text(en: "kept late", es: "cumplido tarde")
      case .notKept: Text(en: "not kept", es: "no cumplido")
      case .withdrawn: Text(en: "withdrawn", es: "retirado")
      case .passed: Text(en: "time over, nothing logged", es: "plazo vencido, nada registrado")
      case .running: Text(en: "time running", es: "plazo en curso")
      case .open: Text(en: "open", es: "pendiente")
      case .unreadable:
        Text(en: "changed in ways this program cannot read", es: "cambiado de un modo que este programa no sabe leer")
      case .unsettled: Text(en: "not settled between authors", es: "sin acuerdo entre autores")
      }
    }
  }

  let commitment: LoggedCommitment
  let state: State
  /// When it was kept, as far as that was known at the instant.
  let done: Instant?
  /// From the instant, or from when it was kept, to the end of its time, in days; below zero behind it.
  let days: Double?

  /// `commitment` read at `instant`; with none, only what became of it is.
  init(_ commitment: LoggedCommitment, at instant: Instant?) {
    self.commitment = commitment
    let isYetToCome = commitment.doneAt.flatMap { done in instant.map { done > $0 } } ?? false
    let done = isYetToCome ? nil : commitment.doneAt
    self.done = done
    days = commitment.dueTo.flatMap { due in (done ?? instant).map { Double(due.seconds - $0.seconds) / 86_400 } }
    state =
      if commitment.isUnreadable {
        .unreadable
      } else if !LoggedCommitment.standingFields.isDisjoint(with: commitment.conflicts) {
        .unsettled
      } else if let settled = Self.settled(isYetToCome ? nil : commitment.outcome, done, commitment.dueTo) {
        settled
      } else if let due = commitment.dueTo, let instant {
        instant <= due ? .running : .passed
      } else {
        .open
      }
  }

  /// What became of it: by the times, where they are logged, else as the mission concluded.
  private static func settled(_ outcome: CommitmentOutcome?, _ done: Instant?, _ due: Instant?) -> State? {
    if let done, let due, outcome != .withdrawn { return done <= due ? .kept : .keptLate }
    return switch outcome {
    case .kept: .kept
    case .keptLate: .keptLate
    case .notKept: .notKept
    case .withdrawn: .withdrawn
    case nil: done == nil ? nil : .kept
    }
  }

  static let table = TableKind<CommitmentReading>(
    "commitments", Text(en: "Commitments", es: "Compromisos"),
    columns: [
      .init("commitment", Text(en: "Commitment, as the log has it", es: "Compromiso, según el registro")) {
        $0.commitment.provenance.key
      },
      .init("by", Text(en: "Who", es: "Quién")) { $0.commitment.by },
      .init("what", Text(en: "What", es: "Qué")) { $0.commitment.what },
      .init("legal_basis", Text(en: "Law that asks for it", es: "Norma que lo pide")) { $0.commitment.legalBasis },
      .init("source", Text(en: "Known from", es: "Se sabe por")) { $0.commitment.provenance.source },
      .init("made", Text(en: "Made", es: "Asumido")) { $0.commitment.madeAt },
      .init("due_from", Text(en: "Due from", es: "Vence desde")) { $0.commitment.dueFrom },
      .init("due_to", Text(en: "Due by", es: "Vence a más tardar")) { $0.commitment.dueTo },
      .init("state", Text(en: "State", es: "Situación")) { $0.state },
      .init("done", Text(en: "Kept at", es: "Cumplido el")) { $0.done },
      .init(
        "days_left", .days,
        Text(en: "Left when kept or at the instant (days)", es: "Restan al cumplirse o al instante (días)")
      ) { $0.days },
    ])
}
