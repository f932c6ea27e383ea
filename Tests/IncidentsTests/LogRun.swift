import Incidents
import Ledger
import ModuleKit
import TestSupport

extension OperationRun {
  /// The run with what `desk` holds as its input `input`, of `kind`, as the host makes it; of an edition, of what was known at `asOf`.
  func giving(
    _ desk: Desk, _ rows: LedgerRows, _ kind: any AnyDatasetKind, as input: String, asOf: String? = nil
  ) throws -> OperationRun {
    let snapshot = try desk.ledger.snapshot()
    let instant = asOf.flatMap { Instant(rfc3339: $0) }
    let entries = instant.map { snapshot.entries(knownAt: $0) } ?? snapshot.entries
    let view = LedgerView(entries, kinds: incidents.entryKinds)
    let reading = DatasetReading(kind, DatasetDeclaration(), dataset: input, file: "ledger", zone: Self.zone)
    var source = try reading.source(of: rows.rows(of: view))
    if let instant { source = kind.known(source, at: instant) }
    let run = instant.map { known(at: $0) } ?? self
    return run.giving(LoadedDataset(source, kind: kind, content: try kind.content(of: source)), as: input)
  }
}
