import Diagnostics
import Language
import Schema
import Signatures
import Testing
import Times

@testable import Ledger

/// Whether a key for bundles is trusted follows from the roster that this machine trusts, the day of the signature, and today.
@Suite struct KeyStandingTests {
  // RFC 8032, section 7.1, tests 1 and 2.
  static let digits = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
  static let other = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"

  private func roster(_ more: [String: Value] = [:], mission: String = "test") throws -> Roster {
    let key: [String: Value] = ["key": .string(Self.digits), "person": "desk", "role": "head of mission"]
    return try Roster(document: [
      "mission": .string(mission), "version": 3, "expires": "2031-12-31", "persons": [:],
      "bundle_keys": [.object(key.merging(more) { $1 })],
    ])
  }

  private func standing(
    _ roster: Roster?, _ key: String = digits, signed: String = "2031-05-06", today: String = "2031-06-01"
  ) throws -> KeyStanding {
    let key = try #require(VerifyingKey(hex: key))
    return KeyStanding(
      key, signedOn: try #require(Day(iso: signed)), mission: "test", by: roster, on: try #require(Day(iso: today)))
  }

  private static let named = "version 3 of the roster that is trusted on this machine"

  @Test func aKeyOfTheRosterIsTrusted() throws {
    let standing = try standing(roster(["from": "2031-05-06", "until": "2031-05-06"]), today: "2031-12-31")
    #expect(standing.isTrusted && standing.person == "desk")
    #expect(
      standing.sentence.en
        == "\(Self.named) says that the key is that of 'desk' (head of mission) from 2031-05-06 until "
        + "2031-05-06; the day of the signature is what its signer says")
    #expect(
      standing.document == [
        "trusted": true, "standing": "trusted", "person": "desk", "role": "head of mission",
        "reason": .string(standing.sentence.en),
      ])
    #expect(try self.standing(roster()).isTrusted)
  }

  @Test func withoutARosterOfTheMissionNoneIs() throws {
    for roster in [nil, try roster(mission: "another")] {
      let standing = try standing(roster)
      #expect(standing == .noRoster(mission: "test") && !standing.isTrusted && standing.person == nil)
      #expect(
        standing.sentence.en
          == "nobody on this machine said whose key that is: no roster of 'test' is trusted here, and a key or "
          + "roster that came along with a bundle proves nothing")
    }
  }

  @Test func anotherKeyIsNot() throws {
    let standing = try standing(roster(), Self.other)
    #expect(standing == .unnamed(version: 3) && !standing.isTrusted)
    #expect(
      standing.sentence.en
        == "\(Self.named) does not name this key, and that it came along with a bundle proves nothing")
  }

  @Test func aRosterThatIsOverIsNone() throws {
    let standing = try standing(roster(), today: "2032-01-01")
    #expect(!standing.isTrusted)
    #expect(
      standing.sentence.en == "\(Self.named) held until 2031-12-31, and that is over: ask the mission for a later one")
  }

  @Test func aKeyHasItsDays() throws {
    let roster = try roster(["from": "2031-05-01", "until": "2031-05-31"])
    for day in ["2031-04-30", "2031-06-01"] {
      let standing = try standing(roster, signed: day)
      #expect(!standing.isTrusted && standing.document["standing"] == "outside_its_days")
      #expect(
        standing.sentence.en
          == "\(Self.named) says that the key is that of 'desk' (head of mission) from 2031-05-01 until "
          + "2031-05-31, and the signature says that it was made on \(day)")
    }
    for day in ["2031-05-01", "2031-05-31"] { #expect(try standing(roster, signed: day).isTrusted) }
  }

  /// Clocks differ by a day, and no more.
  @Test func aDayToComeIsNone() throws {
    #expect(try standing(roster(), signed: "2031-06-02").isTrusted)
    let standing = try standing(roster(), signed: "2031-06-03")
    #expect(!standing.isTrusted && standing.person == "desk" && standing.document["standing"] == "day_to_come")
    #expect(
      standing.sentence.en
        == "\(Self.named) says that the key is that of 'desk' (head of mission), and the signature says that it "
        + "was made on 2031-06-03, which is still to come")
  }

  /// What a revoked key signed before is not trusted either, since nobody else says when that was; and it is said what still holds.
  @Test func aRevokedKeyIsNotTrustedForAnyDay() throws {
    let roster = try roster(["revoked": ["since": "2031-05-20", "why": "the device was lost"]])
    for (day, words) in [
      (
        "2031-05-19",
        "The signature says that it was made on 2031-05-19, before that; who had the key later can have written any day."
      ), ("2031-05-20", "The signature says that it was made on 2031-05-20, when it no longer counted."),
    ] {
      let standing = try standing(roster, signed: day)
      #expect(!standing.isTrusted && standing.person == "desk" && standing.document["standing"] == "revoked")
      #expect(
        standing.sentence.en
          == "\(Self.named) says that the key is that of 'desk' (head of mission), and is revoked since "
          + "2031-05-20: the device was lost. \(words) What still holds: whoever had the key vouched for this bundle, with "
          + "this identity")
    }
  }

  @Test func whatARosterSaysOfKeysIsReadAgain() throws {
    let whole = try roster([
      "from": "2031-05-01", "until": "2031-05-31", "revoked": ["since": "2031-05-20", "why": "lost"],
    ])
    #expect(try Roster(document: whole.document) == whole && whole.bundleKeys.count == 1 && whole.authors == 0)
    let bad: [([String: Value], RosterMessage, String, String)] = [
      (["key": "12"], .badBundleKey("12"), "L070", "'12' in the roster is no public key"),
      (
        ["from": "2031-05-02", "until": "2031-05-01"], .noDays(Self.digits), "L071",
        "the roster has the key '\(Self.digits)' end before it begins"
      ),
    ]
    for (more, message, code, sentence) in bad {
      #expect(throws: message) { try roster(more) }
      #expect(message.code == code && message.message == sentence)
    }
    #expect(throws: RosterMessage.self) { try roster(["revoked": ["since": "2031-05-20"]]) }
    let twice: Value = .list([
      ["key": .string(Self.digits), "person": "a"], ["key": .string(Self.digits), "person": "b"],
    ])
    #expect(throws: RosterMessage.authorTwice(Self.digits)) {
      try Roster(document: [
        "mission": "test", "version": 3, "expires": "2031-12-31", "persons": [:], "bundle_keys": twice,
      ])
    }
  }
}
