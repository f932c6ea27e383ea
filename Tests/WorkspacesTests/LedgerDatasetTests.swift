import BuiltIn
import Files
import Hashing
import Ledger
import ModuleKit
import TestSupport
import Testing
import Workspaces

/// A dataset whose rows are made of the ledger's records.
@Suite struct LedgerDatasetTests {
  private let scratch: ScratchWorkspace

  init() throws { scratch = try ScratchWorkspace() }

  private func read(_ dataset: String) throws -> WorkspaceReading {
    try scratch.write(ScratchWorkspace.mission + "datasets:\n  log: {\(dataset)}\n", to: "veedor.yaml")
    return Workspace.read(scratch.path, modules: builtInModules)
  }

  private func problems(_ dataset: String) throws -> [String] {
    try read(dataset).diagnostics.map { "\($0.code) \($0.message)" + ($0.hint.map { " (\($0))" } ?? "") }
  }

  /// The ledger, written with a key that only its own folder holds.
  private func ledger() throws -> Ledger {
    Ledger(
      in: try Folder(path: scratch.path), mission: "rehearsal", keys: KeyFolder(path: scratch.user.path + "/keys"))
  }

  private func write(_ bodies: [[String: Value]]) throws {
    let ledger = try ledger()
    let key = try ledger.keys.keys(mission: "rehearsal").first ?? ledger.keys.makeKey(mission: "rehearsal")
    _ = try ledger.append(bodies, as: key, at: Instant(seconds: 1_511_784_000))
    _ = try ledger.sign(key)
  }

  private static let incident = builtInModules.flatMap(\.entryKinds).first { $0.name == "incident" }

  private func incidents(_ categories: String...) throws {
    let kind = try #require(Self.incident)
    try write(try categories.map { try kind.opening(["title": "x", "category": .string($0)]) })
  }

  private func told(_ dataset: String) async throws -> [String] {
    let workspace = try #require(try read(dataset).workspace)
    return await workspace.dataProblems(DatasetLoader(workspace)).map { "\($0.code) \($0.message)" }
  }

  @Test func slipsOfTheWorkspaceFile() throws {
    #expect(try problems("kind: incidents") == ["W011 missing key 'path' in datasets.log"])
    #expect(
      try problems("kind: stations, from: ledger") == [
        "W115 datasets of kind 'stations' are not read from the ledger (those of kind ballot_checks, claims, commitments, complaints, incidents and scrutiny are; give the others a 'path')"
      ])
    #expect(
      try problems("kind: incidents, from: ledger, path: log.csv, expect: {rows: 3}") == [
        "W116 'path' says something of a file, and this dataset is read from the ledger",
        "W116 'expect' says something of a file, and this dataset is read from the ledger",
      ])
    #expect(
      try problems("kind: incidents, from: feeds") == [
        "W013 datasets.log.from cannot be 'feeds': it is always ledger"
      ])
  }

  @Test func noLedgerIsNoEmptyLog() async throws {
    #expect(try await told("kind: incidents, from: ledger") == ["L016 '\(scratch.path)' holds no ledger"])
  }

  @Test func recordsAreRows() async throws {
    let kind = try #require(Self.incident)
    try incidents("sealing")
    try write([try kind.opening(["title": "x", "category": "opening", "area": "Sur, \"late\"\nand noisy"])])
    #expect(try await told("kind: incidents, from: ledger") == [])
    let workspace = try #require(try read("kind: incidents, from: ledger").workspace)
    let loaded = try await DatasetLoader(workspace).load("log")
    #expect(loaded.source.table.rowCount == 2 && loaded.source.file == "ledger" && loaded.undated.count == 0)
    let before = try await DatasetLoader(workspace).load("log", asOf: Instant(rfc3339: "2017-11-27T11:59:59Z"))
    #expect(before.source.table.rowCount == 0)
    #expect(try workspace.ledgerDoubts() == [])
    // What others wrote later counts in the next run, not in the middle of this one.
    let held = try workspace.ledger().snapshot.digest
    try incidents("counting")
    #expect(try workspace.ledger().snapshot.digest == held)
    #expect(try #require(try read("kind: incidents, from: ledger").workspace).ledger().snapshot.digest != held)
  }

  @Test func damageIsAnError() async throws {
    try incidents("sealing", "opening")
    let author = try #require(try ledger().status().feeds.first?.author)
    let feed = "ledger/\(author)/feed.jsonl"
    try scratch.write(try scratch.text(feed).replacing("opening", with: "openinG"), to: feed)
    #expect(
      try await told("kind: incidents, from: ledger") == [
        "L003 line 3 of '\(scratch.path)/\(feed)' was changed after it was written: another entry is vouched for there"
      ])
  }

  /// Changes of a record that is not here are told, and nothing else.
  @Test func whatWaitsIsAWarning() throws {
    let absent = String(repeating: "ab", count: 32)
    try write([
      [
        "kind": "incidents.incident", "v": 1, "record": .string(absent), "after": [.string(absent)],
        "severity": "minor",
      ]
    ])
    let workspace = try #require(try read("kind: incidents, from: ledger").workspace)
    #expect(
      try workspace.ledgerDoubts().map { "\($0.severity) \($0.code) \($0.message) (\($0.hint ?? ""))" } == [
        "warning W108 1 entry of the ledger waiting for others that are not here: nothing is changed yet (merge the copy that has these)"
      ])
  }
}
