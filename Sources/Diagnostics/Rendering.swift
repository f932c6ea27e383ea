public import Language

extension Diagnostic {
  /// The diagnostic as users see it in `language`: position, code and message, and where `source` is given the line with
  /// carets under the stretch at fault.
  ///
  ///     veedor.yaml:17:29 error[W012] unknown key 'pth' in datasets.sheets
  ///      17 |   sheets:    {kind: sheets, pth: data/sheets.csv.gz}
  ///         |                             ^~~  did you mean 'path'?
  public func rendered(in source: SourceText? = nil, _ language: Language = .english) -> String {
    var head = ""
    if let location {
      head += location.file
      if let start = location.range?.start { head += ":\(start.line):\(start.column)" }
      if let place = location.sheet {
        head += ", " + place.words[language]
      }
      head += " "
    }
    head += "\(severity.word[language])[\(code)] \(sentence[language])"
    head = head.visible
    let hint = cure?[language].visible
    guard let range = location?.range, let line = source?.line(range.start.line) else {
      return head + (hint.map { "\n  \($0)" } ?? "")
    }
    let (excerpt, shown) = Self.excerpt(of: line, around: range)
    let number = String(range.start.line)
    let gutter = String(repeating: " ", count: number.utf8.count)
    return """
      \(head)
       \(number) | \(excerpt.unicodeScalars.map(Self.printed).joined())
       \(gutter) | \(Self.carets(under: excerpt, shown))\(hint.map { "  \($0)" } ?? "")
      """
  }

  /// The part of a long line around the stretch, and the stretch in it.
  private static func excerpt(of line: String, around range: MarkRange) -> (String, MarkRange) {
    let scalars = Array(line.unicodeScalars)
    guard scalars.count > longestLine else { return (line, range) }
    let from = max(0, min(range.start.column - 1, scalars.count) - longestLine / 2)
    let to = min(scalars.count, from + longestLine)
    let (before, behind) = (from > 0 ? "…" : "", to < scalars.count ? "…" : "")
    var middle = String.UnicodeScalarView()
    middle.append(contentsOf: scalars[from..<to])
    func moved(_ mark: Mark) -> Mark {
      Mark(line: mark.line, column: max(1, min(mark.column - from, to - from + 1) + before.count))
    }
    return (before + String(middle) + behind, MarkRange(moved(range.start), moved(range.end)))
  }

  /// Longer lines are cut, so that a file without line ends does not flood the terminal.
  private static let longestLine = 160

  /// A character of a line as it is printed: a tab is a blank.
  private static func printed(_ scalar: Unicode.Scalar) -> String { scalar == "\t" ? " " : String(scalar).visible }

  /// The caret line: what stands before the stretch is replaced by blanks of the same width on a terminal.
  private static func carets(under line: String, _ range: MarkRange) -> String {
    let scalars = Array(line.unicodeScalars)
    let start = min(range.start.column - 1, scalars.count)
    let end = range.end.line == range.start.line ? min(max(range.end.column - 1, start), scalars.count) : scalars.count
    func width(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
      scalars.reduce(0) { $0 + printed($1).unicodeScalars.reduce(0) { $0 + terminalWidth(of: $1) } }
    }
    let blanks = String(repeating: " ", count: width(scalars[..<start]))
    return blanks + "^" + String(repeating: "~", count: max(width(scalars[start..<end]) - 1, 0))
  }
}

extension Diagnostic.SheetPlace {
  /// Where it is, for reading.
  fileprivate var words: Text {
    Text(
      en: "sheet '\(sheet)', " + (cell.map { "cell \($0)" } ?? "row \(row)"),
      es: "hoja «\(sheet)», " + (cell.map { "celda \($0)" } ?? "fila \(row)"))
  }
}

/// Columns that a scalar takes on a terminal: 0 for combining marks, 2 for East Asian wide ones, else 1.
///
/// The wide ranges are those of Unicode Standard Annex 11 (classes W and F), merged to whole blocks.
func terminalWidth(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return 0
  default: break
  }
  switch scalar.value {
  case 0x200B...0x200D, 0xFE00...0xFE0F: return 0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}
