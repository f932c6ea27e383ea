import Foundation
import Testing

/// Forms on a terminal: a pseudo terminal that shows what is typed, as a real one does.
@Suite(.enabled(if: executable != nil, "VEEDOR_EXECUTABLE names no program; 'make test' builds it and sets it"))
struct FormTests {
  @Test func aFormThatIsKilledIsGoneOnWith() async throws {
    let desk = try await TerminalDesk()
    var terminal = try desk.start("log", "add", "report")
    _ = try terminal.wait(for: "text: ")
    // The terminal itself cuts a line that is so long.
    let long = try terminal.type(String(repeating: "a", count: 5000), until: "text: ")
    #expect(long.contains("\na terminal takes no longer line, and this one may be cut"))
    _ = try terminal.type("Box without a seal", until: "received_at: ")
    _ = try terminal.type("2017-11-26 07:10", until: "channel: ")
    kill(terminal.process.processIdentifier, SIGKILL)
    #expect(await terminal.end() == SIGKILL)
    #expect(
      try desk.draft()
        == #"{"answers":{"received_at":"2017-11-26T07:10:00Z","text":"Box without a seal"},"passed":["received_at","text"]}"#
    )
    let attributes = try FileManager.default.attributesOfItem(atPath: desk.draftFile.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)

    terminal = try desk.start("log", "add", "report")
    #expect(
      try terminal.wait(for: "[1]: ") == """
        there is a draft of 'report', with 2 of 9 fields:
          text: Box without a seal
          received_at: 2017-11-26 07:10 UTC
          1 go on with it, 2 begin anew, 3 drop it and stop
        [1]: 
        """)
    _ = try terminal.type("", until: "channel: ")
    #expect(
      try terminal.type("phnoe", until: "did you mean 'phone'? [yes]: ") == """
        phnoe
        did you mean 'phone'? [yes]: 
        """)
    _ = try terminal.type("", until: "language [en]: ")
    for field in ["source", "contact", "area", "consent", "sensitivity"] {
      _ = try terminal.type("", until: "\(field): ")
    }
    #expect(
      try terminal.type("1", until: "yes, or a number: ") == """
        1

        The 'report' as it will be written:
          1  text: Box without a seal
          2  received_at: 2017-11-26 07:10 UTC
          3  channel: phone
          4  language: en
          5  source: -
          6  contact: -
          7  area: -
          8  consent: -
          9  sensitivity: public
        It stays as it is written: look at it once more.
        yes writes it; a number changes a field; < goes back; . stops and keeps the draft.
        yes, or a number: 
        """)
    let written = try terminal.type("yes", until: nil)
    #expect(await terminal.end() == 0)
    #expect(written.wholeMatch(of: /yes\n[0-9a-f]{64}\n/) != nil)
    #expect(!FileManager.default.fileExists(atPath: desk.draftFile.path))
    let entries = try desk.entries()
    #expect(entries.count == 2)
    #expect(
      entries.last?.contains(
        #""body":{"channel":"phone","kind":"incidents.report","language":"en","received_at":"2017-11-26T07:10:00Z","sensitivity":"public","text":"Box without a seal","v":1}"#
      ) == true)
  }

  /// In Spanish; one form of a kind at a time; the end of all lines keeps the draft, and 3 drops it.
  @Test func aFormIsLeftAndDropped() async throws {
    let desk = try await TerminalDesk(language: "es")
    let terminal = try desk.start("log", "add", "link")
    #expect(
      try terminal.wait(for: "incident: ") == """
        link: si un reporte es sobre un incidente
        Enter toma lo que está entre corchetes; si no hay nada, omite el campo. ? explica, < regresa, . termina y guarda el borrador.
        1 de 3  incident (necesario): el incidente
          aquí todavía no hay: omítalo, o dé un identificador completo
        incident: 
        """)
    let other = try desk.start("log", "add", "link")
    #expect(
      try other.wait(for: nil) == """
        error[F007] otro proceso tiene el bloqueo «.veedor/form_link.lock»
          espere a que termine
        1 error

        """)
    #expect(await other.end() == 1)
    let id = String(repeating: "ab", count: 32)
    _ = try terminal.type(id, until: "report: ")
    #expect(
      try terminal.type("\u{4}", until: nil).hasSuffix(
        "\nno se escribió nada; «veedor log add link» continúa el borrador\n"))
    #expect(await terminal.end() == 1)
    #expect(try desk.draft(of: "link") == #"{"answers":{"incident":"\#(id)"},"passed":["incident"]}"#)
    let last = try desk.start("log", "add", "link")
    _ = try last.wait(for: "[1]: ")
    #expect(try last.type("3", until: nil) == "3\n")
    #expect(await last.end() == 0)
    #expect(!FileManager.default.fileExists(atPath: desk.draftFile(of: "link").path))
    #expect(try desk.entries().isEmpty)
  }
}

