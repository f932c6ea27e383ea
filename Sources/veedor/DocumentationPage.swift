import CPages
import ModuleKit

/// A page of `Docs` that is inside the executable.
struct DocumentationPage {
  /// Its name: the path in `Docs` without the ending, such as `methods/counts`.
  let name: String
  /// The Markdown of each edition.
  private let editions: [Language: String]

  /// All pages, in the order in which they are listed: what a newcomer reads stands first.
  static let all = (0..<veedor_page_count()).compactMap { veedor_page_at($0).map { DocumentationPage($0.pointee) } }

  private init(_ page: veedor_page) {
    name = String(cString: page.name)
    editions = [.english: page.english, .spanish: page.spanish].compactMapValues { edition in
      edition.bytes.map { String(decoding: UnsafeBufferPointer(start: $0, count: edition.size), as: UTF8.self) }
    }
  }

  /// The page that `word` names: by its name, or as a link of another page does, `../methods/counts.md#late`.
  static func named(_ word: String) -> DocumentationPage? {
    var name = word.prefix { $0 != "#" }.lowercased()
    if name.hasSuffix(".md") { name.removeLast(3) }
    return all.first { $0.name == name || name.hasSuffix("/\($0.name)") || $0.name.hasSuffix("/\(name)") }
  }

  /// Whether the page has an edition in the language in which the program speaks.
  var isSpoken: Bool { editions[ProgramLanguage.current] != nil }

  /// The page in the language in which the program speaks, else in English.
  var text: String { editions[ProgramLanguage.current] ?? editions[.english] ?? "" }

  /// What stands behind the `#` of its first line.
  var title: String { String(text.prefix { $0 != "\n" }.drop { $0 == "#" || $0 == " " }) }

  /// The headings of the second level.
  var headings: [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
  }

  /// What stands under the heading `heading` of the second level, with it; nil where there is none.
  func section(_ heading: String) -> String? {
    let parts = "\n\(text)".split(separator: "\n## ")
    return parts.first { $0.hasPrefix("\(heading)\n") }.map { "## \($0)" }
  }
}
