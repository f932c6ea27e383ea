import CSupervisor
import Glibc
import ModuleKit
import Subprocess
import Synchronization
import SystemPackage

/// One run of an external module's program, with a small environment and within limits.
///
/// Between this process and the program stands a supervisor (`CSupervisor`), which is this same executable under another
/// name: it starts the program in a session of its own, and ends all that is left of it when the program has ended, when
/// it is told to end and the grace is over, or when this process is dead, however it died.
struct ModuleProcess: Sendable {
  /// The command with its arguments; a first word with a slash in it is a path inside the folder.
  let command: [String]
  /// The folder to work in, by its absolute path.
  let folder: String
  let limits: ModuleLimits

  /// How the process ended.
  struct End: Sendable {
    let status: TerminationStatus
    /// The last line of its standard error.
    let log: String?
  }

  /// Starts the program, feeds it `request`, and hands each line of its standard output to `receive`.
  ///
  /// Whatever happens, no process that the program started runs any more when this returns: where the run is cancelled,
  /// takes too long, writes too much or breaks the protocol, the program's group is told to end (TERM), and what is left
  /// after the grace is ended (KILL). The run is listed in ``RunningModules`` with its `outputs` meanwhile.
  func run<State: Sendable>(
    _ request: [UInt8], _ state: State, _ outputs: OutputFolder,
    receive: @escaping @Sendable (inout State, _ line: ArraySlice<UInt8>) throws -> Void
  ) async throws -> (state: State, end: End) {
    try await withThrowingTaskGroup(of: (State, End)?.self) { group in
      group.addTask {
        try await RunningModules.listing(outputs) { try await runToItsEnd($0, request, state, receive) }
      }
      group.addTask {
        try await Task.sleep(for: limits.time)
        return nil
      }
      defer { group.cancelAll() }
      if let first = try await group.next(), let (state, end) = first { return (state, end) }
      throw DiagnosticsError(ExternalMessage.timeout(seconds: Int(limits.time.components.seconds)))
    }
  }

  private func runToItsEnd<State: Sendable>(
    _ number: Int, _ request: [UInt8], _ start: State,
    _ receive: @escaping @Sendable (inout State, ArraySlice<UInt8>) throws -> Void
  ) async throws -> (State, End) {
    // Writing to a program that has ended must be an error here, not the end of this one.
    signal(SIGPIPE, SIG_IGN)
    let arguments = Arguments(
      executablePathOverride: VEEDOR_SUPERVISOR,
      remainingValues: ["\(getpid())", "\(grace)", try program()] + command)
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = steps
    let result = try await starting {
      try await Subprocess.run(
        .path("/proc/self/exe"), arguments: arguments, environment: .custom(environment),
        workingDirectory: FilePath(folder), platformOptions: options, input: .inputWriter, output: .sequence,
        error: .sequence
      ) { execution in
        RunningModules.list(process: execution.processIdentifier.processDescriptor, of: number)
        return try await withThrowingTaskGroup(of: LogTail?.self) { group in
          group.addTask {
            // A program may answer without having read everything.
            _ = try? await execution.standardInputWriter.write(request)
            try? await execution.standardInputWriter.finish()
            return nil
          }
          group.addTask {
            var log = LogTail(limit: limits.log)
            for try await buffer in execution.standardError {
              guard buffer.withUnsafeBytes({ log.append($0) }) else {
                try? execution.send(signal: .terminate)
                break
              }
            }
            return log
          }
          var lines = LineCutter(start, limits, receive)
          do {
            for try await buffer in execution.standardOutput {
              try buffer.withUnsafeBytes { try lines.append($0) }
            }
            try lines.finish()
          } catch {
            await execution.teardown(using: steps)
            throw error
          }
          return (lines.state, try await group.reduce(nil) { $0 ?? $1 })
        }
      }
    }
    try Task.checkCancellation()
    let (state, log) = result.closureResult
    if let log, log.isOverfull {
      throw DiagnosticsError(ExternalMessage.tooMuchOutput(stream: "error", limit: limits.log))
    }
    return (state, End(status: result.terminationStatus, log: log?.lastLine))
  }

  /// Tells the supervisor to end the program, and waits for it, which may take the grace. Ending the supervisor itself is
  /// for a machine that does not let it come to its turn.
  private var steps: [TeardownStep] {
    [.gracefulShutDown(allowedDurationToNextStep: limits.grace + .seconds(60))]
  }

  /// The time between being asked to end and being ended, in milliseconds.
  private var grace: Int64 {
    let (seconds, attoseconds) = limits.grace.components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }

  /// The file of the program.
  private func program() throws -> String {
    let name = command[0]
    // An entry of PATH that is no absolute path would be looked for in the module's folder.
    let places =
      name.contains("/")
      ? [folder]
      : (getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map(
        String.init
      ).filter { $0.hasPrefix("/") }
    let files = places.map { "\($0)/\(name)" }
    if let file = files.first(where: { access($0, X_OK) == 0 }) { return file }
    let isThere = files.contains { access($0, F_OK) == 0 }
    throw DiagnosticsError(
      ExternalMessage.notStarted(
        command: name, reason: isThere ? "it is not executable" : "there is no such program"))
  }

  /// What programs need to be found and to answer alike everywhere; nothing else of the user's environment.
  private var environment: [Environment.Key: String] {
    var out: [Environment.Key: String] = [
      "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0",
      // Python would write into the module's folder and so change its digest.
      "PYTHONDONTWRITEBYTECODE": "1", "SWIFT_BACKTRACE": "enable=no",
    ]
    for name in ["PATH", "HOME"] {
      if let value = getenv(name) { out[Environment.Key(stringLiteral: name)] = String(cString: value) }
    }
    return out
  }

  /// What `run` gives; where the program cannot be started, a sentence that says so.
  private func starting<T>(_ run: () async throws -> T) async throws -> T {
    do {
      return try await run()
    } catch let error as SubprocessError {
      if Task.isCancelled { throw CancellationError() }
      throw DiagnosticsError(ExternalMessage.notStarted(command: command[0], reason: Self.reason(error)))
    }
  }

  private static func reason(_ error: SubprocessError) -> String {
    error.underlyingError.map { "system error \($0)" } ?? error.description
  }
}
