import ArgumentParser
import Compression
import Glibc
import ModuleKit
import Workbench

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: spoken(
      en: "Tell whether this installation can do its work.", es: "Dice si esta instalación puede hacer su trabajo."))

  func run() throws {
    var isWell = true
    func report(_ what: String, _ state: String, _ good: Bool) {
      Console.print("\(good ? "ok " : spoken(en: "BAD", es: "MAL"))  \(what): \(state)")
      isWell = isWell && good
    }
    report(spoken(en: "program", es: "programa"), ProgramVersion.text, true)
    report("zlib", zlibVersion, true)
    let zone = Zone("America/Tegucigalpa")
    let offset = zone?.offset(at: Instant(seconds: 1_511_762_400))
    report(
      spoken(en: "time zones", es: "zonas horarias"),
      offset == -21_600
        ? spoken(en: "known", es: "conocidas")
        : spoken(en: "missing: America/Tegucigalpa has no offset", es: "faltan: America/Tegucigalpa no tiene desfase"),
      offset == -21_600)
    report(spoken(en: "processors", es: "procesadores"), "\(sysconf(Int32(_SC_NPROCESSORS_ONLN)))", true)
    let canWrite = access(".", W_OK) == 0
    report(
      spoken(en: "this folder", es: "esta carpeta"),
      canWrite
        ? spoken(en: "can be written to", es: "se puede escribir en ella")
        : spoken(en: "cannot be written to", es: "no se puede escribir en ella"), canWrite)
    if !isWell { throw Exit(status: .failed) }
  }
}
