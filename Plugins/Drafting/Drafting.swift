public import ModuleKit

/// Drafts: texts whose every figure is bound to a finding.
public let drafting = SwiftModule(
  "drafting", version: "1",
  operations: [
    Draft.self
  ])
