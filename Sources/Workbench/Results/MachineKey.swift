import Diagnostics
import Files
import Glibc
import Hashing
import ModuleKit
import Synchronization

/// The secret of this user on this machine that vouches for results: 32 random bytes in a file outside all workspaces,
/// so that nothing that comes along with a workspace can vouch for what is in it.
///
/// It is made when a result is first kept, for the user alone, as `veedor/result.key` in the user's folder of state (XDG
/// Base Directory Specification 0.8: `$XDG_STATE_HOME`, or `~/.local/state`). Without it results count as received, and
/// running them again confirms them.
public final class MachineKey: Sendable {
  static let fileName = "result.key"
  private static let size = 32

  private struct State {
    var key: AuthenticationKey?
    var refusal: Text?
  }

  private let folder: String?
  private let state: Mutex<State>

  /// The key in the folder at `folder`; with none, where nothing says which folder is the user's, none can be kept.
  public init(folder: String?) {
    self.folder = folder
    state = Mutex(Self.attempt { try folder.flatMap { try Self.read(in: $0) } })
  }

  /// The key of this user.
  public convenience init() {
    self.init(folder: UserFolder.state.map { "\($0)/veedor" })
  }

  /// The key, where there is one.
  var key: AuthenticationKey? { state.withLock(\.key) }

  /// Why there is no key, where one was looked for or made in vain.
  var refusal: RunMessage? { state.withLock { $0.refusal.map { .noKey(reason: $0) } } }

  /// The key, made where there is none; nil where none can be kept.
  func made() -> AuthenticationKey? {
    state.withLock { state in
      if state.key == nil, state.refusal == nil { state = Self.attempt(make) }
      return state.key
    }
  }

  private func make() throws -> AuthenticationKey {
    guard let folder else {
      throw Refusal(
        reason: Text(
          en: "neither XDG_STATE_HOME nor HOME names a folder", es: "ni XDG_STATE_HOME ni HOME nombran una carpeta"))
    }
    let home = try Folder.made(path: folder, mode: 0o700)
    // Two first runs at once share one key.
    let lock = try home.lock("lock", waits: true)
    return try withExtendedLifetime(lock) {
      if let key = try Self.read(in: folder) { return key }
      let key = AuthenticationKey()
      try home.write(key.bytes, to: Self.fileName, mode: 0o600)
      return key
    }
  }

  /// The key that is kept in `folder`; nil where none was made yet.
  private static func read(in folder: String) throws -> AuthenticationKey? {
    let file: MappedFile
    do throws(FileError) {
      file = try Folder(path: folder).file(fileName)
    } catch {
      if case .system(_, _, let reason) = error, [ENOENT, ENOTDIR].contains(reason.number) { return nil }
      throw error
    }
    guard file.count == size else {
      throw Refusal(
        reason: Text(
          en: "'\(file.path)' holds no key: remove it", es: "«\(file.path)» no contiene ninguna clave: quítelo"))
    }
    return AuthenticationKey(try file.content)
  }

  private struct Refusal: Error { let reason: Text }

  private static func attempt(_ body: () throws -> AuthenticationKey?) -> State {
    do {
      return State(key: try body())
    } catch let refusal as Refusal {
      return State(refusal: refusal.reason)
    } catch {
      return State(refusal: (error as? FileError)?.text.sentence ?? Text("\(error)"))
    }
  }
}
