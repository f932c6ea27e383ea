import Bundles
import Diagnostics
import Hashing
import Testing

@Suite struct BundleMessageTests {
  static let texts: [(BundleMessage, String, String)] = [
    (.container, "B001", "this is not a bundle in the form in which bundles are written"),
    (.missing("bagit.txt"), "B002", "the bundle has no 'bagit.txt'"),
    (.unexpected("data/a"), "B003", "'data/a' has no place in a bundle"),
    (.derived("m", line: 3), "B004", "line 3 of 'm' is not what follows from the statement and the files"),
    (.derived("m", line: nil), "B004", "'m' is not what follows from the statement and the files"),
    (.later("'evb/a'"), "B005", "'evb/a' needs a later version of Veedor"),
    (.formatOne, "B006", "the bundle has format 1, in which title, notice and mission could be changed unseen"),
    (.unread("evb/a"), "B007", "'evb/a' is a signature, and this version reads none"),
    (.statement("it is not canonical"), "B008", "the statement is wrong: it is not canonical"),
    (.lengthOf("evb/leaves.bin"), "B009", "'evb/leaves.bin' does not have the length that follows from the statement"),
    (.fileCount(stated: 3, found: 2), "B010", "the statement is about 3 files, and there are 2"),
    (.leafDiffers(path: "data/a"), "B011", "'data/a' is not a file that the bundle was made with"),
    (.saltDiffers(path: "data/a"), "B012", "the salt of 'data/a' is not the one that the profile prescribes"),
    (
      .rootDiffers(stated: Hash32(of: []), computed: Hash32(of: "abc".utf8)), "B013",
      "the root is ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad, "
        + "and the statement says e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    ),
    (.more(7), "B014", "7 more of this kind"),
    (
      .mission("A b"), "B015",
      "'A b' cannot be part of a file name: use lower-case letters, digits, '_' and '-'"
    ),
    (.edition("A b"), "B016", "'A b' cannot name an edition: use lower-case letters, digits, '_' and '-'"),
    (.place("a"), "B017", "'a' cannot go into a bundle: it is not below workspace, results or drafts"),
  ]

  @Test(arguments: texts) func sentences(message: BundleMessage, code: String, text: String) {
    #expect(message.code == code)
    #expect(message.message == text)
  }

  @Test func hints() {
    #expect(
      BundleMessage.container.hint
        == "a bundle that was unpacked and zipped again is refused by design: ask for the original file")
    #expect(BundleMessage.later("a").hint == "get the version that the bundle was made with")
    #expect(
      BundleMessage.formatOne.hint == "Veedor wrote it before its first release: ask for the bundle to be made again")
    #expect(BundleMessage.place("a").hint == nil)
  }

  @Test func whatIsLeftAloneIsNoError() {
    #expect(Self.texts.filter { $0.0.severity == .warning }.map(\.1) == ["B007"])
  }
}
