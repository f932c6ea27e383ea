import ModuleKit

/// One column of a looked at file: what its values are.
struct LookedColumn: Sendable {
  let name: String
  /// Its place in the file, from 0.
  let position: Int
  let head: Head
  /// The value of each row as a number of a text; -1 where there is none.
  let codes: [Int32]
  /// The distinct texts.
  let texts: [String]
  /// The whole numbers that these are; nil for those that are none.
  let wholes: [Int64?]
  /// Whether some row has no value.
  let hasGaps: Bool
  /// The texts that stand for no value: where all others are whole numbers none of which is below 0.
  let gapWords: [String]

  /// What people write where a number is missing.
  private static let usualGapWords: Set<String> = [
    "-1", "-99", "-999", "-", "--", "NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "None", "n/d", "N/D", "s/d",
    "S/D",
    ".",
  ]

  init(_ name: String, at position: Int, codes: [Int32], texts: [String]) {
    (self.name, self.position, head) = (name, position, Head(name))
    (self.codes, self.texts) = (codes, texts)
    wholes = texts.map(Self.whole)
    hasGaps = codes.contains { $0 < 0 || texts[Int($0)].isEmpty }
    let strange = zip(texts, wholes).filter { !$0.isEmpty && ($1 ?? -1) < 0 }.map(\.0)
    let isMostlyWhole = strange.count < texts.count(where: { !$0.isEmpty })
    gapWords = isMostlyWhole && strange.allSatisfy(Self.usualGapWords.contains) ? strange.sorted() : []
  }

  /// The whole number that `text` is, as readers of foreign files take it: behind it may stand `.0`.
  private static func whole(_ text: String) -> Int64? {
    let digits = text.hasSuffix(".0") ? text.dropLast(2) : text[...]
    guard let first = digits.utf8.first, (48...57).contains(first) || first == UInt8(ascii: "-") else { return nil }
    return Int64(digits)
  }

  /// The column with the rows `rows` alone.
  func keeping(_ rows: [Int]) -> LookedColumn {
    var (numbers, kept) = ([Int32: Int32](), [String]())
    let codes = rows.map { row in
      let code = self.codes[row]
      guard code >= 0 else { return code }
      if let number = numbers[code] { return number }
      let number = Int32(kept.count)
      numbers[code] = number
      kept.append(texts[Int(code)])
      return number
    }
    return LookedColumn(name, at: position, codes: codes, texts: kept)
  }

  var rowCount: Int { codes.count }
  /// The distinct texts that stand for a value.
  var values: [String] { texts.filter { !$0.isEmpty && !gapWords.contains($0) } }
  /// Whether every value is a whole number of at least 0, and there is one.
  var isCount: Bool {
    !values.isEmpty && zip(texts, wholes).allSatisfy { $0.isEmpty || ($1 ?? -1) >= 0 || gapWords.contains($0) }
  }
  /// Whether all rows have a value, and no two the same.
  var isDistinct: Bool { !hasGaps && texts.count == rowCount && rowCount > 0 }
  /// Whether all values are links.
  var isLinks: Bool { !values.isEmpty && values.allSatisfy { $0.contains("://") } }
  /// Whether the values are written with decimals, as coordinates are.
  var isDecimal: Bool {
    !isCount && !values.isEmpty
      && values.allSatisfy { text in
        let trimmed = text.drop { $0 == " " }
        return trimmed.contains(".") && Double(trimmed) != nil
      }
  }

  /// The whole number in `row`; nil where there is none.
  func whole(_ row: Int) -> Int64? {
    let code = Int(codes[row])
    guard code >= 0, let value = wholes[code], value >= 0 else { return nil }
    return value
  }

  /// Whether a column of a kind that holds `values` can be read from it, every row that has one.
  func fits(_ kind: KindColumn) -> Bool {
    if hasGaps || !gapWords.isEmpty, [.key, .required].contains(kind.role) { return false }
    return misfits(kind.values).isEmpty
  }

  /// The values that are none of those of a kind's column.
  func misfits(_ kind: KindColumn.Values) -> [String] {
    let values = kind.isNumber ? values : texts.filter { !$0.isEmpty }
    return values.filter { text in
      switch kind {
      case .integer(let least): Self.whole(text).map { $0 < least ?? .min } ?? true
      case .decimal: Double(text) == nil || text.contains { $0.isLetter }
      case .text, .file: false
      case .choice(let words): !words.contains(text)
      case .dateTime: Instant(rfc3339: text) == nil
      case .date: Day(iso: text) == nil
      case .boolean: text != "true" && text != "false"
      }
    }
  }
}

extension KindColumn.Values {
  /// Whether the values are numbers, so that a word among them stands for a missing one.
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .decimal: true
    case .text, .file, .choice, .dateTime, .date, .boolean: false
    }
  }
}
