import ModuleKit

/// How the margin between two options moved in opened boxes, box by box: the first less the second.
struct MovedMargin: Equatable {
  /// Boxes, those whose votes are known before and after, and those of them of which any option's votes differ.
  var boxes = 0, compared = 0, differing = 0
  /// The margin of the compared boxes before and after.
  var before = 0, after = 0
  /// Boxes in which it rose and fell, and by how many votes together.
  var rose = 0, fell = 0, gain = 0, loss = 0

  /// Boxes whose votes are not known before and after.
  var unknown: Int { boxes - compared }

  /// Adds a box.
  mutating func add(_ box: Scrutiny.Box, _ first: Int, _ second: Int) {
    boxes += 1
    guard let (before, after) = box.compared else { return }
    compared += 1
    if before != after { differing += 1 }
    let (old, new) = (before[first] - before[second], after[first] - after[second])
    self.before += old
    self.after += new
    if new > old { (rose, gain) = (rose + 1, gain + new - old) }
    if new < old { (fell, loss) = (fell + 1, loss + old - new) }
  }

  /// The margin in `boxes`.
  init(_ boxes: some Sequence<Scrutiny.Box>, _ first: Int, _ second: Int) {
    for box in boxes { add(box, first, second) }
  }
}

extension Scrutiny {
  /// The two options that lead the declared result, or else the boxes whose votes are known, in ballot order; nil where there are
  /// not two.
  func pair(_ declared: DeclaredResult?) -> (first: Int, second: Int)? {
    if let (first, second) = declared?.leading { return (min(first, second), max(first, second)) }
    let totals = contest.options.indices.map { option in
      boxes.reduce(0) { $0 + ($1.compared?.after[option] ?? 0) }
    }
    let ahead = totals.indices.sorted { (-totals[$0], $0) < (-totals[$1], $1) }.prefix(2).sorted()
    return ahead.count == 2 ? (ahead[0], ahead[1]) : nil
  }
}

extension Scrutiny {
  /// The votes that were found, by the keys of the sheets, in the boxes of which all are known.
  /// - Throws: ``RecountMessage/openedWithoutSheet(_:dataset:first:sheets:)`` where a box has no sheet among `sheets`.
  func found(on sheets: Sheets) throws(DiagnosticsError) -> [String: [Int]] {
    let keys = Set((0..<sheets.count).compactMap { sheets.keys[$0] })
    let unlisted = boxes.filter { !keys.contains($0.sheet) }
    if let first = unlisted.first {
      throw DiagnosticsError(
        RecountMessage.openedWithoutSheet(
          unlisted.count, dataset: source.dataset, first: first.sheet, sheets: sheets.source.dataset))
    }
    return boxes.reduce(into: [:]) { out, box in
      let votes = box.after.compactMap(\.self)
      if votes.count == box.after.count { out[box.sheet] = votes }
    }
  }
}
