import Testing

@testable import ModuleKit

/// What is written as JSON is read back as it was.
@Suite struct DocumentTests {
  /// A value as it is after a journey through a file.
  private func stored(_ value: Value) throws -> Value {
    let canonical = try Value(json: value.canonicalJSON)
    #expect(try Value(json: value.prettyJSON) == canonical)
    return canonical
  }

  @Test(arguments: 0..<200) func findingsComeBack(_ seed: UInt64) throws {
    var arbitrary = Arbitrary(seed: seed)
    let finding = arbitrary.finding()
    let stored = try stored(finding.document)
    #expect(Finding(document: stored) == finding)
    #expect(Finding(document: stored)?.document.canonicalJSON == finding.document.canonicalJSON)
  }

  @Test(arguments: 0..<200) func manifestsComeBack(_ seed: UInt64) throws {
    var arbitrary = Arbitrary(seed: seed)
    let manifest = arbitrary.manifest()
    #expect(try Manifest(document: try stored(manifest.document)) == manifest)
  }

  /// Whatever is taken away from a finding, reading it ends in nothing or in another finding, never in a crash.
  @Test(arguments: 0..<200) func brokenFindingsAreRefused(_ seed: UInt64) throws {
    var arbitrary = Arbitrary(seed: seed)
    let members = try #require(arbitrary.finding().document.object)
    for key in members.keys.sorted() {
      var broken = members
      broken[key] = nil
      #expect(Finding(document: .object(broken)) == nil)
      broken[key] = .integer(1)
      #expect(Finding(document: .object(broken)) == nil)
    }
  }

  @Test func quantitiesWithUnknownIntervalsAreRefused() {
    #expect(Quantity(document: ["unit": "votes", "interval": "guess"]) == nil)
    #expect(Quantity(document: ["unit": "votes", "interval": "confidence"]) == nil)
    #expect(Quantity(document: ["unit": "votes", "interval": "assumption_range", "assumptions": [1]]) == nil)
    #expect(Quantity(document: ["value": 1]) == nil)
    #expect(Quantity(document: ["unit": "votes", "value": 1]) == Quantity(1, .votes))
  }

  /// A broken manifest: the change, and the place that is told.
  @Test(arguments: [
    ("id", "id"), ("version", "version"), ("operations", "operations"),
  ])
  func manifestsSayWhatCannotBeRead(_ key: String, _ place: String) {
    var members = Manifest(id: "m", version: "1", operations: [OperationManifest("o", summary: Text("s"))])
      .document.object
    members?[key] = .null
    #expect(throws: DocumentError(place)) { try Manifest(document: .object(members ?? [:])) }
  }

  @Test(
    arguments: [
      ("id", "Not Snake"), ("summary", 1), ("inputs", [1]), ("files", [1]), ("needs_one_of", ["other"]),
      ("parameters", [["name": "p"]]),
      ("findings", [["code": "c"]]), ("tables", [["name": "t"]]), ("figures", 1),
    ] as [(String, Value)])
  func operationsSayWhatCannotBeRead(_ key: String, _ value: Value) {
    var operation = OperationManifest("o", summary: Text("s")).document.object
    operation?[key] = value
    let isElement = value.list != nil
    #expect(throws: DocumentError("operations[0].\(key)" + (isElement ? "[0]" : ""))) {
      try Manifest(document: ["id": "m", "version": "1", "operations": [.object(operation ?? [:])]])
    }
  }
}
