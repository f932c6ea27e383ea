import Crypto
import Diagnostics
import Hashing
import Language
import Signatures
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

/// The test vector of Docs/bundles.md, which `Tests/Interop/bundle_identity.py --vector` computes with Python's hashlib.
@Suite struct VectorTests {
  @Test func everyFileIsTheComputedOne() throws {
    let description = BundleDescription(
      mission: "example_2030", edition: "public", title: ["en": "An example", "es": "Un ejemplo de práctica"])
    let files = [
      BundleFile("workspace/veedor.yaml", .bytes(Array("veedor: 1\n".utf8))),
      BundleFile("workspace/data/mesas_ñ.csv", .bytes(Array("mesa,votos\n1,10\n".utf8))),
      BundleFile("results/count/result.json", .bytes(Array("{}".utf8))),
    ]
    let bytes = try bundle(files, description)
    #expect(
      try unpack(bytes).map { "\(sha256($0.content)) \($0.path)" } == [
        "d26ea9f10394c7f3a08ae9c9603aff91a96e074ab3a755330c6bddcb15d8c41a bag-info.txt",
        "1712ecfb074bf29c4188ad3421032509159a09739fd604f8fe57038b4ddefcc9 bagit.txt",
        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a data/results/count/result.json",
        "b9ca5be54bee82f5779b750ee565ca849ab5579676f8603e1348ec04524b85e7 data/ro-crate-metadata.json",
        "bd55f722537a6ea6fe434107564c06ad59c99e600b113e75c9b5f0059226e9d0 data/workspace/data/mesas_ñ.csv",
        "0809901d40cffe13bb4ffc4473bc4a015c4a034d6f612518f3c311c200cc8c44 data/workspace/veedor.yaml",
        "6ab2efaa588dcd606d6713ffc2d8688e7540ddf6536ecdc3b6d16e2117463688 evb/leaves.bin",
        "f021b2a4e7d7daeb95a4edea147ec3d6ea8019f1aa76d2280a2f1cbf3170ab1f evb/salts.bin",
        "f30918c0dbd08433c9308bc0d775cbf42ba4a6722817ea2936f22844c471a6e2 evb/statement.json",
        "a629f47756262cfd93192c64a787238de8b83fdbf61cb98ec0de916285742a27 manifest-sha256.txt",
        "9f68c967c4c4609cb9dcaca4243c114bb44d4ea781763e07f3ce10be5b844107 tagmanifest-sha256.txt",
      ])
    let statement = try #require(try verify(bytes).statement)
    #expect(statement.root.hex == "ca19563e2b194d6cc25b125740aac219d483a0d283dfecc5b8582a387ad003e7")
    #expect(statement.identity.hex == "f30918c0dbd08433c9308bc0d775cbf42ba4a6722817ea2936f22844c471a6e2")
  }
}

@Suite struct StatementTests {
  private let statement = BundleStatement(
    description: BundleDescription(
      mission: "training", edition: "partners", title: ["es": "Sí", "en": "Yes"], notice: [:]),
    leaves: 3, size: 41, root: Hash32(of: []))

  @Test func isCanonical() throws {
    let text = """
      {"edition":"partners","leaves":3,"mission":"training","notice":{},"profile":"public",\
      "root":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","size":41,\
      "title":{"en":"Yes","es":"Sí"},"veedor_bundle":2}
      """
    #expect(String(decoding: statement.canonicalJSON, as: UTF8.self) == text)
    #expect(try BundleStatement(parsing: statement.canonicalJSON) == statement)
    #expect(statement.identity == Hash32(of: text.utf8))
  }

  // RFC 8032, section 7.1, tests 2 and 1.
  private static let one = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
  private static let two = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"

