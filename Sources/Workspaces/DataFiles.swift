import Diagnostics
import Files
import ModuleKit

extension WorkspaceChecker {
  /// The most files that one dataset can be read from.
  private static let mostFiles = 10_000

  /// The files that `path:` of a dataset names, one or a list of them, each with its name or a pattern of names, and what
  /// users call them all; nil where there are none.
  mutating func dataFiles(at place: Path) -> (paths: [String], name: String)? {
    let value = document.value(place)
    if let path = value?.string { return paths(path, at: place).map { ($0, $0.count == 1 ? $0[0] : path) } }
    guard let list = value?.list else { return nil }
    var paths: [String] = []
    var seen: Set<String> = []
    for (index, path) in list.enumerated() {
      guard let path = path.string else { continue }
      for one in self.paths(path, at: place / index) ?? [] {
        if seen.insert(one).inserted { paths.append(one) } else { add(.fileTwice(one), at: place / index) }
      }
    }
    if paths.count > Self.mostFiles { add(.tooManyFiles(paths.count, limit: Self.mostFiles), at: place) }
    guard let first = paths.first else { return nil }
    let rest = paths.count - 1
    return (paths, rest == 0 ? first : "\(first) and \(rest) more \(rest == 1 ? "file" : "files")")
  }

  /// The files that `path` names, which a pattern does in the order of their bytes; nil where it names none.
  private mutating func paths(_ path: String, at place: Path) -> [String]? {
    guard StringFormat.path.admits(path) else { return nil }
    guard path.utf8.contains(UInt8(ascii: "*")) else {
      checkFile(path, at: place, .data)
      return [path]
    }
    if path.split(separator: "/").contains("**") {
      add(.patternOfFolders(path), at: place)
      return nil
    }
    do throws(FileError) {
      let found = try folder.home.paths(matching: path)
      guard !found.isEmpty, found.count <= Self.mostFiles else {
        let message: WorkspaceMessage =
          found.isEmpty ? .matchesNothing(path) : .tooManyFiles(found.count, limit: Self.mostFiles)
        add(message, at: place)
        return nil
      }
      for path in found { checkFile(path, at: place, .data) }
      return found
    } catch {
      add(error, at: place)
      return nil
    }
  }
}

extension Folder {
  /// What stands in the folder under a name as `pattern` has it, in the order of the bytes of the paths. A `*` stands for
  /// characters of one name, and not for the dot with which hidden names begin.
  fileprivate func paths(matching pattern: String) throws(FileError) -> [String] {
    var found = [""]
    let parts = pattern.split(separator: "/").map(String.init)
    for (place, part) in parts.enumerated() {
      let isLast = place == parts.count - 1
      guard part.utf8.contains(UInt8(ascii: "*")) else {
        found = found.map { $0 + part + (isLast ? "" : "/") }
        continue
      }
      var next: [String] = []
      for before in found {
        for entry in try entries(of: before)
        where (isLast || entry.kind == .folder) && NamePattern(part).matches(entry.name)
          && !(entry.name.hasPrefix(".") && part.hasPrefix("*"))
        { next.append(before + entry.name + (isLast ? "" : "/")) }
      }
      found = next
    }
    // Names behind a pattern need not be there in every folder.
    if let last = parts.last, !last.utf8.contains(UInt8(ascii: "*")) {
      var there: [String] = []
      for path in found where try entries(of: String(path.dropLast(last.count))).contains(where: { $0.name == last }) {
        there.append(path)
      }
      found = there
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What stands in the folder at `inner`, which ends with `/` or is empty; nothing where it is not there.
  private func entries(of inner: String) throws(FileError) -> [FolderEntry] {
    do throws(FileError) {
      return try inner.isEmpty ? list() : folder(String(inner.dropLast())).list()
    } catch {
      guard error.isAbsence else { throw error }
      return []
    }
  }
}
