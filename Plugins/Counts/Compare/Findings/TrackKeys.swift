import ModuleKit

extension Compare {
  /// Sheets of the first track whose keys the second writes in another way.
  struct KeysAlike: FindingShape {
    /// Sheets of the first track, those without a counterpart by their keys as written, and once the keys' forms are set aside.
    let sheets, asWritten, folded: Int
    let first, second, key, other: Text

    /// What the forms of keys explain of the sheets without a counterpart; nil where they explain nothing.
    init?(_ match: SheetMatch, _ words: CompareWords) {
      let unmatched = match.items.joined().filter { $0.first < 0 || $0.second < 0 }
      let rows = unmatched.filter { $0.first >= 0 }.map { Int($0.first) }
      let others = unmatched.filter { $0.second >= 0 }.map { Int($0.second) }
      guard let alike = AlikeKeys(match.first.keys, rows, match.second.keys, others) else { return nil }
      (sheets, asWritten, folded) = (match.first.count, rows.count, rows.count - alike.count)
      (first, second, key, other) = (words.first, words.second, alike.key, alike.other)
    }

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Keys are written in two ways: of \(\.sheets) in \(\.first) \(\.asWritten, .number) have no counterpart in \(\.second) by their keys as they stand, and \(\.folded, .number) once blanks, leading zeros and Unicode forms are set aside, as in “\(\.key)” in \(\.first) and “\(\.other)” in \(\.second).",
        es:
          "Las claves se escriben de dos formas: de \(\.sheets) en \(\.first), \(\.asWritten, .number) no tienen contraparte en \(\.second) según sus claves tal como están, y \(\.folded, .number) si se prescinde de espacios, ceros a la izquierda y formas Unicode, como «\(\.key)» en \(\.first) y «\(\.other)» en \(\.second)."
      ),
      caution: Text(
        en:
          "Nothing is joined by it: sheets are compared where their keys are equal as they stand, and these count as standing on one track alone. Where zeros or blanks tell sheets apart, two keys of one form are two sheets.",
        es:
          "Nada se une por ello: las actas se comparan si sus claves son iguales tal como están, y estas cuentan como presentes en una sola fuente. Donde los ceros o espacios distinguen actas, dos claves de una misma forma son dos actas."
      ),
      method: KeyForm.method,
      numbers: [
        .init("sheets", \.sheets, .sheets, Text(en: "sheets on the first track", es: "actas en la primera fuente")),
        .init(
          "as_written", \.asWritten, .sheets,
          Text(
            en: "without a counterpart, by keys as they stand", es: "sin contraparte, según las claves tal como están")),
        .init(
          "folded", \.folded, .sheets,
          Text(en: "without a counterpart, by the forms of keys", es: "sin contraparte, según la forma de las claves")),
      ],
      words: [
        .init("first", \.first), .init("second", \.second), .init("key", \.key), .init("other", \.other),
      ],
      examples: [
        FindingExample(
          "A spreadsheet took the zeros of one track's keys away.",
          Example.tracks(["001,60,40", "002,30,20"], ["1,60,40", "2,30,20"]), finds: "all"),
        FindingExample("No key of the one is like one of the other.", Example.apart),
      ])
  }
}
