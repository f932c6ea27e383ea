import Foundation
import Testing

/// The transcripts, played against the static release executable: what users see, word for word.
@Suite(.enabled(if: executable != nil, "VEEDOR_EXECUTABLE names no program; 'make test' builds it and sets it"))
struct StoryTests {
  @Test(arguments: stories)
  func showsWhatItsTranscriptSays(story name: String) async throws {
    let file = folder.appending(path: name + ".txt")
    let story = try await Story(playing: String(contentsOf: file, encoding: .utf8), executable: executable)
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

/// The program under test.
let executable: String? = {
  guard let path = ProcessInfo.processInfo.environment["VEEDOR_EXECUTABLE"], !path.isEmpty else { return nil }
  return URL(filePath: path).path
}()

/// Whether to write what is seen into the transcripts, to be read in the diff.
private let isUpdating = ProcessInfo.processInfo.environment["VEEDOR_UPDATE_TRANSCRIPTS"] == "1"

private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "transcripts")

private let stories: [String] = {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return names.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
}()
