public import Diagnostics
public import Files

/// Reads CSV files into tables.
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
    let result = Result { () throws(DiagnosticsError) in
      try file.withUnsafeBytes { (bytes) throws(DiagnosticsError) in
        try read(bytes, name: name, isCompressed: name.hasSuffix(".gz"), file)
      }
    }
    // What was found while the file changed says nothing.
    guard file.isUnchanged else { throw DiagnosticsError(FileError.changed(path: file.path), at: .init(file: name)) }
    return try result.get()
  }

  /// The table that `bytes` hold, decompressed where `name` ends with `.gz`. Throws a `DiagnosticsError`.
  public func read(_ bytes: [UInt8], name: String) throws(DiagnosticsError) -> Table {
    try bytes.withUnsafeBufferPointer { (bytes) throws(DiagnosticsError) in
      try read(UnsafeRawBufferPointer(bytes), name: name, isCompressed: name.hasSuffix(".gz"))
    }
  }

  private func read(
    _ bytes: UnsafeRawBufferPointer, name: String, isCompressed: Bool,
    _ mapping: MappedFile? = nil
  ) throws(DiagnosticsError) -> Table {
    let reading = TableReading(reader: self, bytes: bytes, file: name, isCompressed: isCompressed, mapping: mapping)
    return try reading.table()
  }
}
