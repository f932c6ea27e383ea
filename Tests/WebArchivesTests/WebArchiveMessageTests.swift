import Archive
import Diagnostics
import Language
import Testing
import WebArchives

@Suite struct WebArchiveMessageTests {
  static let texts: [(WebArchiveMessage, String, String)] = [
    (.archive(.checksum(entry: "a")), "Z032", "the WACZ archive: the checksum of 'a' does not match"),
    (
      .tooLarge(limit: 5), "V001",
      "the WACZ archive says that it holds more than 5 bytes, the most that is unpacked of one of its size"
    ),
    (.noPackage, "V002", "there is no 'datapackage.json' in the file: it is no WACZ archive"),
    (
      .listTooLarge(file: "a", bytes: 2, limit: 1), "V003",
      "'a' in the WACZ archive has 2 bytes, and at most 1 are read"
    ),
    (.notJSON(file: "a", .init("why")), "V004", "'a' in the WACZ archive: why"),
    (.otherVersion("2"), "V005", "the WACZ archive is of version '2', and versions 1.x are read"),
    (.otherVersion(nil), "V005", "the WACZ archive does not say of which version it is"),
    (.noResources, "V006", "'datapackage.json' lists no files of the WACZ archive"),
    (.resourceLacks("hash", number: 3), "V007", "file 3 of those that 'datapackage.json' lists has no 'hash'"),
    (.otherHash(file: "a"), "V008", "'datapackage.json' gives no SHA-256 of 'a'"),
    (.listedTwice(file: "a"), "V009", "'datapackage.json' lists 'a' twice"),
    (.missing(file: "a"), "V010", "'datapackage.json' lists 'a', which is not in the WACZ archive"),
    (
      .otherSize(file: "a", bytes: 2, stated: 1), "V011",
      "'a' in the WACZ archive has 2 bytes, and not 1 as 'datapackage.json' says"
    ),
    (.otherContent(file: "a"), "V012", "'a' in the WACZ archive has another SHA-256 than 'datapackage.json' says"),
    (.noDigestOfPackage, "V013", "'datapackage-digest.json' does not give the SHA-256 of 'datapackage.json'"),
    (.otherPackage, "V014", "'datapackage.json' has another SHA-256 than 'datapackage-digest.json' says"),
    (.otherSigned, "V015", "the signature in 'datapackage-digest.json' is of another SHA-256 than it states itself"),
    (
      .noDigest, "V016",
      "the WACZ archive has no 'datapackage-digest.json': nothing in it vouches for its list of files"
    ),
    (.domainNotChecked("a"), "V017", "the WACZ archive says that 'a' signed it: not checked"),
    (.keyNotChecked, "V018", "the WACZ archive says that a key signed it: not checked"),
    (
      .unlisted(first: "a", count: 1), "V019",
      "'datapackage.json' does not list 'a': nothing in the WACZ archive vouches for it"
    ),
    (
      .unlisted(first: "a", count: 2), "V019",
      "'datapackage.json' does not list 2 files, such as 'a': nothing in the WACZ archive vouches for them"
    ),
    (.pagesUnread(1), "V020", "a line of the WACZ archive's list of pages tells of no page"),
    (.pagesUnread(2), "V020", "2 lines of the WACZ archive's list of pages tell of no page"),
  ]

  @Test(arguments: texts) func sentences(message: WebArchiveMessage, code: String, sentence: String) {
    #expect(message.code == code && message.message == sentence && message.status == .unverified)
    let isNote = message.code >= "V016" && message.code.hasPrefix("V")
    #expect((message.severity == .warning) == isNote)
    #expect((message.hint == nil) == (isNote || message.code == "Z032"))
  }
}
