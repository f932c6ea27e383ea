import Files
import TestSupport

extension ScratchWorkspace {
  /// The mission `name` of the repository in a folder of its own, without results.
  static func mission(_ name: String) throws -> ScratchWorkspace {
    let source = try Folder(path: "\(Repository.path)/Workspaces/\(name)")
    let scratch = try ScratchWorkspace()
    for inner in try source.files() where ["results/", "bundles/", ".veedor/"].allSatisfy({ !inner.hasPrefix($0) }) {
      try scratch.write(try source.file(inner).content, to: inner)
    }
    return scratch
  }
}

/// The text of a page without its markup, from the body on.
func prose(_ html: String) -> String {
  var out = ""
  var isMarkup = false
  for character in html.drop(while: { $0 != "\n" }) {
    switch character {
    case "<": isMarkup = true
    case ">": isMarkup = false
    default: if !isMarkup { out.append(character) }
    }
  }
  return out
}
