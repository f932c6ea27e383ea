import Bundles
import Diagnostics
import Hashing
import Testing

@Suite struct BundleMessageTests {
  static let texts: [(BundleMessage, String, String)] = [
    (.container, "B001", "this is not a bundle in the form in which bundles are written"),
    (.missing("bagit.txt"), "B002", "the bundle has no 'bagit.txt'"),
    (.unexpected("data/a"), "B003", "'data/a' has no place in a bundle"),
    (.declaration, "B004", "'bagit.txt' does not declare a bag of BagIt 1.0 in UTF-8"),
    (.manifestLine(manifest: "m", line: 3), "B005", "line 3 of 'm' is not a hash and a path"),
    (.listedTwice(manifest: "m", path: "data/a"), "B006", "'m' names 'data/a' twice"),
    (.listedButMissing(manifest: "m", path: "data/a"), "B007", "'m' names 'data/a', which does not exist"),
    (.notListed(manifest: "m", path: "data/a"), "B008", "'m' does not name 'data/a'"),
    (
      .hashDiffers(manifest: "m", path: "data/a"), "B009", "the content of 'data/a' is not the one that 'm' vouches for"
    ),
    (.oxum, "B010", "the files are not as many, or not as large, as 'bag-info.txt' states"),
    (.statement("it is not canonical"), "B011", "the statement is wrong: it is not canonical"),
    (.lengthOf("evb/leaves.bin"), "B012", "'evb/leaves.bin' does not have the length that follows from the statement"),
    (.fileCount(stated: 3, found: 2), "B013", "the statement is about 3 files, and there are 2"),
    (.leafDiffers(path: "data/a"), "B014", "'data/a' is not the file that the bundle was made with"),
    (.saltDiffers(path: "data/a"), "B015", "the salt of 'data/a' is not the one that the profile prescribes"),
    (
      .rootDiffers(stated: Hash32(of: []), computed: Hash32(of: "abc".utf8)), "B016",
      "the root is ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad, "
        + "and the statement says e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    ),
    (.more(7), "B017", "7 more problems of this kind"),
    (
      .mission("A b"), "B018",
      "'A b' cannot be part of a file name: use lower-case letters, digits, '_' and '-'"
    ),
    (.place("a"), "B019", "'a' cannot go into a bundle: it is not below workspace, results or drafts"),
    (.percent("a%"), "B020", "'a%' cannot go into a bundle: programs disagree about '%' in a bag's names"),
  ]

  @Test(arguments: texts) func sentences(message: BundleMessage, code: String, text: String) {
    #expect(message.code == code)
    #expect(message.message == text)
  }

  @Test func hints() {
    #expect(
      BundleMessage.container.hint
        == "a bundle that was unpacked and zipped again is refused by design: ask for the original file")
    #expect(BundleMessage.percent("a%").hint == "rename the file")
    #expect(BundleMessage.oxum.hint == nil)
  }
}
