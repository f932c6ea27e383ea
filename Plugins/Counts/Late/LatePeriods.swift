import ModuleKit

/// Which sheets of the final count were counted early and which late.
struct LatePeriods {
  enum Period: UInt8 { case early, late, unknown }

  /// The period of each final sheet.
  let all: [Period]
  /// The rows of early sheets that the final count does not have.
  let dropped: [Int]

  /// Early is what `early` holds, whatever votes it gives.
  init(_ sheets: Sheets, in early: Sheets) {
    var all = Array(repeating: Period.late, count: sheets.count)
    var dropped: [Int] = []
    for (row, match) in early.keys.matches(in: sheets.keys).enumerated() {
      if match < 0 { dropped.append(row) } else { all[Int(match)] = .early }
    }
    (self.all, self.dropped) = (all, dropped)
  }

  /// Of `rows`, which have times, those published by `cut` are early and those published by `end` late.
  init(_ sheets: Sheets, of rows: [Int], publishedBy cut: Instant, and end: Instant) {
    let times = sheets.publishedTo.values
    var all = Array(repeating: Period.unknown, count: sheets.count)
    for row in rows where times[row] <= end { all[row] = times[row] <= cut ? .early : .late }
    (self.all, dropped) = (all, [])
  }

  /// Early is what was public at `cut` for certain; a sheet without a time is neither.
  init(_ sheets: Sheets, publishedBy cut: Instant) {
    let (times, missing) = (sheets.publishedTo.values, sheets.publishedTo.missing)
    all = times.indices.map { row in missing.contains(row) ? .unknown : times[row] <= cut ? .early : .late }
    dropped = []
  }
}
