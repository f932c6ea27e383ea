import Hashing
import Signatures
import Testing

@testable import Ledger

@Suite struct SignedNoteTests {
  /// The checkpoint of FiloSottile/torchwood, cmd/litewitness/testdata/multi-cosigs-ed25519.txt, and its log's key.
  static let published = """
    sigsum.org/v1/tree/985ea163f5af026723561354f51f2ebcdcf2af809ce254ccfb64aa9aadd80f90
    1
    KgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=

    — sigsum.org/v1/tree/985ea163f5af026723561354f51f2ebcdcf2af809ce254ccfb64aa9aadd80f90 7BKT0gOfNZ1J0So9unY3BZtm2YkPIoNYM/dce0Z2avJDs8dxN6ts9bOSwwrVrbjm6P9K3ZxpK6jJngOG6YvGGzV/lwo=

    """
  static let key = NoteKey(
    name: "sigsum.org/v1/tree/985ea163f5af026723561354f51f2ebcdcf2af809ce254ccfb64aa9aadd80f90", purpose: .heads,
    publicKey: Hash32(hex: "52c05edad1bf5feffa81354faae59a655d9a9a1a793ed2f62c39c26c0be2aecd")?.bytes ?? [])

  @Test func aPublishedCheckpointIsVerified() throws {
    let note = try #require(SignedNote(Array(Self.published.utf8)))
    #expect(Self.key.hasSigned(note))
    #expect(note.bytes == Array(Self.published.utf8))
    let checkpoint = try #require(Checkpoint(note.text))
    #expect(checkpoint.head.size == 1 && checkpoint.head.root.bytes == [0x2A] + [UInt8](repeating: 0, count: 31))
    #expect(checkpoint.text == note.text)
  }

  @Test func anyChangeOfItIsNotSigned() throws {
    for (old, new) in [
      ("\n1\n", "\n2\n"), ("KgAA", "KwAA"),
      ("sigsum.org/v1/tree/985ea163f5af026723561354f51f2ebcdcf2af809ce254ccfb64aa9aadd80f90\n1", "sigsum.org\n1"),
      ("7BKT0gOf", "7BKT0gPf"),
    ] {
      let note = try #require(SignedNote(Array(Self.published.replacing(old, with: new, maxReplacements: 1).utf8)))
      #expect(!Self.key.hasSigned(note))
    }
  }

  /// A key under another name is another key.
  @Test func anUnknownKeyIsIgnored() throws {
    let note = try #require(SignedNote(Array(Self.published.utf8)))
    #expect(!NoteKey(name: "sigsum.org", purpose: .heads, publicKey: Self.key.publicKey).hasSigned(note))
  }

  /// The key of golang.org/x/mod/sumdb/note's documentation.
  @Test func keysAreWrittenAsPublished() throws {
    let text = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    let key = try #require(NoteKey(text))
    #expect(key.text == text && key.name == "PeterNeumann")
    #expect(NoteKey(text.replacing("c74f20a3", with: "c74f20a4")) == nil)
    #expect(NoteKey(text.replacing("+AR", with: "+BB")) == nil)
    #expect(NoteKey(text.replacing("Peter", with: "Peter ")) == nil)
    #expect(NoteKey(text + "=") == nil)
  }

  @Test(arguments: [
    "", "a", "a\n", "a\n\n", "a\n\nb\n", "a\n\n— b\n", "a\n\n— b AAAA\n", "a\n\n— b c d\n", "\n— b AAAAAAA=\n",
    "a\r\n\n— b AAAAAAA=\n", "a\n\n— b AAAAAAA=", "a\n\n— b+ AAAAAAA=\n", "a\n\n— b AAAAAAB=\n",
  ])
  func whatIsNoNoteIsRefused(text: String) { #expect(SignedNote(Array(text.utf8)) == nil) }

  @Test func notesHaveLimits() {
    let line = "— b AAAAAAA=\n"
    #expect(SignedNote(Array(("a\n\n" + String(repeating: line, count: 64)).utf8))?.signatures.count == 1)
    #expect(SignedNote(Array(("a\n\n" + String(repeating: line, count: 65)).utf8)) == nil)
    #expect(SignedNote(Array((String(repeating: "a", count: 16 << 10) + "\n\n" + line).utf8)) == nil)
  }

  @Test(arguments: [
    "a\n1\nKgAA\n", "a\n01\n", "a\n-1\n", "\n1\n", "a\n1\n",
    "a\n1\nKgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nmore\n", "a\n1\nKgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
  ])
  func whatIsNoCheckpointIsRefused(text: String) { #expect(Checkpoint(text) == nil) }

  @Test func authorsNameTheirKey() throws {
    let key = AuthorKey(mission: "test")
    #expect(Author(key.author.name) == key.author)
    #expect(
      key.author.hasKey(key.verifier.publicKey) && !key.author.hasKey(AuthorKey(mission: "test").verifier.publicKey))
    for name in [
      "", "a.b", "..", "abcd.0123456789abcde", "abcd.0123456789ABCDEF", "ab/cd.0123456789abcdef",
      "abcd.0123456789abcdef.x",
    ] {
      #expect(Author(name) == nil)
    }
    #expect("\(key)" == "the key of \(key.author.name)")
    #expect(Mirror(reflecting: key).children.isEmpty)
  }
}
