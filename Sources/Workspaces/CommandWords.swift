/// The words of an external module's command, which may name no file outside the module's folder: trust in the module
/// covers what stands in the folder, and nothing else.
enum CommandWords {
  /// The first path in `command` that leads out of the folder that it runs in; nil where there is none.
  ///
  /// A path is anything with a `/` in it, wherever in a word it stands (`--rules=../rules.py`, `-I/srv/lib`,
  /// `sh -c '. ../evil.sh'`), and `..`. It leads out where it is absolute, begins at a home folder, or climbs.
  static func pathOutside(in command: [String]) -> String? {
    for word in command {
      // What shells and options put between paths.
      for part in word.split(whereSeparator: { $0.isWhitespace || "=:;,'\"`()<>|&{}[]".contains($0) })
      where leadsOut(part) {
        return String(part)
      }
    }
    return nil
  }

  private static func leadsOut(_ path: Substring) -> Bool {
    if path.hasPrefix("/") || path.hasPrefix("~") || path == ".." { return true }
    guard path.contains("/") else { return false }
    // `-I/srv/lib` and `$HOME/lib`: what stands before the slash is no folder of the module.
    if path.hasPrefix("$") || path.hasPrefix("-") && path.dropFirst(2).hasPrefix("/") { return true }
    // `-I../lib` climbs as well.
    return path.split(separator: "/").contains { $0.hasSuffix("..") }
  }
}
