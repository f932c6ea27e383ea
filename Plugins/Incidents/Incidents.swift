public import ModuleKit

/// The analyses of incidents: what different sources stated of the same harm.
public let incidents = SwiftModule(
  "incidents", version: "1",
  operations: [
    Casualties.self
  ])
