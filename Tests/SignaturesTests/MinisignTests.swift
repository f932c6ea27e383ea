import Testing

@testable import Signatures

@Suite struct MinisignTests {
  /// RFC 7693, appendix A, and the hashes of no, 128 and 129 bytes, computed with Python's hashlib.
  @Test func hashesAreThePublishedOnes() {
    #expect(
      hexDigits(Blake2b.hash(Array("abc".utf8)))
        == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"
    )
    let computed = [
      0:
        "786a02f742015903c6c6fd852552d272912f4740e15847618a86e217f71f5419d25e1031afee585313896444934eb04b903a685b1448b755d56f701afe9be2ce",
      128:
        "2319e3789c47e2daa5fe807f61bec2a1a6537fa03f19ff32e87eecbfd64b7e0e8ccff439ac333b040f19b0c4ddd11a61e24ac1fe0f10a039806c5dcc0da3d115",
      129:
        "f59711d44a031d5f97a9413c065d1e614c417ede998590325f49bad2fd444d3e4418be19aec4e11449ac1a57207898bc57d76a1bcf3566292c20c683a5c4648f",
    ]
    for (count, hash) in computed { #expect(hexDigits(Blake2b.hash((0..<count).map { UInt8($0) })) == hash) }
  }

  private let key = SigningKey(.minisign, mission: "m")
  private let file = Array("a statement".utf8)

  @Test func whatIsWrittenIsReadAgain() throws {
    let signature = try MinisignSignature(file, "timestamp:0\tfile:a", signedBy: key)
    let again = try #require(MinisignSignature(text: signature.text))
    #expect(
      again == signature && again.comment == "timestamp:0\tfile:a" && again.keyID == Array(key.verifier.bytes.prefix(8))
    )
    #expect(again.isValid(for: file, by: key.verifier) && !again.isValid(for: file + [0], by: key.verifier))
    #expect(!again.isValid(for: file, by: SigningKey(.minisign, mission: "m").verifier))
    let text = MinisignKey(key.verifier).text
    #expect(text.hasPrefix("RW") && text.utf8.count == 56)
    #expect(MinisignKey(text)?.key == key.verifier && VerifyingKey(text) == key.verifier)
    #expect(VerifyingKey(key.verifier.hex) == key.verifier && VerifyingKey("RW") == nil)
  }

  /// The comment is signed; the first line is not; the legacy form is none.
  @Test func whatWasChangedDoesNotHold() throws {
    let lines = String(decoding: try MinisignSignature(file, "one", signedBy: key).text, as: UTF8.self)
      .split(separator: "\n").map(String.init)
    func read(_ change: (inout [String]) -> Void) -> MinisignSignature? {
      var changed = lines
      change(&changed)
      return MinisignSignature(text: Array(changed.joined(separator: "\n").utf8))
    }
    #expect(read { _ in }?.isValid(for: file, by: key.verifier) == true)
    #expect(read { $0[0] = "untrusted comment: other" }?.isValid(for: file, by: key.verifier) == true)
    #expect(read { $0[2] = "trusted comment: two" }?.isValid(for: file, by: key.verifier) == false)
    #expect(read { $0[3] = base64Text(Array(repeating: 1, count: 64)) }?.isValid(for: file, by: key.verifier) == false)
    #expect(read { $0[1] = base64Text(Array("Ed".utf8) + (base64Bytes($0[1]) ?? []).dropFirst(2)) } == nil)
    #expect(read { $0.removeLast() } == nil && read { $0.append("x") } == nil && read { $0[1] = "" } == nil)
    #expect(read { $0[0] = "comment" } == nil && read { $0[2] = "comment" } == nil && read { $0[3] += "A" } == nil)
    #expect(read { $0[0] += String(repeating: " ", count: 5000) } == nil && MinisignSignature(text: [0xFF]) == nil)
  }
}
