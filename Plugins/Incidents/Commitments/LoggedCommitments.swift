import ModuleKit

/// What offices and parties undertook to do, by a mission's log.
struct LoggedCommitments: Sendable {
  /// Where they come from.
  let source: DatasetSource
  /// The commitments, in the order of the file.
  let all: [LoggedCommitment]

  /// `commitments` as evidence.
  func evidence(_ commitments: [LoggedCommitment]) -> Evidence { source.evidence(commitments.map(\.provenance)) }
}

/// What became of a commitment, as the mission concluded.
enum CommitmentOutcome: String, CaseIterable, FieldValue {
  case kept
  case keptLate = "kept_late"
  case notKept = "not_kept"
  case withdrawn
}

/// What one office or party undertook to do.
struct LoggedCommitment {
  /// Its key, source and times of publication.
  let provenance: Provenance
  /// Who undertook it.
  let by: String
  /// What it undertook.
  let what: String
  /// The law that asks for it.
  let legalBasis: String?
  /// When it did so.
  let madeAt: Instant?
  /// The earliest and the latest instant at which it is due, as far as they are logged.
  let dueFrom, dueTo: Instant?
  /// What became of it, as far as that is logged.
  let outcome: CommitmentOutcome?
  /// When it was kept, as far as that is logged.
  let doneAt: Instant?
  /// The fields that authors set apart from one another.
  let conflicts: [String]
  /// Whether entries that the program cannot read have changed it.
  let isUnreadable: Bool

  /// The fields on which it rests whether it was kept.
  static let standingFields: Set = ["due_from", "due_to", "outcome", "done_at"]
}

/// The fields of logged commitments.
struct LoggedCommitmentFields: SourcedFields {
  let id = Field<String>("id", role: .key, "the commitment's key; of a ledger, the id of its entry")
  let by = Field<String>("by", role: .required, "who undertook it: an office or a party")
  let what = Field<String>("what", role: .required, "what it undertook")
  let legalBasis = Field<String>("legal_basis", "the law that asks for it, with its article")
  let madeAt = Field<Instant>("made_at", "when it did so")
  let dueFrom = Field<Instant>("due_from", "the earliest instant at which it is due")
  let dueTo = Field<Instant>("due_to", "the latest such instant")
  let outcome = Field<CommitmentOutcome>("outcome", "what became of it, as far as that is known")
  let doneAt = Field<Instant>("done_at", "when it was kept")
  let conflicts = Field<String>(
    "conflicts", "the fields that authors set apart from one another, with `;` between them")
  let unreadable = Field<Bool>("unreadable", "whether entries that the program cannot read have changed it")
  let provenance = ProvenanceFields()
}

extension DatasetKind where Content == LoggedCommitments {
  /// Commitments, one a row.
  static var commitments: Self {
    DatasetKind("commitments", "what offices and parties undertook to do, one a row; `from: ledger` reads it there") {
      _ in
      LoggedCommitmentFields()
    } load: { source, fields in
      LoggedCommitments(
        source: source,
        all: fields.provenance.provenances(keys: fields.id, in: source).enumerated().map { row, provenance in
          LoggedCommitment(
            provenance: provenance, by: fields.by[row] ?? "", what: fields.what[row] ?? "",
            legalBasis: fields.legalBasis.filled(row), madeAt: fields.madeAt[row], dueFrom: fields.dueFrom[row],
            dueTo: fields.dueTo[row], outcome: fields.outcome[row], doneAt: fields.doneAt[row],
            conflicts: LoggedIncidentFields.list(fields.conflicts[row]), isUnreadable: fields.unreadable[row] ?? false)
        })
    }
  }
}
