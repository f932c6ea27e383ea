import Crypto

/// The tree of hashes of RFC 6962, section 2.1, with SHA-256. Its root vouches for every leaf and for their order.
public enum MerkleTree {
  /// The leaf of an entry, MTH({d(0)}) in section 2.1: SHA-256(0x00 || entry).
  public static func leaf(_ entry: some Sequence<UInt8>) -> Hash32 {
    var hasher = SHA256()
    hasher.update(data: [0])
    hasher.update(data: Array(entry))
    return Hash32(hasher.finalize())
  }

  /// The root over `leaves`, MTH(D[n]) in section 2.1; over none it is the hash of no bytes.
  ///
  /// Costs one hash a leaf, and a stack as high as the tree.
  public static func root(_ leaves: some Sequence<Hash32>) -> Hash32 {
    // Complete subtrees from left to right, each with its number of leaves: as many ones as the count so far has.
    var stack: [(hash: Hash32, count: Int)] = []
    func joinLast() {
      let (right, left) = (stack.removeLast(), stack.removeLast())
      stack.append((node(left.hash, right.hash), left.count + right.count))
    }
    for leaf in leaves {
      stack.append((leaf, 1))
      while stack.count > 1, stack[stack.count - 2].count == stack[stack.count - 1].count { joinLast() }
    }
    while stack.count > 1 { joinLast() }
    return stack.first?.hash ?? Hash32(of: [])
  }

  /// SHA-256(0x01 || left || right).
  static func node(_ left: Hash32, _ right: Hash32) -> Hash32 {
    var hasher = SHA256()
    hasher.update(data: [1])
    hasher.update(data: left.bytes)
    hasher.update(data: right.bytes)
    return Hash32(hasher.finalize())
  }
}
