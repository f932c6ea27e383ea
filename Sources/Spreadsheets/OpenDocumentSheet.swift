/// The sheets of an OpenDocument spreadsheet (OpenDocument 1.3, part 3, 9.1.2), which stand one behind another in one part.
final class OpenDocumentSheets: XMLHandler {
  /// Their names, and whether they are hidden.
  private(set) var sheets: [(name: String, isHidden: Bool)] = []
  /// Whether the part is one of a spreadsheet.
  private(set) var isSpreadsheet = false
  /// Styles of tables that hide them, and the style that is read.
  private var hiddenStyles: Set<String> = []
  private var style: String?
  /// How many tables the parser is in.
  private var depth = 0

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if name.equals("table:table") {
      depth += 1
      guard depth == 1, isSpreadsheet, sheets.count < SpreadsheetParts.entries else { return }
      let isHidden = attributes.text("table:style-name").map(hiddenStyles.contains) ?? false
      sheets.append((attributes.text("table:name") ?? "", isHidden))
    } else if name.equals("office:spreadsheet") {
      isSpreadsheet = true
    } else if name.equals("style:style") {
      style = attributes.text("style:name")
    } else if name.equals("style:table-properties"), attributes.text("table:display") == "false", let style {
      hiddenStyles.insert(style)
    }
  }

  override func end(_ name: UnsafePointer<CChar>) { if name.equals("table:table") { depth -= 1 } }
}

/// What stands in a sheet of an OpenDocument spreadsheet, turned into lines (OpenDocument 1.3, part 3, chapter 9).
final class OpenDocumentSheet: XMLHandler {
  /// The sheet that is read, of all from 0, and how many have begun.
  private let number: Int
  private var begun = 0
  private let mark: UInt8
  private var rows: RowWriter

  private enum Kind { case empty, text, number, percent, date, time, boolean, error }

  /// Whether the parser is among sheets, in one of them, and in the one that is read.
  private var isSpreadsheet = false, isInSheet = false, isRead = false
  /// How far inside what is passed over the parser is.
  private var ignored = 0
  private var isInRow = false
  /// The row, from 0, how often it stands, and the column.
  private var row = 0, times = 1, column = 0, span = 1, columnOfColumns = 0
  private var kind = Kind.empty, isInCell = false, isText = 0, paragraphs = 0
  private var value = ByteBuffer()
  private var text = ByteBuffer()

  /// A handler of sheet `number`, from 0, which `places` names.
  init(_ number: Int, _ places: SheetPlaces, mark: UInt8, isForeign: Bool) {
    (self.number, self.mark) = (number, mark)
    rows = RowWriter(places, isForeign: isForeign)
  }

  /// Hands over the lines written so far.
  func take(into lines: inout [UInt8]) { rows.take(into: &lines) }

