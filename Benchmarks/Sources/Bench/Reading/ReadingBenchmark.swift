import Tables

extension Benchmark {
  /// Reading a national count into typed, validated columns, with the key checked.
  static let reading = Benchmark(
    name: "reading",
    work: "CSV of 1,000,000 sheets and 15 columns into typed columns",
    input: { folder in
      let file = try file("sheets-2.csv", in: folder) { try SheetsFile.write(rows: 1_000_000, to: $0) }
      return Input(files: [file], bytes: byteCount(file))
    },
    ours: readingSheets(received: .dateTime),
    peers: [
      Peer(name: "polars, 2 threads, dates as text", needs: .python("polars"), command: ["reading_polars.py", "text"]),
      Peer(name: "polars, 2 threads, dates read", needs: .python("polars"), command: ["reading_polars.py", "dates"]),
      Peer(
        name: "polars, 2 threads, all checked", needs: .python("polars"), command: ["reading_polars.py", "checked"]),
      Peer(name: "duckdb, 2 threads, dates as text", needs: .python("duckdb"), command: ["reading_duckdb.py", "text"]),
      Peer(name: "duckdb, 2 threads, dates read", needs: .python("duckdb"), command: ["reading_duckdb.py", "dates"]),
      Peer(name: "pandas, dates as text", needs: .python("pandas"), command: ["reading_pandas.py", "text"]),
      Peer(name: "pandas, dates read", needs: .python("pandas"), command: ["reading_pandas.py", "dates"]),
    ])

  /// Veedor reading the file of sheets into checked columns, the time of receipt as `received`.
  static func readingSheets(received: ColumnType) -> [Contender] {
    [2, 1].map { threads in
      Contender("Veedor, \(threads) thread\(threads == 1 ? "" : "s"), all checked") { files in
        try reader(threads: threads, received).read(path: files[0])
      } answer: { table in
        let votes = try table.integers("votes_a")
        let total = (0..<votes.count).reduce(0) { $0 + (votes[$1] ?? 0) }
        return "\(table.rowCount) rows, \(total) votes"
      }
    }
  }

  private static func reader(threads: Int, _ received: ColumnType) -> CSVReader {
    let columns = SheetsFile.columns.map { name in
      switch name {
      case "sheet": ColumnSpec(name, .text, .key)
      case "department", "municipality", "place": ColumnSpec(name, .text)
      case "turnout": ColumnSpec(name, .decimal, least: 0, most: 100)
      case "received": ColumnSpec(name, received, .partial)
      case "published_from": ColumnSpec(name, .dateTime, .partial)
      default: ColumnSpec(name, .integer, .partial, least: 0)
      }
    }
    return CSVReader(columns: columns, threads: threads)
  }
}
