import Files
import Glibc
import ModuleKit

/// Standard output for data, standard error for messages.
///
/// Everything that is printed goes through here, and much of it holds what strangers wrote: so each line is made
/// ``Swift/String/visible``, and no text ends a line but where this program ends it.
enum Console {
  /// Writes a line of data.
  static func print(_ line: String) { write(line.visible + "\n", to: STDOUT_FILENO) }

  /// Writes a value as JSON. What would steer a terminal is escaped as JSON escapes it, so that a program reads the same.
  static func print(json value: Value) {
    var out = String.UnicodeScalarView()
    for scalar in String(decoding: value.prettyJSON, as: UTF8.self).unicodeScalars {
      guard scalar != "\n", scalar.needsShowing else {
        out.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        out.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
      }
    }
    write(String(out), to: STDOUT_FILENO)
  }

  /// Writes the lines of a text of this program's own.
  static func print(help text: String) { write(lines(text), to: STDOUT_FILENO) }

  /// Writes a page, or a part of one, whose last line may be ended or not.
  static func print(page text: String) { print(help: text.hasSuffix("\n") ? String(text.dropLast()) : text) }

  /// Writes a script as it is; nothing of it comes from outside.
  static func print(script: String) { write(script + "\n", to: STDOUT_FILENO) }

  /// What stands on standard input: 16 MiB of it at most, as of any file of entries.
  static func input() -> [UInt8] {
    var (bytes, part) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while bytes.count < FileLimit.stored.bytes {
      let count = read(STDIN_FILENO, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += part[..<count]
    }
    return bytes
  }

  /// Writes a message of one line.
  static func message(_ line: String) { write(line.visible + "\n", to: STDERR_FILENO) }

  /// Writes a question, and gives the line that is answered; nil where there are no more.
  static func ask(_ question: String) -> String? {
    write(question.visible, to: STDERR_FILENO)
    return readLine()
  }

  /// Whether somebody can answer.
  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isTerminal }

  /// Writes what is wrong with a command's arguments, in the lines of the parser. Names of files are arguments too, and
  /// may be a stranger's.
  static func message(usage text: String) {
    let arguments = CommandLine.arguments.filter { $0 != $0.visible }
    write(lines(arguments.reduce(ParserWords.spoken(text)) { $0.replacing($1, with: $1.visible) }), to: STDERR_FILENO)
  }

  /// Writes a diagnostic behind the name of the step that it is of, where it is of one.
  static func message(_ diagnostic: Diagnostic, of step: String? = nil) {
    write(
      lines((step.map { "  \($0.visible): " } ?? "") + diagnostic.rendered(in: nil, ProgramLanguage.current)),
      to: STDERR_FILENO)
  }

  private static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).visible + "\n" }.joined()
  }

  /// Writes diagnostics, each with the line at fault where `source` holds it, then how many there are. What to do is said
  /// with the first of those of one kind that say the same.
  static func report(_ diagnostics: [Diagnostic], in source: SourceText?) {
    var said: Set<[String]> = []
    for diagnostic in diagnostics {
      var diagnostic = diagnostic
      if let cure = diagnostic.cure, !said.insert([diagnostic.code, cure.en]).inserted { diagnostic.cure = nil }
      let isHere = diagnostic.location?.file == source?.name
      write(
        coloured(lines(diagnostic.rendered(in: isHere ? source : nil, ProgramLanguage.current)), diagnostic.severity),
        to: STDERR_FILENO)
    }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let counts = [
      (errors, Text("error"), Text(en: "errors", es: "errores")),
      (warnings, Text(en: "warning", es: "aviso"), Text(en: "warnings", es: "avisos")),
    ].filter { $0.0 > 0 }
    if !counts.isEmpty { message(counts.map { "\($0.0) \(($0.0 == 1 ? $0.1 : $0.2).spoken)" }.joined(separator: ", ")) }
  }

  /// Tells what an error says, for a command that ends with it.
  static func failure(_ error: any Error) -> Exit {
    let problems = Diagnostic.all(of: error)
    report(problems, in: nil)
    return Exit(status: problems.first?.status ?? .failed)
  }

  /// Shows how far a run is; only on a terminal.
  static func progress(_ done: Int, _ all: Int, _ name: String) {
    guard isTerminal else { return }
    let width = 24
    let filled = all > 0 ? done * width / all : width
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    let end = done == all ? "\r\u{1B}[K" : ""
    write("\r\u{1B}[K[\(bar)] \(done)/\(all) \(name.visible)\(end)", to: STDERR_FILENO)
  }

  private static let isTerminal = isatty(STDERR_FILENO) == 1

  private static func coloured(_ text: String, _ severity: Diagnostic.Severity) -> String {
    guard isTerminal, getenv("NO_COLOR").map({ $0.pointee == 0 }) ?? true else { return text }
    let word = severity.word.spoken
    guard let range = text.firstRange(of: word + "[") else { return text }
    let colour = severity == .error ? "31" : "33"
    return text.replacingCharacters(in: range, with: "\u{1B}[1;\(colour)m\(word)\u{1B}[0m[")
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      // Whoever read standard output has read enough. Without an external module the signal has ended us before.
      if count < 0, errno == EPIPE { Glibc.exit(EXIT_SUCCESS) }
      // A full disk or a closed descriptor behind standard output: nothing can be said, so the status says it.
      guard count >= 0 else { Glibc.exit(ExitStatus.failed.rawValue) }
      rest = rest.dropFirst(count)
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
