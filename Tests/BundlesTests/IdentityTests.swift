import Crypto
import Testing

@testable import Bundles

@Suite struct IdentityTests {
  /// The leaves and roots of the reference tests of Certificate Transparency (RFC 6962).
  static let inputs: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57), Array(0x60...0x6f),
  ]
  static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test func rootsAreThoseOfRFC6962() {
    let leaves = Self.inputs.map { Hash32(of: [0] + $0) }
    for (count, root) in Self.roots.enumerated() { #expect(MerkleTree.root(leaves[..<count]).hex == root) }
  }

  @Test func rootsFollowTheDefinition() {
    /// Section 2.1, read literally.
    func root(_ leaves: ArraySlice<Hash32>) -> Hash32 {
      guard leaves.count > 1, let first = leaves.indices.first else { return leaves.first ?? Hash32(of: []) }
      var split = 1
      while split * 2 < leaves.count { split *= 2 }
      return Hash32(of: [1] + root(leaves[..<(first + split)]).bytes + root(leaves[(first + split)...]).bytes)
    }
    let leaves = (0..<70).map { Hash32(of: [0, UInt8($0)]) }
    for count in 0...70 { #expect(MerkleTree.root(leaves[..<count]) == root(leaves[..<count])) }
  }

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

  @Test func hashesAreReadAsTheyAreWritten() {
    let hash = Hash32(of: [1, 2, 3])
    #expect(Hash32(hex: hash.hex.utf8) == hash)
    #expect(hash.bytes.count == 32)
    for wrong in ["", "00", hash.hex.uppercased(), hash.hex + "0", hash.hex.dropLast() + "g"] {
      #expect(Hash32(hex: wrong.utf8) == nil)
    }
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
