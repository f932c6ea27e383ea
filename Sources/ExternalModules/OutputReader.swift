import Files
import Hashing
import ModuleKit

/// Reads the files that an external module has written, never outside their folder and never through a link.
struct OutputReader {
  let folder: Folder
  let limits: ModuleLimits

  /// The bytes of `file`, which has the digest that the module states.
  func bytes(of file: HandedFile) throws -> [UInt8] {
    let content: MappedFile
    do throws(FileError) {
      content = try folder.file(file.path)
    } catch {
      var reason = Text(
        en: "it is not a file inside the folder of outputs", es: "no es un archivo dentro de la carpeta de salidas")
      if case .system(_, _, let cause) = error { reason = cause.text }
      throw DiagnosticsError(ExternalMessage.outputUnreadable(file.path, reason: reason))
    }
    guard content.count <= limits.file else {
      throw DiagnosticsError(ExternalMessage.outputTooLarge(file.path, limit: limits.file))
    }
    let bytes = try content.content(atMost: FileLimit(bytes: limits.file))
    guard Hash32(of: bytes) == file.sha256 else { throw DiagnosticsError(ExternalMessage.outputDiffers(file.path)) }
    return bytes
  }
}
