public import ModuleKit

/// The analyses of recounts and checks: what they hold, and what a draw could or could not show.
public let recount = SwiftModule(
  "recount", version: "1",
  kinds: [
    DatasetKind.recounts, DatasetKind.scrutiny, DatasetKind.copyChecks, DatasetKind.ballotManifest,
    DatasetKind.roundTallies,
    DatasetKind.ballotChecks, DatasetKind.batchTotals, DatasetKind.batchCounts,
  ],
  entryKinds: [.openedBox, .ballotReading], ledgerRows: [.scrutiny, .ballotChecks],
  operations: [
    Partial.self,
    Detect.self,
    Plan.self,
    Design.self,
    Measure.self,
    MeasureBatches.self,
  ])
