import Compression

/// A workbook (XLSX) put together part by part, so that a test can make any of them wrong.
///
///     var sample = WorkbookSample([["Mesa", "Votos"], ["M1", 250]])
///     let bytes = sample.bytes
public struct WorkbookSample {
  /// A value as the sheet's XML holds it.
  public enum Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
    /// Nothing; a text among the shared ones; a text in the cell itself.
    case empty, text(String), inline(String)
    /// A number as written, with the number of its style.
    case number(String, style: Int = 0)
    /// The value of a formula or a cell with the type `t`.
    case typed(String, String)

    /// A shared text.
    public init(stringLiteral text: String) { self = .text(text) }
    /// A whole number.
    public init(integerLiteral number: Int) { self = .number("\(number)") }
    /// Nothing.
    public init(nilLiteral: ()) { self = .empty }
  }

  /// A sheet: its name, whether it is hidden, what stands before its rows, its rows, and what stands behind them.
  public struct Sheet {
    public var name: String, isHidden = false, before = "", rows: String, behind = ""
  }

  /// The sheets.
  public var sheets: [Sheet] = []
  /// The shared texts, each as the XML of its item.
  public var strings: [String] = []
  /// The formats of the styles from 1 on.
  public var formats: [String] = []
  /// Whether days are counted from 1904.
  public var isFrom1904 = false
  /// Parts that stand there instead of those that are made, or beside them; nil takes one away.
  public var parts: [String: String?] = [:]

  /// A workbook with one sheet `name` of `rows`.
  public init(_ rows: [[Cell]] = [], name: String = "Actas") { add(rows, name: name) }

  /// Adds a sheet.
  public mutating func add(_ rows: [[Cell]], name: String) {
    var xml = ""
    for (row, cells) in rows.enumerated() where !cells.isEmpty {
      xml += "<row r=\"\(row + 1)\">"
      for (column, cell) in cells.enumerated() { xml += self.xml(cell, Self.reference(row, column)) }
      xml += "</row>"
    }
    sheets.append(Sheet(name: name, rows: xml))
  }

  /// The name of a cell, rows and columns from 0.
  public static func reference(_ row: Int, _ column: Int) -> String {
    var (letters, rest) = ("", column + 1)
    while rest > 0 {
      letters = String(Unicode.Scalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + "\(row + 1)"
  }

  private mutating func xml(_ cell: Cell, _ name: String) -> String {
    switch cell {
    case .empty: return ""
    case .text(let text):
      strings.append("<t xml:space=\"preserve\">\(escapedXML(text))</t>")
      return "<c r=\"\(name)\" t=\"s\"><v>\(strings.count - 1)</v></c>"
    case .inline(let text): return "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(escapedXML(text))</t></is></c>"
    case .number(let text, let style): return "<c r=\"\(name)\" s=\"\(style)\"><v>\(text)</v></c>"
    case .typed(let type, let text):
      return "<c r=\"\(name)\" t=\"\(type)\"><f>1+1</f><v>\(escapedXML(text))</v></c>"
    }
  }

  /// The file.
  public var bytes: [UInt8] {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relations(_ list: [(id: String, type: String, target: String)]) -> String {
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(types)/\($0.type)\" Target=\"\($0.target)\"/>" }.joined()
        + "</Relationships>"
    }
    var all: [String: String] = [
      "_rels/.rels": relations([("rId1", "officeDocument", "xl/workbook.xml")]),
      "xl/_rels/workbook.xml.rels": relations(
        sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") } + [
          ("rIdS", "sharedStrings", "sharedStrings.xml"), ("rIdT", "styles", "styles.xml"),
        ]),
      "xl/workbook.xml":
        "<workbook \(main) xmlns:r=\"\(types)\"><workbookPr date1904=\"\(isFrom1904 ? 1 : 0)\"/><sheets>"
        + sheets.enumerated().map {
          "<sheet name=\"\(escapedXML($1.name))\" sheetId=\"\($0 + 1)\"\($1.isHidden ? " state=\"hidden\"" : "") r:id=\"rId\($0 + 1)\"/>"
        }.joined() + "</sheets></workbook>",
      "xl/sharedStrings.xml": "<sst \(main)>" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>",
      "xl/styles.xml": "<styleSheet \(main)><numFmts>"
        + formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\(escapedXML($1))\"/>" }.joined()
        + "</numFmts><cellXfs><xf numFmtId=\"0\"/>"
        + formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined() + "</cellXfs></styleSheet>",
    ]
    for (place, sheet) in sheets.enumerated() {
      all["xl/worksheets/sheet\(place + 1).xml"] =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet \(main)>\(sheet.before)<sheetData>\(sheet.rows)</sheetData>"
        + "\(sheet.behind)</worksheet>"
    }
    for (name, part) in parts { all[name] = part }
    return zipped(all.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
  }
}

