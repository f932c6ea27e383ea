import ModuleKit

/// Where jobs run.
protocol JobExecutor: Sendable {
  /// Runs `job`.
  /// - Throws: `DiagnosticsError` where the operation cannot do its work; `CancellationError` where it was stopped.
  func run(_ job: Job) async throws -> Outcome
}

/// Runs each job by the module that offers its operation: a built-in one works in this process, an external one in a
/// process of its own.
struct ModuleExecutor: JobExecutor {
  /// The modules, by name.
  let modules: [String: any Module]

  func run(_ job: Job) async throws -> Outcome {
    guard let module = modules[job.module] else {
      preconditionFailure("a checked workspace names modules that are there")
    }
    return try await module.run(job.request, job.context)
  }
}
