import Archive
import Hashing

/// The files of an archive, each read only after its size was asked.
struct WebArchiveFiles {
  private let bytes: UnsafeRawBufferPointer
  private let entries: [[UInt8]: ArchiveEntry]
  /// Their paths, in the order of the archive.
  let paths: [String]

  init(_ bytes: UnsafeRawBufferPointer) throws(ArchiveMessage) {
    var limits = ArchiveLimits()
    limits.entries = WebArchive.mostFiles
    limits.size = WebArchive.largestContent(of: bytes.count)
    let archive = try LenientArchive(parsing: bytes, limits: limits)
    self.bytes = bytes
    paths = archive.entries.map(\.path)
    // By their bytes: Swift takes composed and decomposed letters for one.
    entries = Dictionary(archive.entries.map { (Array($0.path.utf8), $0) }) { first, _ in first }
  }

  /// The content of the file at `path`; nil where there is none.
  func read(_ path: String) throws -> [UInt8]? {
    guard let entry = entries[Array(path.utf8)] else { return nil }
    let limit = WebArchive.largestList
    guard entry.size <= limit else {
      throw WebArchiveMessage.listTooLarge(file: path, bytes: entry.size, limit: limit)
    }
    var content: [UInt8] = []
    try entry.read(from: bytes) { content += $0 }
    return content
  }

  /// Throws where a file is not what `resource` says of it; a list of pages is taken into `pages` on the way.
  func check(_ resource: DataPackage.Resource, _ pages: inout PageList) throws {
    guard let entry = entries[Array(resource.path.utf8)] else { throw WebArchiveMessage.missing(file: resource.path) }
    guard entry.size == resource.size else {
      throw WebArchiveMessage.otherSize(file: resource.path, bytes: entry.size, stated: resource.size)
    }
    var hash = IncrementalHash()
    var lines = resource.path.hasPrefix(PageList.folder) && resource.path.hasSuffix(".jsonl") ? PageLines() : nil
    try entry.read(from: bytes) { piece in
      hash.update(piece)
      lines?.take(piece, into: &pages)
    }
    lines?.end(into: &pages)
    guard hash.finalize() == resource.digest else { throw WebArchiveMessage.otherContent(file: resource.path) }
  }
}
