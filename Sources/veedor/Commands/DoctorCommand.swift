import ArgumentParser
import Compression
import Glibc
import ModuleKit
import Workbench

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Tell whether this installation can do its work.")

  func run() throws {
    var isWell = true
    func report(_ what: String, _ state: String, _ good: Bool) {
      Console.print("\(good ? "ok " : "BAD")  \(what): \(state)")
      isWell = isWell && good
    }
    report("program", ProgramVersion.text, true)
    report("zlib", zlibVersion, true)
    let zone = Zone("America/Tegucigalpa")
    let offset = zone?.offset(at: Instant(seconds: 1_511_762_400))
    report("time zones", offset == -21_600 ? "known" : "missing: America/Tegucigalpa has no offset", offset == -21_600)
    report("processors", "\(sysconf(Int32(_SC_NPROCESSORS_ONLN)))", true)
    let canWrite = access(".", W_OK) == 0
    report("this folder", canWrite ? "can be written to" : "cannot be written to", canWrite)
    if !isWell { throw Exit(status: .failed) }
  }
}
