import Files
import Hashing
import ModuleKit

/// Files that external modules read, kept in `.veedor/cache/` under their digests.
struct HandedFiles {
  /// The folder, by its absolute path.
  let folder: String

  /// Keeps `bytes` under a name that ends with `ending`; what is there already stays.
  func store(_ bytes: [UInt8], _ ending: String) throws -> HandedFile {
    let digest = Hash32(of: bytes)
    let file = HandedFile(path: "\(folder)/\(digest.hex)\(ending)", sha256: digest)
    if (try? Hash32(ofFile: file.path)) != digest { try AtomicFile.write(bytes, to: file.path) }
    return file
  }
}
