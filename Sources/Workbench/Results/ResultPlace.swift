public import ModuleKit
import Workspaces

/// Which result: of an analysis or draft, with all that is known or with what was known at an instant.
public struct ResultPlace: Sendable, Hashable {
  /// The name of the analysis or draft.
  public var analysis: String
  /// The instant whose knowledge it is restricted to; nil for all that is known.
  public var asOf: Instant?

  /// The result of `analysis` as of `asOf`.
  public init(_ analysis: String, asOf: Instant? = nil) { (self.analysis, self.asOf) = (analysis, asOf) }

  /// The folder of the result, relative to the workspace's.
  ///
  /// The instant stands in ISO 8601's basic format, in UTC: colons are not for file names.
  public var folder: String {
    guard let asOf else { return "results/\(analysis)" }
    let name = asOf.rfc3339.filter { $0 != "-" && $0 != ":" }
    return "results/\(Workspace.Analysis.editionsFolder)/\(name)/\(analysis)"
  }
}

extension ResultPlace {
  /// The place of the result of `analysis` as of `asOf`. Pages have one edition, so that no instant is in their way.
  init(_ analysis: Workspace.Analysis, asOf: Instant?) {
    self.init(analysis.id, asOf: analysis.operation.makesPages ? nil : asOf)
  }
}
