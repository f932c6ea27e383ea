import Glibc
import ModuleKit

/// Standard output for data, standard error for messages.
enum Console {
  /// Writes a line of data.
  static func print(_ line: String) { write(Array((line + "\n").utf8), to: STDOUT_FILENO) }

  /// Writes bytes of data.
  static func print(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Writes a message.
  static func message(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  /// Writes diagnostics, each with the line at fault where `source` holds it, then how many there are.
  static func report(_ diagnostics: [Diagnostic], in source: SourceText?) {
    for diagnostic in diagnostics {
      let isHere = diagnostic.location?.file == source?.name
      message(coloured(diagnostic.rendered(in: isHere ? source : nil), diagnostic.severity))
    }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    if !counts.isEmpty {
      message(counts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", "))
    }
  }

  /// Tells what an error says, for a command that ends with it.
  static func failure(_ error: any Error) -> Exit {
    let problems = Diagnostic.all(of: error)
    report(problems, in: nil)
    return Exit(status: problems.first?.status ?? .failed)
  }

  /// Shows how far a run is; only on a terminal.
  static func progress(_ done: Int, _ all: Int, _ name: String) {
    guard isTerminal else { return }
    let width = 24
    let filled = all > 0 ? done * width / all : width
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    write(Array("\r\u{1B}[K[\(bar)] \(done)/\(all) \(name)\(done == all ? "\r\u{1B}[K" : "")".utf8), to: STDERR_FILENO)
  }

  private static let isTerminal = isatty(STDERR_FILENO) == 1

  private static func coloured(_ text: String, _ severity: Diagnostic.Severity) -> String {
    guard isTerminal, getenv("NO_COLOR").map({ $0.pointee == 0 }) ?? true else { return text }
    let word = severity.rawValue
    guard let range = text.firstRange(of: word + "[") else { return text }
    let colour = severity == .error ? "31" : "33"
    return text.replacingCharacters(in: range, with: "\u{1B}[1;\(colour)m\(word)\u{1B}[0m[")
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      // Whoever read standard output has read enough. Without an external module the signal has ended us before.
      if count < 0, errno == EPIPE { Glibc.exit(EXIT_SUCCESS) }
      // A full disk or a closed descriptor behind standard output: nothing can be said, so the status says it.
      guard count >= 0 else { Glibc.exit(ExitStatus.failed.rawValue) }
      rest = rest.dropFirst(count)
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
