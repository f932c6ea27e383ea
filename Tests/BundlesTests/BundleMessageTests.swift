import Bundles
import Diagnostics
import Hashing
import Language
import Testing

@Suite struct BundleMessageTests {
  static let texts: [(BundleMessage, String, String)] = [
    (.notArchive(nil), "B001", "this is no ZIP archive, and so no bundle"),
    (.notArchive("gzip"), "B001", "this is no ZIP archive: it begins as files of gzip do"),
    (.notArchive("HTML"), "B001", "this is no ZIP archive, but a page of the web"),
    (.notArchive("age"), "B001", "this is no ZIP archive, but one encrypted by age"),
    (.notArchive("zeros"), "B001", "this is no ZIP archive: it holds zeros"),
    (.missing("bagit.txt"), "B002", "the bundle has no 'bagit.txt'"),
    (.unexpected("data/a"), "B003", "'data/a' has no place in a bundle"),
    (.derived("m", line: 3), "B004", "line 3 of 'm' is not what follows from the statement and the files"),
    (.derived("m", line: nil), "B004", "'m' is not what follows from the statement and the files"),
    (.later(Text("'evb/a'")), "B005", "'evb/a' needs a later version of Veedor"),
    (.formatOne, "B006", "the bundle has format 1, in which title, notice and mission could be changed unseen"),
    (.unread("evb/a"), "B007", "'evb/a' says something of the bundle that cannot be checked here"),
    (.statement(Text("it is not canonical")), "B008", "the statement is wrong: it is not canonical"),
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
    (.empty, "B018", "the file is empty"),
    (.asText("base64"), "B019", "this is an archive written as text (base64)"),
    (.convertedAsText, "B020", "the bytes were changed on the way as if they were text, so that nothing can be read"),
    (.cutShort(zeros: 0), "B021", "the archive is cut short: its end is missing"),
    (.cutShort(zeros: 1), "B021", "the archive is cut short: its end is missing, and it ends in 1 zero"),
    (.cutShort(zeros: 9), "B021", "the archive is cut short: its end is missing, and it ends in 9 zeros"),
    (.appended(1, size: 9), "B022", "1 byte follows the end of the archive"),
    (.appended(2, size: 9), "B022", "2 bytes follow the end of the archive"),
    (.prepended(1), "B023", "1 byte stands before the archive"),
    (.prepended(2), "B023", "2 bytes stand before the archive"),
    (.foreign, "B024", "this is a ZIP archive, but no bundle: it has no 'evb/statement.json'"),
    (.wrapped("a.evb.zip"), "B025", "this is a ZIP archive with a bundle inside: 'a.evb.zip'"),
    (.headers, "B026", "a header of the archive was changed or damaged"),
    (.damagedFiles(1, of: 9), "B027", "1 of 9 files in the archive is damaged"),
    (.damagedFiles(2, of: 9), "B027", "2 of 9 files in the archive are damaged"),
    (
      .zippedAgain, "B028",
      "this bundle was unpacked and packed again by another program: the archive is not the one that was made"
    ),
    (.unpacked, "B029", "this is a bundle that was unpacked into a folder: there is no archive that was made"),
    (.systemFile("a"), "B030", "'a' is a file that a system puts into folders, and not the bundle's"),
    (
      .otherRefused, "B031",
      "this archive is not in the form in which bundles are written, and cannot be read safely either"
    ),
    (.otherBag, "B044", "this folder is a BagIt bag, but no bundle: it has no 'evb/statement.json'"),
    (.signers, "B042", "a statement names up to 32 signers, each once, in order"),
    (
      .noBundleInFolder, "B032",
      "this folder is not one into which a bundle was unpacked: it has no 'evb/statement.json'"
    ),
  ]

  @Test(arguments: texts) func sentences(message: BundleMessage, code: String, text: String) {
    #expect(message.code == code)
    #expect(message.message == text)
  }

  @Test func hints() {
    let again =
      "ask for the original file; 'veedor bundle verify --content-only' is content with the files that are in it"
    #expect(BundleMessage.zippedAgain.hint == again && BundleMessage.unpacked.hint == again)
    #expect(
      BundleMessage.appended(2, size: 9).hint == "the first 9 bytes are the archive; ask who added the others")
    #expect(BundleMessage.later(Text("a")).hint == "get the version that the bundle was made with")
    #expect(
      BundleMessage.formatOne.hint == "Veedor wrote it before its first release: ask for the bundle to be made again")
    #expect(BundleMessage.place("a").hint == nil)
  }

  @Test func whatIsLeftAloneIsNoError() {
    #expect(Self.texts.filter { $0.0.severity == .warning }.map(\.1) == ["B007", "B030"])
  }
}
