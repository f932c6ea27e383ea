extension Diagnostic {
  /// What an error tells, as diagnostics.
  public static func all(of error: any Error) -> [Diagnostic] {
    DiagnosticsError(of: error)?.all ?? [Diagnostic(KitMessage.unexpected("\(error)"))]
  }
}
