import Diagnostics
import Tables

/// The texts that stand, with others, in the texts of a column: the towns in `South / Lakeview / School 4`.
///
/// All rows have as many parts as most of them do; else one name that holds the sign would move all behind it.
struct SplitTexts {
  private let texts: TextColumn
  private let part: TextPart
  private let from: ColumnSource
  private let name: String
  private let file: DatasetSource

  /// Of `texts`, which `from` names for the kind's column `name` of `file`.
  init(_ texts: TextColumn, _ part: TextPart, _ from: ColumnSource, _ name: String, _ file: DatasetSource) {
    (self.texts, self.part, self.from, self.name, self.file) = (texts, part, from, name, file)
  }

  /// The part of each row, without blanks around it; one that is empty or not there is missing, or what is to stand for it.
  ///
  /// Rows that have other than the usual number of parts are noted, and those without a text that all need (`isNeeded`).
  func column(isNeeded: Bool, _ problems: inout [Diagnostic]) -> TextColumn {
    let encoded = texts.encoded
    let parts = encoded.texts.map(split)
    let usual = usualCount(parts, encoded.codes) ?? part.number
    guard part.number <= usual else {
      let message = RowMessage.noSuchPart(part, column: from.columns[0], usual: usual)
      problems.append(
        Diagnostic(
          message, at: .init(file: file.file), datum: .init(dataset: file.dataset, field: name, rule: message.rule)))
      return TextColumn(missing: texts.count)
    }
    var builder = TextColumnBuilder(count: texts.count)
    for (row, code) in encoded.codes.enumerated() {
      let (text, parts) = code < 0 ? ("", []) : (encoded.texts[Int(code)], parts[Int(code)])
      func note(_ message: RowMessage) {
        problems.append(file.problem(message, row: row, field: name, value: text))
      }
      let taken = part.number <= parts.count ? parts[part.number - 1] : ""
      let value = taken.isEmpty ? from.empty ?? "" : String(taken)
      if code >= 0, parts.count > usual || parts.count < usual && from.empty == nil {
        note(.partsDiffer(text, separator: part.separator, count: parts.count, usual: usual))
      } else if value.isEmpty, isNeeded {
        note(.emptyPart(text, part))
      }
      if value.isEmpty { builder.appendMissing() } else { builder.append(Array(value.utf8)) }
    }
    return builder.column
  }

  /// The parts of `text`, without blanks around them.
  private func split(_ text: String) -> [Substring] {
    text.split(separator: part.separator, omittingEmptySubsequences: false).map { part in
      let start = part.drop(while: \.isWhitespace)
      return start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)]
    }
  }

  /// How many parts most rows have, and of two such numbers the higher one; nil where no row has a text.
  private func usualCount(_ parts: [[Substring]], _ codes: [Int32]) -> Int? {
    var rows: [Int: Int] = [:]
    for code in codes where code >= 0 { rows[parts[Int(code)].count, default: 0] += 1 }
    return rows.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
