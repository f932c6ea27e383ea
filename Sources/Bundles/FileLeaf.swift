internal import Hashing

extension MerkleTree {
  /// The leaf of a file in the tree whose root identifies a bundle; the leaves are in the order of the paths.
  ///
  /// Its entry is salt || n || path || size || SHA-256(content). `n` is the length of the path in UTF-8 bytes; it and
  /// the size are unsigned 64-bit numbers, the highest byte first.
  static func leaf(salt: some Collection<UInt8>, path: String, size: Int, content: Hash32) -> Hash32 {
    var entry = Array(salt)
    func append(_ number: Int) { withUnsafeBytes(of: UInt64(number).bigEndian) { entry += $0 } }
    append(path.utf8.count)
    entry += path.utf8
    append(size)
    entry += content.bytes
    return leaf(entry)
  }
}
