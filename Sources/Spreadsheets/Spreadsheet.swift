internal import Archive

/// Which of the sheets of a spreadsheet is meant.
public enum SheetChoice: Sendable, Hashable {
  /// The one of this name.
  case name(String)
  /// The one of this number, from 1, among all in their order.
  case number(Int)
}

/// A spreadsheet, XLSX or ODS, whose sheets are read as lines of fields between tabs.
///
///     let spreadsheet = try Spreadsheet(bytes, name: "results.xlsx")
///     let text = try spreadsheet.text(of: .name("Actas"), header: 3)
///     while try text.next(into: &lines) {}
///
/// The first line has the names of the columns; rows above the header's, and rows without any value, are passed over.
/// Numbers are written as the shortest decimals that say what the spreadsheet shows, percentages as the number before the
/// sign, days as `2017-11-26`, times behind them as ` 14:05:00`, truth values as `true` and `false`; a formula has the value
/// that was stored with it, an error its name. A sheet is read as it comes, never as a whole.
public final class Spreadsheet: @unchecked Sendable {
  // Sendable because the bytes are only read, and their owner outlives the spreadsheet.

  private enum Content {
    case workbook(Workbook, SharedStrings)
    case openDocument
  }

  private let parts: SpreadsheetParts
  private let content: Content

  /// Whether a file of this name is said to be a spreadsheet, of a kind that is read or not.
  public static func isNamed(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".xlsx", ".xlsm", ".ods", ".xls", ".xlsb", ".numbers", ".fods"].contains { name.hasSuffix($0) }
  }

  /// The spreadsheet in `bytes`, which must outlive it; `name` says what it claims to be.
  public init(_ bytes: UnsafeRawBufferPointer, name: String) throws(SpreadsheetMessage) {
    let name = name.lowercased()
    // Excel keeps both old workbooks and encrypted new ones in a file system of its own (MS-CFB, 2.2).
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw name.hasSuffix(".xls") ? .otherFormat(.excel97) : .password
    }
    if name.hasSuffix(".numbers") { throw .otherFormat(.numbers) }
    guard bytes.starts(with: Array("PK".utf8)) else {
      if name.hasSuffix(".xls"), bytes.starts(with: [0x09]) { throw .otherFormat(.excel97) }
      if bytes.starts(with: Array("<?xml".utf8)) { throw .otherFormat(.flatXML) }
      throw .noSpreadsheet
    }
    parts = try SpreadsheetParts(bytes)
    if parts.has("content.xml") {
      content = .openDocument
      if let type = parts.head("mimetype"), !type.contains("opendocument.spreadsheet") { throw .noSpreadsheet }
      if parts.has("META-INF/manifest.xml") {
        let manifest = Manifest()
        try parts.read("META-INF/manifest.xml", with: manifest)
        if manifest.isEncrypted { throw .password }
      }
    } else if parts.has("_rels/.rels") {
      let workbook = try Workbook(parts)
      let strings = SharedStrings()
      if let part = workbook.strings { try parts.read(part, with: strings) }
      content = .workbook(workbook, strings)
    } else {
      throw .noSpreadsheet
    }
  }

  /// The lines of the sheet that `choice` means, whose header stands in the row `header`, from 1. Without a choice there
  /// must be one sheet alone, or one alone that is not hidden.
  ///
  /// `decimalMark` stands before fractions; `isForeign` says that values in columns without a name are passed over.
  public func text(
    of choice: SheetChoice?, header: Int, decimalMark: UInt8 = UInt8(ascii: "."), isForeign: Bool = true
  ) throws(SpreadsheetMessage) -> SheetText {
    switch content {
    case .workbook(let workbook, let strings):
      let names = workbook.sheets.map { (name: $0.name, isHidden: $0.isHidden) }
      let sheet = workbook.sheets[try Self.choose(choice, among: names)]
      guard let part = sheet.part, !sheet.isChart else { throw .noCells(sheet: sheet.name) }
      let places = SheetPlaces(sheet: sheet.name, isHidden: sheet.isHidden, headerRow: header)
      let context = WorkbookSheet.Context(
        strings: strings, forms: workbook.forms, base: workbook.base, mark: decimalMark,
        merges: { [parts] in
          let merged = MergedCells()
          // What is damaged is told where the rows are read.
          try? parts.read(part, with: merged)
          return merged.merges
        })
      return try SheetText(
        .workbook(WorkbookSheet(places, context, isForeign: isForeign)), places, parts.reader(part), part: part)
    case .openDocument:
      let part = "content.xml"
      let list = OpenDocumentSheets()
      try parts.read(part, with: list)
      guard list.isSpreadsheet else { throw .noSpreadsheet }
      let number = try Self.choose(choice, among: list.sheets)
      let places = SheetPlaces(
        sheet: list.sheets[number].name, isHidden: list.sheets[number].isHidden, headerRow: header)
      let sheet = OpenDocumentSheet(number, places, mark: decimalMark, isForeign: isForeign)
      return try SheetText(.openDocument(sheet), places, parts.reader(part), part: part)
    }
  }

  /// The place of the sheet that is meant.
  private static func choose(
    _ choice: SheetChoice?, among sheets: [(name: String, isHidden: Bool)]
  ) throws(SpreadsheetMessage) -> Int {
    let names = sheets.map(\.name)
    switch choice {
    case .number(let number):
      guard names.indices.contains(number - 1) else { throw .noSheetNumber(number, among: names) }
      return number - 1
    case .name(let name):
      guard let place = names.firstIndex(of: name) else { throw .noSheet(name, among: names) }
      return place
    case nil:
      if names.count == 1 { return 0 }
      let shown = sheets.indices.filter { !sheets[$0].isHidden }
      guard shown.count == 1 else { throw .whichSheet(names) }
      return shown[0]
    }
  }
}

/// The lines of a sheet, as they are read.
public final class SheetText {
  /// Where the rows stand in the sheet.
  public let places: SheetPlaces
  private let handler: Handler
  private let xml: XMLReader
  private var reader: PartReader
  private var isDone = false

  enum Handler {
    case workbook(WorkbookSheet)
    case openDocument(OpenDocumentSheet)

    var handler: XMLHandler {
      switch self {
      case .workbook(let sheet): sheet
      case .openDocument(let sheet): sheet
      }
    }
  }

  init(
    _ handler: Handler, _ places: SheetPlaces, _ reader: PartReader, part: String
  ) throws(SpreadsheetMessage) {
    (self.handler, self.places, self.reader) = (handler, places, reader)
    xml = try XMLReader(handler.handler, part: part)
  }

  /// The part of the sheet that was read, from 0 to 1.
  public var share: Double { reader.share }

  /// Appends the next bytes to `lines`, none perhaps; false behind the last.
  public func next(into lines: inout [UInt8]) throws(SpreadsheetMessage) -> Bool {
    guard !isDone else { return false }
    if try !reader.next(into: xml) {
      try xml.finish()
      isDone = true
    }
    switch handler {
    case .workbook(let sheet):
      sheet.take(into: &lines)
      if isDone, let fault = sheet.missingHeader { throw fault }
    case .openDocument(let sheet):
      sheet.take(into: &lines)
      if isDone, let fault = sheet.missingHeader { throw fault }
    }
    return !isDone
  }
}

/// Whether a document's manifest says that a part is encrypted (OpenDocument 1.3, part 2, 3.4).
private final class Manifest: XMLHandler {
  private(set) var isEncrypted = false

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if name.local.equals("encryption-data") { isEncrypted = true }
  }
}
