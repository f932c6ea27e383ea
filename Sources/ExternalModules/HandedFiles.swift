import Files
import Hashing
import ModuleKit

/// Files that external modules read, kept in `.veedor/cache/` under their digests.
struct HandedFiles {
  let folder: Folder
  /// The folder's absolute path, by which modules find it.
  let path: String

  /// Keeps `bytes` under a name that ends with `ending`; what is there already stays.
  func store(_ bytes: [UInt8], _ ending: String) throws -> HandedFile {
    let digest = Hash32(of: bytes)
    let name = digest.hex + ending
    if (try? Hash32(of: folder.file(name))) != digest { try folder.write(bytes, to: name) }
    return HandedFile(path: "\(path)/\(name)", sha256: digest)
  }
}
