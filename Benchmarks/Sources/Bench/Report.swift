import Foundation

/// The results of a benchmark as text.
struct Report {
  let benchmark: Benchmark
  let bytes: Int?
  let series: [Series]

  /// A table: times, rate and memory of each, and how many times those of the first contender that is.
  var text: String {
    guard let first = series.first else { return "" }
    var rows = [["", "wall s", "CPU s", "MB/s", "peak MB", "wall ratio", "CPU ratio"]]
    for one in series where !one.rounds.isEmpty {
      let rate = bytes.map { String(format: "%.0f", Double($0) / 1e6 / one.wall) } ?? ""
      rows.append([
        one.name, String(format: "%.3f", one.wall), String(format: "%.3f", one.processor), rate,
        String(format: "%.0f", Double(one.peak) / 1e6), String(format: "%.2f", one.wall / first.wall),
        String(format: "%.2f", one.processor / first.processor),
      ])
    }
    var lines = ["\(benchmark.name): \(benchmark.work)"]
    if let bytes { lines[0] += String(format: " (%.1f MB)", Double(bytes) / 1e6) }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      let cells = row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + padding : padding + row[column]
      }
      lines.append("  " + cells.joined(separator: "  "))
    }
    for one in series {
      if let failure = one.failure { lines.append("  \(one.name): left out, \(failure)") }
      if let answer = one.answer, let expected = first.answer, answer != expected {
        lines.append("  \(one.name): other answer, \(answer) instead of \(expected)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
