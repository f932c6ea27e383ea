import Hashing
import TestSupport
import Testing

@Suite struct MerkleProofTests {
  static let leaves = (0..<40).map { Hash32(of: [0, UInt8($0)]) }

  /// Every proof of every tree of up to 40 leaves holds, and nothing else does that differs from it in one part.
  @Test func inclusionIsProved() {
    for size in 1...40 {
      let (leaves, other) = (Array(Self.leaves.prefix(size)), Hash32(of: [9]))
      let root = MerkleTree.root(leaves)
      for index in 0..<size {
        let proof = MerkleTree.inclusionProof(of: index, in: leaves)
        func holds(_ leaf: Hash32, _ index: Int, _ proof: [Hash32]) -> Bool {
          MerkleTree.includes(leaf, at: index, size: size, root: root, proof: proof)
        }
        #expect(holds(leaves[index], index, proof))
        #expect(!holds(other, index, proof))
        #expect(!holds(leaves[index], size, proof) && !holds(leaves[index], -1, proof))
        #expect(!holds(leaves[index], index, proof + [other]) && !holds(leaves[index], index, [other] + proof))
        if !proof.isEmpty { #expect(!holds(leaves[index], index, proof.dropLast())) }
        for place in 0..<size where place != index { #expect(!holds(leaves[index], place, proof)) }
      }
    }
  }

  @Test func extensionIsProved() {
    let other = Hash32(of: [9])
    for size in 1...40 {
      let leaves = Array(Self.leaves.prefix(size))
      let root = MerkleTree.root(leaves)
      for earlier in 1...size {
        let (old, proof) = (
          MerkleTree.root(leaves.prefix(earlier)), MerkleTree.consistencyProof(from: earlier, in: leaves)
        )
        #expect(MerkleTree.extends(earlier, old, to: size, root, proof: proof))
        #expect(!MerkleTree.extends(earlier, other, to: size, root, proof: proof))
        #expect(!MerkleTree.extends(earlier, old, to: size, other, proof: proof))
        #expect(!MerkleTree.extends(earlier, old, to: size, root, proof: proof + [other]))
        if !proof.isEmpty { #expect(!MerkleTree.extends(earlier, old, to: size, root, proof: proof.dropLast())) }
      }
      #expect(!MerkleTree.extends(0, Hash32(of: []), to: size, root, proof: []))
      #expect(!MerkleTree.extends(size + 1, root, to: size, root, proof: []))
    }
  }

  /// transparency-dev/merkle, testdata, proofs that hold and proofs that do not.
  @Test(.enabled(if: SharedFolder.isPresent)) func publishedProofsAreJudgedAsPublished() throws {
    struct File: Decodable { let cases: [Case] }
    struct Case: Decodable {
      let desc: String
      let wantErr: Bool
      let leafIdx, treeSize, size1, size2: UInt64?
      let root, leafHash, root1, root2: String?
      let proof: [String]?
    }
    let cases = try SharedFolder.decode(File.self, from: "vectors/incidents/merkle_proofs.json").cases
    #expect(cases.count == 117)
    for one in cases {
      let proof = (one.proof ?? []).map(hash)
      func size(_ number: UInt64?) -> Int { Int(clamping: number ?? 0) }
      let holds: Bool
      if one.leafIdx != nil {
        holds =
          [one.root, one.leafHash].allSatisfy { decode($0 ?? "").count == 32 }
          && MerkleTree.includes(
            hash(one.leafHash ?? ""), at: size(one.leafIdx), size: size(one.treeSize), root: hash(one.root ?? ""),
            proof: proof)
      } else {
        holds = MerkleTree.extends(
          size(one.size1), hash(one.root1 ?? ""), to: size(one.size2), hash(one.root2 ?? ""), proof: proof)
      }
      #expect(holds == !one.wantErr, "\(one.desc)")
    }
  }

  /// The hash in base64; what is no hash stands for one that nothing has, the same for the same text.
  private func hash(_ text: String) -> Hash32 {
    let bytes = decode(text)
    return bytes.count == 32 ? bytes.withUnsafeBytes { Hash32($0, at: 0) } : Hash32(of: bytes)
  }

  private func decode(_ text: String) -> [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var (bits, count, out) = (0, 0, [UInt8]())
    for letter in text.utf8 {
      guard let value = letters.firstIndex(of: letter) else { continue }
      (bits, count) = (bits << 6 | value, count + 6)
      if count >= 8 {
        count -= 8
        out.append(UInt8(bits >> count & 0xFF))
      }
    }
    return out
  }
}
