import Foundation
import Testing

/// A run that a signal ends leaves no process of an external module, and dies by that signal.
@Suite(.enabled(if: executable != nil, "VEEDOR_EXECUTABLE names no program; 'make test' builds it and sets it"))
struct InterruptedRunTests {
  /// What the module's main process does on being told to end.
  enum Manner: String, CaseIterable, CustomTestStringConvertible {
    /// It says so and ends.
    case polite = "trap 'printf T >&3; exit 1' INT TERM HUP QUIT"
    /// It goes on.
    case deaf = "trap '' INT TERM HUP QUIT"

    var testDescription: String { self == .polite ? "polite" : "deaf" }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGKILL], Manner.allCases)
  func nothingOfAModuleIsLeft(signal: Int32, manner: Manner) async throws {
    let run = try InterruptedRun(manner.rawValue)
    let (status, said) = try await run.end(by: signal)
    #expect(status == signal)
    // A host that is killed cannot hand anything on.
    #expect(said == (manner == .polite && signal != SIGKILL ? "T" : ""))
    if signal != SIGKILL { #expect(try run.outputs() == []) }
  }

  /// The outputs of a run that was killed itself go with the next command that writes.
  @Test func theNextRunRemovesTheOutputsOfAKilledOne() async throws {
    let run = try InterruptedRun(Manner.polite.rawValue)
    _ = try await run.end(by: SIGKILL)
    #expect(try run.outputs().count == 1)
    _ = try await run.end(by: SIGTERM)
    #expect(try run.outputs() == [])
  }
}

/// A run of a module whose processes, in its own session and another, all hold one end of a pipe: it ends with the last
/// of them.
private final class InterruptedRun {
  let folder = FileManager.default.temporaryDirectory.appending(path: "veedor-" + UUID().uuidString)
  private let reading: Int32

  /// The module's main process begins with `manner`.
  init(_ manner: String) throws {
    let files = [
      "veedor.yaml": """
      veedor: 1
      mission: {id: m, title: {en: M, es: M}, election_day: 2017-11-26, time_zone: UTC, languages: [en, es]}
      modules:
        held: {path: modules/held}
      analyses:
        one: {use: held.hold}

      """,
      "modules/held/module.yaml": """
      veedor_module: 1
      id: held
      version: "1"
      command: [sh, main.sh]
      operations:
        - id: hold
          summary: {en: holds, es: retiene}

      """,
      "modules/held/main.sh": """
      exec 3>../../held
      sh -c "trap '' INT TERM HUP QUIT; printf c >&3; while :; do sleep 1000; done" &
      setsid sh -c "trap '' INT TERM HUP QUIT; printf s >&3; while :; do sleep 1000; done" &
      \(manner)
      printf m >&3
      while :; do sleep 1000 & wait $!; done

      """,
    ]
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let pipe = folder.appending(path: "held").path
    guard mkfifo(pipe, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
    // Opened without waiting for a writer, and read with waiting.
    reading = open(pipe, O_RDONLY | O_NONBLOCK)
    _ = fcntl(reading, F_SETFL, 0)
  }

  deinit {
    close(reading)
    try? FileManager.default.removeItem(at: folder)
  }

  /// Starts the run, waits until all processes of its module are there, and sends `signal` to the program: the signal
  /// that it died by, or 0, and what the module said before the last of its processes was gone.
  func end(by signal: Int32) async throws -> (status: Int32, said: String) {
    await wait(for: try veedor("module", "trust", "held", folder.path))
    let process = try veedor("run", folder.path)
    var started = ""
    while started.count < 3 { started.append(try next()) }
    #expect(started.sorted() == ["c", "m", "s"])
    kill(process.processIdentifier, signal)
    await wait(for: process)
    let status = process.terminationReason == .uncaughtSignal ? process.terminationStatus : 0
    var said = ""
    while case let more = try next(), !more.isEmpty { said += more }
    return (status, said)
  }

  /// What stands in the folder of outputs.
  func outputs() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: ".veedor/outputs").path)
  }

  /// The program, started with `arguments`.
  func veedor(_ arguments: String...) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: try #require(executable))
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Waits until `process` has ended.
  func wait(for process: Process) async {
    await Task.detached { process.waitUntilExit() }.value
  }

  /// The next byte of the pipe as text, empty at its end. Nothing for a minute means that a process lives on: a failure,
  /// since it would last for ever.
  private func next() throws -> String {
    var wait = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    try #require(poll(&wait, 1, 60_000) == 1, "a process of the module lives on")
    var byte: UInt8 = 0
    return read(reading, &byte, 1) == 1 ? String(UnicodeScalar(byte)) : ""
  }
}
