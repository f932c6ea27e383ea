import Datasets
import Tables
import TestSupport
import Testing

/// Keys of rows: as files write them, and never the same for two rows.
@Suite struct RowKeyTests {
  @Test func aKeyOfOneValueIsWrittenAsItIs() {
    for value in ["", "17", "12/3", "a~1b", "ñ/ /"] { #expect(RowKey([value]).text == value) }
    #expect(RowKey(["12/3"]) == "12/3" && RowKey(["12/3"]) == RowKey(text: "12/3"))
  }

  @Test func valuesStandWithASlashBetweenThem() {
    #expect(RowKey(["North", "Hall"]).text == "North/Hall")
    #expect(RowKey(["North/West", "Hall"]).text == "North~1West/Hall")
    #expect(RowKey(["~", "~2~", "~0~1"]).text == "~/~2~/~00~01")
    #expect(RowKey([]).text == "")
  }

  /// All pairs of the texts that could be taken for one another.
  @Test func noTwoKeysAreWrittenAlike() {
    let letters = ["/", "~", "0", "1", "a"]
    let short = [""] + letters + letters.flatMap { a in letters.map { a + $0 } }
    let texts = short + letters.flatMap { a in letters.flatMap { b in letters.map { a + b + $0 } } }
    var written: [RowKey: [String]] = [:]
    for a in texts {
      for b in short {
        let key = RowKey([a, b])
        #expect(written[key] == nil, "\([a, b]) and \(written[key] ?? []) are both \(key)")
        written[key] = [a, b]
        if !(a + b).contains("/"), !["~0", "~1"].contains(where: { a.contains($0) || b.contains($0) }) {
          #expect(key.text == "\(a)/\(b)")
        }
      }
    }
  }

  /// Two areas whose names, joined, are one text.
  @Test func areasWithASlashInTheirNamesAreToldApart() throws {
    let kind = DatasetKind.areaTotals
    let sample = KindSample()
    let declaration = DatasetDeclaration(contest: sample.contest, areas: ["region", "place"])
    let table = try kind.reader(for: declaration, dataset: "totals").read(
      Array("region,place,valid\nNorth/West,Hall,1\nNorth,West/Hall,2\nSouth,Hall,3\n".utf8), name: "totals.csv")
    let source = DatasetSource(
      dataset: "totals", file: "totals.csv", table: table, declaration: declaration, zone: sample.zone)
    let totals = try #require(try kind.content(of: source) as? AreaTotals)
    let rows = LoadedDataset(source, kind: kind, content: totals).rowsByKey
    #expect(rows.count == 3)
    for row in 0..<3 { #expect(totals.evidence(rows: [row]).rows.map { rows[$0] } == [row]) }
    #expect(totals.evidence(rows: [0, 2]).rows.map(\.text) == ["North~1West/Hall", "South/Hall"])
  }
}
