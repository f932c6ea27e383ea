import Testing

/// Where code names a page of the documentation, or one of its headings in quotation marks behind it, they are there.
@Suite struct ReferenceTests {
  @Test func pagesAndHeadingsAreThere() throws {
    let pages = Dictionary(
      uniqueKeysWithValues: try RepositoryFile.all(in: ["Docs"], [".md"]).map { ($0.path, headings(of: $0.text)) })
    var found = 0
    for file in try RepositoryFile.all(in: ["Sources", "Plugins", "Tests"]) where file.text.contains("Docs/") {
      for match in file.text.matches(of: /(Docs\/[A-Za-z_\/]+\.md)(?:,(?:\s|\/)*[“«]([^”»]+)[”»])?/) {
        guard let headings = pages[String(match.1)] else {
          Issue.record("\(file.path): there is no \(match.1)")
          continue
        }
        guard let heading = match.2 else { continue }
        found += 1
        // A Spanish sentence names the Spanish page where there is one.
        if match.0.contains("«"), pages["Docs/es/" + match.1.dropFirst("Docs/".count)] != nil {
          Issue.record("\(file.path): \(match.1) is there in Spanish")
        }
        #expect(headings.contains(String(heading)), "\(file.path): \(match.1) has no heading “\(heading)”")
      }
    }
    #expect(found > 20)
  }

  private func headings(of page: String) -> Set<String> {
    Set(
      page.split(separator: "\n").filter { $0.hasPrefix("#") }.map {
        String($0.drop(while: { $0 == "#" }).drop(while: { $0 == " " }))
      })
  }
}
