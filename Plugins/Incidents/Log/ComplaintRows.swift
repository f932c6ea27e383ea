import Hashing
import Ledger
import ModuleKit

extension LedgerRows {
  /// The complaints of the ledger with their deadlines: offices, rules and times, and nothing of what was argued.
  static let complaints = LedgerRows("complaints") { view, _ in
    let deadlines = Dictionary(
      grouping: view.records.filter { $0.kind == EntryKind.deadline.id }, by: { $0.value("complaint")?.string ?? "" })
    return view.records.filter { $0.kind == EntryKind.complaint.id }.flatMap { complaint -> [[String: String]] in
      let own = complaint.texts(["reference", "forum", "filed", "answered", "decided", "remedied", "decision"])
      return (deadlines[complaint.id.hex].map { $0.map(Optional.some) } ?? [nil]).map { deadline in
        var row = own
        let known = max(complaint.opening.known, deadline?.opening.known ?? complaint.opening.known).rfc3339
        row["id"] = (deadline ?? complaint).id.hex
        row["complaint"] = complaint.id.hex
        (row["published_from"], row["published_to"]) = (known, known)
        row.merge(deadline?.texts(["act", "rule", "trigger", "trigger_at", "unit", "due", "length"]) ?? [:]) { $1 }
        let conflicts = complaint.conflicts + (deadline?.conflicts ?? [])
        if !conflicts.isEmpty { row["conflicts"] = conflicts.joined(separator: String(LoggedIncidentFields.separator)) }
        if !complaint.unreadable.isEmpty || deadline?.unreadable.isEmpty == false { row["unreadable"] = "true" }
        return row
      }
    }
  }
}
