import Hashing
import Testing

@Suite struct MerkleTreeTests {
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
    let leaves = Self.inputs.map { MerkleTree.leaf($0) }
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
}
