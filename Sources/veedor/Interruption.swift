import ExternalModules
import Glibc

/// The end of the program by a signal: the external modules that run end with it, their outputs go, and then it dies by
/// that signal, as programs do.
enum Interruption {
  /// Takes INT, TERM, HUP and QUIT from now on; those that whoever started the program has it ignore stay ignored.
  /// - Throws: ``ThreadMessage`` where the system does not start the thread that waits for them.
  static func watch() throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let told = ends[0]
    wakeUp = ends[1]
    try Threads.start {
      var number: UInt8 = 0
      while read(told, &number, 1) != 1 {}
      RunningModules.end(by: Int32(number)) {
        signal(Int32(number), SIG_DFL)
        kill(getpid(), Int32(number))
        while true { pause() }
      }
    }
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] where !isIgnored(number) {
      // Not blocked and waited for: the runtime's main thread takes every signal.
      signal(number) { number in
        let before = errno
        var number = UInt8(number)
        write(wakeUp, &number, 1)
        errno = before
      }
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// Where the handler of signals writes their numbers. Set before there is a handler, and never again.
private nonisolated(unsafe) var wakeUp: Int32 = -1
