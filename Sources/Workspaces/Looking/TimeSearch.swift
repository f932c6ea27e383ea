import ModuleKit

/// Looks for columns that say when a row was published, and how they write it.
struct TimeSearch {
  /// When, as a mapping says it.
  struct Found {
    let columns: [String]
    /// The pattern or notation; nil where the file writes instants as Veedor does, or in parts.
    let notation: String?
    /// Other patterns that read every value as well.
    let others: [String]
    /// Whether it has no offset, so that a zone is needed.
    let isLocal: Bool
  }

  /// Year, month, day, hour, minute and second.
  private static let parts = [
    ["anio", "ano", "año", "year"], ["mes", "month"], ["dia", "day"], ["hora", "hour"],
    ["minuto", "minutos", "minute"],
    ["segundo", "segundos", "second"],
  ]
  private static let heads = [
    "fecha", "hora", "date", "time", "timestamp", "published", "publica", "actualiz", "captura", "ts",
  ]
  private static let patterns = ["-", "/", "."].flatMap { mark in
    ["YYYY\(mark)MM\(mark)DD", "D\(mark)M\(mark)YYYY", "M\(mark)D\(mark)YYYY"]
  }.flatMap { day in
    ["T", " "].flatMap { blank in ["hh:mm:ss", "hh:mm", "h:mm:ss am", "h:mm am"].map { day + blank + $0 } }
  }

  private let columns: [LookedColumn]
  private let position: [String: Int]

  init(_ columns: [LookedColumn]) {
    self.columns = columns
    position = Dictionary(columns.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  /// Whether `column` is a part of a time by its head.
  static func isPart(_ column: LookedColumn) -> Bool {
    column.head.words.count == 1 && parts.contains { column.head.match($0) != nil }
  }

  /// The first time that is found; columns for which `isApart` holds belong to something else.
  func found(_ isApart: (LookedColumn) -> Bool) -> Found? {
    let inParts = Self.parts.map { part in
      columns.first { $0.isCount && $0.head.words.count == 1 && $0.head.match(part) != nil }
    }
    let leading = inParts.prefix { $0 != nil }.compactMap { $0?.name }
    if leading.count >= 4 { return Found(columns: leading, notation: nil, others: [], isLocal: true) }
    for column in columns where !isApart(column) && column.head.match(Self.heads) != nil && !column.values.isEmpty {
      if let found = Self.single(column) { return found }
    }
    return nil
  }

  private static func single(_ column: LookedColumn) -> Found? {
    func found(_ notation: String?, _ others: [String] = [], isLocal: Bool) -> Found {
      Found(columns: [column.name], notation: notation, others: others, isLocal: isLocal)
    }
    if column.isCount {
      // From 1990 to 2100, so that counts of people are no times.
      let numbers = zip(column.texts, column.wholes).compactMap { column.gapWords.contains($0) ? nil : $1 }
      let seconds: ClosedRange<Int64> = 631_152_000...4_102_444_800
      if numbers.allSatisfy(seconds.contains) { return found("unix_seconds", isLocal: false) }
      if numbers.allSatisfy({ seconds.contains($0 / 1000) }) { return found("unix_milliseconds", isLocal: false) }
      return nil
    }
    if column.values.allSatisfy({ Instant(rfc3339: $0) != nil }) { return found(nil, isLocal: false) }
    let fitting = patterns.filter { pattern in
      guard let notation = TimeNotation(pattern) else { return false }
      return column.values.allSatisfy(notation.reads)
    }
    guard let first = fitting.first else { return nil }
    return found(first, Array(fitting.dropFirst()), isLocal: true)
  }
}
