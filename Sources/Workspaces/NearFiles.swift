import Diagnostics
import Files

extension Folder {
  /// The most names of one folder that are looked at.
  private static let mostNames = 2_000

  /// The path of the file in the folder that was most likely meant by `path`, at which nothing stands; nil where none is
  /// near enough.
  func nearFile(to path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    var found = ""
    for (place, part) in parts.enumerated() {
      guard let entries = try? found.isEmpty ? list() : folder(found).list() else { return nil }
      let kind: FolderEntry.Kind = place == parts.count - 1 ? .file : .folder
      let names = entries.filter { $0.kind == kind }.prefix(Self.mostNames).map(\.name)
      let itself = names.first { $0.utf8.elementsEqual(part.utf8) }
      guard let name = itself ?? nearFileName(to: part, among: names) else { return nil }
      found += (found.isEmpty ? "" : "/") + name
    }
    return found
  }
}

/// The name among `names` that is nearest to `name`: it has the same digits, as files of a series differ in these, and up to
/// its first point the same letters, or nearly, where these are three or more.
private func nearFileName(to name: String, among names: [String]) -> String? {
  func stem(_ name: String) -> String { String(name.prefix { $0 != "." }).lowercased() }
  func digits(_ name: String) -> String { name.filter(\.isNumber) }
  let wanted = stem(name)
  guard !wanted.isEmpty else { return nil }
  let others = names.filter { digits($0) == digits(name) }
  let same = others.filter { stem($0) == wanted }
  if let first = same.first { return nearName(to: name, among: same) ?? first }
  return wanted.count < 3
    ? nil : nearName(to: name, among: others.filter { nearName(to: wanted, among: [stem($0)]) != nil })
}
