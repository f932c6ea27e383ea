public import ModuleKit

/// The log of incidents, and the analyses of it: what it holds, what different sources stated of the same harm, which clocks run.
public let incidents = SwiftModule(
  "incidents", version: "1", kinds: [DatasetKind.incidents, DatasetKind.complaints],
  entryKinds: [
    .report, .incident, .assessment, .link, .claim, .statement, .commitment, .complaint, .deadline, .capture,
  ],
  ledgerRows: [.incidents, .claims, .complaints],
  operations: [
    Casualties.self, Complaints.self, Summary.self,
  ])
