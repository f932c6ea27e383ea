import Files
import Glibc
import ModuleKit
import Parallel
import Workspaces

/// The circumstances of a run: when, where, by which program. Kept apart in `.veedor/runs/`; no result holds any of it.
struct RunCircumstances {
  /// Where the records stand in the private folder.
  static let folder = "runs"

  private let began: Instant

  static func begin() -> RunCircumstances { RunCircumstances(began: now()) }

  /// Writes the record. One that cannot be written is no reason to lose a run.
  func end(_ reports: [StepReport], in folder: PrivateFolder) {
    var host = utsname()
    uname(&host)
    let name = withUnsafeBytes(of: host.nodename) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let record: Value = [
      "began": .string(began.rfc3339), "ended": .string(Self.now().rfc3339), "host": .string(name),
      "program": .string(ProgramVersion.text), "processors": .integer(ProcessorCount.online),
      "steps": .list(
        reports.map { ["result": .string($0.step.place.folder), "status": .string($0.status.rawValue)] }),
    ]
    let file = began.rfc3339.filter { $0 != "-" && $0 != ":" }
    try? folder.made().write(record.prettyJSON, to: "\(Self.folder)/\(file)-\(getpid()).json")
  }

  private static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: Int64(time.tv_sec))
  }
}
