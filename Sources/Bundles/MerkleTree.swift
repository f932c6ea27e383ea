internal import Crypto

/// The tree of hashes whose root identifies a bundle: RFC 6962, section 2.1, over leaves in the order of the paths.
enum MerkleTree {
  /// The leaf of a file: SHA-256(0x00 || salt || n || path || size || SHA-256(content)).
  ///
  /// `n` is the length of the path in UTF-8 bytes; it and the size are unsigned 64-bit numbers, the highest byte first.
  static func leaf(salt: some Collection<UInt8>, path: String, size: Int, content: Hash32) -> Hash32 {
    var hasher = SHA256()
    hasher.update(data: [0])
    hasher.update(data: Array(salt))
    let path = Array(path.utf8)
    hasher.update(UInt64(path.count))
    hasher.update(data: path)
    hasher.update(UInt64(size))
    hasher.update(content)
    return Hash32(hasher.finalize())
  }

  /// The root over `leaves`; over none it is the hash of no bytes.
  ///
  /// Costs one hash a leaf, and a stack as high as the tree.
  static func root(_ leaves: some Sequence<Hash32>) -> Hash32 {
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

  private static func node(_ left: Hash32, _ right: Hash32) -> Hash32 {
    var hasher = SHA256()
    hasher.update(data: [1])
    hasher.update(left)
    hasher.update(right)
    return Hash32(hasher.finalize())
  }
}
