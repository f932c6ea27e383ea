import Glibc

/// The program through which somebody at a terminal reads what is longer than the screen: that of `PAGER`, else `less`.
enum Pager {
  /// Does `body`, what it prints going through the pager where standard output is a terminal and there is one.
  static func through(_ body: () throws -> Void) rethrows {
    guard let pager = start() else { return try body() }
    defer { end(pager) }
    try body()
  }

  private struct Running {
    let process: pid_t
    let terminal: Int32
  }

  /// Starts the pager, and leads standard output into it.
  private static func start() -> Running? {
    guard isatty(STDOUT_FILENO) == 1, let command = command else { return nil }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    defer { for end in ends { close(end) } }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    // A page that fits the screen is shown as it is, and colours stay colours; what is written is UTF-8 in every locale.
    setenv("LESS", "FRX", 0)
    setenv("LESSCHARSET", "utf-8", 0)
    // Where there is no such program (127), what was to go through it is shown all the same, behind the shell's word on it.
    var words =
      ["/bin/sh", "-c", "\(command)\n[ $? -ne 127 ] || exec cat"].map { (word: String) in strdup(word) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard posix_spawn(&process, "/bin/sh", &actions, nil, &words, environ) == 0 else { return nil }
    let terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard terminal >= 0, dup2(ends[1], STDOUT_FILENO) >= 0 else { return nil }
    // Whoever leaves the pager before the end has read enough; what interrupts is for the pager, which keeps the terminal.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGINT, SIG_IGN)
    return Running(process: process, terminal: terminal)
  }

  /// Ends what the pager reads, and waits until its reader has done.
  private static func end(_ pager: Running) {
    dup2(pager.terminal, STDOUT_FILENO)
    close(pager.terminal)
    while waitpid(pager.process, nil, 0) < 0, errno == EINTR {}
  }

  /// What the shell runs; nil where nobody wants a pager, or there is none.
  private static var command: String? {
    if let chosen = getenv("PAGER").map({ String(cString: $0) }) { return chosen.isEmpty ? nil : chosen }
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").contains { access("\($0)/less", X_OK) == 0 } ? "less" : nil
  }
}
