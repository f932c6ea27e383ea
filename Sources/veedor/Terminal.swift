import Glibc

/// The terminal on which standard output is shown.
enum Terminal {
  /// How many columns it has; nil where standard output is no terminal, whose lines stay as they are.
  static var width: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    if let told = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }) { return told }
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col >= 20 ? Int(size.ws_col) : 80
  }
}

extension String {
  /// The text in lines of at most `width` characters, broken at blanks, the first behind `first` and the others behind `others`; a
  /// word that is longer has a line of its own.
  func wrapped(at width: Int?, first: String, others: String) -> [String] {
    guard let width else { return [first + self] }
    var (lines, line, isEmpty) = ([String](), first, true)
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        (line, isEmpty) = (others, true)
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
