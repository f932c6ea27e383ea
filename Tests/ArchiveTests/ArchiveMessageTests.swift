import Archive
import Diagnostics
import Testing

@Suite struct ArchiveMessageTests {
  static let texts: [(ArchiveMessage, String, String)] = [
    (.noEndRecord, "Z001", "this is no ZIP archive, or it is cut short: no end record stands at its end"),
    (.comment, "Z002", "the archive has a comment, or bytes behind its end record"),
    (.severalParts, "Z003", "the archive is one part of several"),
    (.countsDiffer, "Z004", "the end record states two different numbers of entries"),
    (.zip64End("it needs a later version"), "Z005", "the ZIP64 end record is wrong: it needs a later version"),
    (.directoryPlace, "Z006", "the directory does not end where the end record begins"),
    (.directoryDamaged(number: 2), "Z007", "the directory is damaged at entry 2"),
    (.directorySize, "Z008", "the directory has bytes behind its last entry"),
    (.gap(at: 40), "Z009", "the bytes from 40 on belong to no entry"),
    (.overlap(entry: "a"), "Z010", "'a' overlaps the entry before it"),
    (.outside(entry: "a"), "Z011", "'a' does not lie inside the archive"),
    (.flags(entry: "a", 0x2001), "Z012", "'a' has flags that are not allowed: 0x2001"),
    (.method(entry: "a", 93), "Z013", "'a' is neither stored nor deflated but packed by method 93"),
    (.timestamp(entry: "a"), "Z014", "'a' has a time other than 1980-01-01 00:00"),
    (.version(entry: "a", 63), "Z015", "'a' needs version 63 of the format, and 45 is the last allowed"),
    (.extraField(entry: "a"), "Z016", "'a' has an extra field that is not allowed"),
    (.zip64Field(entry: "a"), "Z017", "the ZIP64 field of 'a' does not hold what its header leaves out"),
    (.entryComment(entry: "a"), "Z018", "'a' has a comment"),
    (.notRegular(entry: "a"), "Z019", "'a' is not a regular file with ordinary permissions"),
    (
      .name(entry: "../a", .component), "Z020", "the name '../a' is not allowed: it has an empty, '.' or '..' component"
    ),
    (.headersDiffer(entry: "a", part: "size"), "Z021", "the two headers of 'a' state a different size"),
    (.storedSizes(entry: "a"), "Z022", "'a' is stored, but its two sizes differ"),
    (.notCanonical(entry: "a"), "Z023", "the headers of 'a' are not written as this format writes them"),
    (.notCanonical(entry: nil), "Z023", "the end record is not written as this format writes it"),
    (.order(entry: "a"), "Z024", "'a' is out of order: names must ascend by their bytes"),
    (.collision(entry: "a", with: "A"), "Z025", "'a' and 'A' would be one file on some systems"),
    (.tooManyEntries(9, limit: 8), "Z026", "the archive has 9 entries, and 8 are allowed"),
    (.tooLarge(limit: 8), "Z027", "the archive's content is larger than the 8 bytes allowed"),
    (.damaged(entry: "a"), "Z028", "the compressed data of 'a' are damaged"),
    (.cutShort(entry: "a"), "Z029", "the compressed data of 'a' are cut short"),
    (.trailingBytes(entry: "a"), "Z030", "bytes follow the compressed data of 'a'"),
    (.size(entry: "a", stated: 7), "Z031", "'a' does not have the 7 bytes that it states"),
    (.checksum(entry: "a"), "Z032", "the checksum of 'a' does not match"),
    (.packing(entry: "a", zlib: "1.3"), "Z033", "'a' is not packed as this format is with zlib 1.3"),
    (.severalEnds, "Z034", "the archive has more than one end record, from each of which it can be read"),
    (.unlisted(at: 40), "Z035", "the directory does not list the entry that begins at byte 40"),
    (.anotherName(entry: "a"), "Z036", "an extra field gives 'a' another name"),
    (.folderContent(entry: "a/"), "Z037", "'a/' is a folder, but has content"),
    (.descriptor(entry: "a"), "Z038", "the checksum and sizes behind the data of 'a' are not those of the directory"),
  ]

  @Test(arguments: texts) func sentences(message: ArchiveMessage, code: String, text: String) {
    #expect(message.code == code)
    #expect(message.message == text)
  }

  @Test func quotasSayHowToGoOn() {
    let hint = "if you trust where it comes from, allow more"
    #expect(ArchiveMessage.tooManyEntries(9, limit: 8).hint == hint)
    #expect(ArchiveMessage.tooLarge(limit: 8).hint == hint)
    #expect(ArchiveMessage.comment.hint == nil)
  }

  @Test func whatIsWrittenOtherwiseIsNoError() {
    let packing = ArchiveMessage.packing(entry: "a", zlib: "1.3")
    #expect(packing.hint == "another version of zlib packs otherwise; the content is what counts")
    #expect(Self.texts.filter { $0.0.severity == .warning }.map(\.1) == ["Z023", "Z023", "Z033"])
  }

  static let faults: [(ArchiveName.Fault, String)] = [
    (.empty, "it is empty"), (.notUTF8, "it is not UTF-8"),
    (.unmarked, "it has letters beyond ASCII, but is not marked as UTF-8"),
    (.notNFC, "it is not in Unicode normalization form C"), (.absolute, "it begins at the root"),
    (.backslash, "it has a backslash"), (.colon, "it has a colon"), (.control, "it has a control character"),
    (.wildcard, "it has one of the characters ? * < > \" |, which Windows does not allow"),
    (.percent, "it has a percent sign, which programs read in different ways"),
    (.device, "a component is the name of a device on Windows"),
    (.active, "a component is '.git' or '.veedor', whose files programs act on"),
    (.invisible, "it has an invisible formatting character"),
    (.component, "it has an empty, '.' or '..' component"), (.edge, "a component ends in a dot or a space"),
    (.folder, "it is a folder"), (.tooLong(limit: 9), "it is longer than 9 bytes"),
    (.componentTooLong(limit: 255), "a component is longer than 255 bytes"),
    (.tooDeep(limit: 32), "it has more than 32 components"),
  ]

  @Test(arguments: faults) func faultsInWords(fault: ArchiveName.Fault, words: String) {
    #expect(fault.words == words)
  }
}
