import Compression
import Datasets
import Tables
import TestSupport

/// One way in which a file is odd or goes wrong, with what the file says then: what it was, something else that the bytes
/// plainly say, or nothing.
struct FamilyDamage: Sendable {
  let name: String
  let apply: @Sendable (_ file: inout FamilyFile, _ draw: inout Seeded) -> Void

  init(_ name: String, _ apply: @escaping @Sendable (_ file: inout FamilyFile, _ draw: inout Seeded) -> Void) {
    (self.name, self.apply) = (name, apply)
  }

  static let all =
    [FamilyDamage("none") { _, _ in }] + encodings + forms + headers + quotes + cuts + strays + counts + rows

  // MARK: - Encodings

  private static let encodings = [
    FamilyDamage("declared as another encoding") { file, draw in
      let written = file.bytes
      file.changeBytes { $0 = written }
      file.format.encoding = draw.one(of: CSVFormat.Encoding.allCases.filter { $0 != file.format.encoding })
      // Two encodings have the same bytes for nearly all that Latin-1 has.
      if FamilyFile.bytes(of: file.plainText, file.format.encoding) != written { file.says = nil }
    },
    FamilyDamage("one row in another encoding") { file, draw in
      let (place, end) = (file.above.count + 1 + draw.number(below: file.table.rows.count), Array(file.lineEnd.utf8))
      let (declared, mark) = (
        file.format.encoding, file.format.encoding == .utf8WithMark ? [0xEF, 0xBB, 0xBF] as [UInt8] : []
      )
      let usual: CSVFormat.Encoding = declared == .utf8WithMark ? .utf8 : declared
      let other: CSVFormat.Encoding = usual == .utf8 ? .latin1 : .utf8
      let lines = file.lines.enumerated().map { number, line in
        FamilyFile.bytes(of: line, number == place ? other : usual) ?? Array(line.utf8)
      }
      if lines[place] != FamilyFile.bytes(of: file.lines[place], usual) { file.says = nil }
      file.changeBytes { $0 = mark + lines.joined(separator: end) + end }
    },
    FamilyDamage("UTF-16") { file, draw in
      let (isBig, hasMark) = (draw.once(in: 2), draw.once(in: 2))
      let units = (hasMark ? [0xFEFF] : []) + Array(file.plainText.utf16)
      file.changeBytes { bytes in
        bytes = units.flatMap { unit in
          let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
          return isBig ? [high, low] : [low, high]
        }
      }
      file.says = nil
    },
    FamilyDamage("a byte order mark too many") { file, draw in
      let places = [0, file.format.encoding == .utf8WithMark ? 3 : 0]
      let place = draw.one(of: places)
      file.changeBytes { $0.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: place) }
      file.says = nil
    },
  ]

  // MARK: - Delimiters and line ends

  private static let forms = [
    FamilyDamage("declared with another delimiter") { file, draw in
      file.changeText { _ in }
      file.format.delimiter = draw.one(of: CSVFormat.Delimiter.allCases.filter { $0 != file.format.delimiter })
      file.says = nil
    },
    FamilyDamage("one row with another delimiter") { file, draw in
      let row = draw.number(below: file.table.rows.count)
      let other = file.delimiter == ";" ? "," : ";"
      let line = file.fields(row).joined(separator: other)
      let place = file.above.count + 1 + row
      file.changeLines { $0[place] = line }
      file.says = nil
    },
    FamilyDamage("line ends of another kind") { file, draw in
      let (old, new) = (file.lineEnd, draw.one(of: ["\r", "\r\r\n", "\n\r", "\u{2028}", "\u{85}"]))
      guard FamilyFile.bytes(of: new, file.format.encoding) != nil else { return }
      file.lineEnd = new
      file.endsWithLineEnd = true
      file.changeText { _ in }
      if old != new { file.says = nil }
    },
    FamilyDamage("line ends of both kinds") { file, draw in
      let lines = file.lines
      var text = ""
      for line in lines { text += line + (draw.once(in: 2) ? "\r\n" : "\n") }
      file.changeText { [text] in $0 = text }
    },
    FamilyDamage("empty lines") { file, draw in
      let first = file.above.count + 1
      let place = first + draw.number(below: file.table.rows.count + 1)
      let isBehind = place == first + file.table.rows.count
      let count = 1 + draw.number(below: 3)
      file.endsWithLineEnd = true
      file.changeLines { $0.insert(contentsOf: Array(repeating: "", count: count), at: place) }
      if !isBehind { file.says = nil }
    },
    FamilyDamage("rows of delimiters") { file, draw in
      let first = file.above.count + 1
      let place = first + draw.number(below: file.table.rows.count + 1)
      let blank = file.line(file.table.columns.map { _ in "" })
      file.changeLines { $0.insert(contentsOf: [blank, blank], at: place) }
      if place < first + file.table.rows.count { file.says = nil }
    },
    FamilyDamage("delimiters at the ends of rows that are not declared") { file, _ in
      guard !file.format.hasTrailingDelimiter else { return }
      file.format.hasTrailingDelimiter = true
      file.changeText { _ in }
      file.format.hasTrailingDelimiter = false
    },
    FamilyDamage("sep=") { file, _ in
      let line = "sep=\(file.delimiter)"
      file.changeText { $0 = line + "\n" + $0 }
      file.says = nil
    },
  ]

  // MARK: - Headers

  private static let headers = [
    FamilyDamage("no header") { file, _ in
      let place = file.above.count
      file.changeLines { $0.remove(at: place) }
      file.says = nil
    },
    FamilyDamage("the header on another line than is said") { file, draw in
      file.changeText { _ in }
      file.format.headerLine += draw.one(of: file.format.headerLine > 1 ? [-1, 1, 2] : [1, 2])
      file.says = nil
    },
    FamilyDamage("the header once more") { file, draw in
      let first = file.above.count + 1
      let (place, header) = (first + draw.number(below: file.table.rows.count + 1), file.line(file.fields(nil)))
      file.changeLines { $0.insert(header, at: place) }
      file.says = nil
    },
    FamilyDamage("a name that is written otherwise") { file, draw in
      let column = draw.one(of: file.table.read)
      let name = file.table.columns[column]
      file.table.columns[column] = draw.one(of: [
        " \(name)", "\(name) ", name.uppercased() + "X", "", "\u{200B}\(name)", "\(name).",
      ])
      if FamilyFile.bytes(of: file.table.columns[column], file.format.encoding) == nil {
        file.table.columns[column] = ""
      }
      file.changeText { _ in }
      file.says = nil
    },
    FamilyDamage("a name that stands twice") { file, draw in
      let column = draw.one(of: file.table.read)
      let other = (column + 1) % file.table.columns.count
      file.table.columns[other] = file.table.columns[column]
      file.changeText { _ in }
      file.says = nil
    },
    FamilyDamage("a second line of names") { file, _ in
      let place = file.above.count
      let line = file.line(file.table.columns.enumerated().map { $0.offset % 2 == 0 ? "Votos" : "" })
      file.changeLines { $0.insert(line, at: place + 1) }
      file.says = nil
    },
    FamilyDamage("columns in another order") { file, draw in
      var order = Array(file.table.columns.indices)
      order.shuffle(using: &draw)
      let written = (0..<file.table.rows.count).map { file.fields($0) }
      let header = file.fields(nil)
      let lines = ([header] + written).map { fields in file.line(order.map { fields[$0] }) }
      let above = file.above.count
      file.changeLines { $0.replaceSubrange(above..., with: lines) }
    },
    FamilyDamage("further columns") { file, _ in
      let lines = ([file.fields(nil)] + file.table.rows.indices.map { file.fields($0) }).enumerated().map {
        number, fields in
        file.line([number == 0 ? "Otra" : "x\(number)"] + fields + [number == 0 ? "Más" : "7"])
      }
      let above = file.above.count
      guard FamilyFile.bytes(of: "á", file.format.encoding) != nil else { return }
      file.changeLines { $0.replaceSubrange(above..., with: lines) }
    },
  ]

  // MARK: - Quotes

  private static let quotes = [
    FamilyDamage("quotes that stray") { file, draw in
      let count = 1 + draw.number(below: 3)
      for _ in 0..<count { file.strayInRows([file.quote], &draw) }
      file.says = nil
    },
    FamilyDamage("quotes at both ends of a piece") { file, draw in
      guard file.table.rows.count > 3 else { return }
      // From a field of one row to the same field of a later one, so that the rows between are in one field.
      let (first, column) = (
        draw.number(below: file.table.rows.count - 2), draw.number(below: file.table.columns.count)
      )
      let last = first + 1 + draw.number(below: 2)
      let (above, quote) = (file.above.count + 1, file.quote)
      var (begins, ends) = (file.fields(first), file.fields(last))
      begins[column] = quote + begins[column]
      ends[column] += quote
      let (a, b) = (file.line(begins), file.line(ends))
      file.changeLines { lines in (lines[above + first], lines[above + last]) = (a, b) }
      file.says = nil
    },
    FamilyDamage("declared with other quotes") { file, draw in
      let hasQuotes = file.lines.joined().contains(file.quote)
      file.changeText { _ in }
      file.format.quote = draw.one(of: CSVFormat.Quote.allCases.filter { $0 != file.format.quote })
      if hasQuotes || file.lines.joined().contains(file.quote) { file.says = nil }
    },
    FamilyDamage("quotes behind a backslash") { file, draw in
      let quote = file.quote
      guard file.lines.joined().contains(quote + quote) else { return }
      file.changeText { $0 = $0.replacing(quote + quote, with: "\\" + quote) }
      file.says = nil
    },
    FamilyDamage("texts as formulas") { file, _ in
      guard file.format.quote == .double, !file.quotesAll else { return }
      let lines = file.table.rows.indices.map { row in
        var fields = file.fields(row)
        let key = fields[file.table.key]
        if !key.contains("\"") { fields[file.table.key] = "=\"\(key)\"" }
        return file.line(fields)
      }
      let above = file.above.count + 1
      file.changeLines { $0.replaceSubrange(above..., with: lines) }
      file.says = nil
    },
  ]

  // MARK: - Cuts

  private static let cuts = [
    FamilyDamage("cut between rows") { file, draw in
      let count = draw.number(below: file.table.rows.count)
      let lines = file.above.count + 1 + count
      file.changeLines { $0 = Array($0.prefix(lines)) }
      file.table.rows = Array(file.table.rows.prefix(count))
      file.says = file.table.says
    },
    FamilyDamage("cut in a row") { file, draw in
      let (row, column) = (draw.number(below: file.table.rows.count), draw.number(below: file.table.columns.count))
      let fields = file.fields(row)
      let cut = String(fields[column].prefix(draw.number(below: max(1, fields[column].count))))
      let (lines, line) = (
        file.above.count + 1 + row, (fields.prefix(column) + [cut]).joined(separator: file.delimiter)
      )
      file.endsWithLineEnd = false
      file.changeLines { $0 = Array($0.prefix(lines)) + [line] }
      file.says = nil
      if column == 0, cut.isEmpty {
        file.table.rows = Array(file.table.rows.prefix(row))
        file.says = file.table.says
      }
      // Nobody can tell a field that was cut from a shorter one, but where its quote is not closed.
      if column == fields.count - 1, !file.format.hasTrailingDelimiter,
        !fields[column].hasPrefix(file.quote) || cut.isEmpty
      {
        file.table.rows = Array(file.table.rows.prefix(row + 1))
        file.table.rows[row][column] = cut
        file.says = file.table.says
      }
    },
    FamilyDamage("a packed file that is cut") { file, draw in
      guard let packed = try? compress(file.bytes, .gzip) else { return }
      file.isPacked = true
      file.stored = Array(packed.prefix(1 + draw.number(below: packed.count - 1)))
      file.says = nil
    },
    FamilyDamage("a packed file with a wrong bit") { file, draw in
      guard var packed = try? compress(file.bytes, .gzip) else { return }
      // Behind the head, of which most says nothing of the content.
      packed[10 + draw.number(below: packed.count - 10)] ^= 1 << UInt8(draw.number(below: 8))
      (file.isPacked, file.stored) = (true, packed)
    },
    FamilyDamage("packed, and not called so") { file, _ in
      guard let packed = try? compress(file.bytes, .gzip) else { return }
      (file.isPacked, file.stored, file.says) = (false, packed, nil)
    },
    FamilyDamage("nothing") { file, draw in
      let isHeader = draw.once(in: 2)
      file.changeText { $0 = isHeader ? $0 : "" }
      if isHeader {
        let lines = file.above.count + 1
        file.changeLines { $0 = Array($0.prefix(lines)) }
        file.table.rows = []
        file.says = file.table.says
      } else {
        file.says = nil
      }
    },
  ]

  // MARK: - Stray bytes

  private static let strays = [
    FamilyDamage("control characters") { file, draw in
      file.strayInRows(["\u{1}", "\u{B}", "\u{C}", "\u{1A}", "\u{1B}", "\u{7F}", "\u{0}"], &draw)
      file.says = nil
    },
    FamilyDamage("characters that are not seen") { file, draw in
      file.strayInRows(["\u{200B}", "\u{A0}", "\u{FEFF}", "\u{200E}", "\u{AD}", "\u{2060}", "\u{202F}"], &draw)
      file.says = nil
    },
    FamilyDamage("bytes of no text") { file, draw in
      let isText = file.format.encoding == .latin1 || file.format.encoding == .windows1252
      let byte = draw.one(of: isText ? [0x81, 0x8D, 0] : [0x80, 0xC3, 0xED, 0xFF, 0] as [UInt8])
      let (first, last) = file.bytesOfRows
      let place = first + draw.number(below: last - first)
      file.changeBytes { $0.insert(byte, at: place) }
      file.says = nil
    },
    FamilyDamage("line breaks and delimiters that stray") { file, draw in
      // In quotes they are text like any other.
      file.strayInRows([file.lineEnd, file.delimiter, "\r"], &draw, outsideQuotes: true)
      file.says = nil
    },
    FamilyDamage("blanks around fields") { file, draw in
      let blanks = draw.one(of: [" ", "  ", "\t"])
      guard blanks != file.delimiter else { return }
      let lines = file.table.rows.indices.map { row in file.line(file.fields(row).map { blanks + $0 + blanks }) }
      let above = file.above.count + 1
      let isTrimmed = draw.once(in: 2)
      // A quote behind a blank begins no field.
      let hasQuotes = lines.joined().contains(file.quote)
      file.changeLines { $0.replaceSubrange(above..., with: lines) }
      if isTrimmed { file.format.trimsBlanks = true }
      if !isTrimmed || hasQuotes { file.says = nil }
    },
    FamilyDamage("an end as DOS wrote it") { file, _ in
      file.changeBytes { $0.append(0x1A) }
      file.says = nil
    },
  ]

  // MARK: - Numbers

  private static let counts = [
    FamilyDamage("a number in another form") { file, draw in
      let (row, column) = file.drawNumber(&draw)
      let number = file.table.rows[row][column]
      let forms = [
        "-\(number)", "+\(number)", "\(number),5", "\(number).5", "1e3", "\(number) 1", "0x1F", "1_000", "<10", "*",
        "N/A",
        "#N/A", "TRUE", "\(number)%", "(\(number))", "12345678901", "99999999999999999999", "\(number)\u{A0}", "l0",
        "O",
        "１２", "٣", "--", "\(number)/2", "\u{2212}5",
      ]
      let form = draw.one(of: forms)
      guard FamilyFile.bytes(of: form, file.format.encoding) != nil else { return }
      file.table.rows[row][column] = form
      file.says = nil
    },
    FamilyDamage("an odd form that says the same") { file, draw in
      let (row, column) = file.drawNumber(&draw)
      let number = file.table.rows[row][column]
      file.table.rows[row][column] = draw.one(of: [
        "0\(number)", number, number + (file.format.decimalMark == .comma ? ",0" : ".0"),
      ])
    },
    FamilyDamage("an empty number") { file, draw in
      let (row, column) = file.drawNumber(&draw)
      file.table.rows[row][column] = ""
      file.says = file.table.says
    },
    FamilyDamage("another number") { file, draw in
      let (row, column) = file.drawNumber(&draw)
      file.table.rows[row][column] = "\(draw.number(below: 5000))"
      file.says = file.table.says
    },
    FamilyDamage("groups of digits that are not declared") { file, draw in
      let (row, column) = file.drawNumber(&draw)
      let mark = draw.one(of: [".", ",", " ", "'"])
      file.format.thousands = nil
      file.format.decimalMark = .point
      file.table.rows[row][column] = "1\(mark)\(100 + draw.number(below: 900))"
      file.says = nil
    },
  ]

  // MARK: - Rows

  private static let rows = [
    FamilyDamage("a row that stands twice") { file, draw in
      let row = draw.number(below: file.table.rows.count)
      file.table.rows.insert(file.table.rows[row], at: draw.number(below: file.table.rows.count))
      file.says = nil
    },
    FamilyDamage("a row that is missing") { file, draw in
      file.table.rows.remove(at: draw.number(below: file.table.rows.count))
      file.says = file.table.says
    },
    FamilyDamage("rows in another order") { file, draw in
      file.table.rows.shuffle(using: &draw)
      file.says = file.table.says
    },
    FamilyDamage("a field too few or too many in a row") { file, draw in
      let row = draw.number(below: file.table.rows.count)
      var fields = file.fields(row)
      let place = draw.number(below: fields.count)
      if draw.once(in: 2) { fields.remove(at: place) } else { fields.insert("9", at: place) }
      let (line, at) = (file.line(fields), file.above.count + 1 + row)
      file.changeLines { $0[at] = line }
      file.says = nil
    },
    FamilyDamage("fields of a row that are shifted") { file, draw in
      let row = draw.number(below: file.table.rows.count)
      let cells = file.table.rows[row]
      file.table.rows[row] = Array(cells.dropFirst()) + [cells[0]]
      file.says = file.table.says
      let wrong = file.table.numbers.contains {
        Int64(file.table.rows[row][$0]) == nil && !file.table.rows[row][$0].isEmpty
      }
      if wrong || file.table.rows[row][file.table.key].isEmpty { file.says = nil }
    },
    FamilyDamage("a line behind the rows") { file, draw in
      let line = draw.one(of: ["Fuente: INE", "Total", "--", "Fin del archivo"])
      file.endsWithLineEnd = true
      file.changeText { $0 += line }
      file.says = nil
    },
    FamilyDamage("the file twice") { file, _ in
      file.endsWithLineEnd = true
      file.changeText { $0 += $0 }
      file.says = nil
    },
  ]
}

