import Foundation
import TestSupport
import Testing

/// The transcripts, played against the static release executable: what users see, word for word.
@Suite(.enabled(if: executable != nil, "VEEDOR_EXECUTABLE names no program; 'make test' builds it and sets it"))
struct StoryTests {
  @Test(arguments: stories)
  func showsWhatItsTranscriptSays(story name: String) async throws {
    let file = folder.appending(path: name + ".txt")
    let story = try await Story(
      playing: String(contentsOf: file, encoding: .utf8), executable: executable, language: language(of: name))
    if isUpdating {
      try story.updated.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    for mismatch in story.mismatches {
      Issue.record(
        "\(name).txt, \(mismatch)",
        sourceLocation: SourceLocation(
          fileID: "CommandLineTests/\(name).txt", filePath: file.path, line: mismatch.line, column: 1))
    }
  }
}

/// The transcripts once more, with a program that speaks Spanish: everything comes out as it does in English, and no message says a
/// word of English.
@Suite(.enabled(if: executable != nil && !isUpdating))
struct SpanishStoryTests {
  /// A story that stands in Spanish too has the same commands there, with the same ends.
  @Test(arguments: stories.filter { language(of: $0) == "es" })
  func hasTheSameCommandsInSpanish(story name: String) throws {
    func commands(_ name: String) throws -> [String] {
      let text = try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)
      return try Transcript(text).commands.map { "\($0.text) ends with \($0.outcome.status)" }
    }
    #expect(try commands(name) == commands(String(name.dropLast(3))))
  }

  /// Stories that stand in Spanish too are played in it already.
  @Test(arguments: stories.filter { language(of: $0) == nil && !stories.contains("\($0).es") })
  func comesOutTheSameInSpanish(story name: String) async throws {
    let text = try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)
    let story = try await Story(playing: text, executable: executable, language: "es")
    for (command, seen) in zip(story.transcript.commands, story.outcomes) where Self.isSimple(command.text) {
      if seen.status != command.outcome.status {
        Issue.record("\(name).txt:\(command.line): $ \(command.text) ends with \(seen.status) in Spanish")
      }
      Self.recordEnglishWords(in: seen, of: command, story: name)
    }
  }

  @Test(arguments: stories.filter { language(of: $0) == "es" })
  func saysNoWordOfEnglish(story name: String) throws {
    let text = try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)
    for command in try Transcript(text).commands where Self.isSimple(command.text) {
      Self.recordEnglishWords(in: command.outcome, of: command, story: name)
    }
  }

  private static func recordEnglishWords(
    in seen: Transcript.Outcome, of command: Transcript.Command, story name: String
  ) {
    if command.text.contains("--language") { return }
    for line in seen.errors.split(separator: "\n").compactMap(ownWords) {
      let words = SpanishWording.englishWords(in: line)
      if !words.isEmpty {
        Issue.record("\(name).txt:\(command.line): $ \(command.text) says \(words.joined(separator: ", ")) in \(line)")
      }
    }
  }

  /// Whether a command is one of the program's alone, whose status is its own.
  private static func isSimple(_ command: String) -> Bool {
    command.hasPrefix("veedor ") && !command.contains { "|;&$`".contains($0) }
  }

  /// What of a line of messages is the program's own: not the line of a file that is at fault, but what stands under it; not how a
  /// command is written, nor the names that a key or a tag can have.
  private static func ownWords(_ line: Substring) -> String? {
    if line.hasPrefix("Uso: ") || line.firstMatch(of: /^ *[0-9]+ \|/) != nil { return nil }
    return String(line.replacing(/^ *\| *\^~*|: es uno de .*|existen .*/, with: ""))
  }
}

/// The program under test.
let executable: String? = {
  guard let path = ProcessInfo.processInfo.environment["VEEDOR_EXECUTABLE"], !path.isEmpty else { return nil }
  return URL(filePath: path).path
}()

/// The language in which the story `name` is played: Spanish where its file ends with `.es.txt`, else that of the system.
private func language(of name: String) -> String? { name.hasSuffix(".es") ? "es" : nil }

/// Whether to write what is seen into the transcripts, to be read in the diff.
private let isUpdating = ProcessInfo.processInfo.environment["VEEDOR_UPDATE_TRANSCRIPTS"] == "1"

private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "transcripts")

private let stories: [String] = {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return names.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
}()
