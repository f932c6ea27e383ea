import BuiltIn
import ModuleKit
import TestSupport
import Testing
import Workspaces

/// Warnings of data, and the workspace's word that some of them are meant.
@Suite struct AcknowledgementTests {
  private func workspace(_ acknowledged: String, analyses: String = "") throws -> (ScratchWorkspace, WorkspaceReading) {
    let scratch = try ScratchWorkspace()
    try scratch.write(
      ScratchWorkspace.mission + """
        datasets:
          bulletins: {kind: bulletins, path: bulletins.csv, contest: president}
          claims: {kind: claims, path: claims.csv}
          tolls: {kind: claims, path: tolls.csv}

        """ + analyses + acknowledged, to: "veedor.yaml")
    try scratch.write(
      "id,source,votes_amapola,votes_bromelia\n1,tse,50,40\n2,tse,45,39\n", to: "bulletins.csv")
    try scratch.write(
      "id,source,topic,value\nc1,coordinator,deaths,24\nc2,eu,sheets,24\nc3,mp,Sheets,24\n", to: "claims.csv")
    try scratch.write("id,source,measure,value\nt1,eu,killed,16\n", to: "tolls.csv")
    return (scratch, Workspace.read(scratch.path, modules: builtInModules))
  }

  private func doubts(_ acknowledged: String, analyses: String = "") async throws -> Doubts {
    let (scratch, reading) = try workspace(acknowledged, analyses: analyses)
    defer { withExtendedLifetime(scratch) {} }
    #expect(reading.diagnostics == [])
    let workspace = try #require(reading.workspace)
    return try await workspace.doubts(DatasetLoader(workspace), builtInModules)
  }

  private func codes(_ doubts: Doubts) -> [String] {
    doubts.open.map { "\($0.code) \($0.datum?.dataset ?? "") \($0.datum?.row ?? 0) \($0.datum?.field ?? "")" }
  }

  /// An option of which it is said that its votes are not given is not asked for.
  @Test func whatIsNotGivenIsNotAskedFor() async throws {
    for (columns, open) in [("", ["K208"]), (", columns: {votes_bromelia: {is: not_given}}", [])] {
      let (scratch, _) = try workspace("")
      try scratch.write(
        ScratchWorkspace.mission
          + "datasets:\n  bulletins: {kind: bulletins, path: bulletins.csv, contest: president\(columns)}\n",
        to: "veedor.yaml")
      try scratch.write("id,source,votes_amapola\n1,tse,50\n", to: "bulletins.csv")
      let workspace = try #require(Workspace.read(scratch.path, modules: builtInModules).workspace)
      #expect(try await workspace.doubts(DatasetLoader(workspace), builtInModules).open.map(\.code) == open)
    }
  }

