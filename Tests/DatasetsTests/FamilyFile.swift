import Compression
import Datasets
import Diagnostics
import Language
import Tables
import TestSupport
import Times

/// A file that holds a table in one of the forms in which people publish them, and what was done to it.
struct FamilyFile {
  /// What was published.
  let published: FamilyTable
  /// What the file says to who reads it as it is declared; nil where nothing can be read of it.
  var says: FamilyTable.Reading?
  /// The table as it is written.
  var table: FamilyTable
  /// How it is declared to be written, and is but for the damage.
  var format: CSVFormat
  var lineEnd: String
  /// Whether every field is quoted, or those alone that have to be.
  var quotesAll: Bool
  var endsWithLineEnd: Bool
  /// What stands above the header.
  var above: [String]
  var isPacked: Bool
  private var text: String?
  private var content: [UInt8]?
  /// The bytes on the disk, where they are other than the content, packed or not.
  var stored: [UInt8]?

  /// `table` in a form that `draw` draws.
  init(_ table: FamilyTable, _ draw: inout Seeded) {
    (published, self.table, says) = (table, table, table.says)
    format = CSVFormat(
      delimiter: draw.one(of: CSVFormat.Delimiter.allCases), quote: draw.once(in: 5) ? .single : .double)
    lineEnd = draw.once(in: 2) ? "\r\n" : "\n"
    (quotesAll, endsWithLineEnd, isPacked) = (draw.once(in: 3), !draw.once(in: 4), draw.once(in: 10))
    above = draw.one(of: [[], [], [], ["Resultados por mesa"], ["Elección; 2019, \"final\"", ""]])
    format.headerLine = above.count + 1
    format.hasTrailingDelimiter = draw.once(in: 8)
    if draw.once(in: 6) { format.thousands = draw.one(of: [.point, .comma, .blank, .apostrophe]) }
    if format.thousands == .point { format.decimalMark = .comma }
    let encodings = CSVFormat.Encoding.allCases.filter { Self.bytes(of: plainText, $0) != nil }
    format.encoding = draw.one(of: encodings)
  }

  /// How a workspace says that it is read, with what it must hold in all where that `isExpected`.
  func declaration(isExpected: Bool) -> DatasetDeclaration {
    var declaration = published.declaration
    declaration.format = format
    if isExpected { declaration.expected = published.expectation }
    return declaration
  }

  // MARK: - From the table to bytes

  /// The field as it is written.
  private func field(_ text: String) -> String {
    guard quotesAll || [quote, "\n", delimiter].contains(where: text.contains) else { return text }
    return quote + text.replacing(quote, with: quote + quote) + quote
  }

  /// What stands around fields.
  var quote: String { format.quote == .single ? "'" : "\"" }

  /// What stands between fields.
  var delimiter: String {
    switch format.delimiter {
    case .comma: ","
    case .semicolon: ";"
    case .tab: "\t"
    case .bar: "|"
    }
  }

  /// The fields of the header or of the row at `place`, from 0, as they are written, numbers that are read in groups.
  func fields(_ row: Int?) -> [String] {
    guard let row else { return table.columns.map(field) }
    return table.rows[row].enumerated().map { place, cell in
      field(table.numbers.contains(place) ? grouped(cell) : cell)
    }
  }

  /// `fields` as a line without its end.
  func line(_ fields: [String]) -> String {
    fields.joined(separator: delimiter) + (format.hasTrailingDelimiter ? delimiter : "")
  }

  private func grouped(_ number: String) -> String {
    guard let thousands = format.thousands, 4...6 ~= number.count, Int(number) != nil else {
      return number
    }
    let mark =
      switch thousands {
      case .comma: ","
      case .point: "."
      case .blank: " "
      case .apostrophe: "'"
      }
    return number.dropLast(3) + mark + number.suffix(3)
  }

  /// What stands above, the header, and the rows, each as a line without its end.
  var lines: [String] { above + [line(fields(nil))] + table.rows.indices.map { line(fields($0)) } }

  /// The lines, to which nothing was done, as they are written.
  var plainText: String { lines.joined(separator: lineEnd) + (endsWithLineEnd ? lineEnd : "") }

  /// Does `change` to the lines.
  mutating func changeLines(_ change: (inout [String]) -> Void) {
    var lines = lines
    change(&lines)
    text = lines.joined(separator: lineEnd) + (endsWithLineEnd ? lineEnd : "")
  }

