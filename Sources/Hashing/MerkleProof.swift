extension MerkleTree {
  /// The audit path of the leaf at `index`, PATH(m, D[n]) of RFC 6962, section 2.1.1, from the leaf upwards.
  public static func inclusionProof(of index: Int, in leaves: [Hash32]) -> [Hash32] {
    precondition(leaves.indices.contains(index), "a leaf of the tree")
    return path(index, leaves[...])
  }

  /// The proof that the tree over `leaves` extends the one over the first `size` of them, PROOF(m, D[n]) of RFC 6962,
  /// section 2.1.2.
  public static func consistencyProof(from size: Int, in leaves: [Hash32]) -> [Hash32] {
    precondition(size > 0 && size <= leaves.count, "a tree that is part of the other")
    return subproof(size, leaves[...], isWhole: true)
  }

  /// Whether `proof` shows that `leaf` stands at `index` of the tree of `size` leaves with `root`: RFC 9162, section
  /// 2.1.3.2.
  public static func includes(_ leaf: Hash32, at index: Int, size: Int, root: Hash32, proof: [Hash32]) -> Bool {
    guard index >= 0, index < size else { return false }
    var (number, last, hash) = (index, size - 1, leaf)
    for part in proof {
      guard last > 0 else { return false }
      if number & 1 == 1 || number == last {
        hash = node(part, hash)
        while number & 1 == 0, number > 0 { (number, last) = (number >> 1, last >> 1) }
      } else {
        hash = node(hash, part)
      }
      (number, last) = (number >> 1, last >> 1)
    }
    return last == 0 && hash == root
  }

  /// Whether `proof` shows that the tree of `size` leaves with `root` extends the one of `earlier` leaves with
  /// `earlierRoot`: RFC 9162, section 2.1.4.2. Nothing is shown of an empty tree.
  public static func extends(
    _ earlier: Int, _ earlierRoot: Hash32, to size: Int, _ root: Hash32, proof: [Hash32]
  ) -> Bool {
    guard earlier > 0, earlier <= size else { return false }
    guard earlier < size else { return proof.isEmpty && earlierRoot == root }
    // A complete tree is a node of the greater one, and is left out of the proof.
    var parts = (earlier & (earlier - 1) == 0 ? [earlierRoot] : []) + proof
    guard !parts.isEmpty else { return false }
    var (number, last) = (earlier - 1, size - 1)
    while number & 1 == 1 { (number, last) = (number >> 1, last >> 1) }
    let first = parts.removeFirst()
    var (old, new) = (first, first)
    for part in parts {
      guard last > 0 else { return false }
      if number & 1 == 1 || number == last {
        (old, new) = (node(part, old), node(part, new))
        while number & 1 == 0, number > 0 { (number, last) = (number >> 1, last >> 1) }
      } else {
        new = node(new, part)
      }
      (number, last) = (number >> 1, last >> 1)
    }
    return last == 0 && old == earlierRoot && new == root
  }

  private static func path(_ index: Int, _ leaves: ArraySlice<Hash32>) -> [Hash32] {
    guard leaves.count > 1 else { return [] }
    let split = greatestPower(below: leaves.count)
    let (left, right) = (leaves.prefix(split), leaves.dropFirst(split))
    return index < split ? path(index, left) + [root(right)] : path(index - split, right) + [root(left)]
  }

  /// SUBPROOF(m, D[n], b) of section 2.1.2.
  private static func subproof(_ size: Int, _ leaves: ArraySlice<Hash32>, isWhole: Bool) -> [Hash32] {
    guard size < leaves.count else { return isWhole ? [] : [root(leaves)] }
    let split = greatestPower(below: leaves.count)
    let (left, right) = (leaves.prefix(split), leaves.dropFirst(split))
    return size <= split
      ? subproof(size, left, isWhole: isWhole) + [root(right)]
      : subproof(size - split, right, isWhole: false) + [root(left)]
  }

  /// The greatest power of two below `count`, at which a tree parts.
  private static func greatestPower(below count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
