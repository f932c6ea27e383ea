import Language
import Tables

/// How a file is written, as its first bytes show it: encoding, delimiter, the line of the header.
struct SeenFormat {
  private(set) var format = CSVFormat()
  /// Why, by the keys of `format:` in the workspace file.
  private(set) var reasons: [String: Text] = [:]
  /// What the bytes leave open, by the same keys.
  private(set) var doubts: [String: Text] = [:]

  /// So many lines are looked at.
  private static let lines = 200
  /// The header is looked for among so many lines.
  private static let headerLines = 20

  /// That of a file of which nothing needs to be said.
  init() {}

  init(_ sample: FileSample) {
    var bytes = sample.bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      format.encoding = .utf8WithMark
      reasons["encoding"] = Text(
        en: "the file begins with a byte order mark", es: "el archivo empieza con una marca de orden de bytes")
      bytes = bytes.dropFirst(3)
    } else if !Self.isUTF8(bytes, isCut: !sample.isWhole) {
      take1252()
    }
    seeDelimiter(Self.lines(of: bytes, isCut: !sample.isWhole))
  }

  /// The same of a file whose bytes behind the sample are not UTF-8.
  func in1252() -> SeenFormat {
    var other = self
    other.take1252()
    return other
  }

  private mutating func take1252() {
    format.encoding = .windows1252
    reasons["encoding"] = Text(en: "the bytes are not UTF-8", es: "los bytes no son UTF-8")
    doubts["encoding"] = Text(
      en: "which encoding it is instead: look at the accents in names",
      es: "en qué codificación está: fíjese en las tildes de los nombres")
  }

  /// Whether `bytes` are UTF-8, but for a last character that may be cut.
  private static func isUTF8(_ bytes: ArraySlice<UInt8>, isCut: Bool) -> Bool {
    (0...(isCut ? 3 : 0)).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
  }

  private static func lines(of bytes: ArraySlice<UInt8>, isCut: Bool) -> [ArraySlice<UInt8>] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: lines, omittingEmptySubsequences: false)
    return lines.count > 1 && (isCut || lines.count > Self.lines || lines.last?.isEmpty == true)
      ? lines.dropLast() : lines
  }

  /// Takes the delimiter that gives most lines one number of fields, above one, and the first line of that number for the
  /// header.
  private mutating func seeDelimiter(_ lines: [ArraySlice<UInt8>]) {
    var best: (delimiter: CSVFormat.Delimiter, agreeing: Int, fields: Int, header: Int)?
    for delimiter in CSVFormat.Delimiter.allCases {
      let counts = Self.fieldCounts(lines, delimiter)
      let tally = counts.reduce(into: [:]) { $0[$1, default: 0] += 1 }.filter { $0.key > 1 }
      guard let most = tally.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
        // Where every row ends with a delimiter, the header may not.
        let header = counts.prefix(Self.headerLines).firstIndex(where: {
          $0 == most.key || $0 > 2 && $0 == most.key - 1
        })
      else { continue }
      if best.map({ ($0.agreeing, $0.fields) < (most.value, most.key) }) ?? true {
        best = (delimiter, most.value, most.key, header + 1)
      }
    }
    guard let best else { return }
    (format.delimiter, format.headerLine) = (best.delimiter, best.header)
    if best.delimiter != .comma {
      reasons["delimiter"] = Text(
        en: "it gives every line \(best.fields) fields", es: "con él cada línea tiene \(best.fields) campos")
    }
    if best.header > 1 {
      reasons["header"] = Text(
        en: "the first line of \(best.fields) fields; above it stands something else",
        es: "la primera línea de \(best.fields) campos; encima hay otra cosa")
    }
  }

  /// The numbers of fields of the rows in `lines`, one a line; a quoted field may go on behind the line's end.
  private static func fieldCounts(_ lines: [ArraySlice<UInt8>], _ delimiter: CSVFormat.Delimiter) -> [Int] {
    var counts: [Int] = []
    var (count, isQuoted) = (1, false)
    for line in lines {
      for byte in line {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() } else if byte == delimiter.sign, !isQuoted { count += 1 }
      }
      if !isQuoted {
        counts.append(count)
        count = 1
      }
    }
    return counts
  }
}

extension CSVFormat.Delimiter {
  /// The character.
  fileprivate var sign: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .bar: UInt8(ascii: "|")
    }
  }
}
