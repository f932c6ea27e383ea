import ModuleKit
import Workspaces

/// One run of an operation, ready to be made wherever: the key of its result, and everything that it may read.
///
/// `ModuleCall` writes a job down for another process.
struct Job: Sendable {
  /// All that the result depends on.
  let key: RunKey
  /// The name of the module that offers the operation.
  let module: String
  /// What the operation may read.
  let request: Request
  /// What the host gives beside.
  let context: Context
}

extension Job {
  /// For each dataset of which filters leave rows out, by its name, how many these are.
  var filtered: [String: Value] {
    let selections = request.inputs.values.map { ($0.source.dataset, $0.source.selection?.document) }
    return Dictionary(selections) { first, _ in first }.compactMapValues(\.self)
  }
}
