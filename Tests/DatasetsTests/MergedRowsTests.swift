import Datasets
import Tables
import TestSupport
import Testing

/// Two versions of the rows of a dataset, made one.
@Suite struct MergedRowsTests {
  private static let declaration = DatasetDeclaration()

  private func table(_ rows: [String]) throws -> Table {
    try DatasetKind.stations.reader(for: nil, dataset: "stations").read(
      Array((["station,registered"] + rows).map { $0 + "\n" }.joined().utf8), name: "stations.csv")
  }

  private func rows(_ table: Table) throws -> [String] {
    let (keys, registered) = (try table.texts("station"), try table.integers("registered"))
    return (0..<table.rowCount).map { "\(keys[$0] ?? ""),\(registered[$0].map { "\($0)" } ?? "")" }
  }

  private func merged(_ ours: [String], _ theirs: [String], base: [String]? = nil) throws -> (
    rows: [String], conflicts: [RowKey]
  ) {
    let merged = DatasetKind.stations.merged(
      try table(ours), try table(theirs), base: try base.map(table), Self.declaration)
    return (try rows(merged.table), merged.conflicts)
  }

  @Test func whatOneSideDidIsDone() throws {
    // We added 5 and changed 2; they added 6, changed 3 and took 4 away.
    let it = try merged(
      ["1,10", "2,22", "3,30", "4,40", "5,"], ["6,60", "3,33", "2,20", "1,10"],
      base: ["1,10", "2,20", "3,30", "4,40"])
    #expect(it.rows == ["1,10", "2,22", "3,33", "5,", "6,60"] && it.conflicts.isEmpty)
  }

  @Test func whatBothDidDifferentlyIsAConflict() throws {
    // 1 is changed alike, 2 otherwise; we took 3 away, which they changed; they took 4 away, which we changed.
    let it = try merged(
      ["1,11", "2,21", "4,41", "5,50"], ["1,11", "2,22", "3,31", "5,51"], base: ["1,10", "2,20", "3,30", "4,40"])
    #expect(it.rows == ["1,11", "2,21", "4,41", "5,50"] && it.conflicts == ["2", "4", "5", "3"])
  }

  @Test func withoutWhatWasBeforeNothingWasTakenAway() throws {
    let it = try merged(["1,10", "2,20"], ["3,30", "2,21"])
    #expect(it.rows == ["1,10", "2,20", "3,30"] && it.conflicts == ["2"])
  }

  /// Every way in which three versions of two rows can differ: the sides can be exchanged but for conflicts, a side that
  /// did nothing takes what the other did, and no row comes from nowhere.
  @Test func sidesCanBeExchanged() throws {
    let one = ["", "1,10", "1,11", "1,12"]
    let versions = one.flatMap { a in ["", "2,20"].map { b in [a, b].filter { !$0.isEmpty } } }
    for base in versions {
      for ours in versions {
        let still = try merged(base, ours, base: base)
        #expect(still.rows.sorted() == ours && still.conflicts.isEmpty)
        for theirs in versions {
          let (it, other) = (try merged(ours, theirs, base: base), try merged(theirs, ours, base: base))
          #expect(Set(it.conflicts) == Set(other.conflicts))
          if it.conflicts.isEmpty { #expect(it.rows.sorted() == other.rows.sorted()) }
          #expect(Set(it.rows).isSubset(of: ours + theirs) && Set(ours).intersection(theirs).isSubset(of: it.rows))
        }
      }
    }
  }
}
