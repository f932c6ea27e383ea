public import ModuleKit

/// The log of incidents, and the analyses of it: what it holds, what different sources stated of the same harm, which clocks run, what
/// became of commitments.
public let incidents = SwiftModule(
  "incidents", version: "1",
  kinds: [DatasetKind.incidents, DatasetKind.complaints, DatasetKind.commitments, DatasetKind.categories],
  entryKinds: [
    .report, .incident, .assessment, .link, .claim, .statement, .commitment, .complaint, .deadline, .capture,
    .transcription,
  ],
  ledgerRows: [.incidents, .claims, .complaints, .commitments],
  operations: [
    Casualties.self, Commitments.self, Complaints.self, Summary.self,
  ])
