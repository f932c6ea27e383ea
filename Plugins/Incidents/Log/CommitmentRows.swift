import Hashing
import Ledger
import ModuleKit

extension LedgerRows {
  /// The commitments of the ledger: who undertook what, by when, and what became of it.
  static let commitments = LedgerRows("commitments") { view, _ in
    view.records.filter { $0.kind == EntryKind.commitment.id }.map { commitment in
      var row = commitment.texts([
        "by", "what", "made_at", "due_from", "due_to", "legal_basis", "outcome", "done_at", "source", "url",
      ])
      row["id"] = commitment.id.hex
      if row["source"] == nil {
        row["source"] = "unknown"
        row["source_en"] = "a source that the log does not name"
        row["source_es"] = "una fuente que el registro no nombra"
      }
      let known = commitment.opening.known.rfc3339
      (row["published_from"], row["published_to"]) = (known, known)
      if !commitment.conflicts.isEmpty {
        row["conflicts"] = commitment.conflicts.joined(separator: String(LoggedIncidentFields.separator))
      }
      if !commitment.unreadable.isEmpty { row["unreadable"] = "true" }
      return row
    }
  }
}
