public import Diagnostics
public import Files
internal import Spreadsheets

/// Reads CSV files, and sheets of spreadsheets, into tables.
///
///     let reader = CSVReader(columns: [ColumnSpec("station", .text, .key), ColumnSpec("votes", .integer, least: 0)])
///     let table = try reader.read(path: "data/sheets.csv.gz")
///
/// The table has the columns asked for, in that order. A file with anything wrong in it gives no table: the first 20
/// faults, and the first of each kind, are told in full and the rest counted. Where the header is wrong, the rows are not looked at.
public struct CSVReader: Sendable {
  /// The columns asked for; names are distinct.
  public var columns: [ColumnSpec]
  /// How the file is written.
  public var format: CSVFormat
  /// The dataset's name in the workspace, for diagnostics.
  public var dataset: String
  /// Whether the file was made for other programs. Then columns that were not asked for are passed over, which else are
  /// errors unless their names begin with `x_`, and whole numbers may end with a fraction of one zero.
  public var isForeign = false
  /// How many threads may work at once. The result does not depend on it.
  public var threads: Int
  var limits = ReadingLimits()

  /// A reader of files with `columns`.
  public init(columns: [ColumnSpec], format: CSVFormat = CSVFormat(), dataset: String = "", threads: Int = 1) {
    (self.columns, self.format, self.dataset, self.threads) = (columns, format, dataset, threads)
  }

  /// The table in the file at `path`, which diagnostics call `name`, else by its path.
  ///
  /// A file whose name ends with `.gz` is decompressed. Throws a `DiagnosticsError`.
  public func read(path: String, name: String? = nil) throws(DiagnosticsError) -> Table {
    let file: MappedFile
    do throws(FileError) {
      file = try MappedFile(path: path)
    } catch {
      throw DiagnosticsError(error, at: .init(file: name ?? path))
    }
    return try read(file, name: name ?? path)
  }

  /// The table in `file`, which diagnostics call `name`, decompressed where that ends with `.gz`.
  ///
  /// Throws a `DiagnosticsError`.
  public func read(_ file: MappedFile, name: String) throws(DiagnosticsError) -> Table {
    try reading(file, name: name) { (reading) throws(DiagnosticsError) in try reading.table() }
  }

  /// The names in the header of `file`, in order, for who does not know them; empty ones and those that stand twice too.
  ///
  /// Throws a `DiagnosticsError`.
  public func names(of file: MappedFile, name: String) throws(DiagnosticsError) -> [String] {
    try reading(file, name: name) { (reading) throws(DiagnosticsError) in try reading.names() }
  }

  /// The lines, from 1, on which those of `rows`, from 0, begin that `file` has; none of a spreadsheet, which has no lines.
  ///
  /// Throws a `DiagnosticsError`.
  public func lines(of rows: Set<Int>, in file: MappedFile, name: String) throws(DiagnosticsError) -> [Int: Int] {
    try reading(file, name: name) { (reading) throws(DiagnosticsError) in try reading.lines(of: rows) }
  }

  /// The same of the rows that `bytes` hold.
  public func lines(of rows: Set<Int>, in bytes: [UInt8], name: String) throws(DiagnosticsError) -> [Int: Int] {
    try reading(bytes, name: name) { (reading) throws(DiagnosticsError) in try reading.lines(of: rows) }
  }

  private func reading<Success>(
    _ file: MappedFile, name: String, _ body: (TableReading) throws(DiagnosticsError) -> Success
  ) throws(DiagnosticsError) -> Success {
    let result = Result { () throws(DiagnosticsError) in
      try file.withUnsafeBytes { (bytes) throws(DiagnosticsError) in
        try reading(bytes, name: name, file, body)
      }
    }
    // What was found while the file changed says nothing.
    guard file.isUnchanged else { throw DiagnosticsError(FileError.changed(path: file.path), at: .init(file: name)) }
    return try result.get()
  }

  /// The table that `bytes` hold, decompressed where `name` ends with `.gz`. Throws a `DiagnosticsError`.
  public func read(_ bytes: [UInt8], name: String) throws(DiagnosticsError) -> Table {
    try reading(bytes, name: name) { (reading) throws(DiagnosticsError) in try reading.table() }
  }

  private func reading<Success>(
    _ bytes: [UInt8], name: String, _ body: (TableReading) throws(DiagnosticsError) -> Success
  ) throws(DiagnosticsError) -> Success {
    try bytes.withUnsafeBufferPointer { (bytes) throws(DiagnosticsError) in
      try reading(UnsafeRawBufferPointer(bytes), name: name, nil, body)
    }
  }

  /// What `body` makes of the reading of `bytes`.
  private func reading<Success>(
    _ bytes: UnsafeRawBufferPointer, name: String, _ mapping: MappedFile?,
    _ body: (TableReading) throws(DiagnosticsError) -> Success
  ) throws(DiagnosticsError) -> Success {
    if Spreadsheet.isNamed(name) { return try body(try sheetReading(bytes, name: name)) }
    let packing: BlockSource.Packing = name.hasSuffix(".gz") ? .gzip : .none
    let reading = TableReading(
      reader: self, bytes: bytes, file: name, packing: { () throws(SpreadsheetMessage) in packing }, mapping: mapping)
    if format.sheet != nil { throw reading.wrong(.sheetOfNone) }
    return try body(reading)
  }

  /// The reading of a sheet of the spreadsheet that `bytes` hold.
  private func sheetReading(_ bytes: UnsafeRawBufferPointer, name: String) throws(DiagnosticsError) -> TableReading {
    var reader = self
    reader.format = CSVFormat(
      delimiter: .tab, decimalMark: format.decimalMark, headerLine: format.headerLine, missing: format.missing)
    (reader.format.sheet, reader.format.isSheet) = (format.sheet, true)
    (reader.format.thousands, reader.format.trimsBlanks) = (format.thousands, format.trimsBlanks)
    func problem(_ message: TableMessage) -> DiagnosticsError {
      DiagnosticsError([Diagnostic(message, at: .init(file: name), datum: .init(dataset: dataset))])
    }
    let text = CSVFormat()
    guard format.delimiter == text.delimiter, format.quote == text.quote, format.encoding == text.encoding else {
      throw problem(.textOfSheet)
    }
    let spreadsheet: Spreadsheet
    do throws(SpreadsheetMessage) {
      spreadsheet = try Spreadsheet(bytes, name: name)
    } catch {
      throw problem(.spreadsheet(error))
    }
    let (format, isForeign) = (reader.format, isForeign)
    return TableReading(
      reader: reader, bytes: bytes, file: name,
      packing: { () throws(SpreadsheetMessage) in
        .sheet(
          try spreadsheet.text(
            of: format.sheet, header: format.headerLine, decimalMark: format.decimalMark.byte, isForeign: isForeign))
      }, mapping: nil)
  }
}
