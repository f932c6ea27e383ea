import Foundation

/// The programs that benchmarks start.
enum Programs {
  private static let python = Bench.package + "/.build-peers/bin/python"
  private static let veedor = Bench.package + "/../.build/release/veedor"
  private static let r = ["/usr/bin/env", "Rscript"]

  /// What starts `peer`, less its input files; a failure where what it needs is not installed.
  static func command(of peer: Peer) throws(Failure) -> [String] {
    let script = [Bench.package + "/Peers/" + peer.command[0]]
    let arguments = Array(peer.command.dropFirst())
    switch peer.needs {
    case .python(let module):
      guard isSound([python, "-c", "import \(module)"]) else { throw Failure("\(module) is not installed") }
      return [python] + script + arguments
    case .r(let package):
      guard isSound(r + ["-e", "library(\(package))"]) else { throw Failure("R's \(package) is not installed") }
      return r + script + arguments
    case .program(let name):
      guard isSound(["/usr/bin/env", "which", name]) else { throw Failure("\(name) is not installed") }
      return [python] + script + arguments
    case .veedor:
      guard byteCount(veedor) != nil else { throw Failure("make release comes first") }
      guard isSound([python, "-c", ""]) else { throw Failure("Python is not installed") }
      return [python] + script + [veedor] + arguments
    }
  }

  /// What the process that `command` starts prints.
  static func output(of command: [String], isQuiet: Bool = false) throws(Failure) -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardOutput = pipe
    if isQuiet { process.standardError = FileHandle.nullDevice }
    do {
      try process.run()
      let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { throw Failure("it ended with status \(process.terminationStatus)") }
      return String(decoding: data, as: UTF8.self)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("it could not be started")
    }
  }

  private static func isSound(_ command: [String]) -> Bool {
    (try? output(of: command, isQuiet: true)) != nil
  }
}
