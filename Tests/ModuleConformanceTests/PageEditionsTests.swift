import Testing

/// A page that stands in both languages says the same in each: the same headings, commands, code, links, pictures and rows of
/// tables, in the same order.
@Suite struct PageEditionsTests {
  /// The English page and the Spanish one, from the repository's root.
  private static let pages =
    [("README.md", "Docs/es/README.md")]
    + [
      "course", "data", "drafts", "log", "messages", "methods/counts", "methods/incidents", "methods/recount",
      "tutorial",
    ].map { ("Docs/\($0).md", "Docs/es/\($0).md") }

  private static func edition(_ path: String) throws -> Edition {
    let page = try Page(#filePath, "../../\(path)").text
    var edition = Edition(page, folder: path.split(separator: "/").dropLast().map(String.init))
    // A page leads to pages in its own language where there are such.
    for (english, spanish) in pages {
      edition.addresses = edition.addresses.map { $0 == spanish ? english : $0 }
    }
    return edition
  }

  @Test(arguments: pages) func sayTheSame(english: String, spanish: String) throws {
    let (first, second) = (try Self.edition(english), try Self.edition(spanish))
    #expect(first.headings == second.headings)
    #expect(first.commands == second.commands)
    #expect(first.code == second.code)
    #expect(first.addresses == second.addresses)
    #expect(first.rows == second.rows)
  }

  /// A link to a heading, of the page itself or of another, leads to one that is there.
  @Test func headingsThatAreLinkedAreThere() throws {
    let pages = try RepositoryFile.all(in: ["Docs"], [".md"])
    let headings = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, Self.anchors(of: $0.text)) })
    var found = 0
    for page in pages {
      for link in page.text.matches(of: /\]\(([\w.\/-]*)#([^)]+)\)/) {
        let folder = page.path.split(separator: "/").dropLast().map(String.init)
        let path = link.1.isEmpty ? page.path : Edition.address(String(link.1), from: folder)
        found += 1
        #expect(headings[path]?.contains(String(link.2)) == true, "\(page.path) leads to \(link.1)#\(link.2)")
      }
    }
    #expect(found > 10)
  }

  /// The names under which the headings of a page are found: in lower case, without marks, blanks as hyphens.
  private static func anchors(of page: String) -> Set<String> {
    Set(
      page.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
        let words = line.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
        return String(words.filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }.map { $0 == " " ? "-" : $0 })
      })
  }

  @Test func whatIsCompared() {
    let page = Edition(
      """
      # One
      Say `run` of [it](../ledger.md#what), then `check`, not `as it is`.
      ```
      veedor run x   # why
      what it prints
      $ veedor bundle verify example-0123abcd.evb.zip
      ```
      ```yaml
      a: b
      ```
      | a | b |
      """, folder: ["Docs", "es"])
    #expect(page.headings == [1] && page.code == ["check", "run"])
    #expect(page.commands == ["veedor run x", "$ veedor bundle verify example-….evb.zip", "a: b"])
    #expect(page.addresses == ["Docs/ledger.md"] && page.rows == 1)
  }
}

/// What of a page is the same in every language.
private struct Edition {
  /// The levels of the headings.
  var headings: [Int] = []
  /// What is typed, without what is said of it, and the lines of code in a language that is named.
  var commands: [String] = []
  /// The names that stand as code in sentences: these can have another order.
  var code: [String] = []
  /// Where links and pictures lead, from the root.
  var addresses: [String] = []
  /// The rows of tables.
  var rows = 0

  init(_ text: String, folder: [String]) {
    var fence: Substring?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        fence = fence == nil ? line.dropFirst(3) : nil
      } else if let fence {
        let isTyped = ["$ ", "veedor ", "make "].contains { line.hasPrefix($0) }
        if isTyped || !fence.isEmpty { commands.append(Self.command(line)) }
      } else {
        if line.hasPrefix("#") { headings.append(line.prefix { $0 == "#" }.count) }
        if line.hasPrefix("|") { rows += 1 }
        code += line.matches(of: /`([^`\s]+)`/).map { Self.name(String($0.1)) }
        addresses += line.matches(of: /\]\(([^)]+)\)/).map { Self.address(String($0.1), from: folder) }
      }
    }
    code.sort()
  }

  /// What is typed: a bundle's identity differs with the words of its draft.
  private static func command(_ line: Substring) -> String {
    let typed = line.firstMatch(of: /^(.*?)\s*(\s#\s.*)?$/).map { String($0.1) } ?? ""
    return name(typed.replacing(/example-[0-9a-f]{8}/, with: "example-…"))
  }

  /// A name without the language of the template that it is of.
  private static func name(_ text: String) -> String { text.replacing(/\.(en|es)\.md/, with: ".md") }

  /// Where a link leads, without the heading, whose words are of the page's language.
  static func address(_ link: String, from folder: [String]) -> String {
    guard !link.contains("://") else { return link }
    let page = link.prefix { $0 != "#" }
    guard !page.isEmpty else { return "#" }
    return page.split(separator: "/").reduce(into: folder) { path, part in
      if part == ".." { path.removeLast() } else { path.append(String(part)) }
    }.joined(separator: "/")
  }
}
