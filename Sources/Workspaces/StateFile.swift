import Files
public import ModuleKit
import Synchronization

/// A file in `.veedor/` that remembers something from one run to the next: a JSON object.
///
/// It is read leniently: one that is not there, or is no object, remembers nothing. What the values mean is for its
/// users to say, who take a value that they cannot read for none.
public final class StateFile: Sendable {
  private struct State {
    var members: [String: Value]
    var isChanged = false
  }

  private let path: String
  private let mode: UInt32
  private let state: Mutex<State>

  /// The file at `path`, which is written with the permissions `mode`.
  public init(path: String, mode: UInt32 = 0o644) {
    (self.path, self.mode) = (path, mode)
    let known = (try? MappedFile(path: path).content).flatMap { try? Value(json: $0).object }
    state = Mutex(State(members: known ?? [:]))
  }

  /// What is remembered under `key`.
  public subscript(key: String) -> Value? {
    get { state.withLock { $0.members[key] } }
    set {
      state.withLock {
        guard $0.members[key] != newValue else { return }
        $0.members[key] = newValue
        $0.isChanged = true
      }
    }
  }

  /// Writes the file where something has changed. Throws a `FileError`.
  public func save() throws {
    // Written under the lock: steps end at once on several cores, and an older state must not replace a newer one.
    try state.withLock { state in
      guard state.isChanged else { return }
      try AtomicFile.write(Value.object(state.members).canonicalJSON, to: path, mode: mode)
      state.isChanged = false
    }
  }
}