/// A workspace with a key, in which programs are started on terminals.
private final class TerminalDesk {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "veedor-" + UUID().uuidString)
  private let language: String

  init(language: String = "en") async throws {
    self.language = language
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for arguments in [["init", folder.path + "/mission"], ["key", "new", "-C", folder.path + "/mission"]] {
      let process = try process(arguments)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      await Task.detached { process.waitUntilExit() }.value
      try #require(process.terminationStatus == 0)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var draftFile: URL { draftFile(of: "report") }
  func draftFile(of kind: String) -> URL { folder.appending(path: "mission/.veedor/form_\(kind).json") }

  func draft(of kind: String = "report") throws -> String {
    try String(contentsOf: draftFile(of: kind), encoding: .utf8)
  }

  /// The lines of the only feed.
  func entries() throws -> [String] {
    let ledger = folder.appending(path: "mission/ledger")
    guard let author = try? FileManager.default.contentsOfDirectory(atPath: ledger.path).first else { return [] }
    return try String(contentsOf: ledger.appending(path: "\(author)/feed.jsonl"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  func start(_ arguments: String...) throws -> RunningTerminal { try RunningTerminal(process(arguments)) }

  private func process(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: try #require(executable))
    process.arguments = arguments
    let mission = folder.appending(path: "mission")
    process.currentDirectoryURL = FileManager.default.fileExists(atPath: mission.path) ? mission : folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "VEEDOR_LANG": language, "NO_COLOR": "1",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    return process
  }
}

/// A program on a terminal of its own.
private final class RunningTerminal {
  let process: Process
  private let screen: Int32
  private var shown: [UInt8] = []

  init(_ process: Process) throws {
    self.process = process
    screen = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (locked, number) = (Int32(0), Int32(0))
    // TIOCSPTLCK and TIOCGPTN: the other end is opened for use, and named.
    guard ioctl(screen, 0x4004_5431, &locked) == 0, ioctl(screen, 0x8004_5430, &number) == 0 else {
      throw CocoaError(.fileReadUnknown)
    }
    let end = FileHandle(
      fileDescriptor: open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC), closeOnDealloc: false)
    (process.standardInput, process.standardOutput, process.standardError) = (end, end, end)
    try process.run()
    close(end.fileDescriptor)
  }

  deinit { close(screen) }

  /// Types a line, and gives what is shown until a line begins with `prompt`, the line itself first; all that comes where that is nil. The end of all
  /// lines is a key, and no line.
  func type(_ line: String, until prompt: String?) throws -> String {
    let keys = Array((line == "\u{4}" ? line : line + "\n").utf8)
    try #require(write(screen, keys, keys.count) == keys.count)
    return try wait(for: prompt)
  }

  /// What is shown until a line begins with `prompt`; all that comes where that is nil. Nothing for a minute is a failure: it would last for ever.
  func wait(for prompt: String?) throws -> String {
    shown = []
    while prompt.map({ !shown.ends(with: "\n\($0)".utf8) }) ?? true {
      var wait = pollfd(fd: screen, events: Int16(POLLIN), revents: 0)
      try #require(poll(&wait, 1, 60_000) == 1, "nothing more is shown: \(text)")
      var byte: UInt8 = 0
      // Where the program has ended the terminal has no other end, and reading fails.
      guard read(screen, &byte, 1) == 1 else { break }
      shown.append(byte)
    }
    return text
  }

  /// The status with which the program ended, or the signal.
  func end() async -> Int32 {
    let process = process
    await Task.detached { process.waitUntilExit() }.value
    return process.terminationStatus
  }

  private var text: String {
    String(decoding: shown, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }
}

extension [UInt8] {
  fileprivate func ends(with other: String.UTF8View) -> Bool { suffix(other.count).elementsEqual(other) }
}
