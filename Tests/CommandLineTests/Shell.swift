import Foundation

/// Runs commands one after another in a fresh folder, as somebody at a strange machine would.
struct Shell: ~Copyable {
  private let base: URL
  /// The language in which the program is to speak; the system's where nil.
  private let language: String?

  /// A shell whose `veedor` is the program at `executable`, where there is one.
  init(executable: String?, language: String? = nil) throws {
    self.language = language
    base = FileManager.default.temporaryDirectory.appending(path: "veedor-" + UUID().uuidString)
    for folder in ["work", "home", "temporary", "bin"] {
      try FileManager.default.createDirectory(at: base.appending(path: folder), withIntermediateDirectories: true)
    }
    if let executable {
      try FileManager.default.createSymbolicLink(
        at: base.appending(path: "bin/veedor"), withDestinationURL: URL(filePath: executable))
    }
  }

  deinit { try? FileManager.default.removeItem(at: base) }

  /// Runs `command` with /bin/sh, and waits for it.
  func run(_ command: String) async throws -> Transcript.Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = base.appending(path: "work")
    process.environment = environment
    let (output, errors) = (base.appending(path: "output"), base.appending(path: "errors"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    let handles = try [output, errors].map(FileHandle.init(forWritingTo:))
    // Foundation keeps them open for as long as the tests run, and crashes in `run` where a thousand are.
    defer { for handle in handles { try? handle.close() } }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    let isSignal = process.terminationReason == .uncaughtSignal
    return Transcript.Outcome(
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      status: isSignal ? 128 + process.terminationStatus : process.terminationStatus)
  }

  /// Nothing of the machine's own settings, and a locale, a time zone and a terminal that would show where one of them
  /// leaks into what the program says.
  private var environment: [String: String] {
    let spoken = language.map { ["VEEDOR_LANG": $0] } ?? [:]
    return [
      "PATH": base.appending(path: "bin").path + ":/usr/local/bin:/usr/bin:/bin",
      "HOME": base.appending(path: "home").path,
      "TMPDIR": base.appending(path: "temporary").path,
      "LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "LANGUAGE": "ar",
      "TZ": "Pacific/Chatham", "TERM": "xterm-256color", "COLUMNS": "37", "CLICOLOR_FORCE": "1",
      "SWIFT_BACKTRACE": "enable=no",
    ].merging(spoken) { $1 }
  }
}
