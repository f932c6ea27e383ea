import Crypto
import Hashing
import Testing

@testable import Bundles

@Suite struct IdentityTests {
  @Test func saltAndLeafAreTheDefinedOnes() {
    // Computed with Python's hashlib and hmac.
    let content = Array("veedor: 1\n".utf8)
    let path = "data/workspace/veedor.yaml"
    let salt = Salt(path: path, content: Hash32(of: content), key: Salt.publicKey)
    #expect(
      salt.bytes.map { String($0, radix: 16) }.joined(separator: " ")
        == "65 d5 26 91 86 43 54 70 8d f9 d9 33 e2 4b 17 40")
    let leaf = MerkleTree.leaf(salt: salt.bytes, path: path, size: content.count, content: Hash32(of: content))
    #expect(leaf.hex == "e0cf5d48f187e0e23df00cc0ef2bf42b7498176cdf9618bf1a6c484ac6a4f727")
    let key = Salt.publicKey.withUnsafeBytes { Hash32($0, at: 0) }
    #expect(key.hex == "928af946ddfb0f4862e43a143ce755c5d50611514d01f7eed8e19400167b68c2")
  }
}

@Suite struct StatementTests {
  private let statement = BundleStatement(
    description: BundleDescription(mission: "training", title: ["es": "Sí", "en": "Yes"], notice: [:]), files: 3,
    size: 41, root: Hash32(of: []))

  @Test func isCanonical() throws {
    let text = """
      {"files":3,"mission":"training","notice":{},"profile":"public",\
      "root":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","size":41,\
      "title":{"en":"Yes","es":"Sí"},"veedor_bundle":1}
      """
    #expect(String(decoding: statement.canonicalJSON, as: UTF8.self) == text)
    #expect(try BundleStatement(parsing: statement.canonicalJSON) == statement)
  }

  static let wrong: [(String, String, String)] = [
    (#""veedor_bundle":1"#, #""veedor_bundle":2"#, "'veedor_bundle' is not 1"),
    (#""profile":"public""#, #""profile":"secret""#, "unknown profile"),
    (#""mission":"training""#, #""mission":7"#, "'mission' is not a text"),
    (#""notice":{}"#, #""notice":[]"#, "'notice' is not an object of texts"),
    (#""files":3"#, #""files":-3"#, "'files' is not a count"),
    (#""size":41"#, #""size":"41""#, "'size' is not a count"),
    (#""size":41"#, #""size":4.5"#, "'size' is not a count"), ("e3b0", "E3b0", "'root' is not a hash"),
    (#""files":3"#, #""files": 3"#, "it is not canonical"),
    (#""notice":{}"#, #""notice":{"en":1}"#, "it is not canonical"),
    (#""files":3"#, #""extra":0,"files":3"#, "it is not canonical"),
  ]

  @Test(arguments: wrong) func refuses(part: String, replacement: String, rule: String) throws {
    let text = String(decoding: statement.canonicalJSON, as: UTF8.self)
    let range = try #require(text.firstRange(of: part))
    let bytes = Array(text.replacingCharacters(in: range, with: replacement).utf8)
    #expect(throws: BundleMessage.statement(rule)) { try BundleStatement(parsing: bytes) }
  }

  @Test func refusesWhatIsNoJSON() {
    #expect(throws: BundleMessage.self) { try BundleStatement(parsing: Array("{".utf8)) }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
