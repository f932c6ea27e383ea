import Hashing
import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import Workbench

/// What enters a key, and what does not.
@Suite struct KeyMakerTests {
  private static let sections = NotesWorkspace.sections

  /// The key of `name` in the workspace with the sections `sections`.
  private func key(
    _ name: String, _ sections: String = sections, _ module: NotesModule = NotesModule(), asOf: String? = nil,
    claims: String? = nil
  ) throws -> RunKey {
    let workspace = try NotesWorkspace(sections)
    if let claims { try workspace.scratch.write(claims, to: "data/claims.csv") }
    return try workspace.planner(module).key(name, asOf: asOf.flatMap { Instant(rfc3339: $0) })
  }

  private func key(with parameters: String) throws -> RunKey {
    try key("third", Self.sections.replacing("with: {name: third}", with: "with: {\(parameters)}"))
  }

  @Test func howAParameterIsWrittenDoesNotMatter() throws {
    let untouched = try key(with: "name: third")
    for same in ["6h", "360min", "21600s", "0.25d"] {
      let written = try key(with: "name: third, silence: \(same)")
      #expect(written == untouched && written.digest == untouched.digest, "\(same)")
    }
    #expect(untouched.parts["parameters"] == ["name": "third", "silence": "6h"])
    #expect(try key(with: "name: third, silence: 6min") != untouched)
    #expect(try key(with: "name: fourth") != untouched)
  }

  @Test func whatAResultDependsOnIsInItsKey() throws {
    let first = try key("first")
    #expect(
      first.parts.keys.sorted() == ["as_of", "input claims", "mission", "parameters", "use", "version"])
    #expect(first.parts["use"] == "notes.count" && first.parts["version"] == "1" && first.parts["as_of"] == .null)
    let input = try #require(first.parts["input claims"])
    #expect(input["dataset"] == "said" && input["sha256"] == .string(Hash32(of: "id,source\nc1,eu\n".utf8).hex))
    #expect(try key("page").parts.keys.filter { $0.hasPrefix("file") } == ["file template en"])
    #expect(try key("page").parts["result second"] == ["status": "missing", "sha256": .null])

    var other = NotesModule()
    other.version = "2"
    #expect(try key("first", Self.sections, other) != first)
    #expect(try key("first", claims: "id,source\nc1,oas\n") != first)
    #expect(try key("first", asOf: "2017-11-28T00:00:00-06:00") != first)
    let declared = Self.sections.replacing("path: data/claims.csv", with: "path: data/claims.csv, source: The press")
    #expect(try key("first", declared) != first)
    #expect(try key("first") == first)
  }

  /// The page of an edition lists what its datasets hold of unknown date: also those behind the results that it states.
  @Test func anEditionDependsOnTheDatasetsBehindIt() throws {
    let moment = "2017-11-28T00:00:00-06:00"
    #expect(try key("page").parts.keys.allSatisfy { !$0.hasPrefix("behind") })
    let edition = try key("page", asOf: moment)
    #expect(edition.parts["behind said"]?["sha256"] == .string(Hash32(of: "id,source\nc1,eu\n".utf8).hex))
    #expect(try key("page", asOf: moment, claims: "id,source\nc1,oas\n") != edition)
    #expect(try key("second", asOf: moment).parts.keys.allSatisfy { !$0.hasPrefix("behind") })
  }

  @Test func instantsAreOneHoweverTheyAreWritten() throws {
    let local = try key("first", asOf: "2017-11-28T00:00:00-06:00")
    #expect(try key("first", asOf: "2017-11-28T06:00:00Z") == local)
  }

  @Test func whatAResultDoesNotDependOnIsNot() throws {
    let first = try key("first")
    let more = Self.sections.replacing("  third:", with: "  fourth: {use: notes.count}\n  third:")
    #expect(try key("first", more) == first)
    #expect(try key("first", Self.sections.replacing("[workspace, results, drafts]", with: "[workspace]")) == first)
  }

  @Test func aModuleWithFilesHasAFingerprint() throws {
    var module = NotesModule()
    #expect(try key("third", Self.sections, module).parts["module"] == nil)
    module.fingerprint = Hash32(of: "files".utf8)
    #expect(try key("third", Self.sections, module).parts["module"] == .string(Hash32(of: "files".utf8).hex))
  }

  @Test func theSeedIsThatOfTheKey() throws {
    let key = try key("first")
    #expect(key.seed == (try self.key("first").seed))
    #expect(key.seed == UInt64(key.digest.hex.prefix(16), radix: 16))
  }
}
