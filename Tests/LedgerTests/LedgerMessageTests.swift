import Diagnostics
import Files
import Schema
import Testing

@testable import Ledger

@Suite struct LedgerMessageTests {
  @Test(arguments: [
    (
      FeedMessage.badLine(file: "f", line: 2, .badMember("seq")), "L001",
      "line 2 of 'f' is no entry: its 'seq' is not what it must be"
    ),
    (
      .wrongAuthor(file: "f", line: 2, author: "x"), "L002",
      "line 2 of 'f' is an entry of 'x', not of the feed's author"
    ),
    (
      .changed(file: "f", line: 2), "L003",
      "line 2 of 'f' was changed after it was written: another entry is vouched for there"
    ),
    (.removed(file: "f", line: 2, first: 1, last: 1), "L004", "entry 1 is missing before line 2 of 'f'"),
    (.removed(file: "f", line: 2, first: 1, last: 3), "L004", "entries 1 to 3 are missing before line 2 of 'f'"),
    (.misplaced(file: "f", line: 2, seq: 5), "L005", "line 2 of 'f' is out of order: it is entry 5 of its feed"),
    (.truncated(file: "f", entries: 1, written: 3), "L006", "'f' ends after 1 entry, and 3 were written here"),
    (
      .torn(file: "f", bytes: 9), "L007",
      "the last line of 'f' was cut short and never confirmed: its 9 bytes count for nothing"
    ),
    (.otherHead(file: "f", size: 3), "L008", "the first 3 entries of 'f' are not what its head vouches for"),
    (.badNote(file: "f"), "L009", "'f' is no head that the author's key signed"),
    (.badHead(file: "f"), "L010", "'f' does not hold the size and root of a feed"),
    (.notOpened(file: "f"), "L011", "'f' does not begin with the opening of its author's feed"),
    (
      .otherMission(author: "a", mission: "m", here: "n"), "L012",
      "the feed of 'a' belongs to the mission 'm', not to 'n': nothing of it is taken"
    ),
    (
      .missing(author: "a", first: 3, last: 4, held: 2), "L013",
      "of 'a' entries 3 to 4 are missing: 2 entries behind are held back"
    ),
    (
      .unsigned(author: "a", entries: 1), "L014",
      "1 entry of 'a' is under no head of its key: nothing counts that it has not signed"
    ),
    (
      .forked(author: "a", seq: 4), "L015", "the key of 'a' signed two feeds that contradict each other from entry 4 on"
    ),
    (.forked(author: "a", seq: nil), "L015", "the key of 'a' signed two feeds that contradict each other"),
    (.noLedger(folder: "f"), "L016", "'f' holds no ledger"),
    (.notAnAuthor(file: "f"), "L017", "'f' is not part of a ledger: nothing of it is taken"),
    (
      .tooMuch(author: "a"), "L019",
      "there is more of 'a' than a ledger takes, 256 MiB in 1024 files: nothing of it is taken"
    ), (.tooManyFaults(file: "f"), "L020", "more than 1000 lines of 'f' are wrong: those behind are not looked at"),
    (
      .revoked(author: "a", hold: 12, beyond: 1, why: "lost"), "L021",
      "the key of 'a' is revoked (lost): its first 12 entries hold, and 1 behind counts for nothing"
    ),
    (
      .revokedUnseen(author: "a", hold: 12, why: "lost"), "L022",
      "the key of 'a' is revoked (lost), and what holds of it, 12 entries, is not all here as it was: nothing of it counts"
    ),
    (
      .notInRoster(author: "a"), "L023",
      "the roster that is trusted here does not say who writes as 'a': it can be a second person, or not"
    ),
  ])
  func feedsAreTold(message: FeedMessage, code: String, sentence: String) {
    #expect(message.code == code && message.message == sentence)
  }

  @Test(arguments: [
    (LedgerMessage.badKey(file: "f"), "L030", "'f' holds no key"),
    (.noKeyFolder, "L031", "no key can be kept: neither XDG_STATE_HOME nor HOME names a folder"),
    (.noKey(mission: "m"), "L032", "there is no key for the ledger of 'm' on this machine"),
    (.severalKeys(["a", "b"]), "L033", "several keys on this machine write this ledger: a, b"),
    (.unknownKey("a", known: []), "L034", "there is no key of 'a' for this ledger on this machine"),
    (
      .notContinued(author: "a"), "L035",
      "the feed of 'a' does not continue what was last signed with its key: it is an older copy, or another one"
    ),
    (
      .notAnEntry(.tooLarge(bytes: 70_000)), "L036",
      "this cannot be an entry: it has 70000 bytes, and an entry has at most 65536"
    ),
    (.unknownKind("reprt", known: ["report"]), "L037", "no module has entries of the kind 'reprt'"),
    (.badField(kind: "report", .missingKey("text", place: "")), "W011", "report: missing key 'text'"),
    (.unknownRecord("ab"), "L038", "the ledger has no record 'ab'"),
    (.severalRecords("a", count: 2), "L039", "'a' can be any of 2 records"),
    (.fixed(kind: "report"), "L042", "a report stays as it came in"), (.noChange, "L043", "this sets no field"),
    (.otherKind("ab", "incident"), "L044", "'ab' is no incident"),
    (.notAField("text"), "L040", "'text' gives no field a value"),
    (.notEntries(file: "f"), "L041", "'f' holds no entry: one is a mapping of fields, several are a list of them"),
  ])
  func theRestIsTold(message: LedgerMessage, code: String, sentence: String) {
    #expect(message.code == code && message.message == sentence)
  }

