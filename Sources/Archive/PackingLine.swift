internal import Files
internal import Synchronization

/// A block of a content, packed.
struct PackedBlock: Sendable {
  /// Which file it is of.
  var file: Int
  /// The content, and which bytes of it these are.
  var content: any ArchiveContent
  var range: Range<Int>
  var isLast: Bool
  /// The checksums of a content of one block; those of more are summed up one block behind the other.
  var checksum: ContentChecksum?
  /// What the block is deflated to; nil where the content is stored as it is.
  var deflated: [UInt8]?

  var isFirst: Bool { range.lowerBound == 0 }
}

/// The blocks of files, each packed by whichever thread has time.
final class PackingLine: Sendable {
  /// A content of several blocks, open until all of them are packed.
  private struct Shared {
    var content: any ArchiveContent
    var isPacked: Bool
    var blocksLeft: Int
  }

  private let files: [ArchiveFile]
  /// File and first byte of each block; an empty file has one, too.
  private let blocks: [(file: Int, start: Int)]
  private let packers = BlockPackers()
  private let shared = Mutex<[Int: Shared]>([:])

  /// The blocks of `files`.
  init(_ files: [ArchiveFile]) {
    self.files = files
    blocks = files.indices.flatMap { file in
      stride(from: 0, to: max(files[file].size, 1), by: BlockPacker.size).map { (file, $0) }
    }
  }

  /// The number of blocks.
  var count: Int { blocks.count }

  /// The block of that number, packed.
  func pack(_ number: Int) throws -> PackedBlock {
    let (index, start) = blocks[number]
    let file = files[index]
    let end = min(start + BlockPacker.size, file.size)
    return try packers.withPacker { packer in
      let (content, isPacked) = try open(index, packer)
      return try Self.reading(content, of: file) { bytes in
        let part = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        var block = PackedBlock(file: index, content: content, range: start..<end, isLast: end == file.size)
        if block.isFirst, block.isLast {
          var checksum = ContentChecksum()
          checksum.update(part)
          block.checksum = checksum
        }
        if !isPacked { block.deflated = try packer.deflate(part, isLast: block.isLast) }
        return block
      }
    }
  }

  /// The content of a file, and whether it is packed already. One of several blocks is opened once, lest they be of several
  /// files that had the name one behind the other.
  private func open(_ index: Int, _ packer: BlockPacker) throws -> (content: any ArchiveContent, isPacked: Bool) {
    let file = files[index]
    func opened() throws -> (any ArchiveContent, Bool) {
      let content = try file.open()
      return (content, try Self.reading(content, of: file, packer.isPacked))
    }
    guard file.size > BlockPacker.size else { return try opened() }
    return try shared.withLock { shared in
      var now: Shared
      if let known = shared[index] {
        now = known
      } else {
        let (content, isPacked) = try opened()
        let count = (file.size + BlockPacker.size - 1) / BlockPacker.size
        now = Shared(content: content, isPacked: isPacked, blocksLeft: count)
      }
      now.blocksLeft -= 1
      shared[index] = now.blocksLeft > 0 ? now : nil
      return (now.content, now.isPacked)
    }
  }

  private static func reading<Success>(
    _ content: any ArchiveContent, of file: ArchiveFile, _ body: (UnsafeRawBufferPointer) throws -> Success
  ) throws -> Success {
    try content.reading { bytes in
      guard bytes.count == file.size else { throw FileError.changed(path: file.path) }
      return try body(bytes)
    }
  }
}
