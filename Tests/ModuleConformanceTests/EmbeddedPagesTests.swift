import Testing

/// The pages that are inside the executable are those of `Docs`.
@Suite struct EmbeddedPagesTests {
  /// Those of whoever works on the program itself.
  private static let leftOut = ["Docs/architecture.md"]

  @Test func everyPageIsEmbedded() throws {
    let source = try RepositoryFile.all(in: ["Sources"], ["/pages.c"]).map(\.text).joined()
    let embedded = source.matches(of: /#embed "\.\.\/\.\.\/([^"]+)"/).map { String($0.1) }
    let pages = try RepositoryFile.all(in: ["Docs"], [".md"]).map(\.path).filter { !Self.leftOut.contains($0) }
    #expect(embedded.sorted() == (pages + ["README.md"]).sorted())
  }

  /// Each page is listed with both editions that there are, under its own name.
  @Test func everyEditionIsListedUnderItsName() throws {
    let source = try RepositoryFile.all(in: ["Sources"], ["/pages.c"]).map(\.text).joined()
    let lines = source.matches(of: /\{"([^"]+)", EDITION\((\w+)_en\), (?:EDITION\((\w+)_es\)|\{NULL, 0\})\},/)
    #expect(lines.count == source.ranges(of: "_en[] = {").count)
    #expect(lines.count { $0.3 != nil } == source.ranges(of: "_es[] = {").count)
    for line in lines {
      let name = line.1.replacing(/[\/-]/, with: "_")
      #expect(name == line.2 && name == line.3 ?? line.2)
    }
  }
}
