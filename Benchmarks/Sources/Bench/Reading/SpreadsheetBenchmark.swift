import Tables

extension Benchmark {
  /// Reading the count of `reading` from a workbook.
  static let spreadsheet = Benchmark(
    name: "spreadsheet",
    work: "XLSX of 1,000,000 sheets and 15 columns into typed columns",
    target: Target(processor: 6, peak: 300_000_000),
    input: { folder in
      let csv = try file("sheets-2.csv", in: folder) { try SheetsFile.write(rows: 1_000_000, to: $0) }
      let file = try file("sheets-2.xlsx", in: folder) { try SheetsWorkbook.write(csv, to: $0) }
      return Input(files: [file], bytes: byteCount(file))
    },
    // A date of a sheet has no zone; which one it is says the mapping of a dataset.
    ours: readingSheets(received: .text),
    peers: [
      Peer(
        name: "polars with calamine, dates read", needs: .python("fastexcel"),
        command: ["reading_spreadsheet_polars.py"]),
      Peer(
        name: "openpyxl, read only", needs: .python("openpyxl"), command: ["reading_spreadsheet_openpyxl.py"]),
    ])
}
