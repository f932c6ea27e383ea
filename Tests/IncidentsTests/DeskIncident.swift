import Incidents
import Ledger
import ModuleKit
import TestSupport
import Testing

extension Desk {
  func view() throws -> LedgerView { try view(of: incidents.entryKinds) }

  /// The only incident.
  func incident() throws -> RecordView {
    try #require(view().records.first { $0.kind == EntryKind.incident.id })
  }

  func set(_ fields: [String: Value]) throws { try write(EntryKind.incident.change(fields, of: incident())) }
}