/// An OpenDocument spreadsheet (ODS) of sheets in XML.
public struct OpenDocumentSample {
  /// A sheet: its name, whether it is hidden, and the XML of its rows.
  public struct Sheet {
    public var name: String, isHidden = false, rows: String

    /// A sheet of `rows`.
    public init(name: String, isHidden: Bool = false, rows: String) {
      (self.name, self.isHidden, self.rows) = (name, isHidden, rows)
    }
  }

  /// The sheets.
  public var sheets: [Sheet]
  /// Parts that stand there instead of those that are made, or beside them.
  public var parts: [String: String] = [:]

  /// A document with one sheet `name` of `rows`, in XML.
  public init(rows: String, name: String = "Actas") { sheets = [Sheet(name: name, rows: rows)] }

  /// A cell of text.
  public static func text(_ text: String, attributes: String = "") -> String {
    "<table:table-cell office:value-type=\"string\"\(attributes)><text:p>\(escapedXML(text))</text:p></table:table-cell>"
  }
  /// A cell of a number.
  public static func number(_ number: String, type: String = "float", attributes: String = "") -> String {
    "<table:table-cell office:value-type=\"\(type)\" office:value=\"\(number)\"\(attributes)><text:p>shown</text:p></table:table-cell>"
  }
  /// A row of cells.
  public static func row(_ cells: String, attributes: String = "") -> String {
    "<table:table-row\(attributes)>\(cells)</table:table-row>"
  }

  /// The file.
  public var bytes: [UInt8] {
    let spaces = ["office", "table", "text", "style"].map {
      " xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }
    let styles =
      "<office:automatic-styles><style:style style:name=\"ta1\"><style:table-properties table:display=\"true\"/></style:style>"
      + "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>"
    let tables = sheets.map {
      "<table:table table:name=\"\(escapedXML($0.name))\" table:style-name=\"\($0.isHidden ? "ta2" : "ta1")\">\($0.rows)</table:table>"
    }
    var all = [
      "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
      "content.xml":
        "<office:document-content\(spaces.joined()) xmlns:calcext=\"urn:org:documentfoundation:names\">\(styles)"
        + "<office:body><office:spreadsheet>\(tables.joined())</office:spreadsheet></office:body></office:document-content>",
    ]
    for (name, part) in parts { all[name] = part }
    return zipped(all.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
  }
}

/// `text` as XML holds it.
public func escapedXML(_ text: String) -> String {
  text.reduce(into: "") { out, letter in
    switch letter {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    case "\"": out += "&quot;"
    default: out.append(letter)
    }
  }
}

/// An archive of `files`, deflated.
public func zipped(_ files: [(name: String, content: [UInt8])]) -> [UInt8] {
  func little(_ number: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
  var (out, directory): ([UInt8], [UInt8]) = ([], [])
  for (name, content) in files {
    guard let packed = try? compress(content, .raw) else { preconditionFailure("any content can be packed") }
    let checksum = Int(content.withUnsafeBytes { crc32($0) })
    let common =
      little(20, 2) + little(0x800, 2) + little(8, 2) + little(0, 2) + little(33, 2) + little(checksum, 4)
      + little(packed.count, 4) + little(content.count, 4) + little(name.utf8.count, 2) + little(0, 2)
    directory +=
      little(0x0201_4b50, 4) + little(20, 2) + common + little(0, 10) + little(out.count, 4) + Array(name.utf8)
    out += little(0x0403_4b50, 4) + common + Array(name.utf8) + packed
  }
  let start = out.count
  return out + directory + little(0x0605_4b50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
    + little(directory.count, 4) + little(start, 4) + little(0, 2)
}
