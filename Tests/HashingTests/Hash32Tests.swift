import Files
import Hashing
import TestSupport
import Testing

@Suite struct Hash32Tests {
  /// The examples of FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func knowsThePublishedExamples(_ text: String, _ hex: String) { #expect(Hash32(of: text.utf8).hex == hex) }

  @Test func aFileHasTheHashOfItsBytes() throws {
    #expect(try Hash32(of: MappedFile(path: #filePath)) == Hash32(of: try MappedFile(path: #filePath).content))
    // Longer than what is hashed at a time.
    let long = String(repeating: "0123456789abcde\n", count: 1 << 17)
    #expect(try ScratchFile.with(long) { try Hash32(of: MappedFile(path: $0)) } == Hash32(of: long.utf8))
    #expect(try ScratchFile.with("") { try Hash32(of: MappedFile(path: $0)) } == Hash32(of: []))
  }

  @Test func hexadecimalTextIsReadAsItIsWritten() {
    let hash = Hash32(of: [1, 2, 3])
    #expect(Hash32(hex: hash.hex) == hash)
    #expect(hash.bytes.count == 32)
    for wrong in [
      "", "00", hash.hex.uppercased(), hash.hex + "0", hash.hex.dropLast() + "g", hash.hex.dropLast() + "é",
    ] {
      #expect(Hash32(hex: wrong) == nil)
    }
  }

  @Test func aHashIsFoundAmongBytes() {
    let hash = Hash32(of: [1, 2, 3])
    ([7, 7, 7] + hash.bytes).withUnsafeBytes { #expect(Hash32($0, at: 3) == hash) }
  }

  /// However bytes are cut into pieces, the hash is that of the whole.
  @Test(arguments: 0..<20) func piecesGiveTheHashOfTheWhole(_ seed: UInt64) {
    var seeded = Seeded(seed: seed)
    let bytes = (0..<seeded.number(below: 500)).map { _ in UInt8(seeded.number(below: 256)) }
    var hash = IncrementalHash()
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(1 + seeded.number(below: 100))
      piece.withUnsafeBytes { hash.update($0) }
      rest = rest.dropFirst(piece.count)
    }
    #expect(hash.finalize() == Hash32(of: bytes))
  }
}
