/// Numbers of a dataset of sheets that its file withholds, and that an analysis is made without.
public struct NumbersWithheld: FindingShape {
  /// Sheets with such numbers, all sheets, and how many numbers these are.
  let sheets, all, numbers: Int
  let track: Text

  /// The finding of each operation that reads sheets.
  public static let kind = FindingKind<Self>(
    .notice,
    Sentence(
      en:
        "Sheets with numbers that the file withholds, in \(\.track): \(\.sheets, .number) of \(\.all, .number); such numbers in all: \(\.numbers). This analysis is made without these.",
      es:
        "Actas con números que el archivo retiene, en \(\.track): \(\.sheets, .number) de \(\.all, .number); números así, en total: \(\.numbers). Este análisis se hace sin ellos."
    ),
    caution: Text(
      en:
        "What is withheld is small: the numbers left out are not like the others, and neither are the places with few votes. Where a bound of this analysis takes them in, its finding says so.",
      es:
        "Lo que se retiene es pequeño: los números que se dejan fuera no son como los demás, ni lo son los lugares con pocos votos. Si una cota de este análisis los toma en cuenta, su hallazgo lo dice."
    ),
    method: Text(
      en: "numbers for which the file has one of the texts that the workspace calls withheld",
      es: "números en cuyo lugar el archivo tiene uno de los textos que el espacio de trabajo llama retenidos"),
    numbers: [
      .init(
        "sheets", \.sheets, .sheets, Text(en: "sheets with numbers withheld", es: "actas con números retenidos")),
      .init("all", \.all, .sheets, Text(en: "all sheets", es: "todas las actas")),
      .init("numbers", \.numbers, .number, Text(en: "numbers withheld", es: "números retenidos")),
    ], words: [.init("track", \.track)], examples: [])
}

extension Findings {
  /// Adds, of each dataset in `sheets` whose file withholds numbers, that the analysis is made without these.
  public mutating func addWithheld(of sheets: Sheets?...) {
    for case let sheets? in sheets {
      let cells = sheets.source.table.columnNames.flatMap { sheets.source.withheld(in: $0) }
      guard !cells.isEmpty else { continue }
      let rows = Set(cells.map(\.row)).sorted()
      add(
        NumbersWithheld(sheets: rows.count, all: sheets.count, numbers: cells.count, track: sheets.track.name),
        about: sheets.source.dataset, from: [sheets.evidence(rows: Array(rows.prefix(20)))])
    }
  }
}
