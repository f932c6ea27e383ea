public import ModuleKit

/// The log of incidents, and the analyses of it: what different sources stated of the same harm.
public let incidents = SwiftModule(
  "incidents", version: "1", kinds: [DatasetKind.incidents], entryKinds: [.report, .incident, .assessment, .link],
  ledgerRows: [.incidents],
  operations: [
    Casualties.self, Summary.self,
  ])
