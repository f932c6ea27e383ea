/// Diagnostics thrown together: every problem that was found, not the first.
public struct DiagnosticsError: Error, Sendable, CustomStringConvertible {
  /// What was found, in the order in which it stands in the files.
  public var all: [Diagnostic]

  /// An error made of `all`.
  public init(_ all: [Diagnostic]) { self.all = all }

  /// An error made of one message.
  public init(_ message: some DiagnosticMessage, at location: Diagnostic.Location? = nil) {
    all = [Diagnostic(message, at: location)]
  }

  /// What `error` tells, where it is made of diagnostics or is a message itself; nil for an error that no room foresaw.
  public init?(of error: any Error) {
    switch error {
    case let error as DiagnosticsError: self = error
    case let error as any DiagnosticMessage: self.init(error)
    default: return nil
    }
  }

  /// The sentences in English, one a line.
  public var description: String { all.map(\.message).joined(separator: "\n") }
}
