import Testing

/// A story with every kind of line.
private let story = """
  # Files are written by here-documents.
  $ cat > a.txt <<'EOF'
  one
  $ two
  EOF

  $ cat a.txt; echo; printf '# x\\n#y\\n! z\\n'
  one
  | $ two
  |
  | # x
  #y
  | ! z

  # What goes wrong shows its words and its status.
  $ cat b.txt 2>/dev/null || { echo no such file >&2; echo >&2; exit 3; }
  ! no such file
  !
  ? 3
  $ printf end
  end
  \\ no newline
  $ printf x >&2
  ! x
  \\ no newline
  $ true

  """

@Test func aTrueTranscriptPasses() async throws {
  let played = try await Story(playing: story)
  #expect(played.mismatches == [])
  #expect(played.updated == story)
}

@Test(arguments: [
  ("one\n| $ two", "one\n| $ three", 7), ("| # x\n", "", 7), ("| ! z\n", "| ! z\nmore\n", 7), ("|\n", "", 7),
  ("! no such file", "! no such folder", 16), ("? 3", "? 4", 16), ("? 3\n", "", 16), ("!\n", "", 16),
  ("end\n\\ no newline", "end", 20), ("$ true\n", "$ true\nyes\n", 26), ("$ true\n", "$ true\n? 1\n", 26),
  ("$ true\n", "$ true\n!\n", 26),
])
func aFalseTranscriptFailsAtItsCommandAndIsPutRight(right: String, wrong: String, line: Int) async throws {
  let falsified = story.replacing(right, with: wrong, maxReplacements: 1)
  let played = try await Story(playing: falsified)
  #expect(played.mismatches.map(\.line) == [line])
  #expect(played.updated == story)
}

@Test func aMismatchSaysWhatWasExpectedAndWhatWasSeen() async throws {
  let played = try await Story(playing: "$ echo a; exit 2\nb\n")
  #expect(
    played.mismatches.map(\.description) == [
      "line 1: $ echo a; exit 2\n--- the transcript says\nb\n--- what was seen\na\n? 2\n---"
    ])
}

@Test(arguments: [
  ("# only prose\n", 1, "the story has no command"), ("", 1, "the story has no command"),
  ("lost\n$ true\n", 1, "this output belongs to no command"),
  ("$ true\n\nlost\n", 3, "this output belongs to no command"),
  ("$ true\n# x\n! lost\n", 3, "this output belongs to no command"), ("$ true\n? x\n", 2, "this is no exit status"),
  ("$ cat <<EOF\nx\n", 1, "the here-document has no end 'EOF'"),
])
func aMisplacedLineIsNamed(text: String, line: Int, message: String) {
  #expect(throws: Transcript.Misplaced(line: line, message: message)) { try Transcript(text) }
}

@Test func storiesStartInAnEmptyFolderOfAStrangeMachine() async throws {
  let played = try await Story(
    playing: """
      $ ls -A; echo "$LC_ALL $TZ $COLUMNS"; test -t 0 || echo not a terminal; ls -A "$HOME"
      tr_TR.UTF-8 Pacific/Chatham 37
      not a terminal
      """)
  #expect(played.mismatches == [])
}

@Test func theProgramUnderTestIsCalledVeedor() async throws {
  let played = try await Story(playing: "$ veedor a b\na b\n", executable: "/bin/echo")
  #expect(played.mismatches == [])
}
