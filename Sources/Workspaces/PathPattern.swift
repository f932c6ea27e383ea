/// Patterns of paths: `*` stands for any letters of a name and `?` for one, neither for a dot at its beginning, and `**` for any folders.
public enum PathPattern {
  /// Whether `path` is the one that `pattern` names, or one of those.
  public static func names(_ path: String, by pattern: String) -> Bool {
    let (path, pattern) = (path.split(separator: "/").map(String.init), pattern.split(separator: "/").map(String.init))
    return matches(path, pattern, isMany: { $0 == "**" }, fits: fits)
  }

  /// Whether `name` is one that `pattern`, a component, stands for.
  public static func fits(_ name: String, _ pattern: String) -> Bool {
    let (name, pattern) = (Array(name.unicodeScalars), Array(pattern.unicodeScalars))
    if name.first == ".", pattern.first == "*" || pattern.first == "?" { return false }
    return matches(name, pattern, isMany: { $0 == "*" }) { $1 == "?" || $0 == $1 }
  }

  /// Whether the elements of `pattern`, of which some stand for any number, stand for those of `given`. The last of those
  /// takes more where what follows does not fit, so that no pattern takes long.
  private static func matches<Element>(
    _ given: [Element], _ pattern: [Element], isMany: (Element) -> Bool, fits: (Element, Element) -> Bool
  ) -> Bool {
    // Where the last of them stands, and how much it has taken so far.
    var (place, at, many, taken) = (0, 0, Int?.none, 0)
    while place < given.count {
      if at < pattern.count, isMany(pattern[at]) {
        (many, taken) = (at, place)
        at += 1
      } else if at < pattern.count, fits(given[place], pattern[at]) {
        (place, at) = (place + 1, at + 1)
      } else if let many {
        taken += 1
        (place, at) = (taken, many + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy(isMany)
  }
}
