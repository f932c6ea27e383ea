public import Files
public import ModuleKit
import Synchronization

/// A file in `.veedor/` that remembers something from one run to the next: a JSON object.
///
/// It is read leniently: one that is not there, or is no object, remembers nothing. One that cannot be read remembers
/// nothing either, and is not written, lest a passing error of the disk cost all that it holds. What the values mean is
/// for its users to say, who take a value that they cannot read for none.
public final class StateFile: Sendable {
  private struct State {
    var members: [String: Value]
    var isChanged = false
    /// Why it could not be read.
    var refusal: FileError?
  }

  private let folder: PrivateFolder
  private let name: String
  private let mode: UInt32
  private let state: Mutex<State>

  /// The file `name` in `folder`, which is written with the permissions `mode`.
  public init(_ name: String, in folder: PrivateFolder, mode: UInt32 = 0o644) {
    (self.name, self.folder, self.mode) = (name, folder, mode)
    var known = State(members: [:])
    do {
      let content = try folder.opened().file(name).content(atMost: .small)
      known.members = (try? Value(json: content).object) ?? [:]
    } catch {
      if !error.isAbsence { known.refusal = error }
    }
    state = Mutex(known)
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
  public func removeAll() { state.withLock { ($0.members, $0.isChanged) = ([:], true) } }

  /// Throws why it could not be read, where that is so.
  public func check() throws(FileError) {
    if let refusal = state.withLock(\.refusal) { throw refusal }
  }

  /// Writes the file where something has changed. Throws a `FileError`, also where it could not be read.
  public func save() throws {
    // Written under the lock: steps end at once on several cores, and an older state must not replace a newer one.
    try state.withLock { state in
      guard state.isChanged else { return }
      if let refusal = state.refusal { throw refusal }
      try folder.made().write(Value.object(state.members).canonicalJSON, to: name, mode: mode)
      state.isChanged = false
    }
  }
}
