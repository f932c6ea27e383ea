import Files
import Glibc
import ModuleKit
import Synchronization
import TestSupport
import Testing

@testable import ExternalModules

/// Processes of external modules: what they get, and that nothing of them is left.
@Suite struct ModuleProcessTests {
  private static let hello = "echo '\(HostileModule.hello)'\n"
  private static let result = "echo '\(HostileModule.result)'\n"

  private static func limits(_ time: Duration = .seconds(600)) -> ModuleLimits {
    var limits = ModuleLimits()
    (limits.time, limits.grace) = (time, .milliseconds(50))
    return limits
  }

  /// Whether the process whose number stands in the file `name` of the module's folder has ended; the signal may take
  /// a moment, so it is looked at until it has.
  private func hasEnded(_ name: String, _ hostile: HostileModule) async throws -> Bool {
    let text = try hostile.scratch.text("modules/hostile/\(name)")
    let number = try #require(Int(text.filter(\.isNumber)))
    for _ in 0..<1_000_000 {
      guard let status = try? readStatus(number) else { return true }
      // Ended, and not yet fetched by its parent.
      if status == "Z" || status == "X" { return true }
      await Task.yield()
    }
    return false
  }

  private func readStatus(_ number: Int) throws -> Character? {
    guard let file = fopen("/proc/\(number)/stat", "r") else { throw FileError.badPath("\(number)") }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: ")").last?.drop { $0 == " " }.first
  }

  @Test func anHonestProgramIsHeard() async throws {
    let hostile = try HostileModule(
      Self.hello + #"""
        out=$(sed 's/.*"outputs":"\([^"]*\)".*/\1/')
        printf 'n\n3\n' > $out/rows.csv
        echo '{"type":"progress","done":0.25}'
        echo '{"type":"finding","code":"seen","subject":"a","values":{"n":{"value":2,"unit":"claims"}},"evidence":[{"dataset":"said","rows":["c1","c2"]}]}'
        echo '{"type":"output","table":"rows","path":"rows.csv","sha256":"'$(sha256sum $out/rows.csv | cut -d' ' -f1)'"}'
        printf '{"type":"result"}'
        """# + "\n")
    let heard = Mutex<[Double]>([])
    let outcome = try await hostile.run { done in heard.withLock { $0.append(done) } }
    #expect(heard.withLock { $0 } == [0.25])
    let finding = try #require(outcome.findings.first)
    #expect(finding.statement == Text(en: "2\u{00A0}claims seen.", es: "Vistos: 2\u{00A0}afirmaciones."))
    // The host looks sources and basis up in the rows.
    #expect(finding.basisBy == ["eu", "oas"] && finding.basis == .alleged)
    #expect(outcome.tables["rows"]?.rowCount == 1)
  }

  @Test func aProgramNeedNotReadItsRequest() async throws {
    let outcome = try await HostileModule(Self.hello + Self.result).run()
    #expect(outcome == Outcome())
  }

  @Test func aProgramThatHangsIsEnded() async throws {
    let hostile = try HostileModule(
      "echo $$ > pid\ntrap '' TERM\n" + Self.hello + "while :; do sleep 1; done\n", Self.limits(.milliseconds(300)))
    let problems = try await hostile.problems()
    #expect(
      problems.map { "\($0.code) \($0.message)" } == ["E014 the module was stopped, since it took longer than 0 s"])
    #expect(try await hasEnded("pid", hostile))
  }

  @Test func whatAProgramLeavesBehindIsEnded() async throws {
    let hostile = try HostileModule(
      Self.hello + "(trap '' TERM HUP; sleep 1000) &\necho $! > pid\n" + Self.result)
    _ = try await hostile.run()
    #expect(try await hasEnded("pid", hostile))
  }

  @Test(arguments: [result, "echo garbage\nsleep 1000\n", "exit 3\n"])
  func whatItLeavesInAnotherSessionIsEnded(end: String) async throws {
    let hostile = try HostileModule(
      Self.hello
        + "mkfifo there\nsetsid setsid sh -c \"trap '' TERM HUP; echo \\$\\$ > pid; echo > there; sleep 1000\" &\n"
        + "read line < there\n" + end, Self.limits())
    _ = try await hostile.problems()
    #expect(try await hasEnded("pid", hostile))
  }

  @Test func whatAFailedProgramLeavesBehindIsEnded() async throws {
    let hostile = try HostileModule(
      "(trap '' TERM HUP; sleep 1000) &\necho $! > pid\necho garbage\nsleep 1000\n", Self.limits())
    #expect(try await hostile.problems().map(\.code) == ["E005"])
    #expect(try await hasEnded("pid", hostile))
  }

  @Test func aCancelledRunIsEnded() async throws {
    let hostile = try HostileModule(
      "echo $$ > pid\n" + Self.hello + #"echo '{"type":"progress","done":0}'"# + "\nsleep 1000\n", Self.limits())
    let (stream, told) = AsyncStream<Void>.makeStream()
    let module = hostile.module
    let task = Task { try await module.runAlone { _ in told.yield() } }
    for await _ in stream { break }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try await hasEnded("pid", hostile))
  }

  @Test func theEnvironmentIsSmall() async throws {
    let hostile = try HostileModule(
      Self.hello + #"""
        printf '{"type":"failed","problems":[{"message":"%s"}]}\n' "$(env | cut -d= -f1 | sort | tr '\n' ' ')"
        """#)
    setenv("VEEDOR_SECRET", "1", 1)
    let names = try await hostile.problems().first?.message.split(separator: " ").map(String.init) ?? []
    let known: Set = [
      "HOME", "LANG", "LC_ALL", "OLDPWD", "PATH", "PWD", "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED", "SHLVL",
      "SWIFT_BACKTRACE", "TZ", "_",
    ]
    #expect(names.contains("PATH") && Set(names).isSubset(of: known))
  }

  @Test func itWorksInItsOwnFolder() async throws {
    let hostile = try HostileModule(
      Self.hello + #"printf '{"type":"failed","problems":[{"message":"%s"}]}\n' "$(ls | tr '\n' ' ')""# + "\n")
    #expect(try await hostile.problems().map(\.message) == ["module.yaml run.sh "])
  }
}

extension ExternalModule {
  /// Runs the operation `try` without anything to read.
  fileprivate func runAlone(_ progress: @escaping @Sendable (Double) -> Void) async throws -> Outcome {
    guard let zone = Zone("UTC") else { preconditionFailure("UTC is a zone") }
    let mission = Mission(
      id: "m", title: Text("M"), electionDay: Day(ordinal: 0), zone: zone, languages: [.english], notice: nil)
    return try await run(Request("try"), Context(mission: mission, progress: progress))
  }
}
