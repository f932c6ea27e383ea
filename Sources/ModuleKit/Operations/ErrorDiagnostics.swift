extension Diagnostic {
  /// What an error tells, as diagnostics.
  public static func all(of error: any Error) -> [Diagnostic] {
    switch error {
    case let error as DiagnosticsError: error.all
    case let error as ModuleError: error.problems
    case let error as any DiagnosticMessage: [Diagnostic(error)]
    default: [Diagnostic(KitMessage.unexpected("\(error)"))]
    }
  }
}
