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

  private let folder: PrivateFolder
  private let name: String
  private let mode: UInt32
  private let state: Mutex<State>

  /// The file `name` in `folder`, which is written with the permissions `mode`.
  public init(_ name: String, in folder: PrivateFolder, mode: UInt32 = 0o644) {
    (self.name, self.folder, self.mode) = (name, folder, mode)
    let known = (try? folder.opened().file(name).content(atMost: .small)).flatMap { try? Value(json: $0).object }
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

  /// Forgets everything.
  public func removeAll() { state.withLock { $0 = State(members: [:], isChanged: true) } }

  /// Writes the file where something has changed. Throws a `FileError`.
  public func save() throws {
    // Written under the lock: steps end at once on several cores, and an older state must not replace a newer one.
    try state.withLock { state in
      guard state.isChanged else { return }
      try folder.made().write(Value.object(state.members).canonicalJSON, to: name, mode: mode)
      state.isChanged = false
    }
  }
}
