import ArgumentParser
import Files
import Ledger
import ModuleKit

struct LogAttachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach",
    abstract: spoken(
      en: "Keep a file with a record: a photo, a recording, a document.",
      es: "Guarda un archivo con una ficha: una foto, una grabación, un documento."),
    discussion: spoken(
      en: """
        The file is copied byte for byte into the ledger, under a name that tells nothing of it. Its own name, type, size and digest are \
        private: 'veedor log show' shows them where they lie, and 'veedor log erase' erases them with the copy. No bundle holds it.
        """,
      es: """
        El archivo se copia byte por byte en el registro, con un nombre que no dice nada de él. Su propio nombre, tipo, tamaño y \
        huella son privados: «veedor log show» los muestra donde están, y «veedor log erase» los borra junto con la copia. \
        Ningún paquete lo contiene.
        """))

  @Argument(help: .record) var record: String
  @Argument(help: ArgumentHelp(spoken(en: "The file.", es: "El archivo."), valueName: "file")) var file: String
  @Option(help: .why) var why: String?
  @OptionGroup var writing: LogWriting

  func run() throws {
    // Before the command enters the workspace, from where the path would lead elsewhere.
    let (copied, name) = (try MappedFile(path: file), file.split(separator: "/").last.map(String.init) ?? file)
    try writing.write { ledger, key in
      let record = try ledger.view().record(record)
      return try ledger.attach(copied, named: name, to: record.id, why: why, as: key, at: Clock.now) {
        Console.message($0)
      }
    }
  }
}
