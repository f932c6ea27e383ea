import Foundation

/// The results of a benchmark as text.
struct Report {
  let benchmark: Benchmark
  let input: Benchmark.Input
  let series: [Series]

  /// A table: times, rate and memory of each, and how many times those of the first contender that is; then what was
  /// promised, who is missing, and who has another answer.
  var text: String {
    ([heading] + table + [promise].compactMap(\.self) + doubts).joined(separator: "\n")
  }

  private var heading: String {
    let size = input.bytes.map { String(format: "%.1f MB", Double($0) / 1e6) }
    let notes = [input.note, size].compactMap(\.self).joined(separator: ", ")
    return "\(benchmark.name): \(benchmark.work)" + (notes.isEmpty ? "" : " (\(notes))")
  }

  private var first: Measurement? { series.first?.best }

  private var table: [String] {
    var rows = [["", "wall s", "CPU s", "MB/s", "peak MB", "wall ratio", "CPU ratio"]]
    for one in series {
      guard let best = one.best else { continue }
      let rate = input.bytes.map { String(format: "%.0f", Double($0) / 1e6 / best.wall) } ?? ""
      let ratios = first.map { [best.wall / $0.wall, best.processor / $0.processor] } ?? []
      rows.append(row(one.name, best, rate: rate) + ratios.map { String(format: "%.2f", $0) })
      rows += one.stages.map { row("  " + $0.answer, $0, rate: "") + ["", ""] }
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + padding : padding + row[column]
      }
      return "  " + cells.joined(separator: "  ")
    }
  }

  private func row(_ name: String, _ measurement: Measurement, rate: String) -> [String] {
    [
      name, String(format: "%.3f", measurement.wall), String(format: "%.3f", measurement.processor), rate,
      String(format: "%.0f", Double(measurement.peak) / 1e6),
    ]
  }

  private var promise: String? {
    guard let first else { return nil }
    let target = benchmark.target
    let parts = [
      target.processor.map { (String(format: "%.1f s CPU", $0), first.processor < $0) },
      target.peak.map { ("\($0 / 1_000_000) MB", first.peak < $0) },
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    return "  target: " + parts.map { "under \($0) \($1 ? "met" : "MISSED")" }.joined(separator: ", ")
  }

  private var doubts: [String] {
    series.flatMap { one in
      let failure = one.failure.map { ["  \(one.name): left out, \($0)"] } ?? []
      guard let answer = one.best?.answer, let expected = first?.answer, answer != expected else { return failure }
      return failure + ["  \(one.name): other answer, \(answer) instead of \(expected)"]
    }
  }
}
