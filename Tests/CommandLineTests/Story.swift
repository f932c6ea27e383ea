import Foundation

/// A transcript in a file, played.
struct Story {
  /// Where the commands showed something else than the transcript says.
  struct Mismatch: Equatable, CustomStringConvertible {
    let line: Int
    let command: String
    let expected: String
    let seen: String

    var description: String {
      "line \(line): $ \(command)\n--- the transcript says\n\(expected)--- what was seen\n\(seen)---"
    }
  }

  let transcript: Transcript
  private(set) var outcomes: [Transcript.Outcome] = []

  /// Plays the transcript `text`, all its commands in one folder; the program speaks `language` where one is given.
  init(playing text: String, executable: String? = nil, language: String? = nil) async throws {
    transcript = try Transcript(text)
    let shell = try Shell(executable: executable, language: language)
    for command in transcript.commands { outcomes.append(try await shell.run(command.text)) }
  }

  /// The commands that showed something else.
  var mismatches: [Mismatch] {
    zip(transcript.commands, outcomes).compactMap { command, seen in
      guard command.outcome != seen else { return nil }
      return Mismatch(line: command.line, command: command.text, expected: command.outcome.text, seen: seen.text)
    }
  }

  /// The transcript with what was seen.
  var updated: String { transcript.text(with: outcomes) }
}
