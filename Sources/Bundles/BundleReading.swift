internal import Hashing
internal import Parallel

/// Files of a bundle that are to be read, on all processors.
struct BundleReading {
  /// Hands on the content of a file, piece by piece.
  typealias Read = @Sendable ((UnsafeRawBufferPointer) throws -> Void) throws -> Void

  private struct File: Sendable {
    var path: String
    var size: Int
    var keeping: BundleContent.Keeping
    var read: Read
  }

  private var files: [File] = []
  private(set) var content: BundleContent

  /// Nothing yet that goes into `content`.
  init(into content: BundleContent) { self.content = content }

  /// Adds the file at `path`, of `size` bytes.
  mutating func add(_ path: String, size: Int, _ read: @escaping Read) throws {
    files.append(File(path: path, size: size, keeping: try content.keeping(path, size: size), read: read))
  }

  /// Reads all files into the content, in their order; gives what was thrown for those that cannot be read.
  mutating func finish() -> [any Error] {
    // One that takes long begins first, lest the others end before it.
    let long = files.indices.filter { files[$0].size > 1 << 23 }.sorted { files[$0].size > files[$1].size }
    let order = long + files.indices.filter { files[$0].size <= 1 << 23 }
    let made = concurrentMap(order.count) { [files] in
      let file = files[order[$0]]
      return Result { try Self.reading(file) }
    }
    var readings = [Result<BundleContent.Reading, any Error>?](repeating: nil, count: files.count)
    for (index, reading) in zip(order, made) { readings[index] = reading }
    var failures: [any Error] = []
    for (file, reading) in zip(files, readings) {
      switch reading {
      case .success(let reading)?: content.add(file.path, size: file.size, reading)
      case .failure(let error)?: failures.append(error)
      case nil: preconditionFailure("a file was left out")
      }
    }
    files = []
    return failures
  }

  private static func reading(_ file: File) throws -> BundleContent.Reading {
    var hash = IncrementalHash()
    var content: [UInt8] = []
    try file.read {
      hash.update($0)
      if file.keeping == .content { content.append(contentsOf: $0) }
    }
    return BundleContent.Reading(hash: hash.finalize(), content: content)
  }
}
