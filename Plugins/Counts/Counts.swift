public import ModuleKit

/// The analyses of a count: what was published when, and what could be known from it.
public let counts = SwiftModule(
  "counts", version: "1",
  kinds: [DatasetKind.strata],
  operations: [
    Timeline.self,
    Claims.self,
    SheetChecks.self,
    Compare.self,
    Late.self,
    QuickCount.self,
    Screen.self,
    Statements.self,
    Klimek.self,
  ])
