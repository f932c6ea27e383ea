import Files
import Glibc
import ModuleKit
import Synchronization

/// Remembers in `.veedor/` which build of the program made a result.
///
/// A result of another build with the same key should have the same bytes, but a build under development may not have
/// raised its module's version: such results are made again. Nothing of this enters keys or results.
final class ExecutableGuard: Sendable {
  private struct State {
    var makers: [String: Value]
    var isChanged = false
  }

  private let path: String
  private let identity: String
  private let state: Mutex<State>

  init(path: String) {
    self.path = path
    identity = (try? FileStamp(path: "/proc/self/exe")).map { "\($0.inode)-\($0.size)-\($0.mtimeNanoseconds)" } ?? ""
    let known = (try? MappedFile(path: path).content).flatMap { try? Value(json: $0).object } ?? [:]
    state = Mutex(State(makers: known))
  }

  func madeByThisProgram(_ place: ResultPlace, _ key: RunKey) -> Bool {
    state.withLock { $0.makers[place.folder] } == [.string(key.digest), .string(identity)]
  }

  func note(_ place: ResultPlace, _ key: RunKey) {
    state.withLock {
      $0.makers[place.folder] = [.string(key.digest), .string(identity)]
      $0.isChanged = true
    }
  }

  /// Writes what is new. A guard that cannot be written only costs time.
  func save() {
    // Written under the lock: steps end at once on several cores, and an older state must not replace a newer one.
    state.withLock { state in
      guard state.isChanged else { return }
      state.isChanged = (try? AtomicFile.write(Value.object(state.makers).canonicalJSON, to: path)) == nil
    }
  }
}
