internal import Compression
internal import Synchronization

/// Deflates contents block by block, each for itself, so that several threads can share a large one. The blocks behind
/// each other are one deflate stream.
final class BlockPacker {
  /// Bytes of a block; the last one of a content has the rest.
  static let size = 1 << 20

  private let deflater: Deflater

  init() throws { deflater = try Deflater(.raw) }

  /// Whether samples of `content` say that it is packed already, so that it is stored as it is.
  func isPacked(_ content: UnsafeRawBufferPointer) throws -> Bool {
    try content.isEmpty || arePacked(ContentSamples(content))
  }

  /// Whether `samples` of a content say so.
  func arePacked(_ samples: ContentSamples) throws -> Bool { try samples.arePacked(by: deflater) }

  /// The bytes to which `block` is deflated.
  func deflate(_ block: UnsafeRawBufferPointer, isLast: Bool) throws -> [UInt8] {
    var packed: [UInt8] = []
    // What an entry is worth being deflated for.
    packed.reserveCapacity(min(block.count, Self.size / 2))
    try deflater.write(block) { packed.append(contentsOf: $0) }
    try isLast
      ? deflater.finish { packed.append(contentsOf: $0) } : deflater.finishPart { packed.append(contentsOf: $0) }
    return packed
  }
}

/// Packers that threads borrow, as each takes some time and memory to set up.
final class BlockPackers: Sendable {
  /// A packer that one thread at a time has.
  private struct Lent: @unchecked Sendable { let packer: BlockPacker }

  private let free = Mutex<[Lent]>([])

  /// What `body` makes with a packer that nobody else uses meanwhile.
  func withPacker<Value>(_ body: (BlockPacker) throws -> Value) throws -> Value {
    let lent = try free.withLock { $0.popLast() } ?? Lent(packer: BlockPacker())
    defer { free.withLock { $0.append(lent) } }
    return try body(lent.packer)
  }
}
