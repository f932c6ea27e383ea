public import ModuleKit

/// The log of incidents, and the analyses of it: what different sources stated of the same harm.
public let incidents = SwiftModule(
  "incidents", version: "1", entryKinds: [.report, .incident, .assessment, .link],
  operations: [
    Casualties.self
  ])
