import Diagnostics

@testable import Tables

/// A reader with small blocks, so that short texts already cross their borders.
func reader(
  _ columns: [ColumnSpec], _ format: CSVFormat = CSVFormat(), block: Int = 1 << 18, threads: Int = 1
) -> CSVReader {
  var reader = CSVReader(columns: columns, format: format, dataset: "d", threads: threads)
  reader.limits.block = block
  return reader
}

/// What reading `text` gives: the canonical text of the table, or the messages as users see them.
func outcome(of text: String, _ columns: [ColumnSpec], _ format: CSVFormat = CSVFormat()) -> String {
  outcome(of: Array(text.utf8), columns, format)
}

/// What reading `bytes` gives: the canonical text of the table, or the messages as users see them.
func outcome(
  of bytes: [UInt8], _ columns: [ColumnSpec], _ format: CSVFormat = CSVFormat(), name: String = "t.csv"
) -> String {
  outcome { () throws(DiagnosticsError) in try reader(columns, format).read(bytes, name: name) }
}

/// What `read` gives: the canonical text of the table, or the messages as users see them.
func outcome(_ read: () throws(DiagnosticsError) -> Table) -> String {
  do throws(DiagnosticsError) {
    return String(decoding: try read().canonicalCSV, as: UTF8.self)
  } catch {
    return error.all.map { $0.rendered() }.joined(separator: "\n")
  }
}
