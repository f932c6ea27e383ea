import Ledger
import ModuleKit
import TestSupport
import Testing

@testable import Incidents

/// Two observers and a desk write an incident, on disks of their own.
@Suite struct IncidentStandingTests {
  private func opened() throws -> (Desk, Desk) {
    let (one, two) = (try Desk(), try Desk())
    try one.write(EntryKind.incident.opening(["title": "Box without a seal", "category": "sealing"]))
    try two.take(one)
    return (one, two)
  }

  @Test func anIncidentIsNewUntilSomebodyLooks() throws {
    let (one, two) = try opened()
    #expect(try IncidentStanding(one.incident()).text.en == "new")
    try two.set(["status": "in_review"])
    try one.take(two)
    #expect(try IncidentStanding(one.incident()).text.en == "in review")
  }

  @Test func itsAuthorCannotVerifyIt() throws {
    let (one, two) = try opened()
    #expect(throws: IncidentMessage.verifiedByItsAuthor) {
      try IncidentStanding.check(["status": "verified"], of: one.incident(), by: one.key.author)
    }
    #expect(IncidentMessage.verifiedByItsAuthor.message == "who opened an incident cannot verify it")
    #expect(IncidentMessage.verifiedByItsAuthor.code == "I007")
    try IncidentStanding.check(["status": "verified"], of: one.incident(), by: two.key.author)
    try IncidentStanding.check(["status": "refuted"], of: one.incident(), by: one.key.author)
    // Whoever writes it all the same is not believed.
    try one.set(["status": "verified"])
    #expect(try IncidentStanding(one.incident()).text.en == "verified by its own author alone, so not verified")
  }

  @Test func twoKeysAreNotYetTwoPersons() throws {
    let (one, two) = try opened()
    try two.set(["status": "verified", "why": "seen by two"])
    try one.take(two)
    #expect(try IncidentStanding(one.incident()).text.en == "verified; that a second person did it is not established")
  }

  /// With a roster, two keys of one person are one, and two persons are two.
  @Test func aRosterSaysWhoIsTheSecondPerson() throws {
    let (one, two) = try opened()
    try two.set(["status": "verified"])
    try one.take(two)
    let (author, other) = (one.key.author.name, two.key.author.name)
    func words(_ persons: [String: String]) throws -> String {
      try IncidentStanding(one.incident()) { persons[$0] }.text.en
    }
    #expect(try words([author: "a", other: "b"]) == "verified")
    #expect(try words([author: "a", other: "a"]) == "verified by its own author alone, so not verified")
    for persons in [[author: "a"], [other: "b"]] {
      #expect(try words(persons) == "verified; that a second person did it is not established")
    }
    #expect(throws: IncidentMessage.verifiedByItsAuthor) {
      try IncidentStanding.check(["status": "verified"], of: one.incident(), by: two.key.author) { _ in "a" }
    }
  }

  @Test func whatIsDisputedIsNotDecided() throws {
    let (one, two) = try opened()
    try two.set(["status": "verified"])
    try one.set(["status": "refuted"])
    try one.take(two)
    #expect(
      try IncidentStanding(one.incident()).text
        == Text(en: "disputed: refuted or verified", es: "en disputa: refutado o verificado"))
    try one.set(["status": "in_review"])
    #expect(try IncidentStanding(one.incident()).text.en == "in review")
  }

  @Test func whatCannotBeReadIsNeverVerified() throws {
    let (_, two) = try opened()
    try two.set(["status": "verified"])
    var body = try EntryKind.incident.change(["status": "closed"], of: two.incident())
    body["v"] = 2
    try two.write(body)
    #expect(try IncidentStanding(two.incident()).text.en == "changed in ways this program cannot read")
  }

  @Test func statusesAreLater() throws {
    #expect(throws: LedgerMessage.self) {
      try EntryKind.incident.opening(["title": "x", "category": "y", "status": "verified"])
    }
  }
}
