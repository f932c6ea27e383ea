import Diagnostics
import Files
import Glibc
import Language
import Schema
import TestSupport
import Testing
import Times

@testable import Ledger

@Suite struct RosterTests {
  static let authors = ["bafolite.0123456789abcdef", "dukinora.fedcba9876543210", "mosatevi.00112233445566aa"]

  private func document(_ version: Int = 1, mission: String = "test", _ change: [String: Value] = [:]) -> Value {
    let whole: [String: Value] = [
      "mission": .string(mission), "version": .integer(version), "expires": "2017-12-31",
      "persons": [
        "desk": [.string(Self.authors[0]), .string(Self.authors[1])], "observer": [.string(Self.authors[2])],
      ],
    ]
    return .object(whole.merging(change) { $1 })
  }

  @Test func saysWhoIsWho() throws {
    let (roster, last) = (try Roster(document: document()), try #require(Day(iso: "2017-12-31")))
    #expect(roster.authors == 3 && roster.version == 1)
    #expect(
      roster.person(of: Self.authors[0], on: last) == "desk" && roster.person(of: Self.authors[1], on: last) == "desk")
    #expect(roster.person(of: Self.authors[2], on: last) == "observer" && roster.person(of: "x", on: last) == nil)
    #expect(roster.person(of: Self.authors[0], on: Day(ordinal: last.ordinal + 1)) == nil)
    #expect(try Roster(document: roster.document) == roster)
  }

  @Test func whatIsNoRosterIsTold() throws {
    let cases: [(Value, RosterMessage, String, String)] = [
      (
        document(1, ["version": 0]), .bad(.outOfRange("0", what: Text("version"), low: "1", high: "1000000000")),
        "W014",
        "the roster: version is 0, outside 1 to 1000000000"
      ),
      (document(1, ["persons": ["a": ["x"]]]), .badAuthor("x"), "L046", "'x' in the roster is no author"),
      (
        document(1, ["persons": ["a": [.string(Self.authors[0])], "b": [.string(Self.authors[0])]]]),
        .authorTwice(Self.authors[0]), "L047", "the roster names '\(Self.authors[0])' twice"
      ),
    ]
    for (document, message, code, sentence) in cases {
      #expect(throws: message) { try Roster(document: document) }
      #expect(message.code == code && message.message == sentence)
    }
  }

  @Test func onlyALaterOneReplacesIt() throws {
    try withScratch { root in
      let folder = RosterFolder(path: root + "/rosters")
      func write(_ document: Value) throws -> String {
        try AtomicFile.write(document.prettyJSON, to: root + "/roster.json")
        return root + "/roster.json"
      }
      #expect(try folder.roster(of: "test") == nil)
      #expect(try folder.trust(write(document(2)), for: "test").version == 2)
      #expect(try folder.trust(write(document(2)), for: "test").version == 2)
      var status = stat()
      #expect(stat(root + "/rosters/test.json", &status) == 0 && status.st_mode & 0o7777 == 0o600)
      let older = RosterMessage.older(version: 1, here: 2)
      #expect(throws: older) { try folder.trust(write(document(1)), for: "test") }
      #expect(
        older.code == "L048"
          && older.message == "version 1 of the roster is not later than version 2, which is trusted here")
      let other = RosterMessage.otherMission("training", here: "test")
      #expect(throws: other) { try folder.trust(write(document(3, mission: "training")), for: "test") }
      #expect(other.code == "L049" && other.message == "the roster is of the mission 'training', not of 'test'")
      try AtomicFile.write(Array("no".utf8), to: root + "/roster.json")
      let none = RosterMessage.noRoster(file: root + "/roster.json")
      #expect(throws: none) { try folder.trust(root + "/roster.json", for: "test") }
      #expect(none.code == "L045" && RosterMessage.noRoster(file: "f").message == "'f' is no roster: it is no JSON")
      #expect(try folder.roster(of: "test")?.version == 2)
      // What stands there and cannot be read is not none.
      _ = try Folder.made(path: root + "/broken/test.json", mode: 0o700)
      #expect(throws: FileError.self) { try RosterFolder(path: root + "/broken").roster(of: "test") }
      #expect(throws: LedgerMessage.noKeyFolder) {
        try RosterFolder(path: nil).trust(root + "/roster.json", for: "test")
      }
    }
  }
}
