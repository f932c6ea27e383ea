import ModuleKit

extension Timeline {
  /// A total of all sheets that is another one later.
  struct TotalSheetsChanged: FindingShape {
    let before, after, change: Int
    let sources, earlier, later: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "According to \(\.sources), there were \(\.before, .number) sheets in all in the count published \(\.earlier) and \(\.after, .number) in the one published \(\.later): a difference of \(\.change).",
        es:
          "Según \(\.sources), el total de actas era de \(\.before, .number) en el conteo publicado \(\.earlier) y de \(\.after, .number) en el publicado \(\.later): una diferencia de \(\.change)."
      ),
      caution: Text(
        en:
          "The counts do not say which sheets these are, nor why: stations opened, joined, divided or left out, and a correction of the number, all change it. Shares of sheets before and after rest on different totals.",
        es:
          "Los conteos no dicen cuáles son esas actas ni por qué: lo cambian las mesas abiertas, unidas, divididas u omitidas y una corrección del número. Las proporciones de actas de antes y de después se apoyan en totales distintos."
      ),
      method: Method.differences,
      numbers: [
        .init("before", \.before, .sheets, Text(en: "all sheets, before", es: "total de actas, antes")),
        .init("after", \.after, .sheets, Text(en: "all sheets, after", es: "total de actas, después")),
        .init("change", \.change, .sheets, Text(en: "the difference", es: "la diferencia")),
      ],
      words: [.init("sources", \.sources), .init("earlier", \.earlier), .init("later", \.later)],
      examples: [
        FindingExample("Fifteen sheets more.", ["bulletins": totals(200, 215)], finds: "a_to_b"),
        FindingExample("The same total.", ["bulletins": totals(200, 200)]),
      ])
  }

  private static func totals(_ first: Int, _ second: Int) -> FindingExample.Dataset {
    FindingExample.Dataset(
      """
      id,source,published,counted_sheets,total_sheets,votes_oak,votes_elm
      a,court,2020-01-01,20,\(first),500,400
      b,court,2020-01-03,30,\(second),700,600
      """)
  }
}
