/// What stands in a sheet of a workbook, turned into lines (ECMA-376, part 1, 18.3.1).
final class WorkbookSheet: XMLHandler {
  /// What the cells of a workbook rest on.
  struct Context {
    let strings: SharedStrings
    let forms: [CellForm]
    let base: SerialTime.Base
    /// What stands before the fraction of numbers.
    let mark: UInt8
    /// The merged cells of the sheet, which stand behind all rows.
    let merges: () -> [ColumnHeads.Merge]
  }

  private let state: UnsafeMutablePointer<State>

  init(_ places: SheetPlaces, _ context: Context, isForeign: Bool) {
    state = .allocate(capacity: 1)
    state.initialize(to: State(places, context, isForeign: isForeign))
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Hands over the lines written so far.
  func take(into lines: inout [UInt8]) { state.pointee.rows.take(into: &lines) }

  /// That the header is missing, once the sheet has ended; nil where it was there.
  var missingHeader: SpreadsheetMessage? { state.pointee.rows.isBody ? nil : state.pointee.rows.noHeader }

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if let found = state.pointee.start(name, attributes) { fault = found }
  }
  override func end(_ name: UnsafePointer<CChar>) {
    if let found = state.pointee.end() { fault = found }
  }
  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if let found = state.pointee.text(piece) { fault = found }
  }

  /// Where in the sheet the parser is, and what was read of the cell.
  fileprivate struct State: ~Copyable {
    private enum Place { case outside, data, row, cell, value, inline, run, runText }
    private enum Kind { case number, shared, text, boolean, error, date }

    var rows: RowWriter
    private let context: Context
    private var value = ByteBuffer()
    private var place = Place.outside
    /// How far inside what is passed over the parser is.
    private var ignored = 0
    /// The row and column last read, from 0, and the row as cells write it.
    private var row = -1, column = -1
    private var digits = ByteBuffer()
    private var kind = Kind.number, style = 0

    init(_ places: SheetPlaces, _ context: Context, isForeign: Bool) {
      rows = RowWriter(places, isForeign: isForeign)
      self.context = context
    }

    private var sheet: String { rows.places.sheet }
    private var cell: String { SheetPlaces.letters(column) + "\(row + 1)" }

    mutating func start(_ full: UnsafePointer<CChar>, _ attributes: XMLAttributes) -> SpreadsheetMessage? {
      if ignored > 0 {
        ignored &+= 1
        return nil
      }
      let name = full.local
      switch place {
      case .outside:
        if name.equals("sheetData") { place = .data }
        if name.equals("col"), attributes.flag("hidden"), let first = attributes.number("min"),
          let last = attributes.number("max"), first >= 1, last >= first
        {
          rows.places.hide((first - 1)...(last - 1))
        }
      case .data:
        guard name.equals("row") else { return ignore() }
        place = .row
        return begin(attributes)
      case .row:
        guard name.equals("c") else { return ignore() }
        place = .cell
        return beginCell(attributes)
      case .cell:
        if name.equals("v") {
          place = .value
        } else if name.equals("is"), kind == .text {
          place = .inline
        } else {
          // A formula is not looked at: its value stands beside it.
          return ignore()
        }
      case .inline:
        if name.equals("t") {
          place = .value
          isInline = true
        } else if name.equals("r") {
          place = .run
        } else {
          return ignore()
        }
      case .run:
        guard name.equals("t") else { return ignore() }
        place = .runText
      case .value, .runText: return ignore()
      }
      return nil
    }

    /// Whether the text of the value stands in the cell itself.
    private var isInline = false

    private mutating func ignore() -> SpreadsheetMessage? {
      ignored = 1
      return nil
    }

    mutating func end() -> SpreadsheetMessage? {
      if ignored > 0 {
        ignored &-= 1
        return nil
      }
      switch place {
      case .outside: return nil
      case .data: place = .outside
      case .row:
        place = .data
        return rows.end(merges: context.merges)
      case .cell:
        place = .row
        return endCell()
      case .value:
        place = isInline ? .inline : .cell
        isInline = false
      case .inline: place = .cell
      case .run: place = .inline
      case .runText: place = .run
      }
      return nil
    }

    @inline(__always)
    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) -> SpreadsheetMessage? {
      guard ignored == 0, place == .value || place == .runText else { return nil }
      value.append(piece)
      return value.count > RowWriter.most ? rows.tooLong : nil
    }

    // MARK: Rows and cells

    private mutating func begin(_ attributes: XMLAttributes) -> SpreadsheetMessage? {
      var (next, isHidden) = (row + 1, false)
      attributes.forEach { name, value in
        if name.equals("r") {
          next = value.number.map { $0 - 1 } ?? -1
        } else if name.equals("hidden") {
          isHidden = value.equals("1") || value.equals("true")
        }
      }
      guard next > row else { return .misplacedRow(sheet: sheet, row: next + 1) }
      guard next < RowWriter.rows else {
        return .tooLarge(sheet: sheet, rows: RowWriter.rows, columns: RowWriter.columns)
      }
      // The row of the header may be left out.
      if !rows.isBody, next > rows.heads.row { return rows.noHeader }
      (row, column) = (next, -1)
      digits.cut(to: 0)
      digits.append(text: "\(row + 1)")
      digits.append(0)
      rows.begin(row, isHidden: isHidden)
      return nil
    }

    private mutating func beginCell(_ attributes: XMLAttributes) -> SpreadsheetMessage? {
      value.cut(to: 0)
      (kind, style) = (.number, 0)
      var (next, isKnown) = (column &+ 1, true)
      let rowDigits = digits.bytes
      attributes.forEach { name, text in
        guard name[0] != 0, name[1] == 0 else { return }
        switch UInt8(bitPattern: name[0]) {
        case UInt8(ascii: "r"): next = Self.column(text, rowDigits)
        case UInt8(ascii: "s"): style = text.number ?? -1
        case UInt8(ascii: "t"):
          switch UInt8(bitPattern: text[0]) {
          case UInt8(ascii: "n") where text[1] == 0: kind = .number
          case UInt8(ascii: "s") where text[1] == 0: kind = .shared
          case UInt8(ascii: "b") where text[1] == 0: kind = .boolean
          case UInt8(ascii: "e") where text[1] == 0: kind = .error
          case UInt8(ascii: "d") where text[1] == 0: kind = .date
          default:
            kind = .text
            isKnown = text.equals("str") || text.equals("inlineStr")
          }
        default: break
        }
      }
      guard next > column else {
        return .misplacedCell(
          sheet: sheet, cell: next < 0 ? "in row \(row + 1)" : SheetPlaces.letters(next) + "\(row + 1)")
      }
      guard next < RowWriter.columns else {
        return .tooLarge(sheet: sheet, rows: RowWriter.rows, columns: RowWriter.columns)
      }
      column = next
      return isKnown ? nil : .cellValue(sheet: sheet, cell: cell)
    }

    /// The column of the reference `text`, from 0, of which the row must be the one that `digits` write; -1 where it is no
    /// reference of this row.
    @inline(__always)
    private static func column(_ text: UnsafePointer<CChar>, _ digits: UnsafeBufferPointer<UInt8>) -> Int {
      var (column, place) = (0, 0)
      while true {
        let letter = UInt8(bitPattern: text[place]) &- 65
        guard letter < 26, place < 4 else { break }
        column = column &* 26 &+ Int(letter) &+ 1
        place &+= 1
      }
      for digit in digits {
        guard UInt8(bitPattern: text[place]) == digit else { return -1 }
        place &+= 1
      }
      return column &- 1
    }

    private mutating func endCell() -> SpreadsheetMessage? {
      guard value.count > 0, rows.takes(column) else { return nil }
      rows.place(column)
      guard append() else { return .cellValue(sheet: sheet, cell: cell) }
      return rows.done(column)
    }

    /// Appends the field that the cell's value is; false where it is none of its kind.
    @inline(__always)
    private mutating func append() -> Bool {
      let text = value.bytes
      switch kind {
      case .number: return appendNumber()
      case .shared:
        guard let index = Self.whole(text), let string = context.strings[index] else { return false }
        rows.out.append(string)
      case .text: FieldText.append(escaped: text, to: &rows.out)
      case .boolean:
        guard text.count == 1, text[0] == 48 || text[0] == 49 else { return false }
        rows.out.append(text: text[0] == 49 ? "true" : "false")
      case .error: rows.out.append(text)
      case .date: return SerialTime.append(iso: text, to: &rows.out)
      }
      return true
    }

    private mutating func appendNumber() -> Bool {
      let text = value.bytes
      let form =
        style == 0 && context.forms.isEmpty
        ? .number : context.forms.indices.contains(style) ? context.forms[style] : .number
      switch form {
      case .number: return NumberText.append(text, mark: context.mark, to: &rows.out)
      case .percent: return NumberText.append(text, shift: 2, mark: context.mark, to: &rows.out)
      case .date, .time, .dateTime, .elapsed:
        guard let serial = NumberText.double(text) else { return false }
        return SerialTime.append(serial, form, context.base, to: &rows.out)
          || NumberText.append(text, mark: context.mark, to: &rows.out)
      }
    }

    @inline(__always)
    private static func whole(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
      guard text.count < 10 else { return nil }
      var value = 0
      for byte in text {
        guard byte &- 48 < 10 else { return nil }
        value = value &* 10 &+ Int(byte &- 48)
      }
      return value
    }
  }
}
