import Tables

extension SecondReading {
  /// Texts of a column that differ only in how they are written: where they first stand, the rarer one against the more
  /// frequent.
  mutating func readSpelling(_ column: String) {
    guard case .text(let texts)? = source.table[column] else { return }
    let encoded = texts.encoded
    var (counts, first) = (Array(repeating: 0, count: encoded.texts.count), [Int: Int]())
    for (row, code) in encoded.codes.enumerated() where code >= 0 {
      counts[Int(code)] += 1
      if first[Int(code)] == nil { first[Int(code)] = row }
    }
    var usual: [FoldedText: Int] = [:]
    let order = encoded.texts.indices.sorted { (-counts[$0], first[$0] ?? 0) < (-counts[$1], first[$1] ?? 0) }
    var found: [(row: Int, message: DoubtMessage)] = []
    for code in order {
      let folded = FoldedText(encoded.texts[code])
      guard !folded.isEmpty else { continue }
      if let other = usual[folded] {
        found.append((first[code] ?? 0, .spelledOtherwise(encoded.texts[code], as: encoded.texts[other])))
      } else {
        usual[folded] = code
      }
    }
    for it in found.sorted(by: { $0.row < $1.row }) { doubt(it.message, row: it.row, column: column) }
  }
}
