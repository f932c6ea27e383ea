import Compression
import Files

/// The first bytes of a data file, decompressed: enough to see how it is written.
struct FileSample {
  /// The bytes; the last line may be cut.
  let bytes: [UInt8]
  /// Whether they are the whole file.
  let isWhole: Bool

  /// So many bytes are looked at.
  static let size = 1 << 18

  private struct Enough: Error {}

  /// The beginning of `file`, decompressed where `name` ends with `.gz`. What a damaged file still gives is taken: the
  /// reading of the whole file tells what is wrong with it.
  init(_ file: MappedFile, name: String) {
    var bytes: [UInt8] = []
    file.withUnsafeBytes { content in
      guard name.hasSuffix(".gz") else {
        bytes = Array(content.prefix(Self.size + 1))
        return
      }
      guard let inflater = try? Inflater(.gzip, limit: 64 * Self.size) else { return }
      // In small parts, as each may become a thousand times as many.
      var rest = content[...]
      while !rest.isEmpty, bytes.count <= Self.size {
        let part = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 12))
        rest = rest.dropFirst(1 << 12)
        do {
          try inflater.write(part) { chunk in
            bytes.append(contentsOf: chunk.prefix(Self.size + 1 - bytes.count))
            if bytes.count > Self.size { throw Enough() }
          }
        } catch {
          return
        }
      }
    }
    isWhole = bytes.count <= Self.size
    self.bytes = Array(bytes.prefix(Self.size))
  }
}
