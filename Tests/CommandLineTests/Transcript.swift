/// A story: commands, and what a user sees of them.
///
/// A text file of these lines:
///
///     # Prose.
///     $ a command for /bin/sh; a here-document's lines follow it, up to its end word
///     a line of standard output
///     | a line of standard output that is empty or would look like one of the others here
///     ! a line of standard error
///     ? 3
///     \ no newline
///
/// The exit status `? 0` is left out; `\ no newline` stands behind a last line that has none. Empty lines are layout.
struct Transcript {
  struct Command {
    /// The line of the command in the file, from 1.
    let line: Int
    /// What the shell gets, here-documents included.
    let text: String
    var outcome = Outcome()
  }

  /// What is seen of a command.
  struct Outcome: Equatable {
    var output = ""
    var errors = ""
    var status: Int32 = 0
  }

  private enum Item {
    case layout(String)
    case command(Command)
  }

  /// A line that cannot stand where it does.
  struct Misplaced: Error, Equatable {
    let line: Int
    let message: String
  }

  private var items: [Item] = []

  /// The commands, in order.
  var commands: [Command] {
    items.compactMap { if case .command(let command) = $0 { command } else { nil } }
  }

  /// Reads the text of a story.
  init(_ text: String) throws(Misplaced) {
    var lines = Self.lines(of: text)
    if lines.last == "" { lines.removeLast() }
    var (number, isOpen) = (0, false)
    while number < lines.count {
      let line = lines[number]
      number += 1
      if line.hasPrefix("$ ") {
        let start = number
        var command = String(line.dropFirst(2))
        if let end = Self.endWord(of: command) {
          guard let last = lines[number...].firstIndex(of: end) else {
            throw Misplaced(line: start, message: "the here-document has no end '\(end)'")
          }
          command = ([command] + lines[number...last]).joined(separator: "\n") + "\n"
          number = last + 1
        }
        items.append(.command(Command(line: start, text: command)))
        isOpen = true
      } else if line.isEmpty || Self.isMarked(line, by: "#") {
        items.append(.layout(line))
        isOpen = false
      } else {
        guard isOpen, case .command(var command)? = items.popLast() else {
          throw Misplaced(line: number, message: "this output belongs to no command")
        }
        guard command.outcome.add(line) else { throw Misplaced(line: number, message: "this is no exit status") }
        items.append(.command(command))
      }
    }
    if commands.isEmpty { throw Misplaced(line: 1, message: "the story has no command") }
  }

  /// The story as it would be written if its commands had `outcomes`.
  func text(with outcomes: [Outcome]) -> String {
    var rest = outcomes[...]
    return items.map { item in
      switch item {
      case .layout(let line): return line + "\n"
      case .command(let command):
        let text = command.text.hasSuffix("\n") ? command.text : command.text + "\n"
        return "$ " + text + (rest.popFirst() ?? command.outcome).text
      }
    }.joined()
  }

  static func lines(of text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String(Substring($0)) }
  }

  /// Whether `line` is `marker`, alone or with a blank behind it.
  static func isMarked(_ line: String, by marker: Character) -> Bool {
    line.first == marker && (line.dropFirst().first ?? " ") == " "
  }

  /// The word that ends the here-document of `command`; nil where it has none.
  private static func endWord(of command: String) -> String? {
    guard let match = command.firstMatch(of: /<<\s*(['"]?)(\w+)\1/) else { return nil }
    return String(match.2)
  }
}

extension Transcript.Outcome {
  private static let markers: [Character] = ["$", "#", "!", "?", "|", "\\"]

  /// Adds a line of a transcript; false where it is a status that is no number.
  fileprivate mutating func add(_ line: String) -> Bool {
    let rest = String(line.dropFirst(2))
    if Transcript.isMarked(line, by: "?") {
      guard let status = Int32(rest) else { return false }
      self.status = status
    } else if Transcript.isMarked(line, by: "!") {
      errors += rest + "\n"
    } else if line == Self.noNewline {
      if errors.isEmpty { output.unicodeScalars.removeLast() } else { errors.unicodeScalars.removeLast() }
    } else {
      output += (Transcript.isMarked(line, by: "|") ? rest : line) + "\n"
    }
    return true
  }

  /// The lines of a transcript.
  var text: String {
    var text = Self.lines(output) { line in
      let isPlain = !line.isEmpty && !Self.markers.contains { Transcript.isMarked(line, by: $0) }
      return isPlain ? line : line.isEmpty ? "|" : "| " + line
    }
    text += Self.lines(errors) { line in line.isEmpty ? "!" : "! " + line }
    return status == 0 ? text : text + "? \(status)\n"
  }

  private static let noNewline = "\\ no newline"

  private static func lines(_ stream: String, _ written: (String) -> String) -> String {
    var lines = Transcript.lines(of: stream)
    let isEnded = lines.last == ""
    if isEnded { lines.removeLast() }
    return lines.map { written($0) + "\n" }.joined() + (isEnded ? "" : noNewline + "\n")
  }
}
