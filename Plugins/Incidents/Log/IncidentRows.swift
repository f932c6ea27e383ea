import Hashing
import Ledger
import ModuleKit

extension LedgerRows {
  /// The incidents of the ledger: what can be counted of them. A field that authors set apart from one another has no value.
  static let incidents = LedgerRows("incidents") { view, _ in
    view.records.filter { $0.kind == EntryKind.incident.id }.map { incident in
      let separator = String(LoggedIncidentFields.separator)
      let known = incident.opening.known.rfc3339
      var row = [
        "id": incident.id.hex, "status": LoggedStatus(IncidentStanding(incident)).rawValue,
        "conflicts": incident.conflicts.joined(separator: separator),
        "recorded": (incident.entries.map(\.time).max() ?? incident.opening.time).rfc3339,
        "published_from": known, "published_to": known,
      ]
      for name in ["category", "severity", "area", "from"] { row[name] = incident.value(name)?.string }
      row["time_precision"] = incident.value("time_precision")?.integer.map { "\($0)" }
      // How well the day is known is contradicted: it is not known to the day.
      if incident.conflicts.contains("time_precision") { row["from"] = nil }
      let actors = (incident.value("actors")?.texts ?? []).map { $0.replacing(separator, with: ",") }
      row["actors"] = actors.joined(separator: separator)
      return row.filter { !$0.value.isEmpty }
    }
  }
}

extension LoggedStatus {
  /// How an incident with `standing` is counted.
  init(_ standing: IncidentStanding) {
    switch standing.caveat {
    case .disputed: self = .disputed
    case .unreadable: self = .unreadable
    case .verifiedByItsAuthor: self = .verifiedByItsAuthor
    case .secondPersonNotEstablished, nil: self.init(standing.statuses[0])
    }
  }

  /// How an incident with `status`, against which nothing speaks, is counted.
  init(_ status: IncidentStatus) {
    self =
      switch status {
      case .new: .new
      case .inReview: .inReview
      case .corroborated: .corroborated
      case .verified: .verified
      case .refuted: .refuted
      case .notElectionRelated: .notElectionRelated
      case .duplicateOf: .duplicateOf
      case .closed: .closed
      case .reopened: .reopened
      }
  }
}
