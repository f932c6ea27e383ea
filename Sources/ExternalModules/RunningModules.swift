import CSupervisor
import Glibc
import Synchronization

/// The runs of external modules in this process, for a program that a signal ends: no module goes on without it, and no
/// outputs stay behind.
public enum RunningModules {
  private struct Run {
    let outputs: OutputFolder
    /// A descriptor of the process, -1 while there is none.
    var process: Int32 = -1
  }

  private struct State {
    var runs: [Int: Run] = [:]
    var next = 0
    var isOver = false
  }

  private static let state = Mutex(State())

  /// Hands the signal `number` to the processes of all runs, waits until they have ended, removes their outputs, and
  /// calls `die`, which ends the program. No run begins any more, and none of those that ended is heard of: the command
  /// would tell of a failed module and leave by its own exit status before the signal ends it.
  ///
  /// It waits no longer than the grace that a module has: then its supervisor ends it. Where the system has no
  /// descriptors of processes (before Linux 5.3), the supervisors see to it once this process is dead.
  public static func end(by number: Int32, then die: () -> Never) {
    // The lock stays taken: from here on no run begins or returns, and no descriptor is closed.
    state.withLock { state in
      state.isOver = true
      let runs = state.runs.values
      for run in runs { _ = veedor_signal(run.process, number) }
      for run in runs {
        var wait = pollfd(fd: run.process, events: Int16(POLLIN), revents: 0)
        while run.process >= 0, poll(&wait, 1, -1) < 0, errno == EINTR {}
        run.outputs.remove()
      }
      die()
    }
  }

  /// Lists a run with its outputs while `body` lasts, which is given the run's number.
  static func listing<Success>(
    _ outputs: OutputFolder, _ body: (Int) async throws -> Success
  ) async throws -> Success {
    let number = try state.withLock { state in
      guard !state.isOver else { throw CancellationError() }
      state.next += 1
      state.runs[state.next] = Run(outputs: outputs)
      return state.next
    }
    defer {
      state.withLock { state in
        if let run = state.runs.removeValue(forKey: number), run.process >= 0 { close(run.process) }
      }
    }
    return try await body(number)
  }

  /// Lists the process that the open `descriptor` is of as that of run `number`.
  static func list(process descriptor: Int32, of number: Int) {
    state.withLock { $0.runs[number]?.process = fcntl(descriptor, F_DUPFD_CLOEXEC, 0) }
  }
}
