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
    var tree = Growing()
    for leaf in leaves { tree.append(leaf) }
    return tree.root
  }

  /// A tree that leaves are appended to, of which no more is kept than its next root needs.
  public struct Growing: Sendable {
    /// How many leaves it has.
    public private(set) var count = 0
    /// Complete subtrees from left to right: as many as `count` has ones.
    private var subtrees: [Hash32] = []

    /// A tree without leaves.
    public init() {}

    /// Appends a leaf.
    public mutating func append(_ leaf: Hash32) {
      var (hash, rest) = (leaf, count)
      while rest & 1 == 1 { (hash, rest) = (node(subtrees.removeLast(), hash), rest >> 1) }
      subtrees.append(hash)
      count += 1
    }

    /// The root over all leaves so far.
    public var root: Hash32 {
      guard let last = subtrees.last else { return Hash32(of: []) }
      return subtrees.dropLast().reversed().reduce(last) { node($1, $0) }
    }
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
