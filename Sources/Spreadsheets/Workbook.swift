/// A workbook as Office Open XML has it (ECMA-376, part 1): its sheets, and what their cells rest on.
struct Workbook: Sendable {
  /// A sheet by its place in the archive.
  struct Sheet: Sendable { var name: String, isHidden: Bool, part: String?, isChart: Bool }

  let sheets: [Sheet]
  let base: SerialTime.Base
  /// The form of each style, by its number.
  let forms: [CellForm]
  /// The part of the shared texts; nil where there is none.
  let strings: String?

  /// The workbook in `parts`.
  init(_ parts: SpreadsheetParts) throws(SpreadsheetMessage) {
    let root = Relations(folder: "")
    try parts.read("_rels/.rels", with: root)
    guard let document = root.first("officeDocument") else { throw .missingPart("xl/workbook.xml") }
    if document.isExternal { throw .external(document.target) }
    if document.target.hasSuffix(".bin") { throw .otherFormat(.binaryWorkbook) }
    let slash = document.target.lastIndex(of: "/")
    let folder = slash.map { String(document.target[...$0]) } ?? ""
    let file = slash.map { document.target[document.target.index(after: $0)...] } ?? document.target[...]
    let relations = Relations(folder: folder)
    try parts.read("\(folder)_rels/\(file).rels", with: relations)
    let list = SheetList()
    try parts.read(document.target, with: list)
    sheets = try list.sheets.map { (sheet) throws(SpreadsheetMessage) in
      let target = relations.all[sheet.relation]
      if let target, target.isExternal { throw .external(target.target) }
      return Sheet(
        name: sheet.name, isHidden: sheet.isHidden, part: target?.target, isChart: target?.type != "worksheet")
    }
    base = list.isFrom1904 ? .from1904 : .from1900
    if let styles = relations.first("styles") {
      if styles.isExternal { throw .external(styles.target) }
      let list = NumberFormats()
      try parts.read(styles.target, with: list)
      forms = list.forms
    } else {
      forms = []
    }
    let shared = relations.first("sharedStrings")
    if let shared, shared.isExternal { throw .external(shared.target) }
    strings = shared?.target
  }
}

/// The relations of a part to others (ECMA-376, part 2, 9.3).
private final class Relations: XMLHandler {
  struct Relation { var type: String, target: String, isExternal: Bool }

  /// By their identifiers.
  private(set) var all: [String: Relation] = [:]
  private let folder: String

  init(folder: String) { self.folder = folder }

  /// The relation of the type whose name ends so.
  func first(_ type: String) -> Relation? { all.sorted { $0.key < $1.key }.first { $0.value.type == type }?.value }

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    guard name.local.equals("Relationship"), let id = attributes.text("Id"), let type = attributes.text("Type"),
      let target = attributes.text("Target")
    else { return }
    let isExternal = attributes.text("TargetMode") == "External"
    let path = isExternal ? target : target.hasPrefix("/") ? String(target.dropFirst()) : Self.resolved(folder + target)
    all[id] = Relation(
      type: type.split(separator: "/").last.map(String.init) ?? "", target: path, isExternal: isExternal)
  }

  /// `path` without steps up.
  private static func resolved(_ path: String) -> String {
    var steps: [Substring] = []
    for step in path.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// The sheets that a workbook lists (18.2.20), and from which day it counts days (18.2.28).
private final class SheetList: XMLHandler {
  private(set) var sheets: [(name: String, isHidden: Bool, relation: String)] = []
  private(set) var isFrom1904 = false

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if name.local.equals("workbookPr") {
      isFrom1904 = attributes.flag("date1904")
    } else if name.local.equals("sheet"), let name = attributes.text("name") {
      let state = attributes.text("state") ?? "visible"
      var relation = ""
      // Its prefix is free; `sheetId` has none.
      attributes.forEach { name, value in
        if name.local != name, name.local.equals("id") { relation = String(cString: value) }
      }
      sheets.append((name, state != "visible", relation))
    }
  }
}

/// The number formats of a workbook's styles (18.8.31, 18.8.10).
private final class NumberFormats: XMLHandler {
  private(set) var forms: [CellForm] = []
  private var codes: [Int: CellForm] = [:]
  private var isInFormats = false, isInCells = false

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    let local = name.local
    if local.equals("numFmts") {
      isInFormats = true
    } else if local.equals("cellXfs") {
      isInCells = true
    } else if isInFormats, local.equals("numFmt"), let id = attributes.number("numFmtId"),
      let code = attributes.text("formatCode")
    {
      codes[id] = CellForm(code: code)
    } else if isInCells, local.equals("xf") {
      let id = attributes.number("numFmtId") ?? 0
      forms.append(codes[id] ?? CellForm(builtIn: id) ?? .number)
    }
  }

  override func end(_ name: UnsafePointer<CChar>) {
    let local = name.local
    if local.equals("numFmts") { isInFormats = false }
    if local.equals("cellXfs") { isInCells = false }
  }
}

/// The merged cells of a sheet, which stand behind its rows (18.3.1.55).
final class MergedCells: XMLHandler {
  private(set) var merges: [ColumnHeads.Merge] = []

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    guard name.local.equals("mergeCell"), let text = attributes.text("ref"), merges.count < 1 << 16 else { return }
    let ends = text.split(separator: ":").compactMap(Self.cell)
    guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column else { return }
    merges.append(.init(rows: ends[0].row...ends[1].row, columns: ends[0].column...ends[1].column))
  }

  private static func cell(_ text: Substring) -> (row: Int, column: Int)? {
    let letters = text.utf8.prefix { 65...90 ~= $0 }
    guard 1...3 ~= letters.count,
      let row = Int(text.utf8.dropFirst(letters.count).reduce("") { $0 + String(Unicode.Scalar($1)) }),
      row >= 1
    else { return nil }
    return (row - 1, letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1)
  }
}