  /// Does `change` to the text.
  mutating func changeText(_ change: (inout String) -> Void) {
    var text = text ?? plainText
    change(&text)
    self.text = text
  }

  /// Does `change` to the bytes, before they are packed.
  mutating func changeBytes(_ change: (inout [UInt8]) -> Void) {
    var bytes = bytes
    change(&bytes)
    content = bytes
  }

  /// The bytes, before they are packed.
  var bytes: [UInt8] { content ?? Self.bytes(of: text ?? plainText, format.encoding) ?? [] }

  /// `text` in `encoding`; nil where that has no bytes for it.
  static func bytes(of text: String, _ encoding: CSVFormat.Encoding) -> [UInt8]? {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + text.utf8
    case .latin1, .windows1252:
      let isWindows = encoding == .windows1252
      var bytes: [UInt8] = []
      for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0..<0x80, 0xA0...0xFF: bytes.append(UInt8(scalar.value))
        case 0x2013 where isWindows: bytes.append(0x96)
        default: return nil
        }
      }
      return bytes
    }
  }

  // MARK: - Reading

  /// How a reading ended.
  enum Outcome {
    /// It says what the file says, or what was published.
    case right
    /// It is refused, with these codes.
    case refused([String])
    /// It is read with questions about it, with these codes.
    case asked([String])
    /// It is read as something else, or refused without a name.
    case wrong(String)
  }

  /// How the file is read, where what it must hold in all is said or not.
  func outcome(isExpected: Bool) throws -> Outcome {
    let name = isPacked ? "sheets.csv.gz" : "sheets.csv"
    let declaration = declaration(isExpected: isExpected)
    let stored = try stored ?? (isPacked ? compress(bytes, .gzip) : bytes)
    do {
      let source = try ScratchFile.with(stored) { path in
        try DatasetKind.sheets.source(
          declaration, dataset: "sheets", path: path, name: name, zone: KindSample().zone)
      }
      let content = try DatasetKind.sheets.content(of: source)
      guard let sheets = content as? Sheets, let day = Day(iso: "2017-11-26") else { return .wrong("no sheets") }
      let found = FamilyTable.Reading(
        keys: sheets.keys.all.map { $0 ?? "" },
        texts: zip([sheets.stations, sheets.strata], published.texts).map { texts, _ in texts.all },
        numbers: sheets.votes.map(\.all))
      if isExpected, !found.isAs(declaration.expected) { return .wrong("it does not hold what is expected: \(found)") }
      if found == published.says || found == says { return .right }
      let doubts = LoadedDataset(source, kind: DatasetKind.sheets, content: sheets).doubts(electionDay: day)
        .filter { $0.column.map { ["sheet", "station", "stratum"].contains($0) } ?? true }
      return doubts.isEmpty ? .wrong(found.difference(from: published.says)) : .asked(doubts.map(\.diagnostic.code))
    } catch let error as DiagnosticsError {
      let nameless = error.all.first { $0.location?.file != name || $0.sentence.en.isEmpty || $0.sentence.es.isEmpty }
      return nameless.map { .wrong("without a name: \($0.rendered())") } ?? .refused(error.all.map(\.code))
    }
  }
}

extension FamilyTable.Reading {
  /// The first thing that it has otherwise than `other`.
  fileprivate func difference(from other: Self) -> String {
    if keys != other.keys { return "the keys are \(keys)" }
    let pairs = zip(texts.joined(), other.texts.joined()).filter { $0 != $1 }.map {
      "\($0 ?? "nil") for \($1 ?? "nil")"
    }
    let numbers = zip(numbers.joined(), other.numbers.joined()).filter { $0 != $1 }.map {
      "\($0 ?? -1) for \($1 ?? -1)"
    }
    return (pairs + numbers).first ?? "nothing"
  }

  /// Whether it has so many rows, and these totals.
  fileprivate func isAs(_ expected: Expectation) -> Bool {
    keys.count == expected.rows
      && numbers.enumerated().allSatisfy { place, column in
        column.reduce(0) { $0 + Int($1 ?? 0) } == expected.totals["votes_option_\(place)"]
      }
  }
}

extension Seeded {
  /// One of `choices`, all equally likely.
  mutating func one<Choice>(of choices: [Choice]) -> Choice { choices[number(below: choices.count)] }
}
