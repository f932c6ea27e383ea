import Testing

@testable import Signatures

@Suite struct CosignatureTests {
  /// A checkpoint, and its cosignature at 2017-12-01T00:00Z, as Python's cryptography makes it with the secret key of test 1 of RFC
  /// 8032, section 7.1.
  static let text = "veedor/valley/bafolite.0123456789abcdef\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
  static let line =
    "— veedor/harbour VdeJiQAAAABaIJuAXH70NwZYn0o/piKyQOMxX0sXZkvUVOgtOoN/dHjU1y1v9ZjmwI7LlduxPXNm7CRWV1P6FfKGxd6Hgp9gEYykBA==\n"
  static let vkey = "veedor/harbour+55d78989+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"

  private func note(_ text: String = text, _ line: String = line) throws -> SignedNote {
    try #require(SignedNote(Array("\(text)\n\(line)".utf8)))
  }

  @Test func oneOfAnotherProgramIsRead() throws {
    let key = try #require(NoteKey(Self.vkey))
    #expect(key.text == Self.vkey && key.purpose == .cosignatures)
    #expect(try key.cosignatures(of: note()) == [Cosignature(witness: key, seconds: 1_512_086_400)])
    // It is no signature of the text itself.
    #expect(try !key.hasSigned(note()) && key.signed(note()) == nil)
  }

  /// A key as a witness of a public network publishes it (transparency-dev/formats, note_cosigv1_test.go).
  @Test func publishedKeysAreRead() throws {
    let text = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
    #expect(try #require(NoteKey(text)).purpose == .cosignatures)
  }

  @Test func anyChangeOfItDoesNotHold() throws {
    let key = try #require(NoteKey(Self.vkey))
    #expect(try key.cosignatures(of: note(Self.text.replacing("\n3\n", with: "\n4\n"))).isEmpty)
    // Another time, another byte of the signature, a byte less and more.
    for (old, new) in [
      ("AAAABaIJuA", "AAAABaIJuB"), ("gEYykBA==", "gEYykBQ=="), ("gEYykBA==", "gEYykBAA="), ("gEYykBA==", "gEYyk"),
    ] {
      guard let note = SignedNote(Array("\(Self.text)\n\(Self.line.replacing(old, with: new))".utf8)) else { continue }
      #expect(key.cosignatures(of: note).isEmpty)
    }
    let other = NoteKey(name: "veedor/valley", purpose: .cosignatures, publicKey: key.publicKey)
    #expect(try other.cosignatures(of: note()).isEmpty)
    let signer = NoteKey(name: key.name, purpose: .heads, publicKey: key.publicKey)
    #expect(try signer.cosignatures(of: note()).isEmpty)
  }

  @Test func whatIsCosignedHolds() throws {
    let key = SigningKey(.cosignatures, mission: "harbour")
    #expect(key.publicText == key.cosigner.text && key.cosigner.name == "veedor/harbour")
    let twice = try key.cosigned(key.cosigned(note(), at: 5), at: 1_512_086_400)
    #expect(key.cosigner.cosignatures(of: twice).map(\.seconds) == [5, 1_512_086_400])
    #expect(try #require(NoteKey(Self.vkey)).cosignatures(of: twice).count == 1)
    #expect(SignedNote(twice.bytes) == twice)
    // A time that no clock shows.
    let late = twice.signatures.map {
      SignedNote.Signature(name: $0.name, keyID: $0.keyID, bytes: [0x80] + $0.bytes.dropFirst())
    }
    #expect(key.cosigner.cosignatures(of: SignedNote(text: twice.text, signatures: late)).isEmpty)
  }
}
