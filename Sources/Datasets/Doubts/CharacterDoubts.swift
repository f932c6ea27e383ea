import Tables

extension SecondReading {
  /// Characters in names and keys that nobody sees, and names that were garbled on their way: each kind once a column, in the
  /// first row that has it.
  mutating func readCharacters(_ column: String, isKey: Bool = false) {
    guard case .text(let texts)? = source.table[column] else { return }
    // Most columns have nothing that would be looked at.
    let odd = (0..<texts.count).filter { row in texts.utf8(row).contains { !(0x20...0x7E ~= $0) } }
    guard !odd.isEmpty else { return }
    let encoded = texts.encoded
    let original = encoded.texts.map(\.withoutGarbling)
    let unseen = zip(encoded.texts, original).map { text, original in
      Set(original == nil ? text.unicodeScalars.filter { Self.isDoubtful($0, isKey: isKey) } : [])
    }
    var characters: [Unicode.Scalar: (row: Int, rows: Int)] = [:]
    var garbled: (row: Int, rows: Int)?
    for row in odd {
      let code = Int(encoded.codes[row])
      for scalar in unseen[code] { characters[scalar, default: (row, 0)].rows += 1 }
      if original[code] != nil { garbled = (garbled?.row ?? row, (garbled?.rows ?? 0) + 1) }
    }
    for (scalar, it) in characters.sorted(by: { ($0.value.row, $0.key) < ($1.value.row, $1.key) }) {
      doubt(DoubtMessage.unseenCharacter(scalar, rows: it.rows), row: it.row, column: column)
    }
    if let garbled, let text = texts[garbled.row], let was = original[Int(encoded.codes[garbled.row])] {
      doubt(DoubtMessage.garbled(text, was: was, rows: garbled.rows), row: garbled.row, column: column)
    }
  }

  /// Whether a reader would ask about `scalar` in a key, or in a name: names may stand on several lines, and have the joiners
  /// that some scripts need.
  private static func isDoubtful(_ scalar: Unicode.Scalar, isKey: Bool) -> Bool {
    scalar.isUnseen && (isKey || !["\t", "\n", "\r", "\u{200C}", "\u{200D}"].contains(scalar))
  }
}
