internal import Glibc

/// The folders of the user who runs the program (XDG Base Directory Specification 0.8).
public enum UserFolder {
  /// Where programs keep what is the user's own on this machine: `$XDG_STATE_HOME`, or `~/.local/state`; nil where nothing
  /// says which that is.
  public static var state: String? {
    // The specification has relative paths ignored.
    func folder(_ variable: String) -> String? {
      getenv(variable).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    return folder("XDG_STATE_HOME") ?? folder("HOME").map { "\($0)/.local/state" }
  }
}
