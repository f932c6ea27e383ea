import Hashing
import Schema
import Testing

@testable import Signatures

@Suite struct EnvelopeTests {
  private let key = SigningKey(.bundles, mission: "m")

  /// The example of the protocol (DSSE 1.0, protocol.md, "Test vectors").
  @Test func whatIsSignedIsThePublishedText() throws {
    let envelope = try Envelope(Array("hello world".utf8), type: "http://example.com/HelloWorld", signedBy: key)
    #expect(
      String(decoding: envelope.signedText, as: UTF8.self) == "DSSEv1 29 http://example.com/HelloWorld 11 hello world")
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let envelope = try Envelope([1, 2, 255], type: "a/b", signedBy: key)
    let again = try #require(Envelope(json: envelope.json))
    #expect(again == envelope && again.signatures[0].keyID == key.verifier.hex)
    #expect(again.isValid(again.signatures[0], by: key.verifier))
    #expect(!again.isValid(again.signatures[0], by: SigningKey(.bundles, mission: "m").verifier))
    var other = again
    other.payloadType = "a/c"
    #expect(!other.isValid(other.signatures[0], by: key.verifier))
    other = again
    other.payload[0] ^= 1
    #expect(!other.isValid(other.signatures[0], by: key.verifier))
  }

  /// Both alphabets, no key id, members of others.
  @Test func envelopesOfOthersAreRead() throws {
    let text =
      #"{"payload":"-_8=","payloadType":"t","signatures":[{"sig":"_-8="},{"sig":"","keyid":"k","x":1}],"extra":[]}"#
    let envelope = try #require(Envelope(json: Array(text.utf8)))
    #expect(envelope.payload == [0xFB, 0xFF] && envelope.payloadType == "t")
    #expect(envelope.signatures == [.init(keyID: "", bytes: [0xFF, 0xEF]), .init(keyID: "k", bytes: [])])
  }

  @Test(arguments: [
    "", "{}", "[]", #"{"payload":"","payloadType":"t","signatures":[]}"#, #"{"payload":"","payloadType":"t"}"#,
    #"{"payload":"A","payloadType":"t","signatures":[{"sig":""}]}"#, #"{"payload":"","signatures":[{"sig":""}]}"#,
    #"{"payload":"","payloadType":1,"signatures":[{"sig":""}]}"#,
    #"{"payload":"","payloadType":"t","signatures":[{}]}"#,
    #"{"payload":"","payloadType":"t","signatures":[{"sig":"","keyid":1}]}"#,
    #"{"payload":"","payload":"","payloadType":"t","signatures":[{"sig":""}]}"#,
    #"{"payload":"","payloadType":"t","signatures":[{"sig":""}]} "# + "x",
  ]) func whatIsNoEnvelopeIsNone(text: String) { #expect(Envelope(json: Array(text.utf8)) == nil) }

  @Test func muchIsNotRead() {
    func envelope(_ count: Int, payload: Int = 0) -> Envelope? {
      let signatures = Array(repeating: #"{"sig":""}"#, count: count).joined(separator: ",")
      let payload = String(repeating: "AAAA", count: payload)
      return Envelope(json: Array(#"{"payload":"\#(payload)","payloadType":"t","signatures":[\#(signatures)]}"#.utf8))
    }
    #expect(envelope(16) != nil && envelope(17) == nil)
    #expect(envelope(1, payload: 16_000) != nil && envelope(1, payload: 16_400) == nil)
  }
}

@Suite struct InTotoStatementTests {
  private let statement = InTotoStatement("a/b", Hash32(of: []), "urn:t", ["x": 1])
  private static let digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  @Test func isWrittenAsTheSpecificationSays() {
    let text = """
      {"_type":"https://in-toto.io/Statement/v1","predicate":{"x":1},"predicateType":"urn:t",\
      "subject":[{"digest":{"sha256":"\(Self.digest)"},"name":"a/b"}]}
      """
    #expect(String(decoding: statement.json, as: UTF8.self) == text)
    #expect(InTotoStatement(json: statement.json) == statement)
  }

  static let wrong = [
    ("Statement/v1", "Statement/v0.1"), (#""sha256""#, #""sha512""#), (#"{"sha256""#, #"{"sha1":"00","sha256""#),
    ("e3b0", "E3b0"), (#"{"x":1}"#, "[]"), (#""urn:t""#, "1"), (#","name":"a/b""#, ""),
    (#""name":"a/b"}"#, #""name":"a"},{}"#),
    (#"[{"digest""#, #"[[],{"digest""#),
  ]

  @Test(arguments: wrong) func anotherIsNone(part: String, other: String) throws {
    let text = String(decoding: statement.json, as: UTF8.self)
    let changed = text.split(separator: part, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: other)
    #expect(changed != text && InTotoStatement(json: Array(changed.utf8)) == nil)
  }

  @Test func aClaimWithoutMembersIsOne() {
    let text = String(decoding: statement.json, as: UTF8.self).split(separator: #""predicate":{"x":1},"#).joined()
    #expect(InTotoStatement(json: Array(text.utf8))?.predicate.isEmpty == true)
  }
}
