public import Diagnostics
import ModuleKit

extension Workspace {
  /// What is wrong with the data of a sound workspace: every dataset, or those named `wanted`, is read, by its columns
  /// and across its rows.
  public func dataProblems(_ loader: DatasetLoader, of wanted: Set<String>? = nil) async -> [Diagnostic] {
    await withTaskGroup(of: (Int, [Diagnostic]).self) { group in
      for (index, dataset) in datasets.enumerated() where wanted?.contains(dataset.id) ?? true {
        group.addTask {
          do {
            _ = try await loader.load(dataset.id)
            return (index, [])
          } catch {
            return (index, Diagnostic.all(of: error))
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }
}

extension Diagnostic {
  /// What an error tells, as diagnostics.
  public static func all(of error: any Error) -> [Diagnostic] {
    switch error {
    case let error as DiagnosticsError: error.all
    case let error as ModuleError: error.problems
    case let error as any DiagnosticMessage: [Diagnostic(error)]
    default: [Diagnostic(RunMessage.unexpected("\(error)"))]
    }
  }
}
