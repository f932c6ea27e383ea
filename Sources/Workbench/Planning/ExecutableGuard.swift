import Files
import Hashing
import ModuleKit
import Workspaces

/// Remembers in `.veedor/` which build of the program made a result.
///
/// A result of another build with the same key should have the same bytes, but a build under development may not have
/// raised its module's version: such results are made again. Nothing of this enters keys or results.
final class ExecutableGuard: Sendable {
  private let file: StateFile
  private let identity: String

  init(in folder: PrivateFolder) {
    file = StateFile("makers.json", in: folder)
    identity = (try? FileStamp(path: "/proc/self/exe")).map { "\($0.inode)-\($0.size)-\($0.mtimeNanoseconds)" } ?? ""
  }

  func madeByThisProgram(_ place: ResultPlace, _ key: RunKey) -> Bool { file[place.folder] == maker(of: key) }

  func note(_ place: ResultPlace, _ key: RunKey) { file[place.folder] = maker(of: key) }

  /// Writes what is new. A guard that cannot be written only costs time.
  func save() { try? file.save() }

  private func maker(of key: RunKey) -> Value { [.string(key.digest.hex), .string(identity)] }
}