  @Test func namesItsSigners() throws {
    var named = statement
    named.description.signers = try [Self.one, Self.two].map { try #require(VerifyingKey(hex: $0)) }
    let text = String(decoding: named.canonicalJSON, as: UTF8.self)
    #expect(text.contains(#""signers":["\#(Self.one)","\#(Self.two)"],"size":41"#))
    #expect(try BundleStatement(parsing: named.canonicalJSON) == named && named.identity != statement.identity)
  }

  static let wrong: [(String, String, String)] = [
    (
      #""veedor_bundle":2"#, #""veedor_bundle":1"#,
      "the bundle has format 1, in which title, notice and mission could be changed unseen"
    ),
    (#""veedor_bundle":2"#, #""veedor_bundle":3"#, "'veedor_bundle' 3 needs a later version of Veedor"),
    (#""veedor_bundle":2"#, #""veedor_bundle":"2""#, "the statement is wrong: 'veedor_bundle' is not a number"),
    (#""profile":"public""#, #""profile":"sealed""#, "the profile 'sealed' needs a later version of Veedor"),
    (#""size":41"#, #""signers":["a"],"size":41"#, "the statement is wrong: 'signers' is not a list of public keys"),
    (#""size":41"#, #""signers":[],"size":41"#, "the statement is wrong: 'signers' is not a list of public keys"),
    (
      #""size":41"#, #""signers":"\#(one)","size":41"#, "the statement is wrong: 'signers' is not a list of public keys"
    ),
    (
      #""size":41"#, #""signers":["\#(two)","\#(one)"],"size":41"#,
      "a statement names up to 32 signers, each once, in order"
    ),
    (
      #""size":41"#, #""signers":["\#(one)","\#(one)"],"size":41"#,
      "a statement names up to 32 signers, each once, in order"
    ),
    (
      #""size":41"#,
      #""signers":["\#(one)","0100000000000000000000000000000000000000000000000000000000000000"],"size":41"#,
      "the statement is wrong: 'signers' is not a list of public keys"
    ),
    (
      #""size":41"#, #""size":41,"supersedes":"e3b0""#,
      "the member 'supersedes' of the statement needs a later version of Veedor"
    ),
    (#""edition":"partners","#, "", "the statement is wrong: 'edition' is not a text"),
    (
      #""edition":"partners""#, #""edition":"a b""#,
      "'a b' cannot name an edition: use lower-case letters, digits, '_' and '-'"
    ),
    (#""mission":"training""#, #""mission":7"#, "the statement is wrong: 'mission' is not a text"),
    (
      #""mission":"training""#, #""mission":"../a""#,
      "'../a' cannot be part of a file name: use lower-case letters, digits, '_' and '-'"
    ),
    (#""notice":{}"#, #""notice":[]"#, "the statement is wrong: 'notice' is not an object of texts"),
    (#""leaves":3"#, #""leaves":-3"#, "the statement is wrong: 'leaves' is not a count"),
    (#""size":41"#, #""size":"41""#, "the statement is wrong: 'size' is not a count"),
    (#""size":41"#, #""size":4.5"#, "the statement is wrong: 'size' is not a count"),
    (#","size":41"#, "", "the statement is wrong: 'size' is not a count"),
    ("e3b0", "E3b0", "the statement is wrong: 'root' is not a hash"),
    (#""leaves":3"#, #""leaves": 3"#, "the statement is wrong: it is not canonical"),
    (#""notice":{}"#, #""notice":{"en":1}"#, "the statement is wrong: it is not canonical"),
    (#""title":{"en":"Yes""#, #""title":{"en":"\u0059es""#, "the statement is wrong: it is not canonical"),
    (#""veedor_bundle":2}"#, "\"veedor_bundle\":2}\n", "the statement is wrong: it is not canonical"),
  ]

  @Test(arguments: wrong) func refuses(part: String, replacement: String, message: String) throws {
    let text = String(decoding: statement.canonicalJSON, as: UTF8.self)
    let range = try #require(text.firstRange(of: part))
    let bytes = Array(text.replacingCharacters(in: range, with: replacement).utf8)
    let refusal = #expect(throws: BundleMessage.self) { try BundleStatement(parsing: bytes) }
    #expect(refusal?.message == message)
  }

  @Test func refusesWhatIsNoJSON() {
    let refusal = #expect(throws: BundleMessage.self) { try BundleStatement(parsing: Array("{".utf8)) }
    #expect(refusal?.message == "the statement is wrong: not valid JSON at byte 1: the text ends too early")
    #expect(
      refusal?.text.sentence.es
        == "la declaración es incorrecta: no es JSON válido en el byte 1: el texto termina demasiado pronto")
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
