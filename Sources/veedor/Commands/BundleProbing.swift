import Archive
import ArgumentParser
import Files
import ModuleKit

extension BundleCommand {
  struct Probe: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: spoken(
        en: "Say whether a ZIP archive would be read, and if not, why.",
        es: "Dice si un archivo ZIP se leería y, si no, por qué."),
      discussion: spoken(
        en: """
          'strict' takes archives in the form in which bundles are written, and no others; 'lenient' is how the archives of \
          other programs are read. Every byte is read, and nothing is written.
          """,
        es: """
          «strict» acepta los archivos con la forma en que se escriben los paquetes, y ningún otro; «lenient» es como \
          se leen los de otros programas. Se lee cada byte, y no se escribe nada.
          """))

    /// How an archive is read.
    enum Profile: String, ExpressibleByArgument, CaseIterable { case strict, lenient }

    @Argument(help: ArgumentHelp(spoken(en: "The archive.", es: "El archivo ZIP."), valueName: "file")) var file: String
    @Option(help: ArgumentHelp(spoken(en: "How to read it.", es: "Cómo leerlo."))) var profile = Profile.strict
    @Flag(
      help: ArgumentHelp(
        spoken(en: "Print the verdict as one JSON object.", es: "Imprime el dictamen como un objeto JSON."))) var json =
      false

    func run() throws {
      let count: Int
      let size: Int
      do {
        let read: [ArchiveEntry] = try MappedFile(path: file).reading { try entries(in: $0) }
        (count, size) = (read.count, read.reduce(0) { $0 + $1.size })
      } catch let message as ArchiveMessage {
        let reason = Diagnostic(message)
        if json {
          Console.print(json: [
            "verdict": "refused", "profile": .string(profile.rawValue), "code": .string(reason.code),
            "reason": .string(reason.message),
          ])
        } else {
          Console.message(reason)
          Console.print(spoken(en: "refused", es: "rechazado"))
        }
        throw Exit(status: .unverified)
      } catch {
        throw Console.failure(error)
      }
      if json {
        Console.print(json: [
          "verdict": "accepted", "profile": .string(profile.rawValue), "files": .integer(count), "size": .integer(size),
        ])
      } else {
        Console.print(
          spoken(
            en: "accepted: \(count) \(count == 1 ? "file" : "files"), \(size) \(size == 1 ? "byte" : "bytes")",
            es: "aceptado: \(count) \(count == 1 ? "archivo" : "archivos"), \(size) \(size == 1 ? "byte" : "bytes")"))
      }
    }

    /// The entries of the archive in `bytes`, after the content of each was read.
    private func entries(in bytes: UnsafeRawBufferPointer) throws -> [ArchiveEntry] {
      let entries =
        switch profile {
        case .strict: try ArchiveDirectory(parsing: bytes).entries
        case .lenient: try LenientArchive(parsing: bytes).entries
        }
      for entry in entries { try entry.read(from: bytes) { _ in } }
      return entries
    }
  }
}
