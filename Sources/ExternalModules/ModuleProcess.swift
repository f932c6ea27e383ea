import Glibc
import ModuleKit
import Subprocess
import Synchronization
import SystemPackage

/// One run of an external module's program, in a session of its own, with a small environment and within limits.
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
  /// Whatever happens, nothing of the process's group runs any more when this returns: where the run is cancelled, takes
  /// too long, writes too much or breaks the protocol, the group is told to end (TERM) and then ended (KILL).
  func run<State: Sendable>(
    _ request: [UInt8], _ state: State,
    receive: @escaping @Sendable (inout State, _ line: ArraySlice<UInt8>) throws -> Void
  ) async throws -> (state: State, end: End) {
    try await withThrowingTaskGroup(of: (State, End)?.self) { group in
      group.addTask { try await runToItsEnd(request, state, receive) }
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
    _ request: [UInt8], _ start: State, _ receive: @escaping @Sendable (inout State, ArraySlice<UInt8>) throws -> Void
  ) async throws -> (State, End) {
    // Writing to a program that has ended must be an error here, not the end of this one.
    signal(SIGPIPE, SIG_IGN)
    let leader = Mutex<pid_t?>(nil)
    // What the program has left behind in its group goes with it. The group's number cannot be taken by another while
    // one process is left in it.
    defer { if let leader = leader.withLock({ $0 }) { kill(-leader, SIGKILL) } }
    var options = PlatformOptions()
    options.createSession = true
    let steps: [TeardownStep] = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: limits.grace)]
    options.teardownSequence = steps
    let result = try await starting {
      try await Subprocess.run(
        executable, arguments: Arguments(Array(command.dropFirst())), environment: .custom(environment),
        workingDirectory: FilePath(folder), platformOptions: options, input: .inputWriter, output: .sequence,
        error: .sequence
      ) { execution in
        leader.withLock { $0 = execution.processIdentifier.value }
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
                try? execution.send(signal: .kill, toProcessGroup: true)
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

  private var executable: Executable {
    command[0].utf8.contains(UInt8(ascii: "/")) ? .path(FilePath("\(folder)/\(command[0])")) : .name(command[0])
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
    switch error.code {
    case .executableNotFound: "there is no such program"
    case .spawnFailed: error.underlyingError.map { "system error \($0)" } ?? "the system refuses"
    default: error.description
    }
  }
}
