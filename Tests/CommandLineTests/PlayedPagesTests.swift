import Foundation
import Testing

/// Pages that show what their transcripts show, which the stories play.
struct PlayedPagesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func lines(_ path: String) throws -> [String] {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8).components(separatedBy: "\n")
  }

  @Test(arguments: [
    ("rehearsal", "rehearsing_a_recount"), ("exchange", "two_missions"), ("log", "two_observers"),
    ("es/log", "two_observers.es"),
  ])
  func everyLineStandsInTheTranscript(page: String, story: String) throws {
    var shown: [String] = []
    var isShown = false
    for line in try lines("Docs/\(page).md") {
      if line.hasPrefix("```") { isShown.toggle() } else if isShown { shown.append(line) }
    }
    // In a transcript messages stand behind a mark, and what could be taken for one behind another.
    let played = try lines("Tests/CommandLineTests/transcripts/\(story).txt")
      .filter { !$0.isEmpty && !$0.hasPrefix("# ") && !$0.hasPrefix("? ") }
      .map { $0.hasPrefix("! ") || $0.hasPrefix("| ") ? String($0.dropFirst(2)) : $0 }
    #expect(shown.filter { !$0.isEmpty } == played)
    #expect(shown.count { $0.hasPrefix("$ ") && $0.contains("veedor") || $0.hasPrefix("$ ./") } > 6)
  }
}
