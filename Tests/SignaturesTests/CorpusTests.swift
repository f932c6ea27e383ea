import FoundationEssentials
import Hashing
import TestSupport
import Testing

@testable import Signatures

/// Signatures of others, held against the policy: S below L, canonical encodings, no low order, the equation without the cofactor.
@Suite(.enabled(if: SharedFolder.isPresent)) struct CorpusTests {
  private struct Edge: Decodable {
    var number: Int
    var key, sig, msg: String
    var flags: [String]?
  }

  /// The flags of C2SP's corpus which say that the policy refuses a row; the others only say what is unusual about it.
  private static let refused: Set = [
    "low_order_A", "low_order_R", "non_canonical_A", "non_canonical_R", "low_order_residue", "reencoded_k",
  ]

  @Test func everyEdgeCaseIsDecidedByThePolicy() throws {
    let rows = try SharedFolder.decode([Edge].self, from: "corpus/ed25519/ed25519vectors.json")
    #expect(rows.count == 549)
    var accepted = 0
    for row in rows {
      let isValid = try Self.isValid(row.key, row.sig, Array(row.msg.utf8))
      #expect(isValid == Self.refused.isDisjoint(with: row.flags ?? []), "row \(row.number)")
      accepted += isValid ? 1 : 0
    }
    #expect(accepted > 0 && accepted < rows.count)
  }

  private struct Wycheproof: Decodable {
    struct Group: Decodable {
      struct Key: Decodable { var pk: String }
      struct Test: Decodable {
        var tcId: Int
        var msg, sig, result: String
      }
      var publicKey: Key
      var tests: [Test]
    }
    var testGroups: [Group]
  }

  @Test func everyRowOfWycheproofHasItsResult() throws {
    let file = try SharedFolder.decode(Wycheproof.self, from: "corpus/wycheproof/ed25519_test.json")
    var count = 0
    for group in file.testGroups {
      for row in group.tests {
        let message = try #require(hexBytes(row.msg))
        #expect(try Self.isValid(group.publicKey.pk, row.sig, message) == (row.result == "valid"), "row \(row.tcId)")
        count += 1
      }
    }
    #expect(count == 151)
  }

  private static func isValid(_ key: String, _ signature: String, _ message: [UInt8]) throws -> Bool {
    let signature = try #require(hexBytes(signature))
    return VerifyingKey(hex: key)?.isValid(signature, for: message) ?? false
  }
}