  @Test func whatIsAcknowledgedIsCounted() async throws {
    let all = try await doubts("")
    #expect(
      codes(all) == [
        "K203 bulletins 2 votes_amapola", "K203 bulletins 2 votes_bromelia", "K216 claims 3 topic",
      ])
    #expect(all.acknowledged.isEmpty)
    let some = try await doubts(
      """
      acknowledge:
        - {code: K203, dataset: bulletins, row: 2, reason: "a correction by the tribunal"}
        - {code: K216, dataset: claims, column: topic, reason: "two topics"}

      """)
    #expect(codes(some) == [])
    #expect(
      some.acknowledged.map(\.reason) == ["a correction by the tribunal", "a correction by the tribunal", "two topics"])
    #expect(some.acknowledged.map(\.warning.code) == ["K203", "K203", "K216"])
    let one = try await doubts(
      "acknowledge: [{code: K203, dataset: bulletins, row: '2', column: votes_bromelia, reason: corrected}]\n")
    #expect(codes(one) == ["K203 bulletins 2 votes_amapola", "K216 claims 3 topic"])
    // Of several that meet a warning, the first gives the reason, and none is said to meet nothing.
    let both = try await doubts(
      """
      acknowledge:
        - {code: K203, dataset: bulletins, column: votes_amapola, reason: first}
        - {code: K203, dataset: bulletins, row: 2, reason: second}
        - {code: K203, dataset: bulletins, row: 2, column: votes_amapola, reason: third}

      """)
    #expect(codes(both) == ["K216 claims 3 topic"] && both.acknowledged.map(\.reason) == ["first", "second"])
  }

  @Test func ofManyOfAKindTheFirstAreTold() async throws {
    let rows = (0..<30).map { "c\($0),eu,turnout,9\($0),%\n" }.joined()
    let (scratch, _) = try workspace("")
    try scratch.write("id,source,topic,value,unit\n" + rows, to: "claims.csv")
    let reading = Workspace.read(scratch.path, modules: builtInModules)
    let workspace = try #require(reading.workspace)
    let open = try await workspace.doubts(DatasetLoader(workspace), builtInModules).open.filter {
      $0.datum?.dataset == "claims"
    }
    #expect(open.map(\.code) == Array(repeating: "K213", count: 20) + ["K114"])
    #expect(open.last?.message == "and 10 more of this kind (unit), from row 21 on")
    #expect(open.allSatisfy { $0.severity == .warning })
  }

  @Test func anAcknowledgementThatMeetsNothing() async throws {
    let found = try await doubts(
      """
      acknowledge:
        - {code: K203, dataset: bulletins, row: 2, reason: corrected}
        - {code: K216, dataset: claims, row: c3, reason: two topics}
        - {code: K203, dataset: bulletins, row: 1, reason: corrected}

      """)
    #expect(
      found.open.map { $0.rendered() } == [
        "veedor.yaml:21:12 warning[W073] no warning K203 of 'bulletins' is what the acknowledgement names\n  take it out, or give the row's key and the column as the warning has them"
      ])
  }

  @Test func whatAnAcknowledgementMustSay() throws {
    let (_, reading) = try workspace(
      """
      acknowledge:
        - {code: K203, dataset: bulletins, reason: corrected}
        - {code: K203, dataset: bulletin, row: 1, reason: corrected}
        - {code: K203, dataset: bulletins, row: 1}

      """)
    #expect(
      reading.diagnostics.map { "\($0.code) \($0.message)" } == [
        "W072 the acknowledgement of K203 in 'bulletins' names neither a row nor a column",
        "W044 unknown dataset 'bulletin'", "W011 missing key 'reason' in acknowledge[2]",
      ])
    #expect(reading.workspace == nil)
  }

  @Test func casualtiesThatNoAnalysisReads() async throws {
    let toll = "analyses: {toll: {use: incidents.casualties, on: {claims: tolls}}}\n"
    let unread = try await doubts("", analyses: toll).open.filter { $0.code.hasPrefix("I") }
    #expect(
      unread.map { $0.rendered() } == [
        "claims.csv:2:1 warning[I005] row 1 ('c1'), column 'topic': the row states a number of people 'killed', and incidents.casualties does not read it\n  give an analysis this dataset, or put the row into the one that is read"
      ])
    let both = "analyses: {toll: {use: incidents.casualties, on: {claims: claims}}}\n"
    let open = try await doubts("", analyses: both).open.filter { $0.code.hasPrefix("I") }
    #expect(
      open.map { "\($0.code) \($0.message)" } == [
        "I006 row 1 ('c1'), column 'measure': the row states a number of people 'killed', and incidents.casualties does not read it as one",
        "I005 row 1 ('t1'), column 'measure': the row states a number of people 'killed', and incidents.casualties does not read it",
      ])
    #expect(try await doubts("").open.allSatisfy { !$0.code.hasPrefix("I") })
  }

  /// A spreadsheet took the zeros of keys away: of two datasets that an analysis holds together it is told before anything is
  /// called missing.
  @Test func keysThatLostTheirZeros() async throws {
    let scratch = try ScratchWorkspace()
    func doubts(_ keys: [String]) async throws -> [String] {
      try scratch.write(
        ScratchWorkspace.mission + """
          datasets:
            official: {kind: sheets, path: official.csv, contest: president, track: official}
            party: {kind: sheets, path: party.csv, contest: president, track: party}
            stations: {kind: stations, path: stations.csv}
          analyses:
            cmp: {use: counts.compare, on: {first: official, second: party}}
            adding: {use: counts.sheets, on: {sheets: party, stations: stations}}

          """, to: "veedor.yaml")
      func sheets(_ keys: [String]) -> String {
        "sheet,votes_amapola,votes_bromelia\n" + keys.map { "\($0),1\($0.last ?? "0"),7\n" }.joined()
      }
      try scratch.write(sheets(["001", "002", "103"]), to: "official.csv")
      try scratch.write(sheets(keys), to: "party.csv")
      try scratch.write("station\n001\n002\n103\n", to: "stations.csv")
      let reading = Workspace.read(scratch.path, modules: builtInModules)
      #expect(reading.diagnostics == [])
      let workspace = try #require(reading.workspace)
      return try await workspace.doubts(DatasetLoader(workspace), builtInModules).open.map { $0.rendered() }
    }
    let told =
      "1 of 3 keys are those of 'official', and 3 would be without blanks, leading zeros and Unicode forms, such as '1' for '001'\n  a spreadsheet takes zeros away: use the file as it was published, or keep keys as texts"
    #expect(
      try await doubts(["1", "2", "103"]) == [
        "party.csv warning[K235] column 'sheet': \(told)",
        "stations.csv warning[K235] column 'station': \(told.replacing("official", with: "party").replacing("'1' for '001'", with: "'001' for '1'"))",
      ])
    #expect(try await doubts(["001", "2001", "103"]) == [])
  }
}
