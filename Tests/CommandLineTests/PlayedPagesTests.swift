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

  /// A page that shortens what it shows: its commands stand in the transcript in their order, perhaps with a pipe that makes the
  /// same of every run behind them, and show each line that the page has of them; all lines, where no `…` stands for others.
  @Test(arguments: [("tutorial", "tutorial"), ("es/tutorial", "tutorial.es")])
  func everyCommandShowsWhatThePageSays(page: String, story: String) throws {
    let text = try lines("Tests/CommandLineTests/transcripts/\(story).txt").joined(separator: "\n")
    var played = try Transcript(text).commands[...]
    let shown = try shownCommands(of: "Docs/\(page).md")
    #expect(shown.count > 20)
    for (command, lines) in shown {
      let place = played.firstIndex { $0.text == command || $0.text.hasPrefix(command + " ") }
      guard let place else {
        Issue.record("\(page): no story goes on with '\(command)'")
        continue
      }
      let outcome = played[place].outcome
      played = played[(place + 1)...]
      let seen = (outcome.output + outcome.errors).replacing("\u{A0}", with: " ").split(separator: "\n").map(
        String.init)
      let told = lines.filter { !$0.isEmpty && $0 != "…" }
      #expect(told.filter { !seen.contains($0) } == [], "\(page): $ \(command)")
      if !lines.contains("…") { #expect(told.count == seen.count, "\(page): $ \(command)") }
    }
  }

  /// The commands in the blocks of a page, with the lines that it shows of each.
  private func shownCommands(of page: String) throws -> [(command: String, lines: [String])] {
    var (commands, isOpen): ([(command: String, lines: [String])], Bool) = ([], false)
    for line in try lines(page) {
      if line.hasPrefix("```") {
        isOpen = false
      } else if line.hasPrefix("$ cd ") {
        // A story stays in its folder.
        isOpen = false
      } else if line.hasPrefix("$ ") {
        commands.append((String(line.dropFirst(2)), []))
        isOpen = true
      } else if isOpen {
        commands[commands.count - 1].lines.append(line)
      }
    }
    return commands
  }
}
