import Archive
import Files
import Glibc
import Tables
import Times

/// The tally sheets of `SheetsFile` as a workbook, as a spreadsheet program writes one: texts shared, the time of receipt
/// as a date of the sheet.
enum SheetsWorkbook {
  /// Writes the rows of the CSV at `csv` to a workbook at `path`.
  static func write(_ csv: String, to path: String) throws {
    let columns = SheetsFile.columns.map { name in
      switch name {
      case "sheet", "department", "municipality", "place", "published_from": ColumnSpec(name, .text)
      case "received": ColumnSpec(name, .dateTime, .partial)
      case "turnout": ColumnSpec(name, .decimal)
      default: ColumnSpec(name, .integer, .partial)
      }
    }
    let table = try CSVReader(columns: columns, threads: 2).read(path: csv)
    let (sheet, strings) = (path + ".sheet", path + ".strings")
    try writeSheet(table, sheet, strings)
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    func overrides(_ parts: [(String, String)]) -> String {
      parts.map { "<Override PartName=\"/xl/\($0)\" ContentType=\"\(office)\($1)+xml\"/>" }.joined()
    }
    func links(_ parts: [(String, String)]) -> String {
      let links = parts.enumerated().map {
        "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(types)/\($1.0)\" Target=\"\($1.1)\"/>"
      }
      return "<Relationships xmlns=\"\(relations)\">\(links.joined())</Relationships>"
    }
    try AtomicFile.replace(path) { output in
      let archive = try ArchiveWriter(output)
      func add(_ name: String, _ text: String) throws {
        try archive.add(name, Array(text.utf8))
      }
      try add(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + overrides([
            ("workbook.xml", "sheet.main"), ("worksheets/sheet1.xml", "worksheet"),
            ("sharedStrings.xml", "sharedStrings"), ("styles.xml", "styles"),
          ]) + "</Types>")
      try add("_rels/.rels", links([("officeDocument", "xl/workbook.xml")]))
      try add(
        "xl/_rels/workbook.xml.rels",
        links([
          ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml"),
        ]))
      try archive.add("xl/sharedStrings.xml", MappedFile(path: strings).content)
      try add(
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(main)\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill><patternFill/></fill></fills>"
          + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\">"
          + "<xf numFmtId=\"0\" xfId=\"0\"/><xf numFmtId=\"22\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
      )
      try add(
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(types)\"><sheets><sheet name=\"Actas\" sheetId=\"1\" r:id=\"rId1\"/>"
          + "</sheets></workbook>")
      try archive.add("xl/worksheets/sheet1.xml", MappedFile(path: sheet).content)
      try archive.finish()
    }
    for part in [sheet, strings] { unlink(part) }
  }

  /// Writes the sheet's part, and that of the texts that its cells share.
  private static func writeSheet(_ table: Table, _ sheet: String, _ strings: String) throws {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    var cells = try TextFile(sheet)
    var numbers: [String: Int] = [:]
    var shared: [String] = []
    func number(_ text: String) -> Int {
      if let number = numbers[text] { return number }
      numbers[text] = numbers.count
      shared.append(text)
      return numbers.count - 1
    }
    try cells.write("<worksheet \(main)><sheetData><row r=\"1\" spans=\"1:15\">")
    let letters = Array("ABCDEFGHIJKLMNO")
    for (column, name) in table.columnNames.enumerated() {
      try cells.write("<c r=\"\(letters[column])1\" t=\"s\"><v>\(number(name))</v></c>")
    }
    try cells.write("</row>")
    for row in 0..<table.rowCount {
      var line = "<row r=\"\(row + 2)\" spans=\"1:15\">"
      for (place, column) in table.columns.enumerated() where !column.missing.contains(row) {
        let cell = "<c r=\"\(letters[place])\(row + 2)\""
        switch column {
        case .text: line += "\(cell) t=\"s\"><v>\(number(column.text(row)))</v></c>"
        case .dateTime(let times):
          guard let time = times[row] else { continue }
          line += "\(cell) s=\"1\"><v>\(Double(time.seconds) / 86_400 + 25_569)</v></c>"
        case .integer, .decimal, .number, .date, .boolean: line += "\(cell)><v>\(column.text(row))</v></c>"
        }
      }
      try cells.write(line + "</row>")
    }
    try cells.write("</sheetData></worksheet>")
    try cells.close()
    var texts = try TextFile(strings)
    try texts.write("<sst \(main)>")
    for text in shared { try texts.write("<si><t>\(text)</t></si>") }
    try texts.write("</sst>")
    try texts.close()
  }
}