extension FamilyFile {
  /// Where the bytes of the rows begin and end.
  fileprivate var bytesOfRows: (first: Int, last: Int) {
    let head = (lines.prefix(above.count + 1) + [""]).joined(separator: lineEnd)
    let bytes = bytes
    return (Self.bytes(of: head, format.encoding)?.count ?? 0, bytes.count)
  }

  /// A row and a column of numbers.
  fileprivate func drawNumber(_ draw: inout Seeded) -> (row: Int, column: Int) {
    (draw.number(below: table.rows.count), draw.one(of: table.numbers))
  }

  /// Puts one of `texts` that the encoding has somewhere into the rows.
  fileprivate mutating func strayInRows(_ texts: [String], _ draw: inout Seeded, outsideQuotes: Bool = false) {
    let own = texts.compactMap { text in
      Self.bytes(of: text, format.encoding == .utf8WithMark ? .utf8 : format.encoding)
    }
    guard !own.isEmpty else { return }
    let (stray, (first, last)) = (draw.one(of: own), bytesOfRows)
    // Between characters.
    var place = first + draw.number(below: last - first)
    let bytes = bytes
    let isUTF8 = format.encoding == .utf8 || format.encoding == .utf8WithMark
    while isUTF8, place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
    let quotes = bytes[..<place].count { $0 == quote.utf8.first }
    if outsideQuotes, quotes % 2 == 1 { place = first }
    changeBytes { $0.insert(contentsOf: stray, at: place) }
  }
}
