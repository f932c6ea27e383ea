import Digests
import Files
import Testing

/// Digests against the examples of FIPS 180-4.
@Suite struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func knowsThePublishedExamples(_ text: String, _ digest: String) { #expect(Digest.of(text.utf8) == digest) }

  @Test func aFileHasTheDigestOfItsBytes() throws {
    #expect(try Digest.ofFile(#filePath) == Digest.of(try MappedFile(path: #filePath).content))
    #expect(throws: FileError.self) { try Digest.ofFile(#filePath + ".none") }
  }
}
