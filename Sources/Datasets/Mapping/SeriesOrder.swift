import Diagnostics
import Times

extension DatasetSeries {
  /// `files` in the order of their moments; `zone` is the mission's.
  ///
  /// Throws a `DiagnosticsError` with the files whose names hold no moment, or that of another.
  func ordered(_ files: [String], zone: Zone, dataset: String) throws(DiagnosticsError) -> [SeriesFile] {
    var problems: [Diagnostic] = []
    func note(_ message: RowMessage, _ file: String) {
      problems.append(Diagnostic(message, at: .init(file: file), datum: .init(dataset: dataset, rule: message.rule)))
    }
    var found: [SeriesFile] = []
    for (index, file) in files.enumerated() {
      guard let text = FileNamePart(pattern: pattern).text(of: file) else {
        note(.fileNameDiffers(pattern: pattern), file)
        continue
      }
      let moments = moments(text, zone)
      guard let from = moments.min(), let to = moments.max() else {
        note(.nameWithoutTime(time, text), file)
        continue
      }
      found.append(SeriesFile(index: index, name: file, from: from, to: to))
    }
    found.sort { ($0.from, $0.index) < ($1.from, $1.index) }
    for (before, file) in zip(found, found.dropFirst()) where file.from == before.from {
      note(.sameMoment(before.name), file.name)
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems.byRow()) }
    return found
  }

  /// What `text` can mean; nothing where it is no time.
  private func moments(_ text: String, _ zone: Zone) -> [Instant] {
    guard case .pattern(let pattern) = time else { return Int64(text).flatMap(time.instant).map { [$0] } ?? [] }
    guard let seconds = ClockPattern(pattern)?.clockSeconds(text.utf8) else { return [] }
    return (zones.isEmpty ? [zone] : zones).compactMap { zone in
      var clock = ClockReader(zone)
      return clock.instant(seconds)
    }
  }
}