  /// That the header is missing, once the part has ended; nil where it was there.
  var missingHeader: SpreadsheetMessage? { rows.isBody ? nil : rows.noHeader }

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if ignored > 0 {
      ignored += 1
    } else if isRead {
      startInSheet(name, attributes)
    } else if isInSheet {
      ignored = 1
    } else if name.equals("office:spreadsheet") {
      isSpreadsheet = true
    } else if isSpreadsheet, name.equals("table:table") {
      (isInSheet, isRead) = (true, begun == number)
      begun += 1
    }
  }

  private func startInSheet(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isInCell {
      startInCell(name, attributes)
    } else if isInRow {
      // Rows have cells alone: not a second row, and no cell stands outside of one.
      if name.equals("table:table-cell") || name.equals("table:covered-table-cell") {
        startCell(attributes)
      } else {
        ignored = 1
      }
    } else if name.equals("table:table-row") {
      isInRow = true
      times = attributes.number("table:number-rows-repeated") ?? 1
      column = 0
      rows.begin(row, isHidden: Self.isHidden(attributes))
    } else if name.equals("table:table-column") {
      let count = max(1, attributes.number("table:number-columns-repeated") ?? 1)
      if Self.isHidden(attributes), columnOfColumns < RowWriter.columns {
        rows.places.hide(columnOfColumns...(columnOfColumns + count - 1))
      }
      columnOfColumns += count
    } else if name.equals("office:forms") || name.equals("table:shapes") || name.equals("table:table")
      || name.equals("table:table-cell") || name.equals("table:covered-table-cell")
    {
      ignored = 1
    }
  }

  private static func isHidden(_ attributes: XMLAttributes) -> Bool {
    attributes.pointer("table:visibility").map { !$0.equals("visible") } ?? false
  }

  private func startCell(_ attributes: XMLAttributes) {
    (isInCell, kind, span, isText, paragraphs) = (true, .empty, 1, 0, 0)
    value.cut(to: 0)
    text.cut(to: 0)
    var isError = false
    var (spannedRows, spannedColumns) = (1, 1)
    attributes.forEach { name, value in
      if name.equals("office:value-type") {
        if value.equals("float") || value.equals("currency") { kind = .number }
        if value.equals("percentage") { kind = .percent }
        if value.equals("string") { kind = .text }
        if value.equals("date") { kind = .date }
        if value.equals("time") { kind = .time }
        if value.equals("boolean") { kind = .boolean }
      } else if name.equals("calcext:value-type") {
        isError = value.equals("error")
      } else if name.equals("table:number-columns-repeated") {
        span = max(1, value.number ?? 1)
      } else if name.equals("table:number-rows-spanned") {
        spannedRows = max(1, value.number ?? 1)
      } else if name.equals("table:number-columns-spanned") {
        spannedColumns = max(1, value.number ?? 1)
      } else if name.equals("office:value") || name.equals("office:date-value") || name.equals("office:time-value")
        || name.equals("office:boolean-value") || name.equals("office:string-value")
      {
        self.value.cut(to: 0)
        self.value.append(text: String(cString: value))
      }
    }
    if isError { kind = .error }
    if !rows.isBody, spannedRows > 1 || spannedColumns > 1, rows.heads.merges.count < 1 << 16 {
      rows.heads.merges.append(
        .init(rows: row...(row + spannedRows - 1), columns: column...(column + spannedColumns - 1)))
    }
  }

  private func startInCell(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if name.equals("text:p") || name.equals("text:h") {
      if paragraphs > 0 { text.append(UInt8(ascii: "\n")) }
      paragraphs += 1
      isText += 1
    } else if isText > 0, name.equals("text:s") {
      text.append(UInt8(ascii: " "), times: min(attributes.number("text:c") ?? 1, 1 << 16))
      checkLength()
      isText += 1
    } else if isText > 0, name.equals("text:tab") {
      text.append(UInt8(ascii: "\t"))
      isText += 1
    } else if isText > 0, name.equals("text:line-break") {
      text.append(UInt8(ascii: "\n"))
      isText += 1
    } else if isText > 0, name.equals("text:span") || name.equals("text:a") {
      isText += 1
    } else {
      // Notes, drawings and the like are no value.
      ignored = 1
    }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard isText > 0, ignored == 0 else { return }
    text.append(piece)
    checkLength()
  }

  private func checkLength() { if text.count > RowWriter.most { fault = rows.tooLong } }

  override func end(_ name: UnsafePointer<CChar>) {
    if ignored > 0 {
      ignored -= 1
    } else if name.equals("table:table") {
      (isInSheet, isRead) = (false, false)
    } else if isText > 0 {
      isText -= 1
    } else if isRead, isInCell {
      isInCell = false
      if let found = endCell() { fault = found }
    } else if isRead, name.equals("table:table-row") {
      isInRow = false
      if let found = endRow() { fault = found }
    }
  }

  private func endRow() -> SpreadsheetMessage? {
    // Rows that are only there to fill the sheet hold nothing.
    let last = row + max(times, 1)
    if rows.isBody, last > RowWriter.rows, rows.holdsSomething { return tooLarge }
    defer { row = last }
    return rows.end(times: max(times, 1), merges: { [] })
  }

  private var tooLarge: SpreadsheetMessage {
    .tooLarge(sheet: rows.places.sheet, rows: RowWriter.rows, columns: RowWriter.columns)
  }

  private func endCell() -> SpreadsheetMessage? {
    let first = column
    column += span
    let isEmpty = kind == .empty || (kind == .text && text.count == 0 && value.count == 0)
    guard !isEmpty else { return nil }
    for place in first..<column {
      guard place < RowWriter.columns else { return tooLarge }
      guard rows.takes(place) else { continue }
      rows.place(place)
      guard append() else {
        return .cellValue(sheet: rows.places.sheet, cell: SheetPlaces.letters(place) + "\(row + 1)")
      }
      if let found = rows.done(place) { return found }
    }
    return nil
  }

  /// Appends the field that the cell's value is; false where it is none of its kind.
  private func append() -> Bool {
    switch kind {
    case .empty: return true
    case .text:
      // What is shown, unless the cell holds another text than it shows.
      FieldText.append(value.count > 0 ? value.bytes : text.bytes, to: &rows.out)
      return true
    case .error:
      // `Err:502` is marked as the errors with names are.
      if text.bytes.first != UInt8(ascii: "#") { rows.out.append(UInt8(ascii: "#")) }
      FieldText.append(text.bytes, to: &rows.out)
      return true
    case .number: return NumberText.append(value.bytes, mark: mark, to: &rows.out)
    case .percent: return NumberText.append(value.bytes, shift: 2, mark: mark, to: &rows.out)
    case .date: return SerialTime.append(iso: value.bytes, to: &rows.out)
    case .time:
      return SerialTime.append(duration: String(decoding: value.bytes, as: UTF8.self), to: &rows.out)
    case .boolean:
      let word = String(decoding: value.bytes, as: UTF8.self)
      guard word == "true" || word == "false" else { return false }
      rows.out.append(text: word)
      return true
    }
  }
}