  @Test func statusesAreThoseOfTheManual() {
    #expect(
      FeedMessage.changed(file: "f", line: 1).status == .unverified
        && FeedMessage.noLedger(folder: "f").status == .usage)
    #expect(LedgerMessage.noKey(mission: "m").status == .usage && LedgerMessage.noKeyFolder.status == .failed)
    #expect(
      FeedMessage.torn(file: "f", bytes: 1).severity == .warning
        && FeedMessage.changed(file: "f", line: 1).severity == .error)
  }
}

@Suite struct EntryKindTests {
  private static let kind = EntryKind(
    "t.case", version: 2, en: "a case", es: "un caso",
    [
      .init("text", .string(.filled), required: true, en: "text", es: "text"),
      .init("count", .integer(0...9), en: "count", es: "count"),
      .init("seen", .boolean, en: "seen", es: "seen"),
      .init("who", .list(Schema(.string(.filled)), atLeast: 1), en: "who", es: "who"),
    ])

  @Test func wordsGiveFieldsTheirValues() throws {
    let fields = try Self.kind.fields(from: ["text=a=b", "count=3", "seen=true", "who=x", "who=y"])
    #expect(fields == ["text": "a=b", "count": 3, "seen": true, "who": ["x", "y"]])
    #expect(try Self.kind.opening(fields) == fields.merging(["kind": "t.case", "v": 2]) { $1 })
    #expect(throws: LedgerMessage.notAField("text")) { try Self.kind.fields(from: ["text"]) }
    #expect(throws: LedgerMessage.notAField("=x")) { try Self.kind.fields(from: ["=x"]) }
  }

  @Test(arguments: [
    (["count=1"], "case: missing key 'text'"), (["text=a", "count=10"], "case: count is 10, outside 0 to 9"),
    (["text=a", "count=x"], "case: count must be a whole number, not a text"), (["text="], "case: text is empty"),
    (["text=a", "wo=b"], "case: unknown key 'wo'"), (["text=a", "text=b"], "case: text must be a text, not a list"),
    (
      ["text=a", "known_at=noon"],
      "case: known_at is 'noon', not an instant with its offset such as 2017-11-28T00:00:00-06:00"
    ),
  ])
  func whatAFieldDoesNotAdmitIsTold(words: [String], sentence: String) throws {
    let fields = try Self.kind.fields(from: words)
    let error = #expect(throws: LedgerMessage.self) { try Self.kind.opening(fields) }
    #expect(error?.message == sentence)
  }

  @Test func instantsAreWrittenInOneForm() throws {
    let body = try Self.kind.opening(["text": "a", "known_at": "2017-11-28T00:00:00-06:00"])
    #expect(body["known_at"] == "2017-11-28T06:00:00Z")
  }
}

@Suite struct PrivateMessageTests {
  @Test(arguments: [
    (PrivateMessage.noPrivateFile(file: "f"), "L054", "'f' does not hold private fields of an entry"),
    (
      .strays(folder: "f", count: 2), "L057",
      "2 files in 'f' belong to no entry that counts here: nothing of them is taken"
    ),
    (.unread(.notRegular(path: "f")), "L058", "nothing of it is taken: 'f' is not a regular file"),
    (.tooMuch(file: "f"), "L062", "with 'f' attachments would have more than 16 GiB: it is not taken"),
    (.notConfirmed, "L065", "nothing was erased: it was not confirmed"),
  ])
  func theyAreTold(message: PrivateMessage, code: String, sentence: String) {
    #expect(message.code == code && message.message == sentence)
  }

  @Test func whatFailsIsUnverifiedAndWrongUseIsToldAsSuch() {
    #expect(PrivateMessage.wrongContent(file: "f").status == .unverified)
    #expect(PrivateMessage.notConfirmed.status == .usage)
  }
}
